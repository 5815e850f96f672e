import {
  isHeaderValue,
  replaceVariables,
  type Headers,
  type RemoteHeaders,
} from "../config/headers.js";
import { inputError } from "../core/failure.js";
import { joinPointer } from "../core/pointer.js";
import type { SourceText } from "../core/source-text.js";

/** The headers for a document and for what it refers to. */
export interface Credentials {
  /** As they are written; later ones win. */
  readonly headers: readonly RemoteHeaders[];
  /** Returns an environment variable. */
  readonly variable: (name: string) => string | undefined;
  /** The config, for places. */
  readonly source?: SourceText | undefined;
}

/** The headers of one request. */
export interface SentHeaders {
  readonly headers: Headers;
  /** What must not be printed: the values, and those of the variables in them. */
  readonly secrets: readonly string[];
  /** The variables that the values are from. */
  readonly variables: readonly string[];
}

/** A request without headers. */
export const noHeaders: SentHeaders = { headers: {}, secrets: [], variables: [] };

/**
 * Returns the headers for a request, with the values of environment variables: those that are written
 * for its origin, and none for another host, port or scheme.
 *
 * @throws InputError `missing-variable` and `invalid-header`, at their place in the config; values are
 *   not told.
 */
export function headersFor(url: URL, credentials: Credentials | undefined): SentHeaders {
  if (credentials === undefined) return noHeaders;
  const names = new Map<string, string>();
  const secrets = new Set<string>();
  const variables = new Set<string>();
  for (const written of credentials.headers) {
    if (new URL(written.url).origin !== url.origin) continue;
    for (const [name, text] of Object.entries(written.headers)) {
      const value = replaceVariables(text, (key) => {
        const found = credentials.variable(key) ?? "";
        if (found.trim() === "") throw missing(key, name, written, credentials);
        secrets.add(found.trim());
        variables.add(key);
        return found.trim();
      });
      if (!isHeaderValue(value)) throw unfit(name, written, credentials);
      names.set(name.toLowerCase(), value);
      secrets.add(value);
    }
  }
  return {
    headers: Object.fromEntries(names),
    secrets: [...secrets].filter(({ length }) => length >= shortestSecret),
    variables: [...variables],
  };
}

/** Shorter texts stand in messages for other reasons. */
const shortestSecret = 4;

/** A text without what must not be printed. */
export function withoutSecrets(text: string, { secrets }: SentHeaders): string {
  // The longest first: one may stand in another.
  return [...secrets]
    .sort((left, right) => right.length - left.length)
    .reduce((left, secret) => left.replaceAll(secret, "***"), text);
}

function missing(
  key: string,
  name: string,
  written: RemoteHeaders,
  credentials: Credentials,
): Error {
  return problem("missing-variable", name, written, credentials, {
    message: `the environment variable ${key}, for the header ${name}, is not set or empty`,
    help: `set ${key} where Guardsmith runs, or take it out of the header`,
  });
}

function unfit(name: string, written: RemoteHeaders, credentials: Credentials): Error {
  return problem("invalid-header", name, written, credentials, {
    message: `the header ${name} has a character that a header cannot have, such as a line end, from an environment variable`,
    help: "check what the variable holds: it has to be one line of Latin letters, digits and signs",
  });
}

function problem(
  code: "missing-variable" | "invalid-header",
  name: string,
  { pointer }: RemoteHeaders,
  { source }: Credentials,
  words: { readonly message: string; readonly help: string },
): Error {
  if (pointer === undefined || source === undefined) return inputError([{ code, ...words }]);
  const place = { uri: source.uri, pointer: joinPointer(pointer, name) };
  return inputError([{ code, ...words, place }], source);
}
