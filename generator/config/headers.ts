/** A file on the network, and the headers of the requests for it. */
export interface RemoteFile {
  /** An `http:` or `https:` URL. */
  readonly url: string;
  /**
   * Sent to the origin of the URL alone. `${NAME}` stands for the environment variable `NAME`, which is
   * looked up when the request is sent. Default: none.
   */
  readonly headers?: Headers | undefined;
}

/** Values by the names of headers. */
export type Headers = Readonly<Record<string, string>>;

/** Headers as they are written, and whose they are. */
export interface RemoteHeaders {
  /** The document or the overlay that they are sent for. */
  readonly url: string;
  readonly headers: Headers;
  /** Where the config has them, as a JSON pointer; undefined for those of the command line. */
  readonly pointer?: string;
}

/**
 * What is wrong with the name of a header, as the end of a sentence; undefined for a good one.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110#section-5.1 | RFC 9110, section 5.1}
 */
export function headerNameProblem(name: string): string | undefined {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return "is not a name that a header can have";
  if (setHeaders.has(name.toLowerCase())) return "is a header that Guardsmith sets itself";
  return undefined;
}

/**
 * What is wrong with the value of a header as it is written, as the end of a sentence; undefined for a
 * good one.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110#section-5.5 | RFC 9110, section 5.5}
 */
export function headerValueProblem(value: string): string | undefined {
  if (!isHeaderValue(value)) return "has a character that a header cannot have, such as a line end";
  return /\$\{(?![A-Za-z_]\w*\})/.test(value)
    ? "has `${` without the name of a variable and `}`"
    : undefined;
}

/** Whether a value can be sent: one line of Latin-1 without control characters, but for tabs. */
export function isHeaderValue(value: string): boolean {
  return /^[\t -~\u{80}-\u{ff}]*$/u.test(value);
}

/** Replaces what stands for environment variables in the value of a header, by their names. */
export function replaceVariables(value: string, replace: (name: string) => string): string {
  return value.replaceAll(/\$\{([A-Za-z_]\w*)\}/g, (_, name: string) => replace(name));
}

/** Those that belong to the connection, and those that would change what an answer means: lower case. */
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
