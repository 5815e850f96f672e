import type { Direction } from "../core/direction.js";
import { keyOfPlace, type Place } from "../core/place.js";
import type { SchemaId } from "../core/schema-id.js";
import { strongComponents } from "../core/strong-components.js";
import { childrenOf, insideInPlace, referencesInPlace } from "./children.js";
import { isNullOnly } from "./keywords/in-place.js";
import type { ObjectSchema, Schema } from "./schema.js";

/** Which properties are not sent in a direction. */
export interface Unsent {
  /** The unsent properties of the object that the schema at a place describes. */
  readonly at: (place: Place) => ReadonlySet<string>;
  /** Whether a schema leaves out a property somewhere inside. */
  readonly isIn: (schema: Schema) => boolean;
  /**
   * Whether a schema, or another schema that it applies to the same object, leaves out a property.
   */
  readonly isOf: (place: Place) => boolean;
  /** Returns the given properties that a schema describes or requires, itself or by reference. */
  readonly mentioned: (place: Place, names: readonly string[]) => readonly string[];
}

/** Finds the properties that are not sent in a direction. */
export type FindUnsent = (direction: Direction) => Unsent;

/**
 * Returns a function that finds the properties that are not sent in a direction. `readOnly` and `writeOnly`
 * count wherever they certainly apply to a property: in the schemas that it refers to, and in
 * `allOf`. If one schema of an object marks a property, the property is unsent for the whole
 * object.
 *
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-9.4
 *
 * @param schemas - The schemas that no other schema contains, with all their properties.
 */
export function prepareUnsent(
  schemas: readonly Schema[],
  get: (id: SchemaId) => Schema,
): FindUnsent {
  const objects = schemas.flatMap(inside);
  // Few documents mark any property.
  if (!objects.some((schema) => missingIn(schema).length > 0)) return () => noneUnsent;
  const components = strongComponents(schemas, (schema) => referencesInPlace(schema).map(get));
  const directionsOf = unionByReference<Direction>(components, (schema, known) =>
    certainly(schema, missingIn, known),
  );

  return (direction) => {
    const isUnsent = (property: Schema): boolean => !isSentIn(property, direction, directionsOf);
    const own = new Map(
      objects.map(({ id, keywords: { properties = new Map<string, Schema>() } }) => [
        id,
        [...properties].flatMap(([name, property]) => (isUnsent(property) ? [name] : [])),
      ]),
    );
    const shared = namesOfSeveral(objects, new Set([...own.values()].flat()));
    const sharedOf = ({ id }: ObjectSchema): readonly string[] =>
      (own.get(id) ?? []).filter((name) => shared.has(name));
    const inherited = unionByReference<string>(components, (schema, known) =>
      certainly(schema, sharedOf, known),
    );
    const at = new Map<string, Set<string>>();
    for (const schema of objects) {
      const names = [...(own.get(schema.id) ?? []), ...certainly(schema, sharedOf, inherited)];
      if (names.length === 0) continue;
      const key = keyOfPlace(schema.place);
      at.set(key, new Set([...(at.get(key) ?? []), ...names]));
    }
    const ownOf = ({ id }: ObjectSchema): readonly string[] => own.get(id) ?? [];
    const left = unionByReference<string>(components, (schema, known) =>
      anywhere(schema, ownOf, known),
    );
    const leaving = new Set(
      objects
        .filter((schema) => anywhere(schema, ownOf, left).size > 0)
        .map(({ place }) => keyOfPlace(place)),
    );
    const sharedIn = (schema: ObjectSchema): readonly string[] =>
      namesIn(schema).filter((name) => shared.has(name));
    const mentions = unionByReference<string>(components, (schema, known) =>
      anywhere(schema, sharedIn, known),
    );
    const mentioned = new Map(
      objects.map((schema) => [keyOfPlace(schema.place), anywhere(schema, sharedIn, mentions)]),
    );
    return {
      at: (place) => at.get(keyOfPlace(place)) ?? nothing,
      isOf: (place) => leaving.has(keyOfPlace(place)),
      isIn: (schema) => inside(schema).some(({ place }) => at.has(keyOfPlace(place))),
      mentioned: (place, names) =>
        names.filter((name) => mentioned.get(keyOfPlace(place))?.has(name) === true),
    };
  };
}

/** What is already known of schemas, by id. */
type Known<Value> = (id: SchemaId) => ReadonlySet<Value>;

const nothing: ReadonlySet<never> = new Set();

const noneUnsent: Unsent = {
  at: () => nothing,
  isIn: () => false,
  isOf: () => false,
  mentioned: () => [],
};

/** Whether the value of a property is sent in a direction. */
function isSentIn(property: Schema, direction: Direction, known: Known<Direction>): boolean {
  return !certainly(property, missingIn, known).has(direction);
}

/** The directions in which a schema says that its values are not sent. */
function missingIn({ keywords }: ObjectSchema): readonly Direction[] {
  return [
    ...(keywords.readOnly === true ? (["request"] as const) : []),
    ...(keywords.writeOnly === true ? (["response"] as const) : []),
  ];
}

/**
 * Collects from a schema and all that certainly applies to the same value: from alternatives, what
 * all of them have.
 */
function certainly<Value>(
  schema: Schema,
  own: (schema: ObjectSchema) => readonly Value[],
  known: Known<Value>,
): ReadonlySet<Value> {
  if (schema.kind === "boolean") return nothing;
  const { $ref, $dynamicRef, allOf = [], anyOf = [], oneOf = [] } = schema.keywords;
  const found = new Set(own(schema));
  for (const id of [$ref, $dynamicRef]) {
    if (id !== undefined) for (const value of known(id)) found.add(value);
  }
  for (const part of allOf) for (const value of certainly(part, own, known)) found.add(value);
  for (const options of [anyOf, oneOf]) {
    // `null` is sent wherever the other options are.
    const [first, ...others] = options
      .filter((option) => !isNullOnly(option))
      .map((option) => certainly(option, own, known));
    for (const value of first ?? []) {
      if (others.every((other) => other.has(value))) found.add(value);
    }
  }
  return found;
}

/** Collects from a schema and all that may apply to the same value. */
function anywhere<Value>(
  schema: Schema,
  own: (schema: ObjectSchema) => readonly Value[],
  known: Known<Value>,
): ReadonlySet<Value> {
  if (schema.kind === "boolean") return nothing;
  const found = new Set(own(schema));
  const { $ref, $dynamicRef } = schema.keywords;
  for (const id of [$ref, $dynamicRef]) {
    if (id !== undefined) for (const value of known(id)) found.add(value);
  }
  for (const part of insideInPlace(schema)) {
    for (const value of anywhere(part, own, known)) found.add(value);
  }
  return found;
}

/**
 * Collects values for schemas, with those of the schemas that they refer to for the same value.
 *
 * @param components - The schemas, each after those that it refers to.
 */
function unionByReference<Value>(
  components: readonly (readonly Schema[])[],
  decide: (schema: Schema, known: Known<Value>) => ReadonlySet<Value>,
): Known<Value> {
  const found = new Map<SchemaId, ReadonlySet<Value>>();
  const known = (id: SchemaId): ReadonlySet<Value> => found.get(id) ?? nothing;
  for (const members of components) {
    // Schemas that refer to each other have to agree.
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      for (const schema of members) {
        const values = decide(schema, known);
        if (values.size > known(schema.id).size) {
          found.set(schema.id, values);
          isSettled = members.length === 1;
        }
      }
    }
  }
  return known;
}

/** The names that several schemas mention: other names matter to one schema only. */
function namesOfSeveral(
  objects: readonly ObjectSchema[],
  names: ReadonlySet<string>,
): ReadonlySet<string> {
  const once = new Set<string>();
  const several = new Set<string>();
  for (const schema of objects) {
    for (const name of new Set(namesIn(schema))) {
      if (!names.has(name)) continue;
      if (once.has(name)) several.add(name);
      once.add(name);
    }
  }
  return several;
}

/** The properties that a schema describes or requires itself. */
function namesIn({ keywords }: ObjectSchema): readonly string[] {
  const { properties, required = [], dependentRequired } = keywords;
  return [
    ...(properties?.keys() ?? []),
    ...required,
    ...[...(dependentRequired?.values() ?? [])].flat(),
  ];
}

/** A schema and those inside it, except negated schemas and conditions, which stay as written. */
function inside(schema: Schema): readonly ObjectSchema[] {
  if (schema.kind === "boolean") return [];
  const found = [schema];
  for (const { schema: child, role } of childrenOf(schema)) {
    const isAsWritten = role.kind === "condition" && role.inPlace && !role.isAsserted;
    if (!isAsWritten) for (const each of inside(child)) found.push(each);
  }
  return found;
}
