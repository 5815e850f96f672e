import { isJsonObject, type Json, type JsonObject, ownMember } from "../core/json.js";
import { keyOfPlace, type Place } from "../core/place.js";
import type { SchemaId } from "../core/schema-id.js";
import type { ObjectSchema, Schema } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";
import { areApart, literalsOf, partsOf, referencesFrom } from "../schema/tags.js";
import { atSamePlace } from "./same-place.js";

/** The properties that distinguish the alternatives of unions. */
export interface Tags {
  /**
   * Whether a property distinguishes a schema from the other alternatives of a union.
   *
   * @param schema The schema of an object.
   * @param property The name of the property.
   */
  readonly isTag: (schema: Place, property: string) => boolean;
  /** Returns the name of the tag whose values a schema lists, or undefined. */
  readonly tagListedAt: (schema: Place) => string | undefined;
  /**
   * Returns the alternatives of a union that the constants of a value point to.
   *
   * @param options The alternatives.
   * @param value A value of the union.
   * @returns The alternatives that share the most constants with the value and contradict none. Empty if
   *   no alternative shares a constant with it.
   */
  readonly optionsFor: (options: readonly Schema[], value: Json) => readonly Schema[];
}

/**
 * Finds the tags of unions. These are more than the properties that guards switch on: an optional
 * property distinguishes alternatives too, if a value has it.
 *
 * @param all The schemas of a document.
 * @param schemas Finds the schemas that others refer to.
 */
export function findTags(all: readonly Schema[], { get }: Pick<Schemas, "get">): Tags {
  const known = new Map<SchemaId, Option>();
  const optionOf = (schema: Schema): Option => {
    const option = known.get(schema.id) ?? readOption(schema, get);
    known.set(schema.id, option);
    return option;
  };
  const tagged = new Set<string>();
  const listed = new Map<string, string>();
  for (const { options, discriminator } of all.flatMap(unionsOf)) {
    const objects = options.map(optionOf).filter(({ isObject }) => isObject);
    for (const name of tagNames(discriminator, objects)) {
      for (const { parts, properties } of objects) {
        for (const { place } of parts) tagged.add(keyOf(place, name));
        for (const { place } of properties.get(name)?.schemas ?? []) {
          listed.set(keyOfPlace(place), name);
        }
      }
    }
  }
  return {
    isTag: (schema, property) => tagged.has(keyOf(schema, property)),
    tagListedAt: (schema) => listed.get(keyOfPlace(schema)),
    optionsFor: (options, value) => {
      if (!isJsonObject(value)) return [];
      const scores = options.map((option) => scoreOf(value, optionOf(option)));
      const best = Math.max(0, ...scores);
      return best === 0 ? [] : options.filter((_, index) => scores[index] === best);
    },
  };
}

function keyOf(place: Place, property: string): string {
  return JSON.stringify([keyOfPlace(place), property]);
}

/** Returns how many constants a value shares with an option; -1 if any constant differs. */
function scoreOf(value: JsonObject, { properties }: Option): number {
  let score = 0;
  for (const [name, { values }] of properties) {
    const member = ownMember(value, name);
    if (member === undefined || values === undefined) continue;
    if (!values.includes(member)) return -1;
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
  const telling = [...first.properties.keys()].filter((name) =>
    areApart(options.map(({ properties }) => properties.get(name)?.values ?? [])),
  );
  return discriminator === undefined ? telling : [...new Set([discriminator, ...telling])];
}

/** An alternative of a union. */
interface Option {
  readonly isObject: boolean;
  /** The schemas that apply to the whole value, including referenced ones. */
  readonly parts: readonly ObjectSchema[];
  readonly properties: ReadonlyMap<string, Property>;
}

/** A property of an alternative. */
interface Property {
  /** Its schema, and those that this one refers to instead of listing values. */
  readonly schemas: readonly Schema[];
  /** The values that it can have, if only some are allowed. */
  readonly values: readonly Json[] | undefined;
}

function readOption(schema: Schema, get: Schemas["get"]): Option {
  const parts = atSamePlace(schema).flatMap((whole) => partsOf(whole, get));
  const described = parts.flatMap(({ keywords: { properties } }) => [...(properties ?? [])]);
  const all = new Map<string, Property>();
  for (const [name, property] of described) {
    const schemas = atSamePlace(property).flatMap((whole) => referencesFrom(whole, get));
    const values = atSamePlace(property)
      .map((whole) => literalsOf(whole, get))
      .find((listed) => listed !== undefined);
    const known = all.get(name);
    all.set(name, {
      schemas: [...(known?.schemas ?? []), ...schemas],
      values: values ?? known?.values,
    });
  }
  return {
    isObject: parts.some(({ keywords }) => keywords.properties !== undefined),
    parts,
    properties: all,
  };
}

interface Union {
  readonly options: readonly Schema[];
  readonly discriminator: string | undefined;
}

function unionsOf(schema: Schema): readonly Union[] {
  if (schema.kind === "boolean") return [];
  const { anyOf, oneOf, discriminator } = schema.keywords;
  return [anyOf, oneOf].flatMap((options) =>
    options === undefined ? [] : [{ options, discriminator: discriminator?.propertyName }],
  );
}
