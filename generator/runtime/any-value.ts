import { report } from "./collect.js";
import type { ValueSchema } from "./parameter.js";
import { isInteger, isNumber } from "./values.js";

/**
 * Makes a schema that accepts every text.
 *
 * @param place - The place of the schema in the document.
 */
export function anyText(place: string): ValueSchema {
  return ofType(place, "string", (value) => typeof value === "string");
}

/** Makes a schema that accepts every number, at a place in the document. */
export function anyNumber(place: string): ValueSchema {
  return ofType(place, "number", isNumber);
}

/** Makes a schema that accepts every integer, at a place in the document. */
export function anyInteger(place: string): ValueSchema {
  return ofType(place, "integer", isInteger);
}

/** Makes a schema that accepts both booleans, at a place in the document. */
export function anyBoolean(place: string): ValueSchema {
  return ofType(place, "boolean", (value) => typeof value === "boolean");
}

/** Makes a schema that accepts every value, at a place in the document. */
export function anyValue(place: string): ValueSchema {
  return ofType(place, "a value", () => true);
}

function ofType(place: string, type: string, is: (value: unknown) => boolean): ValueSchema {
  return {
    is,
    "~collect": (value, path) => {
      if (!is(value)) report(path, "type", type, value);
    },
    "~place": place,
  };
}
