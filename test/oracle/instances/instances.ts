import { jsonTypes } from "../../../generator/core/json-type.js";
import fc from "fast-check";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../../generator/core/json.js";
import { anyJson, asJson, propertyNames } from "./any-json.js";
import { listOf } from "./merge.js";
import { numbers } from "./numbers.js";
import { strings } from "./strings.js";
import { variantsOf } from "./variants.js";

/** How deep values go into a schema before they have only what they must have. */
const usualDepth = 7;
/** How deep they go at all. */
const greatestDepth = 12;

/**
 * Instances of a schema, most of them valid. Not all: what keywords say about each other is left to
 * the validators that judge them.
 *
 * @param schema - a schema of JSON Schema 2020-12
 * @param document - what its references are looked up in
 */
export function instances(schema: Json, document: Json): fc.Arbitrary<Json> {
  return new Instances(document).of(schema, 0).map(asJson);
}

class Instances {
  readonly #document: Json;
  readonly #known = new Map<Json, Map<number, fc.Arbitrary<Json>>>();

  constructor(document: Json) {
    this.#document = document;
  }

  of(schema: Json, depth: number): fc.Arbitrary<Json> {
    const known = this.#known.get(schema) ?? new Map<number, fc.Arbitrary<Json>>();
    this.#known.set(schema, known);
    const arbitrary = known.get(depth) ?? this.#ofAnyVariant(schema, depth);
    known.set(depth, arbitrary);
    return arbitrary;
  }

  #ofAnyVariant(schema: Json, depth: number): fc.Arbitrary<Json> {
    if (depth > greatestDepth) return fc.constant(null);
    const variants = variantsOf(schema, this.#document);
    return variants.length === 0
      ? anyJson()
      : fc.oneof(...variants.map((variant) => this.#ofVariant(variant, depth)));
  }

  #ofVariant(schema: JsonObject, depth: number): fc.Arbitrary<Json> {
    const { enum: values, type = jsonTypes } = schema;
    if (isJsonArray(values)) return values.length === 0 ? anyJson() : fc.constantFrom(...values);
    const types = listOf(type);
    if (types.length === 0) return anyJson();
    return fc.oneof(...types.map((each) => this.#ofType(each, schema, depth)));
  }

  #ofType(type: Json, schema: JsonObject, depth: number): fc.Arbitrary<Json> {
    switch (type) {
      case "boolean":
        return fc.boolean();
      case "number":
      case "integer":
        return numbers(schema, type === "integer");
      case "string":
        return strings(schema);
      case "array":
        return this.#array(schema, depth);
      case "object":
        return this.#object(schema, depth);
      default:
        return fc.constant(null);
    }
  }

  #array(schema: JsonObject, depth: number): fc.Arbitrary<Json> {
    const { prefixItems = [], items = true, contains, minItems = 0, maxItems } = schema;
    const prefix = listOf(prefixItems);
    const least = Math.max(Number(minItems), contains === undefined ? 0 : 1);
    const most = maxItems === undefined ? least + 3 : Math.max(Number(maxItems), least);
    const first = fc.tuple(...prefix.map((item) => this.of(item, depth + 1)));
    const fewest = items === false ? 0 : Math.max(least - prefix.length, 0);
    const rest = fc.array(this.of(items, depth + 1), {
      minLength: fewest,
      maxLength: depth > usualDepth || items === false ? fewest : Math.max(most - prefix.length, 0),
    });
    const wanted =
      contains === undefined
        ? fc.constant([])
        : fc.array(this.of(contains, depth + 1), { minLength: 1, maxLength: 3 });
    return fc
      .tuple(first, wanted, rest, fc.integer({ min: least, max: most }), fc.nat(3))
      .map(([head, found, tail, length, luck]) => {
        const array = [...head, ...found, ...tail].slice(0, length);
        return schema.uniqueItems === true && luck > 0 ? withoutRepetition(array) : array;
      });
  }

  #object(schema: JsonObject, depth: number): fc.Arbitrary<Json> {
    const { minProperties = 0, maxProperties = Infinity } = schema;
    const required = listOf(schema.required).map(String);
    const properties = membersOf(schema.properties);
    const names = [...new Set([...required, ...Object.keys(properties)])];
    const named = fc.tuple(
      ...names.map((name) => {
        const property = memberOf(properties, name) ?? schema.additionalProperties ?? true;
        const entry = fc.tuple(fc.constant(name), this.of(property, depth + 1));
        if (required.includes(name)) return entry;
        return depth > usualDepth ? fc.constant(undefined) : fc.option(entry, { nil: undefined });
      }),
    );
    const least = Math.max(Number(minProperties) - required.length, 0);
    return fc.tuple(named, this.#others(schema, least, depth)).map(([entries, others]) => {
      const present = entries.filter((entry) => entry !== undefined);
      const kept = present.filter(([name]) => required.includes(name));
      const optional = [...present.filter((entry) => !kept.includes(entry)), ...others];
      const room = Math.max(Number(maxProperties) - kept.length, 0);
      return Object.fromEntries([...optional.slice(0, room), ...kept]);
    });
  }

  /** Properties that the schema does not name. */
  #others(
    {
      propertyNames: ofNames,
      patternProperties,
      additionalProperties = true,
      ...schema
    }: JsonObject,
    least: number,
    depth: number,
  ): fc.Arbitrary<(readonly [string, Json])[]> {
    const most = Math.max(Number(schema.maxProperties ?? least + 2), least);
    const name =
      ofNames === undefined
        ? propertyNames()
        : this.of({ allOf: [{ type: "string" }, ofNames] }, depth + 1).map((value) =>
            typeof value === "string" ? value : JSON.stringify(value),
          );
    const kinds = [
      ...Object.entries(membersOf(patternProperties)).map(([pattern, property]) =>
        fc.tuple(strings({ pattern }), this.of(property, depth + 1)),
      ),
      ...(additionalProperties === false
        ? []
        : [fc.tuple(name, this.of(additionalProperties, depth + 1))]),
    ];
    if (kinds.length === 0 || (depth > usualDepth && least === 0)) return fc.constant([]);
    const few = fc.array(fc.oneof(...kinds), { minLength: least, maxLength: most });
    const many = fc.array(fc.oneof(...kinds), { minLength: most, maxLength: most });
    return fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: many });
  }
}

function membersOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function memberOf(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function withoutRepetition(items: readonly Json[]): readonly Json[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
