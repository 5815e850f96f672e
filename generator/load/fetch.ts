import { joinBytes } from "../core/bytes.js";
import { inputError, InputError } from "../core/failure.js";
import type { FetchLimits } from "../text/limits.js";
import type { Host } from "./host.js";

/** A file as it came over the network. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** The URL that it came from in the end, after redirects: the base of its relative references. */
  readonly uri: string;
}

/**
 * Retrieves a file with GET, following redirects.
 *
 * @param url An `http:` or `https:` URL; its fragment is not sent.
 * @param host Sends the requests.
 * @param limits How long it may take and how large it may be.
 * @param approve Is asked about each URL that a redirect leads to, and throws where it must not lead.
 * @returns The body.
 * @throws InputError when there is no such file, or a limit is passed.
 */
export async function fetchBytes(
  url: URL,
  host: Host,
  limits: FetchLimits,
  approve: (url: URL) => void = () => undefined,
): Promise<Fetched> {
  refuseCredentials(url);
  try {
    const { response, at } = await follow(url, host, limits, approve);
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`the server answered ${response.status} ${response.statusText}`.trimEnd());
    }
    return { bytes: await readBody(response, limits.bytes), uri: at.href };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw failed(url, reason(error, limits));
  }
}

/** Follows redirects one by one, because `fetch` would be there before anybody could object. */
async function follow(
  url: URL,
  host: Host,
  limits: FetchLimits,
  approve: (url: URL) => void,
): Promise<{ response: Response; at: URL }> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  let at = withoutFragment(url);
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const response = await host.fetch(at, signal);
    const location = response.headers.get("location");
    if (!redirectStatuses.has(response.status) || location === null) return { response, at };
    await response.body?.cancel();
    if (!URL.canParse(location, at.href)) throw new Error("a redirect leads to no valid URL");
    at = withoutFragment(new URL(location, at));
    if (!/^https?:$/.test(at.protocol)) throw new Error(`a redirect leads to ${at.protocol}`);
    refuseCredentials(at);
    approve(at);
  }
  throw new Error("redirect count exceeded");
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
  const help = "retrieve the file by other means, and give its path";
  throw failed(bare(url), "a user name or password in a URL is not supported", help);
}

async function readBody(response: Response, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyChunks(response)) {
    size += chunk.byteLength;
    // Leaving the loop cancels the download.
    if (size > limit) throw new Error(`the file is larger than ${limit} bytes`);
    chunks.push(chunk);
  }
  return joinBytes(chunks);
}

function bodyChunks(response: Response): AsyncIterable<Uint8Array> | readonly Uint8Array[] {
  // The types say "any" where the Fetch standard says that a body consists of bytes.
  return (response.body ?? []) as AsyncIterable<Uint8Array> | readonly Uint8Array[];
}

/** `fetch` itself only says "fetch failed"; what happened is in the cause. */
function reason(error: unknown, limits: FetchLimits): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `it took more than ${limits.milliseconds / 1000} s`;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  if (cause.message !== "") return cause.message;
  return "code" in cause ? String(cause.code) : error.message;
}

function failed(
  url: URL,
  why: string,
  help = "check the URL and the network, or download the file and give its path",
): InputError {
  const message = `cannot retrieve ${url.href}: ${why}`;
  return inputError([{ code: "fetch-failed", message, help }]);
}

/** The URL without a password that nobody wants in a log. */
function bare(url: URL): URL {
  const copy = new URL(url);
  copy.username = "";
  copy.password = "";
  return copy;
}
