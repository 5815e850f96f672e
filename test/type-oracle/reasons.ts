import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";

/** Why openapi-typescript says something other than Guardsmith about the same schema. */
export interface Reason {
  /** What openapi-typescript does, and why the type of Guardsmith is the right one. */
  readonly name: string;
  /**
   * Says what the schema means in a way that openapi-typescript takes as it is meant. The schema
   * itself comes back where the reason has nothing to do with it.
   *
   * @param schema - one schema; the ones inside are rewritten by themselves, before it
   */
  readonly rewrite: (schema: JsonObject, surroundings: Surroundings) => JsonObject;
}

/** Where a schema stands. */
export interface Surroundings {
  /** Whether others say something about the same value as well, as they do in an `allOf`. */
  readonly isPart: boolean;
  /** The component schema that it is, or is in. */
  readonly component: string;
  /** The schemas of the document, by name. */
  readonly components: JsonObject;
}

/**
 * Every reason, in the order in which the rewrites are applied. A model is explained when the types
 * are the same once its schema is rewritten.
 */
export const reasons: readonly Reason[] = [
  {
    name: "`minItems`: so many items are there, of which more than eight are not counted; openapi-typescript looks at it with `arrayLength` only, and then at `maxItems` as well",
    rewrite: (schema) => {
      const { minItems, maxItems } = schema;
      if (minItems === undefined && maxItems === undefined) return schema;
      const fewest = typeof minItems === "number" && minItems > 8 ? 1 : minItems;
      const isExact = minItems === maxItems && fewest === minItems;
      // With `arrayLength`, it takes a list of lists for a list of lists of lists.
      const { items } = schema;
      const isNested = isJsonObject(items) && typesOf(items).includes("array");
      return {
        ...without(without(schema, "minItems"), "maxItems"),
        ...(fewest !== undefined && { minItems: fewest }),
        ...(isNested && { items: { allOf: [items] } }),
        ...(isExact && maxItems !== undefined && { maxItems }),
      };
    },
  },
  {
    name: "`default`: an annotation, which requires nothing; openapi-typescript makes the property required",
    rewrite: (schema) => without(schema, "default"),
  },
  {
    name: "`discriminator`: says nothing about validity; openapi-typescript narrows the property to the name of the schema, whatever `enum` or `const` say",
    rewrite: (schema) => without(schema, "discriminator"),
  },
  {
    name: "`readOnly` and `writeOnly`: annotations, which leave a value as it is",
    rewrite: (schema) => without(without(schema, "readOnly"), "writeOnly"),
  },
  {
    name: "`required` of a property that is not described: it is there with any value; openapi-typescript leaves it out, or asks for it in the first part of an `allOf` only",
    rewrite: (schema) => {
      const { required, properties = {} } = schema;
      if (!isJsonArray(required) || !isJsonObject(properties)) return schema;
      const missing = required.filter(
        (name): name is string => typeof name === "string" && !Object.hasOwn(properties, name),
      );
      if (missing.length === 0) return schema;
      const added = Object.fromEntries(missing.map((name) => [name, {}]));
      return { ...schema, properties: { ...properties, ...added } };
    },
  },
  {
    name: "`required` beside or in an `allOf`: holds for what any part describes, however deep; openapi-typescript looks at the part alone, or at the properties of the first reference",
    rewrite: (schema, { components }) => {
      const { allOf, required = [], properties = {} } = schema;
      if (!isJsonArray(allOf) || !isJsonArray(required) || !isJsonObject(properties)) return schema;
      const names = [{ required }, ...allOf.filter(isJsonObject)].flatMap((part) =>
        isJsonArray(part.required) ? part.required : [],
      );
      const described = [...new Set(names)].flatMap((name): (readonly [string, Json])[] => {
        if (typeof name !== "string") return [];
        const [description] = descriptionsOf(name, schema, components);
        return description === undefined ? [] : [[name, description]];
      });
      if (described.length === 0) return schema;
      return {
        ...schema,
        required: [...new Set([...required, ...described.map(([name]) => name)])],
        properties: { ...properties, ...Object.fromEntries(described) },
      };
    },
  },
  {
    name: "`$recursiveRef: '#'` of an older JSON Schema: leads back to the schema itself; openapi-typescript takes it for anything",
    rewrite: (schema, { component }) =>
      schema.$recursiveRef === "#" ? { $ref: `#/components/schemas/${component}` } : schema,
  },
  {
    name: "`type` beside `anyOf` or `oneOf`: no option of another type is valid, nor null where an option would take it; openapi-typescript does not look beside",
    rewrite: (schema, { components }) => {
      const names = typesOf(schema);
      const { oneOf } = schema;
      if (names.length === 0 || !isJsonArray(oneOf)) return schema;
      const possible = oneOf
        .filter((option) => {
          const types = isJsonObject(option) ? typesOf(option) : [];
          return types.length === 0 || types.some((type) => names.includes(type));
        })
        .map((option) => (names.includes("null") ? option : withoutNull(option, components)));
      const isSame =
        possible.length === oneOf.length &&
        possible.every((option, index) => option === oneOf[index]);
      return isSame ? schema : { ...schema, oneOf: possible };
    },
  },
  {
    name: "`nullable` beside `$ref` or `allOf`: null is valid too, as the author says; openapi-typescript does not look beside a reference",
    rewrite: (schema) => {
      if (schema.nullable !== true) return schema;
      if (schema.$ref === undefined && schema.allOf === undefined) return schema;
      return { anyOf: [without(schema, "nullable"), { type: "null" }] };
    },
  },
  {
    name: "`type: object` that says nothing about properties: any are valid; openapi-typescript takes it for an object without properties",
    rewrite: (schema, { isPart }) => {
      const { properties = {} } = schema;
      const isBare =
        isJsonObject(properties) &&
        Object.keys(properties).length === 0 &&
        hasNone(schema, ["additionalProperties", "patternProperties", ...inPlace]);
      if (!typesOf(schema).includes("object") || !isBare) return schema;
      // A part that only says "an object" adds nothing to another part that describes one.
      return isPart
        ? without(without(schema, "type"), "properties")
        : { ...without(schema, "properties"), additionalProperties: true };
    },
  },
  {
    name: "`anyOf` or `oneOf` beside other keywords: both have to hold; openapi-typescript makes one union of them",
    rewrite: (schema) => {
      const { anyOf, oneOf, ...others } = schema;
      if (anyOf === undefined && oneOf === undefined) return schema;
      const says = ["properties", "allOf", "additionalProperties"];
      if (!says.some((keyword) => others[keyword] !== undefined)) return schema;
      const { nullable, ...rest } = others;
      const all = {
        allOf: [
          rest,
          ...(anyOf === undefined ? [] : [{ anyOf: describe(anyOf, others) }]),
          ...(oneOf === undefined ? [] : [{ oneOf: describe(oneOf, others) }]),
        ],
      };
      return nullable === true ? { anyOf: [all, { type: "null" }] } : all;
    },
  },
  {
    name: "no `type`: values that are no objects (or arrays) are valid too; openapi-typescript assumes an object, or anything",
    rewrite: (schema, { isPart }) => {
      if (isPart || !hasNone(schema, ["type", ...inPlace])) return schema;
      if (hasNone(schema, ["properties", "additionalProperties", "items"])) return schema;
      const { items = {}, ...others } = schema;
      return {
        anyOf: [
          ...["string", "number", "boolean", "null"].map((type) => ({ type })),
          { type: "array", items },
          hasNone(schema, ["properties", "additionalProperties"])
            ? { type: "object", additionalProperties: true }
            : { ...others, type: "object" },
        ],
      };
    },
  },
];

/** What the parts of a schema say about a property, other than that it is there. */
function descriptionsOf(
  name: string,
  schema: Json,
  components: JsonObject,
  seen: ReadonlySet<string> = new Set(),
): readonly Json[] {
  if (!isJsonObject(schema)) return [];
  const { $ref, allOf, properties } = schema;
  const own = isJsonObject(properties) ? properties[name] : undefined;
  const parts = isJsonArray(allOf) ? allOf : [];
  const inherited = parts.flatMap((part) => descriptionsOf(name, part, components, seen));
  const key = typeof $ref === "string" ? decodeURI($ref.replace("#/components/schemas/", "")) : "";
  const target = seen.has(key) ? undefined : components[key];
  return [
    ...(own === undefined || isEmpty(own) ? [] : [own]),
    ...inherited,
    ...(target === undefined
      ? []
      : descriptionsOf(name, target, components, new Set([...seen, key]))),
  ];
}

/** The options of a schema, with its own descriptions of the properties that they ask for. */
function describe(options: Json, { properties }: JsonObject): Json {
  if (!isJsonArray(options) || !isJsonObject(properties)) return options;
  return options.map((option) => {
    if (!isJsonObject(option) || !isJsonObject(option.properties)) return option;
    const described = Object.entries(option.properties).map(([name, value]) => [
      name,
      isEmpty(value) ? (properties[name] ?? value) : value,
    ]);
    return { ...option, properties: Object.fromEntries(described) as JsonObject };
  });
}

function isEmpty(schema: Json): boolean {
  return isJsonObject(schema) && Object.keys(schema).length === 0;
}

/** A document whose component schemas are rewritten, and which reasons had to do with which. */
export interface Rewritten {
  readonly document: JsonObject;
  readonly reasonsOf: ReadonlyMap<string, ReadonlySet<Reason>>;
}

/** Rewrites every component schema of a document by every reason. */
export function rewriteSchemas(document: JsonObject): Rewritten {
  const components = objectOf(document.components);
  const reasonsOf = new Map<string, Set<Reason>>();
  const originals = objectOf(components.schemas);
  const schemas = Object.entries(originals).map(([component, schema]) => {
    const applied = new Set<Reason>();
    reasonsOf.set(component, applied);
    const surroundings = { isPart: false, component, components: originals };
    return [component, rewrite(schema, surroundings, applied)] as const;
  });
  return {
    document: {
      ...document,
      paths: {},
      components: { schemas: Object.fromEntries(schemas) },
    },
    reasonsOf,
  };
}

/** Keywords that hold a schema, an array of schemas, or schemas by name. */
const holders = new Map<string, "schema" | "list" | "map">([
  ["additionalProperties", "schema"],
  ["allOf", "list"],
  ["anyOf", "list"],
  ["items", "schema"],
  ["oneOf", "list"],
  ["patternProperties", "map"],
  ["prefixItems", "list"],
  ["properties", "map"],
]);

function rewrite(schema: Json, surroundings: Surroundings, applied: Set<Reason>): Json {
  if (!isJsonObject(schema)) return schema;
  const members = Object.entries(schema).map(([keyword, value]): readonly [string, Json] => {
    // What stands around the options holds for them as well.
    const isOption = keyword === "anyOf" || keyword === "oneOf";
    const inside =
      keyword === "allOf" ||
      (isOption && (surroundings.isPart || !hasNone(schema, ["type", "properties"])));
    const place = { ...surroundings, isPart: inside };
    return [keyword, rewriteInside(value, holders.get(keyword), place, applied)];
  });
  let rewritten: JsonObject = Object.fromEntries(members);
  for (const reason of reasons) {
    const next = reason.rewrite(rewritten, surroundings);
    if (next !== rewritten) applied.add(reason);
    rewritten = next;
  }
  return rewritten;
}

function rewriteInside(
  value: Json,
  holds: "schema" | "list" | "map" | undefined,
  place: Surroundings,
  applied: Set<Reason>,
): Json {
  if (holds === "schema") return rewrite(value, place, applied);
  if (holds === "list" && isJsonArray(value)) {
    return value.map((item) => rewrite(item, place, applied));
  }
  if (holds === "map" && isJsonObject(value)) {
    const members = Object.entries(value).map(
      ([name, member]) => [name, rewrite(member, place, applied)] as const,
    );
    return Object.fromEntries(members);
  }
  return value;
}

/** Keywords that apply other schemas to the same value, or list what it may be. */
const inPlace = ["$ref", "allOf", "anyOf", "oneOf", "enum", "const"];

function hasNone(schema: JsonObject, keywords: readonly string[]): boolean {
  return keywords.every((keyword) => schema[keyword] === undefined);
}

function typesOf({ type }: JsonObject): readonly Json[] {
  return type === undefined ? [] : isJsonArray(type) ? type : [type];
}

function without(schema: JsonObject, keyword: string): JsonObject {
  if (schema[keyword] === undefined) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== keyword));
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** A nullable component that is referred to, written out without its null. */
function withoutNull(option: Json, components: JsonObject): Json {
  if (!isJsonObject(option) || typeof option.$ref !== "string") return option;
  const name = option.$ref.split("/").at(-1) ?? "";
  const component = components[name];
  return isJsonObject(component) && component.nullable === true
    ? without(component, "nullable")
    : option;
}
