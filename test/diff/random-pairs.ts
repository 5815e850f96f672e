import fc from "fast-check";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";
import { Random } from "../corpus/random.js";
import { schemas } from "../oracle/instances/schemas.js";

/** Component schemas by name, before and after some changes. */
export interface Pair {
  readonly old: JsonObject;
  readonly new: JsonObject;
}

const names = ["A", "B", "C"] as const;

/** How many changes are made at most. */
const mostChanges = 2;

/** Returns random component schemas, and the same after one or two changes in them. */
export function randomPair(seed: number): Pair {
  const random = new Random(seed);
  const some = (depth: number, inPlace: readonly string[] = []): Json => {
    const [schema = true] = fc.sample(schemas({ inPlace, inside: names }, depth), {
      seed: random.integer(1, 2 ** 30),
      numRuns: 1,
    });
    return schema;
  };
  const old = Object.fromEntries(
    names.map((name, index) => {
      // References in place lead to later components, so that there are no circles of them.
      const others = names.slice(index + 1);
      return [name, random.chance(0.5) ? some(2, others) : objectSchema(random, some, others)];
    }),
  );
  let changed: JsonObject = old;
  const changes = random.integer(1, mostChanges);
  for (let count = 0; count < changes; count += 1) {
    const places = placesIn(changed);
    const place = random.of(places);
    if (place === undefined) continue;
    const component = names.findIndex((name) => name === place[0]);
    const others = place.length === 1 ? names.slice(component + 1) : [];
    changed = replaced(changed, place, (schema) =>
      mutated(schema, random, () => some(random.integer(0, 1), others)),
    );
  }
  return { old, new: changed };
}

/** An object as most documents have them. */
function objectSchema(
  random: Random,
  some: (depth: number, inPlace?: readonly string[]) => Json,
  others: readonly string[],
): Json {
  const members = ["a", "b", "c"].filter(() => random.chance(0.6));
  const reference = others[0];
  const object: JsonObject = {
    type: "object",
    properties: Object.fromEntries(members.map((name) => [name, some(1)])),
    ...(random.chance(0.6) && { required: members.filter(() => random.chance(0.5)) }),
    ...(random.chance(0.3) && { additionalProperties: random.chance(0.5) ? false : some(0) }),
  };
  if (reference === undefined || random.chance(0.4)) return object;
  const $ref = `#/components/schemas/${reference}`;
  const keyword = random.of(["allOf", "anyOf", "oneOf"]) ?? "allOf";
  return random.chance(0.5) ? { ...object, $ref } : { [keyword]: [object, { $ref }] };
}

type Keys = readonly string[];

const single = ["items", "additionalProperties", "contains", "propertyNames", "not", "if"];
const singles: ReadonlySet<string> = new Set([...single, "then", "else"]);
const lists: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const maps: ReadonlySet<string> = new Set(["properties", "patternProperties", "dependentSchemas"]);

/** The places of all schemas in component schemas. */
function placesIn(components: JsonObject): readonly Keys[] {
  return Object.entries(components).flatMap(([name, schema]) => placesFrom(schema, [name]));
}

function placesFrom(schema: Json, at: Keys): readonly Keys[] {
  const inside = isJsonObject(schema) ? Object.entries(schema) : [];
  return [
    at,
    ...inside.flatMap(([keyword, value]) => {
      if (singles.has(keyword)) return placesFrom(value, [...at, keyword]);
      if (!lists.has(keyword) && !maps.has(keyword)) return [];
      return Object.entries(value ?? {}).flatMap(([key, inner]) =>
        placesFrom(inner as Json, [...at, keyword, key]),
      );
    }),
  ];
}

function replaced(whole: JsonObject, place: Keys, change: (schema: Json) => Json): JsonObject {
  const inside = (value: Json, [key, ...rest]: Keys): Json => {
    if (key === undefined) return change(value);
    if (isJsonArray(value)) {
      return value.map((item, index) => (String(index) === key ? inside(item, rest) : item));
    }
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        name === key ? inside(member, rest) : member,
      ]),
    );
  };
  return inside(whole, place) as JsonObject; // the place is not that of the whole
}

type Mutation = (schema: JsonObject, random: Random, some: () => Json) => Json | undefined;

/** Changes a schema in one respect. */
function mutated(schema: Json, random: Random, some: () => Json): Json {
  if (!isJsonObject(schema)) return random.chance(0.5) ? !schema : some();
  for (let tries = 0; tries < 20; tries += 1) {
    const result = random.of(mutations)?.(schema, random, some);
    if (result !== undefined) return result;
  }
  return some();
}

const mutations: readonly Mutation[] = [
  (schema) => ({ allOf: [schema] }),
  (schema) => ({ anyOf: [schema] }),
  (schema) => ({ oneOf: [schema] }),
  (schema) => ({ not: { not: schema } }),
  (schema) => ({ anyOf: [schema, { type: "null" }] }),
  (schema, random, some) => ({ allOf: shuffled([schema, some()], random) }),
  (schema, random, some) => ({ anyOf: shuffled([schema, some()], random) }),
  (schema, random, some) => ({ oneOf: shuffled([schema, some()], random) }),
  (schema, _random, some) => withAll(schema, some()),
  (schema, _random, some) => withAll(some(), schema),
  without,
  without,
  changedNumber,
  changedNumber,
  changedTypes,
  changedTypes,
  changedProperties,
  changedProperties,
  changedRequired,
  changedRequired,
  changedOthers,
  changedOthers,
  changedOptions,
  changedOptions,
  changedEnum,
  (_schema, _random, some) => some(),
];

function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  return random.chance(0.5) ? items : [...items].reverse();
}

function withAll(schema: Json, added: Json): Json | undefined {
  return isJsonObject(schema) && isJsonObject(added) ? { ...schema, ...added } : undefined;
}

function without(schema: JsonObject, random: Random): Json | undefined {
  const gone = random.of(Object.keys(schema));
  return gone === undefined
    ? undefined
    : Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== gone));
}

function changedNumber(schema: JsonObject, random: Random): Json | undefined {
  const numbers = Object.entries(schema).filter(([, value]) => typeof value === "number");
  const [keyword, value] = random.of(numbers) ?? [];
  if (keyword === undefined || keyword === "const" || typeof value !== "number") return undefined;
  if (keyword === "multipleOf") return { ...schema, [keyword]: value * 2 };
  const changed = value + (random.chance(0.5) ? 1 : -1);
  const isSize = /^(min|max)(Length|Items|Properties|Contains)$/.test(keyword);
  return { ...schema, [keyword]: isSize ? Math.max(changed, 0) : changed };
}

function changedTypes({ type, ...schema }: JsonObject, random: Random): Json {
  const types = ["null", "boolean", "number", "integer", "string", "array", "object"];
  const known = isJsonArray(type ?? null)
    ? (type as readonly Json[])
    : type === undefined
      ? []
      : [type];
  const added = random.of(types) ?? "null";
  const next = known.includes(added) ? known.filter((each) => each !== added) : [...known, added];
  return next.length === 0
    ? schema
    : { ...schema, type: next.length === 1 ? (next[0] ?? added) : next };
}

function changedProperties(schema: JsonObject, random: Random, some: () => Json): Json | undefined {
  const known = schema.properties ?? {};
  if (!isJsonObject(known)) return undefined;
  const name = random.of(["a", "b", "c", "d"]) ?? "a";
  const others = Object.entries(known).filter(([each]) => each !== name);
  const isKnown = others.length < Object.keys(known).length;
  return {
    ...schema,
    properties: Object.fromEntries(isKnown ? others : [...others, [name, some()]]),
  };
}

function changedRequired(schema: JsonObject, random: Random): Json {
  const required = isJsonArray(schema.required ?? null) ? (schema.required as readonly Json[]) : [];
  const name = random.of(["a", "b", "c", "d"]) ?? "a";
  const changed = required.includes(name)
    ? required.filter((each) => each !== name)
    : [...required, name];
  return { ...schema, required: changed };
}

function changedOthers(
  { additionalProperties, ...schema }: JsonObject,
  random: Random,
  some: () => Json,
): Json {
  if (additionalProperties !== undefined && random.chance(0.6)) return schema;
  return { ...schema, additionalProperties: random.chance(0.6) ? false : some() };
}

function changedOptions(schema: JsonObject, random: Random, some: () => Json): Json | undefined {
  const keyword = ["anyOf", "oneOf", "allOf"].find((each) => schema[each] !== undefined);
  const options = keyword === undefined ? undefined : schema[keyword];
  if (keyword === undefined || options === undefined || !isJsonArray(options)) return undefined;
  const choice = random.integer(0, 3);
  if (choice === 0) return { ...schema, [keyword]: [...options].reverse() };
  if (choice === 1) {
    const { [keyword]: gone, ...others } = schema;
    const other = random.of(["anyOf", "oneOf", "allOf"]) ?? keyword;
    return { ...others, [other]: gone ?? [] };
  }
  if (choice === 2 && options.length > 1) {
    const gone = random.integer(0, options.length - 1);
    return { ...schema, [keyword]: options.filter((_, index) => index !== gone) };
  }
  return { ...schema, [keyword]: shuffled([...options, some()], random) };
}

function changedEnum(schema: JsonObject, random: Random): Json | undefined {
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (values === undefined || !isJsonArray(values)) return undefined;
  const others = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== "const"));
  const gone = random.integer(0, values.length - 1);
  const changed =
    random.chance(0.5) && values.length > 1
      ? values.filter((_, index) => index !== gone)
      : [...values, random.of(["a", "d", 7, null]) ?? null];
  return { ...others, enum: [...new Set(changed)] };
}
