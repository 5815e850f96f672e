import { parseUrl } from "../core/uri.js";
import { joinBytes } from "../core/bytes.js";
import { inputError, InputError } from "../core/failure.js";
import type { FetchLimits } from "../text/limits.js";
import { elsewhere, FetchError, networkProblem, statusProblem, webPage } from "./fetch-problem.js";
import type { Host } from "./host.js";
import type { Proxy } from "./proxy.js";
import {
  headersFor,
  noHeaders,
  withoutSecrets,
  type Credentials,
  type SentHeaders,
} from "./request-headers.js";

/** A file that was retrieved over the network. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** The URL after redirects: the base of its relative references. */
  readonly uri: string;
  /** The validators of this version of the file. */
  readonly version: FileVersion;
}

/** The validators of a version of a file, for conditional requests. */
export interface FileVersion {
  /** @see {@link https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3 | RFC 9110, section 8.8.3} */
  readonly etag?: string | undefined;
  /** @see {@link https://www.rfc-editor.org/rfc/rfc9110#section-8.8.2 | RFC 9110, section 8.8.2} */
  readonly lastModified?: string | undefined;
}

/** How to retrieve a file. */
export interface FetchOptions {
  /** Sends the requests. */
  readonly host: Host;
  /** The limits of time and size. */
  readonly limits: FetchLimits;
  /** Is called with each URL that a redirect leads to, and throws if it is not allowed. */
  readonly approve?: ((url: URL) => void) | undefined;
  /** The headers to send. Default: none. */
  readonly credentials?: Credentials | undefined;
  /** Ends the request. */
  readonly signal?: AbortSignal | undefined;
}

/** A file that was retrieved before. */
type Known = Pick<Fetched, "uri" | "version">;

/**
 * Retrieves a file with GET, following redirects.
 *
 * @param url An `http:` or `https:` URL; its fragment is not sent.
 * @param options How to retrieve it.
 * @throws {InputError} If it cannot be retrieved, or a limit is exceeded.
 */
export async function fetchBytes(url: URL, options: FetchOptions): Promise<Fetched> {
  const fetched = await request(url, options);
  if (fetched === undefined) throw failed(url, "the server answered with the status 304");
  return fetched;
}

/**
 * Retrieves a file as {@link fetchBytes} does, if it has changed.
 *
 * @returns The file, or undefined if the server says that it has not changed.
 */
export function fetchNewer(
  url: URL,
  known: Known,
  options: FetchOptions,
): Promise<Fetched | undefined> {
  return request(url, options, known);
}

async function request(
  url: URL,
  options: FetchOptions,
  known?: Known,
): Promise<Fetched | undefined> {
  refuseCredentials(url);
  const way: Way = { at: withoutFragment(url), sent: noHeaders };
  try {
    const response = await follow(way, options, known);
    if (response.status === 304) return undefined;
    if (!response.ok) {
      await response.body?.cancel();
      throw statusProblem(response, way.sent, way.at.origin !== url.origin);
    }
    const bytes = await readBody(response, options.limits.bytes);
    checkContent(bytes, response, way.sent);
    const { headers } = response;
    return {
      bytes,
      uri: way.at.href,
      version: {
        etag: headers.get("etag") ?? undefined,
        lastModified: headers.get("last-modified") ?? undefined,
      },
    };
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { why, help } = networkProblem(error, way, options.limits);
    throw failed(url, withoutSecrets(why, way.sent), withoutSecrets(help, way.sent));
  }
}

/** The state of a request. */
interface Way {
  at: URL;
  sent: SentHeaders;
  /** The proxy for the URL, if there is one. */
  proxy?: Proxy | undefined;
}

/** Follows redirects one by one, so that each can be approved before it is requested. */
async function follow(way: Way, options: FetchOptions, known?: Known): Promise<Response> {
  const { host, limits, approve, credentials } = options;
  const timeout = AbortSignal.timeout(limits.milliseconds);
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    way.sent = headersFor(way.at, credentials);
    way.proxy = host.proxyFor?.(way.at);
    const headers = { ...way.sent.headers, ...(known?.uri === way.at.href && asking(known)) };
    const response = await host.fetch(way.at, { headers, signal });
    const location = response.headers.get("location");
    if (!redirectStatuses.has(response.status) || location === null) return response;
    await response.body?.cancel();
    const next = redirected(location, way);
    refuseCredentials(next);
    approve?.(next);
    way.at = next;
  }
  throw new FetchError("there are too many redirects");
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-13.1 */
function asking({ version: { etag, lastModified } }: Known): object {
  return {
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(lastModified !== undefined && { "if-modified-since": lastModified }),
  };
}

function redirected(location: string, { at, sent }: Way): URL {
  const target = parseUrl(location, at.href);
  if (target === undefined) throw new FetchError("a redirect leads to an invalid URL");
  const next = withoutFragment(target);
  if (!/^https?:$/.test(next.protocol)) {
    throw new FetchError(`a redirect leads to ${next.protocol}`);
  }
  if (at.protocol === "https:" && next.protocol === "http:") {
    throw new FetchError(
      "a redirect leads from https: to http:, where anybody could change the file",
    );
  }
  // The URL would become the base of references, and appear in messages.
  if (repeats(next.href, sent) || repeats(decoded(next.href), sent)) throw repeated;
  return next;
}

/** https://fetch.spec.whatwg.org/#http-redirect-fetch */
const maxRedirects = 20;

/** https://fetch.spec.whatwg.org/#redirect-status */
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function withoutFragment(url: URL): URL {
  const copy = new URL(url);
  copy.hash = "";
  return copy;
}

function refuseCredentials(url: URL): void {
  if (url.username === "" && url.password === "") return;
  const help = "send them as a header: see `spec.headers` and `--header`";
  throw failed(bare(url), "a user name or password in a URL is not supported", help);
}

async function readBody(response: Response, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyChunks(response)) {
    size += chunk.byteLength;
    // Leaving the loop cancels the download.
    if (size > limit) throw new FetchError(`the file is larger than ${limit} bytes`);
    chunks.push(chunk);
  }
  return joinBytes(chunks);
}

function bodyChunks(response: Response): AsyncIterable<Uint8Array> | readonly Uint8Array[] {
  // By the Fetch standard, a body consists of bytes; the types say "any".
  return (response.body ?? []) as AsyncIterable<Uint8Array> | readonly Uint8Array[];
}

/** Throws if an answer is a web page, or contains a secret, which could be printed or generated. */
function checkContent(bytes: Uint8Array, { headers }: Response, sent: SentHeaders): void {
  const isHtml = /html/i.test(headers.get("content-type") ?? "");
  const start = new TextDecoder().decode(bytes.subarray(0, 1024));
  if (isHtml ? /^\s*</.test(start) : /^\s*<(?:!doctype\s+html|html)\b/i.test(start)) throw webPage;
  if (sent.secrets.length > 0 && repeats(new TextDecoder().decode(bytes), sent)) throw repeated;
}

/** Returns whether a text contains a secret. Short secrets are not searched: they may match by chance. */
function repeats(text: string, { secrets }: SentHeaders): boolean {
  return secrets.some((secret) => secret.length >= 16 && text.includes(secret));
}

function decoded(text: string): string {
  return text.replace(/%[\da-f]{2}/gi, (byte) => String.fromCharCode(parseInt(byte.slice(1), 16)));
}

const repeated = new FetchError(
  "the answer contains the value of a header that was sent",
  "ask the operator of the server to remove it from the answers, since it may be a secret",
);

function failed(url: URL, why: string, help: string = elsewhere): InputError {
  const message = `cannot retrieve ${url.href}: ${why}`;
  return inputError([{ code: "fetch-failed", message, help }]);
}

/** Returns the URL without user name and password. */
function bare(url: URL): URL {
  const copy = new URL(url);
  copy.username = "";
  copy.password = "";
  return copy;
}
