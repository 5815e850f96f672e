import {
  isHeaderValue,
  replaceVariables,
  type Headers,
  type RemoteHeaders,
} from "../config/headers.js";
import { inputError } from "../core/failure.js";
import { joinPointer } from "../core/pointer.js";
import type { SourceText } from "../core/source-text.js";

/** The headers for a document and for the files that it refers to. */
export interface Credentials {
  /** The headers as written; later ones override earlier ones. */
  readonly headers: readonly RemoteHeaders[];
  /** Returns an environment variable. */
  readonly variable: (name: string) => string | undefined;
  /** The config, for the places of errors. */
  readonly source?: SourceText | undefined;
}

/** The headers of one request. */
export interface SentHeaders {
  readonly headers: Headers;
  /** The texts that must not be printed: the values, and the variables in them. */
  readonly secrets: readonly string[];
  /** The names of the variables in the values. */
  readonly variables: readonly string[];
}

/** A request without headers. */
export const noHeaders: SentHeaders = { headers: {}, secrets: [], variables: [] };

/**
 * Returns the headers for a request, with environment variables replaced. Headers are only sent to the
 * origin that they are for: the same host, port and scheme.
 *
 * @throws {InputError} `missing-variable` and `invalid-header`, at their places in the config, without the
 *   values.
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

/** Shorter texts may occur in messages by chance. */
const shortestSecret = 4;

/** Replaces the secrets in a text. */
export function withoutSecrets(text: string, { secrets }: SentHeaders): string {
  // The longest first, because one may contain another.
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
    help: `set ${key} for Guardsmith, or remove it from the header`,
  });
}

function unfit(name: string, written: RemoteHeaders, credentials: Credentials): Error {
  return problem("invalid-header", name, written, credentials, {
    message: `an environment variable puts a character into the header ${name} that headers cannot have, such as a line end`,
    help: "check the value of the variable: it has to be one line of Latin letters, digits and signs",
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
