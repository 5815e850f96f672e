import { type Document, valueAt } from "../openapi/document.js";
import { isJsonArray, isJsonObject, type Json, type JsonObject, ownMember } from "../core/json.js";
import { below, keyOfPlace, type Place } from "../core/place.js";
import { referenceTarget } from "./walk.js";

/** The properties by which values tell what alternative they are. */
export interface Tags {
  /**
   * Whether a property of a schema is what tells it from the other alternatives of a union.
   *
   * @param schema The schema of an object.
   * @param property The name of the property.
   */
  readonly isTag: (schema: Place, property: string) => boolean;
  /**
   * The alternatives of a union that the constants of a value point to.
   *
   * @param union A schema with `anyOf` or `oneOf`.
   * @param keyword Which of the two.
   * @param value A value that should be one of the alternatives.
   * @returns The indexes of the alternatives that have the most constants of the value, and none
   *   that contradicts it; none, if no alternative has constants in common with it.
   */
  readonly optionsFor: (union: Place, keyword: "anyOf" | "oneOf", value: Json) => readonly number[];
}

/** Finds the tags of the unions in the entry file of a document. */
export function findTags(document: Document): Tags {
  const tags = new Set<string>();
  const keyOf = (place: Place, property: string): string =>
    JSON.stringify([place.pointer, property]);
  for (const union of unionsIn(document)) {
    const options = union.options.map((option) => constantsOf(option, document));
    const objects = options.filter(({ isObject }) => isObject);
    for (const name of tagNames(union.discriminator, objects)) {
      for (const option of objects) {
        for (const place of option.places) tags.add(keyOf(place, name));
      }
    }
  }
  return {
    isTag: (schema, property) => schema.uri === document.uri && tags.has(keyOf(schema, property)),
    optionsFor: (union, keyword, value) => {
      if (!isJsonObject(value)) return [];
      const schema = valueAt(union, document);
      const options = isJsonObject(schema) ? ownMember(schema, keyword) : undefined;
      if (!isJsonArray(options)) return [];
      const scores = options.map((_, index) =>
        scoreOf(value, constantsOf(below(union, keyword, index), document)),
      );
      const best = Math.max(0, ...scores);
      return best === 0 ? [] : scores.flatMap((score, index) => (score === best ? [index] : []));
    },
  };
}

/** How many constants a value has in common with an option; -1, where one is another. */
function scoreOf(value: JsonObject, { constants }: Option): number {
  let score = 0;
  for (const [name, known] of constants) {
    const member = ownMember(value, name);
    if (member === undefined) continue;
    if (!known.includes(member)) return -1;
    score += 1;
  }
  return score;
}

function tagNames(
  discriminator: string | undefined,
  options: readonly Option[],
): readonly string[] {
  const [first, ...others] = options;
  if (first === undefined || others.length === 0) return [];
  const telling = [...first.constants.keys()].filter((name) => {
    const values = options.flatMap(({ constants }) => constants.get(name) ?? []);
    const isEverywhere = options.every(({ constants }) => constants.has(name));
    return isEverywhere && new Set(values).size === values.length;
  });
  return discriminator === undefined ? telling : [...new Set([discriminator, ...telling])];
}

/** An alternative of a union. */
interface Option {
  readonly isObject: boolean;
  /** The schemas that apply to the whole value, wherever they stand. */
  readonly places: readonly Place[];
  /** The properties that can only be some strings, and these. */
  readonly constants: ReadonlyMap<string, readonly Json[]>;
}

/** What a schema and all that applies with it say of the properties of an object. */
function constantsOf(start: Place, document: Document): Option {
  const places: Place[] = [];
  const constants = new Map<string, readonly Json[]>();
  const seen = new Set<string>();
  const pending = [start];
  let isObject = false;
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const schema = valueAt(place, document);
    if (!isJsonObject(schema) || seen.has(keyOfPlace(place))) continue;
    seen.add(keyOfPlace(place));
    places.push(place);
    const target = referenceTarget(schema, place, document);
    if (target !== undefined) pending.push(target);
    const parts = ownMember(schema, "allOf");
    if (isJsonArray(parts)) {
      for (const index of parts.keys()) pending.push(below(place, "allOf", index));
    }
    const properties = ownMember(schema, "properties");
    if (!isJsonObject(properties)) continue;
    isObject = true;
    for (const [name, property] of Object.entries(properties)) {
      const values = listedValues(property);
      if (values !== undefined) constants.set(name, values);
    }
  }
  return { isObject, places, constants };
}

function listedValues(schema: Json): readonly Json[] | undefined {
  if (!isJsonObject(schema)) return undefined;
  const constant = ownMember(schema, "const");
  if (constant !== undefined) return [constant];
  const values = ownMember(schema, "enum");
  return isJsonArray(values) ? values : undefined;
}

interface Union {
  readonly options: readonly Place[];
  readonly discriminator?: string;
}

/** Everything in the entry file that looks like a union; what only looks like one does no harm. */
function unionsIn(document: Document): readonly Union[] {
  const unions: Union[] = [];
  const pending: [Json, Place][] = [[document.root, { uri: document.uri, pointer: "" }]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [value, place] = next;
    if (typeof value !== "object" || value === null) continue;
    for (const [name, member] of Object.entries(value)) pending.push([member, below(place, name)]);
    if (!isJsonObject(value)) continue;
    for (const keyword of ["anyOf", "oneOf"]) {
      const options = ownMember(value, keyword);
      if (!isJsonArray(options)) continue;
      const discriminator = ownMember(value, "discriminator");
      const name = isJsonObject(discriminator) ? discriminator.propertyName : undefined;
      unions.push({
        options: options.map((_, index) => below(place, keyword, index)),
        ...(typeof name === "string" && { discriminator: name }),
      });
    }
  }
  return unions;
}
