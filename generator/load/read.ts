import type { SourceText } from "../core/source-text.js";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inputError } from "../core/failure.js";
import { decodeUtf8, withoutByteOrderMark } from "../text/decode.js";
import { fetchBytes } from "./fetch.js";
import type { FileHook } from "../config/file-hook.js";
import { defaultFetchLimits, type FetchLimits } from "../text/limits.js";
import { readFileBytes } from "./read-file.js";
import { nameOfPath, sourceText } from "../text/source-text.js";

/** A document that is already in memory. */
export interface SpecText {
  readonly text: string;
  /** The base of its relative references. Default: `memory:`, which has none. */
  readonly uri?: string;
  /** What to call it in diagnostics. Default: the `uri`, or `<memory>`. */
  readonly name?: string;
}

/** Where a document is: a path, a `file:` or `http(s):` URL, `-` for standard input, or its text. */
export type SpecInput = string | SpecText;

/** What reading depends on besides the input. */
export interface ReadOptions {
  /** The directory that paths are relative to, as an absolute path. */
  readonly cwd: string;
  /** What `-` reads. Default: the standard input of the process. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** What a retrieval over the network may cost. Default: 30 s and 64 MiB. */
  readonly fetchLimits?: FetchLimits;
  /** Is told of every local file that is read or looked for. */
  readonly onFile?: FileHook | undefined;
}

/**
 * Reads one file, wherever it is.
 *
 * @param spec Where it is.
 * @param options What paths are relative to, and the limits.
 * @returns Its text, without a byte order mark. The format follows from the extension `.json`,
 *   `.yaml` or `.yml`; without one, a text that starts with `{` or `[` is JSON.
 * @throws InputError when the file cannot be read, is not UTF-8, or is empty.
 */
export async function readSource(spec: SpecInput, options: ReadOptions): Promise<SourceText> {
  if (typeof spec !== "string") return readMemory(spec);
  if (spec === "-") return readStdin(options.stdin ?? process.stdin);
  if (/^https?:\/\//i.test(spec)) {
    return readUrl(parsedUrl(spec), options.fetchLimits);
  }
  const path = /^file:\/\//i.test(spec) ? pathOfUrl(spec) : resolve(options.cwd, spec);
  return readPath(path, options);
}

function readMemory({ text, uri, name }: SpecText): SourceText {
  const origin = { uri: uri ?? "memory:", name: name ?? uri ?? "<memory>" };
  return sourceText(origin, withoutByteOrderMark(text));
}

async function readStdin(stdin: AsyncIterable<Uint8Array | string>): Promise<SourceText> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) {
    chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  }
  const origin = { uri: "stdin:", name: "<stdin>" };
  return sourceText(origin, decodeUtf8(Buffer.concat(chunks), origin.name));
}

/**
 * Retrieves a file over the network.
 *
 * @param url An `http:` or `https:` URL.
 * @param limits What it may cost. Default: 30 s and 64 MiB.
 * @param approve Throws where a redirect must not lead. Default: it may lead everywhere.
 * @returns Its text.
 * @throws InputError when there is no such file, a limit is passed, or it is no text.
 */
export async function readUrl(
  url: URL,
  limits: FetchLimits = defaultFetchLimits,
  approve?: (url: URL) => void,
): Promise<SourceText> {
  const { bytes, uri } = await fetchBytes(url, limits, approve);
  return sourceText({ uri, name: url.href }, decodeUtf8(bytes, url.href), url.pathname);
}

function parsedUrl(text: string): URL {
  if (URL.canParse(text)) return new URL(text);
  const help = "correct the URL, as in https://example.com/openapi.yaml";
  throw inputError([{ code: "fetch-failed", message: `${text} is not a valid URL`, help }]);
}

function pathOfUrl(text: string): string {
  try {
    return fileURLToPath(text);
  } catch {
    throw inputError([
      {
        code: "file-not-found",
        message: `${text} names no file on this machine`,
        help: "write it as file:///, followed by an absolute path",
      },
    ]);
  }
}

async function readPath(path: string, { cwd, onFile }: ReadOptions): Promise<SourceText> {
  const name = nameOfPath(path, cwd);
  const text = decodeUtf8(await readFileBytes(path, name, onFile), name);
  return sourceText({ uri: pathToFileURL(path).href, name }, text);
}
