import type { Place } from "../core/place.js";
import { joinPointer } from "../core/pointer.js";
import type { Config } from "./config.js";

/**
 * Where the config file has a setting, or a part of it.
 *
 * @param config The settings.
 * @param path The names and indexes that lead to it.
 * @param part Whether its name is meant. Default: its value.
 * @returns The place; none, if the setting does not come from a file.
 */
export function placeOfSetting(
  { source, overridden = [] }: Pick<Config, "source" | "overridden">,
  path: readonly [string, ...(readonly (string | number)[])],
  part: Place["part"] = "value",
): { readonly place?: Place } {
  if (source === undefined || overridden.includes(path[0])) return {};
  return { place: { uri: source.uri, pointer: joinPointer("", ...path), part } };
}
