import type { Document } from "./document.js";
import { entriesOf, type Entry } from "./entries.js";
import type { Found } from "./navigate.js";

/** A parameter of an operation. */
export interface ParameterEntry extends Entry {
  /** Its `in`. */
  readonly where: string;
  readonly name: string;
}

/**
 * Returns the parameters of an operation: those of its path item, which it overrides by name and location, then its
 * own. The names of headers ignore case. Headers that other fields describe are left out.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#parameter-object | OpenAPI 3.2, Parameter Object}
 */
export function parametersOf(
  document: Document,
  pathItem: Found,
  operation: Found,
): readonly ParameterEntry[] {
  const parameters = new Map<string, ParameterEntry>();
  const entries = [pathItem, operation].flatMap((around) =>
    entriesOf(document, around, "parameters"),
  );
  for (const [, entry] of entries) {
    const { in: where, name = "" } = entry.value;
    if (typeof where !== "string" || typeof name !== "string") continue;
    const key = where === "header" ? name.toLowerCase() : name;
    if (where === "header" && ignoredHeaders.has(key)) continue;
    parameters.set(JSON.stringify([where, key]), { ...entry, where, name });
  }
  return [...parameters.values()];
}

/** The headers that other fields describe. */
const ignoredHeaders: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

/** Returns the names of the variables of a path template, in their order. */
export function variablesIn(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}

/**
 * Returns whether a value must exist. A path parameter always has to.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#parameter-object | OpenAPI 3.2, Parameter Object}
 */
export function isRequired({ kind, value }: Found): boolean {
  return value.required === true || (kind === "Parameter" && value.in === "path");
}

/** A header of a response or of a part of a body. */
export interface HeaderEntry extends Entry {
  readonly name: string;
}

/**
 * Returns the headers of a response, by their names in lower case. `Content-Type` follows from the media type.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#response-object | OpenAPI 3.2, Response Object}
 */
export function headersOf(document: Document, around: Found): ReadonlyMap<string, HeaderEntry> {
  return new Map(
    entriesOf(document, around, "headers").flatMap(([name, entry]) => {
      const key = name.toLowerCase();
      return key === "content-type" ? [] : [[key, { ...entry, name }] as const];
    }),
  );
}
