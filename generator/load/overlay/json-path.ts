import type { Json } from "../../core/json.js";
import { JSONPathError, type JSONPathQuery, type JSONValue } from "json-p3";
import type { Finding } from "../../text/findings.js";
import { joinPointer } from "../../core/pointer.js";
import { CountedEnvironment } from "./counted-environment.js";
import { malformedJsonPath, tooCostly, tooLongJsonPath, tooManySelected } from "./findings.js";
import { maxPlacedValues, TooCostlyError } from "./limits.js";

/** A JSONPath query. */
export interface JsonPath {
  readonly text: string;
  readonly query: JSONPathQuery;
}

/** What came of a text or of a query. */
export type Outcome<T> =
  | { readonly kind: "done"; readonly result: T }
  | { readonly kind: "failed"; readonly finding: Finding };

const environment = new CountedEnvironment();

/**
 * Parses a JSONPath query.
 *
 * @param text Any text.
 * @returns The query, or what is wrong with the text.
 * @see {@link https://www.rfc-editor.org/rfc/rfc9535 | RFC 9535, JSONPath}
 */
export function parseJsonPath(text: string): Outcome<JsonPath> {
  // The library does not say it in the case of the empty text.
  if (!text.startsWith("$")) return failed(malformedJsonPath("it must begin with `$`"));
  return attempt(() => ({ text, query: environment.compile(text) }));
}

/** Has the queries of the overlays of another document counted. */
export function startQueries(): void {
  environment.startDocument();
}

/**
 * Finds what a query selects.
 *
 * @param path The query.
 * @param value What to look in.
 * @returns A JSON pointer for every value that is selected, each once, in the order of the query; or
 *   why there are none.
 */
export function selectedBy({ query }: JsonPath, value: Json): Outcome<readonly string[]> {
  environment.startQuery();
  const found = attempt(() => {
    const pointers = new Set<string>();
    let steps = 0;
    // One by one: a list of everything on the way could be far longer than the result. The library
    // wants arrays that can be changed, and changes none.
    for (const { location } of query.lazyQuery(value as JSONValue)) {
      steps += 1;
      if (steps > maxPlacedValues) return undefined;
      pointers.add(joinPointer("", ...location));
    }
    return [...pointers];
  });
  if (found.kind === "failed") return found;
  return found.result === undefined ? failed(tooManySelected) : done(found.result);
}

function attempt<T>(get: () => T): Outcome<T> {
  try {
    return done(get());
  } catch (error) {
    if (error instanceof JSONPathError) return failed(malformedJsonPath(reasonOf(error)));
    // The library calls itself for every part of a query.
    if (error instanceof RangeError) return failed(tooLongJsonPath);
    if (error instanceof TooCostlyError) return failed(tooCostly);
    throw error;
  }
}

/** The message without the piece of the query at its end, whose position counts from 0. */
function reasonOf({ message, token }: JSONPathError): string {
  const reason = message.replace(/ \('.*':\d+\)$/s, "").replace(/ (?:starting )?at index \d+/, "");
  return `${reason}, at character ${token.index + 1}`;
}

function done<T>(result: T): Outcome<T> {
  return { kind: "done", result };
}

function failed(finding: Finding): Outcome<never> {
  return { kind: "failed", finding };
}
