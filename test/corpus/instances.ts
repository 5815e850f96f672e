import fc from "fast-check";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";
import { regExpOf } from "./oracle.js";
import type { Random } from "./random.js";

/** How deep instances go before they have only what they must have, and at all. */
const usualDepth = 5;
const greatestDepth = 20;

/** How many values an instance has before it has only what it must have. */
const usualSize = 120;

const allTypes = ["string", "number", "boolean", "array", "object", "null"];

/** Makes instances of schemas at random. Most are valid, but which is left to others to tell. */
export class Instances {
  readonly #schemas: ReadonlyMap<string, Json>;
  readonly #random: Random;
  #size = 0;

  /**
   * @param schemas - schemas of 2020-12 by the names that are in their `$ref`s
   */
  constructor(schemas: ReadonlyMap<string, Json>, random: Random) {
    this.#schemas = schemas;
    this.#random = random;
  }

  /** An instance of the schema with a name. */
  of(name: string): Json {
    this.#size = 0;
    return this.#instance([{ $ref: name }], 0);
  }

  /** An instance of several schemas at once. */
  #instance(schemas: readonly Json[], depth: number): Json {
    this.#size += 1;
    if (depth > greatestDepth) return null;
    const parts = schemas.flatMap((schema) => this.#parts(schema));
    const values = parts.map(literalsOf).filter((literals) => literals !== undefined);
    if (values.length > 0) return this.#literal(values);
    switch (this.#type(parts)) {
      case "string":
        return this.#string(parts);
      case "integer":
        return this.#number(parts, true);
      case "number":
        return this.#number(parts, this.#random.chance(0.5));
      case "boolean":
        return this.#random.chance(0.5);
      case "array":
        return this.#array(parts, depth);
      case "object":
        return this.#object(parts, depth);
      default:
        return null;
    }
  }

  /** What all has to hold for a way to satisfy a schema, without what applies other schemas to it. */
  #parts(schema: Json): readonly JsonObject[] {
    if (!isJsonObject(schema)) return [];
    const { $ref, allOf, anyOf, oneOf } = schema;
    const target = typeof $ref === "string" ? this.#schemas.get($ref) : undefined;
    const chosen = [anyOf, oneOf].map((options) => this.#random.of(listOf(options)));
    return [schema, target, ...listOf(allOf), ...chosen].flatMap((part) =>
      part === undefined ? [] : part === schema ? [schema] : this.#parts(part),
    );
  }

  #literal(values: readonly (readonly Json[])[]): Json {
    const [first = [], ...others] = values;
    const common = first.filter((value) => others.every((other) => other.includes(value)));
    return this.#random.of(common.length > 0 ? common : first) ?? null;
  }

  #type(parts: readonly JsonObject[]): Json | undefined {
    const lists = parts.flatMap(({ type }) => (type === undefined ? [] : [namesOf(type)]));
    const [first, ...others] = lists;
    if (first !== undefined) {
      return this.#random.of(first.filter((name) => others.every((other) => other.includes(name))));
    }
    const isObject = parts.some(({ properties, required }) => properties ?? required);
    if (isObject && this.#random.chance(0.9)) return "object";
    return this.#random.of(allTypes);
  }

  #string(parts: readonly JsonObject[]): string {
    const pattern = parts.map((part) => part.pattern).find((each) => typeof each === "string");
    if (pattern !== undefined) return this.#random.of(matchesOf(pattern)) ?? "";
    const least = bound(parts, "minLength", Math.max, 0);
    const most = bound(parts, "maxLength", Math.min, least + 8);
    const length = this.#near(least, Math.max(most, least), 12);
    // A character beyond the basic plane is one character, and two units of UTF-16.
    const alphabet = Array.from("abcXYZ019-_. /é𝄞");
    return Array.from({ length }, () => this.#random.of(alphabet) ?? "").join("");
  }

  #number(parts: readonly JsonObject[], isInteger: boolean): number {
    const above = bound(parts, "exclusiveMinimum", Math.max, -Infinity);
    const below = bound(parts, "exclusiveMaximum", Math.min, Infinity);
    const least = Math.max(bound(parts, "minimum", Math.max, -Infinity), above);
    const most = Math.min(bound(parts, "maximum", Math.min, Infinity), below);
    const low = least === -Infinity ? Math.min(-10, most - 10) : least;
    const high = most === Infinity ? Math.max(1000, low + 1000) : Math.max(most, low);
    const step = bound(parts, "multipleOf", Math.max, 0);
    if (step > 0)
      return this.#random.integer(Math.ceil(low / step), Math.floor(high / step)) * step;
    if (this.#random.chance(0.15)) return this.#random.of([low, high]) ?? low;
    if (isInteger) return this.#random.integer(Math.ceil(low), Math.floor(high));
    return low + this.#random.next() * (high - low);
  }

  #array(parts: readonly JsonObject[], depth: number): Json {
    const least = bound(parts, "minItems", Math.max, 0);
    const most = Math.max(bound(parts, "maxItems", Math.min, least + 3), least);
    const length = this.#isEnough(depth) ? least : this.#near(least, most, 4);
    const items = parts.flatMap((part) => (part.items === undefined ? [] : [part.items]));
    return Array.from({ length }, (_, index) => {
      const prefix = parts.flatMap((part) => listOf(part.prefixItems).slice(index, index + 1));
      return this.#instance(prefix.length > 0 ? prefix : items, depth + 1);
    });
  }

  #object(parts: readonly JsonObject[], depth: number): Json {
    const required = new Set(parts.flatMap((part) => listOf(part.required).map(String)));
    const names = new Set([...required, ...parts.flatMap((part) => Object.keys(mapOf(part)))]);
    const share = this.#random.of([0, 0.3, 0.7, 1]) ?? 0;
    const present = [...names].filter(
      (name) => required.has(name) || (!this.#isEnough(depth) && this.#random.chance(share)),
    );
    const isFull = this.#isEnough(depth);
    const open = parts.every((part) => part.additionalProperties !== false);
    const isMap = parts.some((part) => isJsonObject(part.additionalProperties));
    const others =
      !isFull && (isMap || (open && this.#random.chance(0.2)))
        ? ["k", "l"].map((name) => `${name}${this.#random.integer(0, 99)}`)
        : [];
    return Object.fromEntries(
      [...present, ...others].map((name) => [
        name,
        this.#instance(
          parts.flatMap((part) => propertySchemas(part, name)),
          depth + 1,
        ),
      ]),
    );
  }

  #isEnough(depth: number): boolean {
    return depth > usualDepth || this.#size > usualSize;
  }

  /** A size between two, seldom one that is much above the first. */
  #near(least: number, most: number, usual: number): number {
    const isGreatest = most < 1000 && this.#random.chance(0.05);
    return isGreatest ? most : this.#random.integer(least, Math.min(most, least + usual));
  }
}

/** What a schema says about a property. */
function propertySchemas(schema: JsonObject, name: string): readonly Json[] {
  const properties = mapOf(schema);
  const own = Object.hasOwn(properties, name) ? properties[name] : schema.additionalProperties;
  return own === undefined ? [] : [own];
}

function literalsOf(schema: JsonObject): readonly Json[] | undefined {
  if (schema.const !== undefined) return [schema.const];
  return isJsonArray(schema.enum) ? schema.enum : undefined;
}

function mapOf({ properties }: JsonObject): JsonObject {
  return isJsonObject(properties) ? properties : {};
}

function bound(
  parts: readonly JsonObject[],
  keyword: string,
  closest: (...limits: number[]) => number,
  otherwise: number,
): number {
  const limits = parts.map((part) => part[keyword]).filter((limit) => typeof limit === "number");
  return limits.length === 0 ? otherwise : closest(...limits);
}

function listOf(value: Json | undefined): readonly Json[] {
  return isJsonArray(value) ? value : [];
}

function namesOf(type: Json): readonly Json[] {
  return isJsonArray(type) ? type : [type];
}

const matches = new Map<string, readonly string[]>();

/** Some strings that match a pattern, if fast-check can make any. */
function matchesOf(pattern: string): readonly string[] {
  const known = matches.get(pattern);
  if (known !== undefined) return known;
  const made = madeFor(pattern);
  matches.set(pattern, made);
  return made;
}

function madeFor(pattern: string): readonly string[] {
  try {
    return fc.sample(fc.stringMatching(regExpOf(pattern)), { seed: 1, numRuns: 20 });
  } catch {
    return ["", "a", "text", "1"];
  }
}
