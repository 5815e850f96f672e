import { isOfType } from "../../core/json-type.js";
import { below } from "../../core/place.js";
import { type ObjectSchema } from "../schema.js";
import { without, type Change } from "./changes.js";

/**
 * Opens an enum: its strings stay known, and every other string is valid as well. One string is a
 * constant, which documents before 3.1 could not write otherwise.
 */
export function openEnum({ keywords, place }: ObjectSchema): Change | undefined {
  const { enum: values = [], type, $ref, const: only } = keywords;
  if ($ref !== undefined || only !== undefined) return undefined;
  const strings = values.filter((value) => typeof value === "string");
  if (strings.length < 2 || type?.some((name) => isOfType("", name)) === false) return undefined;
  return {
    keywords: { ...without(keywords, new Set(["enum"])), "x-open-enum": values },
    note: "Accepts other strings as well, by the policy `enums: open`.",
    places: { "x-open-enum": below(place, "enum") },
  };
}
