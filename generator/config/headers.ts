/** A file on the network, and the headers of the requests for it. */
export interface RemoteFile {
  /** An `http:` or `https:` URL. */
  readonly url: string;
  /**
   * Headers that are only sent to the origin of the URL. `${NAME}` is replaced by the environment variable
   * `NAME` when the request is sent. Default: none.
   */
  readonly headers?: Headers | undefined;
}

/** The values of headers by name. */
export type Headers = Readonly<Record<string, string>>;

/** Headers as written, and what they are for. */
export interface RemoteHeaders {
  /** The document or the overlay that they are for. */
  readonly url: string;
  readonly headers: Headers;
  /** A JSON pointer to them in the config; undefined for headers of the command line. */
  readonly pointer?: string;
}

/**
 * Returns the problem of the name of a header, as the end of a sentence, or undefined if it is valid.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110#section-5.1 | RFC 9110, section 5.1}
 */
export function headerNameProblem(name: string): string | undefined {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return "is not a name that a header can have";
  if (setHeaders.has(name.toLowerCase())) return "is a header that Guardsmith sets itself";
  return undefined;
}

/**
 * Returns the problem of the value of a header as written, as the end of a sentence, or undefined if it is valid.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110#section-5.5 | RFC 9110, section 5.5}
 */
export function headerValueProblem(value: string): string | undefined {
  if (!isHeaderValue(value)) return "has a character that a header cannot have, such as a line end";
  return /\$\{(?![A-Za-z_]\w*\})/.test(value)
    ? "has `${` without the name of a variable and `}`"
    : undefined;
}

/** Returns whether a value can be sent: one line of Latin-1 without control characters except tabs. */
export function isHeaderValue(value: string): boolean {
  return /^[\t -~\u{80}-\u{ff}]*$/u.test(value);
}

/** Replaces the environment variables in the value of a header. */
export function replaceVariables(value: string, replace: (name: string) => string): string {
  return value.replaceAll(/\$\{([A-Za-z_]\w*)\}/g, (_, name: string) => replace(name));
}

/** The headers of the connection, and headers that would change the meaning of an answer, in lower case. */
export const setHeaders: ReadonlySet<string> = new Set([
  "accept-encoding",
  "connection",
  "content-length",
  "content-type",
  "expect",
  "host",
  "if-match",
  "if-modified-since",
  "if-none-match",
  "if-range",
  "if-unmodified-since",
  "keep-alive",
  "proxy-authorization",
  "proxy-connection",
  "range",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
