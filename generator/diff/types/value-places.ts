import { isJsonArray, isJsonObject } from "../../core/json.js";
import { below, keyOfPlace, type Place } from "../../core/place.js";
import { valueAt, type Document } from "../../openapi/document.js";

/** A step from a value to one in it. */
export type Step =
  | { readonly kind: "property"; readonly name: string }
  /** Any property without a name of its own. */
  | { readonly kind: "index" }
  /** An item; with an index, one with a type of its own. */
  | { readonly kind: "item"; readonly index?: number };

/**
 * Returns the places of the schemas of what is in a value, the one that is written first in front.
 *
 * @param place The place of the schema of the value.
 * @param isInside Whether a reference to a place is followed.
 */
export function stepFrom(
  place: Place,
  step: Step,
  document: Document,
  isInside: (place: Place) => boolean,
): readonly Place[] {
  return placesInPlace(place, document, isInside).flatMap((each) =>
    candidates(step)
      .map((tokens) => below(each, ...tokens))
      .filter((found) => isSchema(found, document)),
  );
}

/** The members of a schema in which the schema of a step may be. */
function candidates(step: Step): readonly (readonly (string | number)[])[] {
  switch (step.kind) {
    case "property":
      return [["properties", step.name]];
    case "index":
      return [["additionalProperties"], ["unevaluatedProperties"]];
    case "item":
      return step.index === undefined
        ? [["items"], ["unevaluatedItems"], ["additionalItems"]]
        : [
            ["prefixItems", step.index],
            ["items", step.index],
          ];
  }
}

function isSchema(place: Place, document: Document): boolean {
  const value = valueAt(place, document);
  return isJsonObject(value) || typeof value === "boolean";
}

/** The places of the schemas that apply to the same value, outer ones first. */
function placesInPlace(
  start: Place,
  document: Document,
  isInside: (place: Place) => boolean,
): readonly Place[] {
  const places = [start];
  const seen = new Set<string>();
  const found: Place[] = [];
  // The loop also visits what is added while it runs.
  for (const place of places) {
    const value = valueAt(place, document);
    if (seen.has(keyOfPlace(place)) || !isJsonObject(value)) continue;
    seen.add(keyOfPlace(place));
    found.push(place);
    for (const name of ["allOf", "anyOf", "oneOf"]) {
      const list = value[name];
      if (!isJsonArray(list)) continue;
      for (const index of list.keys()) places.push(below(place, name, index));
    }
    for (const name of ["if", "then", "else"]) {
      if (value[name] !== undefined) places.push(below(place, name));
    }
    if (typeof value.$ref === "string") {
      const target = document.resolve(value.$ref, place);
      if (target.kind === "found" && isInside(target.place)) places.push(target.place);
    }
  }
  return found;
}
