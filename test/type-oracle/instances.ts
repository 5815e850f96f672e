import fc from "fast-check";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";

/** Names of properties that the schemas speak of, and some that they do not. */
const names = ["a", "b", "c", "kind", "x-a", "n1", "other"];

const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, 1, 2, -1, 1.5, "", "a", "b", "abc", [], {}),
  fc.string({ maxLength: 3 }).filter((text) => !/[\u2028\u2029]/.test(text)),
  fc.integer({ min: -5, max: 12 }),
);

const anything: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

/**
 * Instances that have to do with a schema: many are valid, and many break one of its keywords.
 *
 * @param schema - the schema, as it is in the document
 * @param components - the component schemas of the document, which it may refer to
 * @param depth - how deep it is followed before anything will do
 */
export function instancesOf(schema: Json, components: JsonObject, depth = 4): fc.Arbitrary<Json> {
  if (depth === 0 || !isJsonObject(schema)) return anything;
  const inside = (value: Json): fc.Arbitrary<Json> => instancesOf(value, components, depth - 1);
  const { $ref, const: only, enum: values } = schema;
  const options: fc.Arbitrary<Json>[] = [anything];
  if (only !== undefined) options.push(fc.constant(only));
  if (isJsonArray(values)) options.push(fc.constantFrom(...values));
  if (typeof $ref === "string") {
    const target = components[$ref.replace("#/components/schemas/", "")];
    if (target !== undefined) options.push(inside(target), inside(target));
  }
  const objects = objectsOf(schema, components, inside);
  if (objects !== undefined) options.push(objects, objects, objects);
  const arrays = arraysOf(schema, inside);
  if (arrays !== undefined) options.push(arrays, arrays);
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const list = schema[keyword];
    if (isJsonArray(list)) options.push(...list.map(inside));
  }
  const types = isJsonArray(schema.type) ? [...schema.type] : [schema.type];
  if (only !== undefined || values !== undefined) types.splice(0);
  if (types.includes("string")) options.push(fc.string({ maxLength: 4 }));
  if (types.includes("null")) options.push(fc.constant(null));
  if (types.includes("boolean")) options.push(fc.boolean());
  if (types.includes("number")) options.push(fc.constantFrom<Json>(0.5, 3, -2));
  if (types.includes("integer")) options.push(fc.integer({ min: -3, max: 20 }));
  const [other, ...directed] = options;
  return other === undefined || directed.length === 0
    ? anything
    : fc.oneof(
        { weight: 1, arbitrary: other },
        ...directed.map((arbitrary) => ({ weight: 12, arbitrary })),
      );
}

/** Objects of the properties that a schema, its parts and its conditions describe. */
function objectsOf(
  schema: JsonObject,
  components: JsonObject,
  inside: (value: Json) => fc.Arbitrary<Json>,
): fc.Arbitrary<Json> | undefined {
  const described = new Map<string, Json[]>();
  collect(schema, components, described, 5);
  if (described.size === 0 && !("additionalProperties" in schema)) return undefined;
  const { additionalProperties = true } = schema;
  const arbitraries: Readonly<Record<string, fc.Arbitrary<Json>>> = Object.fromEntries(
    [...described].map(([name, all]) => [name, fc.oneof(...all.map(inside))] as const),
  );
  const full: fc.Arbitrary<JsonObject> = fc.record(arbitraries, { noNullPrototype: true });
  // Some of the properties: the others are left out again.
  const some = fc
    .tuple(full, fc.subarray([...described.keys()]))
    .map(([all, kept]) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => kept.includes(name))),
    );
  const others = fc.dictionary(fc.constantFrom(...names), inside(additionalProperties), {
    maxKeys: 2,
    noNullPrototype: true,
  });
  const mixed = fc.tuple(others, some).map(([more, few]): JsonObject => ({ ...more, ...few }));
  return fc.oneof<fc.Arbitrary<Json>[]>(some, full, mixed);
}

function collect(
  schema: Json,
  components: JsonObject,
  into: Map<string, Json[]>,
  depth: number,
): void {
  if (!isJsonObject(schema) || depth === 0) return;
  const add = (name: string, value: Json): void => {
    into.set(name, [...(into.get(name) ?? []), value]);
  };
  if (isJsonObject(schema.properties)) {
    for (const [name, value] of Object.entries(schema.properties)) add(name, value);
  }
  if (isJsonObject(schema.patternProperties)) {
    for (const value of Object.values(schema.patternProperties)) add("x-a", value);
  }
  if (isJsonArray(schema.required)) {
    for (const name of schema.required) {
      if (typeof name === "string" && !into.has(name)) add(name, true);
    }
  }
  const target =
    typeof schema.$ref === "string"
      ? components[schema.$ref.replace("#/components/schemas/", "")]
      : undefined;
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => {
    const list = schema[keyword];
    return isJsonArray(list) ? list : [];
  });
  const conditions = ["if", "then", "else", "not"].flatMap((keyword) => schema[keyword] ?? []);
  const { dependentSchemas } = schema;
  const dependents = isJsonObject(dependentSchemas) ? Object.values(dependentSchemas) : [];
  for (const part of [...parts, ...conditions, ...dependents, target ?? true]) {
    collect(part, components, into, depth - 1);
  }
}

/** Arrays of the items that a schema describes, up to two longer than it names. */
function arraysOf(
  schema: JsonObject,
  inside: (value: Json) => fc.Arbitrary<Json>,
): fc.Arbitrary<Json> | undefined {
  const { prefixItems, items, contains } = schema;
  if (prefixItems === undefined && items === undefined && contains === undefined) return undefined;
  const prefix = isJsonArray(prefixItems) ? prefixItems : [];
  const rest = fc.array(fc.oneof(inside(items ?? true), inside(contains ?? items ?? true)), {
    maxLength: 3,
  });
  return fc
    .tuple(fc.tuple(...prefix.map(inside)), rest, fc.nat({ max: prefix.length + 3 }))
    .map(([first, more, length]): Json => [...first, ...more].slice(0, length));
}
