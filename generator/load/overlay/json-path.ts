import type { Json } from "../../core/json.js";
import { JSONPathError, type JSONPathQuery, type JSONValue } from "json-p3";
import type { ProblemText } from "../../text/problems.js";
import { joinPointer } from "../../core/pointer.js";
import { CountedEnvironment } from "./counted-environment.js";
import { malformedJsonPath, tooCostly, tooLongJsonPath, tooManySelected } from "./problems.js";
import { maxPlacedValues, TooCostlyError } from "./limits.js";

/** A JSONPath query. */
export interface JsonPath {
  readonly text: string;
  readonly query: JSONPathQuery;
}

/** The result of parsing a text or running a query. */
export type Outcome<T> =
  | { readonly kind: "done"; readonly result: T }
  | { readonly kind: "failed"; readonly problem: ProblemText };

const environment = new CountedEnvironment();

/**
 * Parses a JSONPath query.
 *
 * @param text Any text.
 * @returns The query, or the problem of the text.
 * @see {@link https://www.rfc-editor.org/rfc/rfc9535 | RFC 9535, JSONPath}
 */
export function parseJsonPath(text: string): Outcome<JsonPath> {
  // The library has no message for an empty text.
  if (!text.startsWith("$")) return failed(malformedJsonPath("it must begin with `$`"));
  return attempt(() => ({ text, query: environment.compile(text) }));
}

/** Starts to count the queries of another document. */
export function startQueries(): void {
  environment.startDocument();
}

/**
 * Runs a query.
 *
 * @param path The query.
 * @param value The value to query.
 * @returns JSON pointers to the selected values, each once, in the order of the query; or the problem.
 */
export function selectedBy({ query }: JsonPath, value: Json): Outcome<readonly string[]> {
  environment.startQuery();
  const found = attempt(() => {
    const pointers = new Set<string>();
    let steps = 0;
    // Lazily: intermediate lists could be far longer than the result. The library's types require mutable
    // arrays, but it changes none.
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
    // The library recurses for every part of a query.
    if (error instanceof RangeError) return failed(tooLongJsonPath);
    if (error instanceof TooCostlyError) return failed(tooCostly);
    throw error;
  }
}

/** Returns the message without the excerpt of the query at its end, whose position counts from 0. */
function reasonOf({ message, token }: JSONPathError): string {
  const reason = message.replace(/ \('.*':\d+\)$/s, "").replace(/ (?:starting )?at index \d+/, "");
  return `${reason}, at character ${token.index + 1}`;
}

function done<T>(result: T): Outcome<T> {
  return { kind: "done", result };
}

function failed(problem: ProblemText): Outcome<never> {
  return { kind: "failed", problem };
}
