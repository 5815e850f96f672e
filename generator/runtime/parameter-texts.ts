import type { ParameterSource, RawPair } from "./parameter.js";
import type { ParameterTexts } from "./parameter-shapes.js";
import { decodeText } from "./percent.js";
import { splitPair } from "./raw-pairs.js";

/**
 * Splits one text into the items of a list, or the members of an object.
 *
 * @param raw - The text, not decoded; undefined, if the parameter is not there.
 * @param explode - Whether the members of an object are pairs `name=value`.
 */
export function joinedTexts(
  raw: string | undefined,
  separator: string | RegExp,
  explode: boolean,
  { location }: ParameterSource,
): ParameterTexts {
  const decode = (text: string): string => decodeText(text, location);
  const parts = (): readonly string[] | undefined => raw?.split(separator);
  return {
    text: () => raw && decode(raw),
    items: () => parts()?.map(decode),
    members: () => {
      const pairs = explode ? parts()?.map(splitPair) : pairUp(parts());
      return pairs?.map(([name, value]) => [decode(name), decode(value)]);
    },
  };
}

/** Pairs of a list of names and values in turn; undefined, if a value is missing. */
function pairUp(parts: readonly string[] = [""]): readonly RawPair[] | undefined {
  const pairs: RawPair[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const [name = "", value] = parts.slice(index, index + 2);
    if (value === undefined) return undefined;
    pairs.push([name, value]);
  }
  return pairs;
}

/**
 * Collects the items of a list, which have the name of the parameter, or the members of an object.
 *
 * @param memberOf - Returns the name of the member that a name stands for; undefined, if it is none.
 */
export function pairedTexts(
  name: string,
  { pairs, others, location }: ParameterSource,
  memberOf?: (key: string) => string | undefined,
): ParameterTexts {
  const decode = (text: string): string => decodeText(text, location);
  const items = (): readonly string[] | undefined => {
    const found = pairs.filter(([key]) => decode(key) === name);
    return found.length > 0 ? found.map(([, value]) => decode(value)) : undefined;
  };
  return {
    text: () => items()?.[0],
    items,
    members: (isProperty) => {
      const found: [string, string][] = [];
      for (const [key, value] of pairs) {
        const decoded = decode(key);
        const member = memberOf
          ? memberOf(decoded)
          : !others.has(decoded) && isProperty(decoded)
            ? decoded
            : undefined;
        if (member !== undefined) found.push([member, decode(value)]);
      }
      return found.length > 0 ? found : undefined;
    },
  };
}

/** The first value with a name, not decoded; undefined, if no pair has it. */
export function firstValue(name: string, { pairs, location }: ParameterSource): string | undefined {
  return pairs.find(([key]) => decodeText(key, location) === name)?.[1];
}
