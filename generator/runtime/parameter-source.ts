import type { Parameter, ParameterLocation, ParameterSource, RawPair } from "./parameter.js";
import { decodeText } from "./percent.js";

/** The members of a parameter, or of a field, by which the pairs of others are recognised. */
type Named = Pick<Parameter, "name" | "codec">;

/**
 * Returns the source of one of several parameters, or fields, that have the same pairs.
 *
 * @param all - The parameters of the location, this one among them.
 */
export function sourceOf(
  { name }: Named,
  all: readonly Named[],
  pairs: readonly RawPair[],
  location: ParameterLocation,
): ParameterSource {
  return {
    location,
    pairs,
    // Only exploded objects use it.
    get others() {
      const rest = all.filter((each) => each.name !== name);
      const others = new Set(rest.map((each) => each.name));
      for (const [raw] of pairs) {
        const key = decodeText(raw, location);
        if (rest.some((each) => each.codec.owns?.(each.name, key))) others.add(key);
      }
      return others;
    },
  };
}
