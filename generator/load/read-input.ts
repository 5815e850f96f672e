import { parseUrl } from "../core/uri.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import type { RetrieveHook } from "../config/hooks.js";
import type { SourceDocument } from "../core/source-text.js";
import { parseSource } from "../text/parse.js";
import { askHook } from "./ask-hook.js";
import type { Host } from "./host.js";
import { readSource, type ReadOptions, type SpecText } from "./read.js";
import { readValue } from "./read-value.js";

/** A document that is already parsed. */
export interface SpecValue {
  /** The OpenAPI Object, or an overlay. It is not changed. */
  readonly document: object;
  /** The base of its relative references. Default: `memory:`, which cannot be a base. */
  readonly uri?: string | undefined;
  /** Its name in diagnostics. Default: the `uri`, or `<memory>`. */
  readonly name?: string | undefined;
}

/**
 * A document: a path, a `file:` or `http(s):` URL, `-` for standard input, a text with its URI, or the
 * parsed document, by itself or as a {@link SpecValue}.
 */
export type SpecInput = string | SpecText | SpecValue | object;

/** What reading a document depends on besides the input. */
export interface ReadInputOptions extends ReadOptions {
  /** Is called first for everything with a URL. */
  readonly retrieve?: RetrieveHook;
  /** Receives the warnings. */
  readonly log: DiagnosticLog;
}

/**
 * Reads a document or an overlay from any source.
 *
 * @throws {InputError} If it cannot be read or parsed.
 */
export async function readInput(
  input: SpecInput,
  options: ReadInputOptions,
): Promise<SourceDocument> {
  const { log, host, retrieve } = options;
  if (typeof input !== "string") {
    if (isText(input)) return parseSource(await readSource(input, options), log);
    const { document, uri, name }: SpecValue = isValue(input) ? input : { document: input };
    return readValue({ uri: uri ?? "memory:", name: name ?? uri ?? "<memory>" }, document, log);
  }
  const uri = retrieve && uriOf(input, host);
  const answer = uri === undefined ? undefined : await askHook(retrieve, uri, host);
  return parseSource(answer ?? (await readSource(input, options)), log);
}

/** Returns the URI of a path or a URL, or undefined for standard input. */
function uriOf(input: string, { files }: Host): string | undefined {
  if (input === "-") return undefined;
  if (/^(?:https?|file):\/\//i.test(input)) {
    const url = parseUrl(input);
    if (url === undefined) return undefined;
    url.hash = "";
    return url.href;
  }
  return files?.uriOf(files.absolute(input));
}

function isText(input: object): input is SpecText {
  return !isDocument(input) && "text" in input && typeof input.text === "string";
}

function isValue(input: object): input is SpecValue {
  return !isDocument(input) && "document" in input && typeof input.document === "object";
}

/** Returns whether a value is a parsed document or overlay. */
function isDocument(input: object): boolean {
  return ["openapi", "swagger", "overlay"].some((field) => field in input);
}
