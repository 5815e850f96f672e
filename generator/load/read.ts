import { parseUrl } from "../core/uri.js";
import type { SourceText } from "../core/source-text.js";
import { inputError, type InputError } from "../core/failure.js";
import { joinBytes } from "../core/bytes.js";
import { decodeUtf8, withoutByteOrderMark } from "../text/decode.js";
import { fetchBytes, type Fetched, type FetchOptions } from "./fetch.js";
import { followedUrl } from "./followed-url.js";
import type { Credentials } from "./request-headers.js";
import type { RemoteHeaders } from "../config/headers.js";
import type { FileHook } from "../config/file-hook.js";
import { defaultFetchLimits, maxFileBytes, type FetchLimits } from "../text/limits.js";
import { fileProblem, readFileBytes, UnfitFileError } from "../config/read-file.js";
import type { Host, LocalFiles } from "./host.js";
import { sourceText } from "../text/source-text.js";

/** A document that is already in memory. */
export interface SpecText {
  readonly text: string;
  /** The base of its relative references. Default: `memory:`, which cannot be a base. */
  readonly uri?: string | undefined;
  /** Its name in diagnostics. Default: the `uri`, or `<memory>`. */
  readonly name?: string | undefined;
}

/** What reading depends on besides the input. */
export interface ReadOptions {
  /** The environment that files are read from. */
  readonly host: Host;
  /** The limits of a request. Default: 30 s and 64 MiB. */
  readonly fetchLimits?: FetchLimits;
  /** Is called with every local file that is read or looked for. */
  readonly onFile?: FileHook | undefined;
  /** The headers for documents and overlays on the network. Default: none. */
  readonly headers?: readonly RemoteHeaders[] | undefined;
  /** The config with the headers, for the places of errors. */
  readonly source?: SourceText | undefined;
}

/**
 * Reads one file from any source.
 *
 * @param spec The file.
 * @param options The environment, and the limits.
 * @returns Its text, without a byte order mark. The format follows from the extension `.json`,
 *   `.yaml` or `.yml`; without one, a text that starts with `{` or `[` is JSON.
 * @throws {InputError} If the file cannot be read, is not UTF-8, or is empty.
 */
export async function readSource(
  spec: string | SpecText,
  options: ReadOptions,
): Promise<SourceText> {
  if (typeof spec !== "string") return readMemory(spec);
  const { host, fetchLimits: limits = defaultFetchLimits, onFile } = options;
  if (spec === "-") return readStdin(host);
  if (/^https?:\/\//i.test(spec)) {
    return readUrl(parsedUrl(spec), { host, limits, credentials: credentialsFor(spec, options) });
  }
  const { files } = host;
  if (files === undefined) throw notHere(spec);
  const path = /^file:\/\//i.test(spec) ? pathOfUrl(spec, files) : files.absolute(spec);
  return readPath(path, files, onFile);
}

function readMemory({ text, uri, name }: SpecText): SourceText {
  const origin = { uri: uri ?? "memory:", name: name ?? uri ?? "<memory>" };
  return sourceText(origin, withoutByteOrderMark(text));
}

function notHere(what: string): InputError {
  const message = `${what} cannot be read: this environment has no files`;
  const help = "pass the text of the document, or its URL";
  return inputError([{ code: "no-local-files", message, help }]);
}

async function readStdin({ stdin }: Host): Promise<SourceText> {
  if (stdin === undefined) throw notHere("standard input");
  const origin = { uri: "stdin:", name: "<stdin>" };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin()) {
    const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
    size += bytes.length;
    if (size > maxFileBytes) {
      throw inputError([fileProblem(origin.name, new UnfitFileError("too-large", maxFileBytes))]);
    }
    chunks.push(bytes);
  }
  return sourceText(origin, decodeUtf8(joinBytes(chunks), origin.name));
}

/**
 * Returns the headers for a document, and for files of its origin that it refers to.
 *
 * @param spec The document.
 * @param options The headers of all documents.
 */
export function credentialsFor(
  spec: string | object,
  { host, headers = [], source }: Pick<ReadOptions, "host" | "headers" | "source">,
): Credentials {
  const { variable = (): undefined => undefined } = host;
  return { headers: headers.filter(({ url }) => url === spec), variable, source };
}

/**
 * Retrieves a file over the network.
 *
 * @param url An `http:` or `https:` URL.
 * @param options How to retrieve it.
 * @returns Its text.
 * @throws {InputError} If it cannot be retrieved, a limit is exceeded, or it is not a text.
 */
export async function readUrl(url: URL, options: FetchOptions): Promise<SourceText> {
  let fetched: Fetched | undefined;
  try {
    fetched = await fetchBytes(url, options);
  } finally {
    options.host.onUrl?.(followedUrl(url, fetched, options));
  }
  const { bytes, uri } = fetched;
  return sourceText({ uri, name: url.href }, decodeUtf8(bytes, url.href), url.pathname);
}

function parsedUrl(text: string): URL {
  const url = parseUrl(text);
  if (url !== undefined) return url;
  const help = "correct the URL, as in https://example.com/openapi.yaml";
  throw inputError([{ code: "fetch-failed", message: `${text} is not a valid URL`, help }]);
}

function pathOfUrl(text: string, files: LocalFiles): string {
  const path = files.pathOf(text);
  if (path !== undefined) return path;
  const message = `${text} is not the URL of a file on this machine`;
  const help = "write it as file:///, followed by an absolute path";
  throw inputError([{ code: "file-not-found", message, help }]);
}

async function readPath(path: string, files: LocalFiles, onFile?: FileHook): Promise<SourceText> {
  const name = files.nameOf(path);
  // The user may have named a stream, such as `<(…)` or `/dev/stdin`.
  const read = (at: string): Promise<Uint8Array> => files.read(at, { fromStreams: true });
  const text = decodeUtf8(await readFileBytes(path, name, read, onFile), name);
  return sourceText({ uri: files.uriOf(path), name }, text);
}
