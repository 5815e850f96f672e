import type { Place } from "../core/place.js";
import { joinPointer } from "../core/pointer.js";
import type { Config } from "./config.js";

/**
 * Returns the place of a setting, or of a part of it, in the config file.
 *
 * @param config The settings.
 * @param path The names and indexes that lead to it.
 * @param part Whether the place is its name or its value. Default: its value.
 * @returns The place as a member `place`; an empty object if the setting does not come from a file.
 */
export function placeOfSetting(
  { source, overridden = [] }: Pick<Config, "source" | "overridden">,
  path: readonly [string, ...(readonly (string | number)[])],
  part: Place["part"] = "value",
): { readonly place?: Place } {
  if (source === undefined || overridden.includes(path[0])) return {};
  return { place: { uri: source.uri, pointer: joinPointer("", ...path), part } };
}
