import type { Parameter, ParameterCodec, RawPair } from "./parameter.js";
import { sourceOf } from "./parameter-source.js";
import { decodeText } from "./percent.js";
import { isObject } from "./values.js";

/** A field of an urlencoded text: how it is written and read. */
export type Field = Pick<Parameter, "name" | "codec"> & {
  /** Decides which values are valid, if a value can have several shapes. */
  readonly schema?: Pick<Parameter["schema"], "is">;
};

/**
 * Writes the members of an object as the pairs of an urlencoded text, each encoded.
 *
 * @param others - Writes members that are not among the fields.
 * @throws TypeError if the value is not an object, or a member cannot be written, with its name.
 */
export function writeFields(
  fields: readonly Field[],
  others: ParameterCodec,
  value: unknown,
): readonly string[] {
  if (!isObject(value)) throw new TypeError("only an object can be written as fields");
  const codecs = new Map(fields.map(({ name, codec }) => [name, codec]));
  return Object.entries(value).flatMap(([name, member]) => {
    if (member === undefined) return [];
    try {
      return (codecs.get(name) ?? others).write(name, member, "query");
    } catch (error) {
      throw error instanceof TypeError ? new TypeError(`${name}: ${error.message}`) : error;
    }
  });
}

/**
 * Reads the pairs of an urlencoded text as an object. What a schema does not accept is left as text.
 *
 * @param others - Reads pairs that belong to no field.
 */
export function readFields(
  fields: readonly Field[],
  others: ParameterCodec,
  pairs: readonly RawPair[],
): Record<string, unknown> {
  const members: [string, unknown][] = [];
  const read = (field: Field, source: readonly RawPair[]): void => {
    const { name, codec, schema } = field;
    const is = schema?.is ?? ((): boolean => true);
    const value = codec.read(name, sourceOf(field, fields, source, "query"), is);
    if (value !== undefined) members.push([name, value]);
  };
  for (const field of fields) read(field, pairs);
  for (const [name, source] of furtherPairs(fields, pairs)) read({ name, codec: others }, source);
  return Object.fromEntries(members);
}

/** The pairs that belong to no field, by name. */
function furtherPairs(
  fields: readonly Field[],
  pairs: readonly RawPair[],
): ReadonlyMap<string, readonly RawPair[]> {
  const names = new Set(fields.map(({ name }) => name));
  const found = new Map<string, RawPair[]>();
  for (const pair of pairs) {
    const name = decodeText(pair[0], "query");
    if (names.has(name) || fields.some((each) => each.codec.owns?.(each.name, name))) continue;
    const same = found.get(name);
    if (same === undefined) found.set(name, [pair]);
    else same.push(pair);
  }
  return found;
}
