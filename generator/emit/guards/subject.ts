import type { SchemaType } from "../../core/json-type.js";
import { below, isSamePlace, type Place } from "../../core/place.js";
import type { Checks } from "../../checks/check.js";
import { array, isSameCode, literal, local, property } from "../../code/expressions.js";
import type { Expression } from "../../code/nodes.js";

/** A value in the code of a guard. */
export interface Subject {
  /** The expression that reads it. */
  readonly value: Expression;
  /** The expression for its path, if issues are collected. */
  readonly path: Expression;
  /** How many loops contain it: each loop names its variables by its depth. */
  readonly depth: number;
  /** Whether preceding code has narrowed its type for the compiler. */
  readonly isNarrowed: boolean;
  /** The schema that the path implies at run time, if any. */
  readonly schema?: Place;
  /** The alternatives that it may fail, by their keys. */
  readonly closest?: ReadonlyMap<unknown, ClosestOption>;
  /** Types already ruled out; the message lists them too. */
  readonly otherTypes?: readonly SchemaType[];
  /** Whether it is the name of the property at the path. */
  readonly isName?: boolean;
  /** What the path leads to, if that is a part of another value. */
  readonly part?: "item" | "property";
  /** Why additional checks apply to it, to follow "because". */
  readonly reason?: string;
  /** The checks of the properties of the object, from all places. */
  readonly described?: ReadonlyMap<string, Checks>;
  /** The object that it is a property of, and its name. */
  readonly member?: { readonly object: Subject; readonly name: string };
}

/** An alternative that a value may fail. */
export interface ClosestOption {
  /** An expression that tells whether it is among the closest. */
  readonly isClosest: Expression;
  /** An expression that tells whether any alternative is. */
  readonly given?: Expression;
}

/** The argument of a guard. */
export const argument: Subject = {
  value: local("value"),
  path: local("path"),
  depth: 0,
  isNarrowed: false,
};

/** The name of a loop variable at the depth of a subject: `item`, `item2`, … … */
export function localName(base: string, { depth }: Subject): string {
  return depth === 0 ? base : `${base}${depth + 1}`;
}

/** An item of the array that is read by an expression, under the schema at a place. */
export function itemWithin(
  list: Subject,
  value: Expression,
  index: Expression,
  place: Place | undefined,
): Subject {
  const items = list.schema && below(list.schema, "items");
  const isUsual = items && place && isSamePlace(items, place);
  const item =
    isUsual === true
      ? { ...within(list, value, index), schema: items }
      : withinSchema(list, value, index, place);
  return { ...item, part: "item" };
}

/** The same value one loop deeper. */
export function deeper(subject: Subject): Subject {
  return { ...subject, depth: subject.depth + 1 };
}

/** A value inside a subject, at the same depth. */
export function within({ path, depth }: Subject, value: Expression, key: Expression): Subject {
  return { value, path: array([path, key]), depth, isNarrowed: false };
}

/** A value inside a subject, with the place of its schema. */
export function withinSchema(
  subject: Subject,
  value: Expression,
  key: Expression,
  place: Place | undefined,
): Subject {
  const step = place && stepBelow(subject.schema, place);
  const inner = within(subject, value, key);
  if (place === undefined || step === undefined) return inner;
  return { ...inner, path: array([subject.path, key, literal(step)]), schema: place };
}

/** The step from a containing schema to one inside it, or undefined if it is elsewhere. */
function stepBelow(around: Place | undefined, { uri, pointer }: Place): string | undefined {
  if (around?.uri !== uri || !pointer.startsWith(`${around.pointer}/`)) return undefined;
  return pointer.slice(around.pointer.length);
}

/** The property of an object that is read by an expression, under the schema of this name. */
export function propertyWithin(object: Subject, value: Expression, name: string): Subject {
  const isRead = isSameCode(value, property(object.value, name));
  return {
    ...within(object, value, literal(name)),
    part: "property",
    ...(object.schema !== undefined && { schema: below(object.schema, "properties", name) }),
    ...(isRead && { member: { object, name } }),
  };
}

/** The same value after its type was tested. */
export function narrowed(subject: Subject): Subject {
  return subject.isNarrowed ? subject : { ...subject, isNarrowed: true };
}
