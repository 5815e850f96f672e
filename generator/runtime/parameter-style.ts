import type { ParameterLocation } from "./parameter.js";
import { encodeText } from "./percent.js";
import { isArray, isNumber, isObject } from "./values.js";

/** Options of a style, which have the names of the fields of a parameter. */
export interface StyleOptions {
  /** Whether the items of a list, or the members of an object, are apart. The default is that of the style. */
  readonly explode?: boolean;
  /** Whether reserved characters and percent triples are not encoded. Default: false. */
  readonly allowReserved?: boolean;
}

/** Encodes a text. The separators are encoded even where reserved characters are allowed. */
export type Encode = (text: string, separators?: string) => string;

/** Returns the function that encodes texts for a location. */
export function encodeFor(location: ParameterLocation, { allowReserved }: StyleOptions): Encode {
  return (text, separators = "") =>
    encodeText(text, location, allowReserved === true ? separators : undefined);
}

/**
 * Writes a string, number, boolean or null.
 *
 * @throws TypeError for every other value.
 */
export function textOf(value: unknown): string {
  if (value === null || /^(?:string|boolean)$/.test(typeof value) || isNumber(value))
    return String(value);
  throw new TypeError(
    "a style has a form for texts, numbers, booleans, null, and lists and objects of these",
  );
}

/** The members of an object that have a value. */
export function membersOf(object: Record<string, unknown>): readonly [string, unknown][] {
  return Object.entries(object).filter(([, value]) => value !== undefined);
}

/**
 * Writes a value as one text, with a separator between the items of a list and the members of an object.
 *
 * @param explode - Whether the members of an object are pairs `name=value`.
 * @returns The text; undefined, if the list or the object is empty.
 * @throws TypeError if the value has no form, or a separator in it would not be encoded.
 */
export function writeJoined(
  value: unknown,
  separator: string,
  explode: boolean,
  encode: Encode,
): string | undefined {
  const write = (part: unknown, end = separator): string => {
    const text = encode(textOf(part), separator + end);
    if (text.includes(separator) || text.includes(end))
      throw new TypeError(`"${text}" has a separator in it, which would not be encoded`);
    return text;
  };
  if (isArray(value))
    return value.length > 0 ? value.map((item) => write(item)).join(separator) : undefined;
  if (!isObject(value)) return encode(textOf(value));
  const between = explode ? "=" : separator;
  const members = membersOf(value).map(
    ([name, member]) => write(name, between) + between + write(member),
  );
  return members.length > 0 ? members.join(separator) : undefined;
}

/**
 * Writes a value as pairs: one for each item of a list, and for each member of an object.
 *
 * @param nameOf - Returns the name of a member.
 * @throws TypeError if the value has no form.
 */
export function writePairs(
  name: string,
  value: unknown,
  encode: Encode,
  nameOf: (member: string) => string = (member) => member,
): readonly string[] {
  const write = (key: string, one: unknown): readonly string[] =>
    (isArray(one) ? one : [one]).map((item) => `${encode(key, "=")}=${encode(textOf(item))}`);
  return isObject(value)
    ? membersOf(value).flatMap(([member, one]) => write(nameOf(member), one))
    : write(name, value);
}
