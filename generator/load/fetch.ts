import { inputError, type InputError } from "../diagnostics/failure.js";
import type { FetchLimits } from "./limits.js";

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
 * @param limits How long it may take and how large it may be.
 * @returns The body.
 * @throws InputError when there is no such file, or a limit is passed.
 */
export async function fetchBytes(url: URL, limits: FetchLimits): Promise<Fetched> {
  if (url.username !== "" || url.password !== "") {
    const help = "retrieve the file by other means, and give its path";
    throw failed(bare(url), "a user name or password in a URL is not supported", help);
  }
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(limits.milliseconds),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`the server answered ${response.status} ${response.statusText}`.trimEnd());
    }
    return { bytes: await readBody(response, limits.bytes), uri: response.url };
  } catch (error) {
    throw failed(url, reason(error, limits));
  }
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
  return Buffer.concat(chunks);
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

function failed(url: URL, why: string, help?: string): InputError {
  const message = `cannot retrieve ${url.href}: ${why}`;
  return inputError([{ code: "fetch-failed", message, ...(help === undefined ? {} : { help }) }]);
}

/** The URL without a password that nobody wants in a log. */
function bare(url: URL): URL {
  const copy = new URL(url);
  copy.username = "";
  copy.password = "";
  return copy;
}
