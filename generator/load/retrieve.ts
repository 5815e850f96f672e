import type { SourceText } from "../core/source-text.js";
import { inputError, type InputError } from "../core/failure.js";
import type { FileHook } from "../config/file-hook.js";
import { askHook } from "./ask-hook.js";
import type { Host } from "./host.js";
import { defaultFetchLimits, type FetchLimits } from "../text/limits.js";
import type { Credentials } from "./request-headers.js";
import { once } from "./once.js";
import type { ReferenceLimits, RetrieveHook } from "../config/hooks.js";
import { readUrl } from "./read.js";
import { isInFolderOf } from "./remote-folder.js";
import { openFiles } from "./retrieve-file.js";
import { normalizeUri, parseUrl } from "../core/uri.js";

/** What retrieving the files of a document depends on. */
export interface RetrieveOptions {
  /** The environment that files are read from. */
  readonly host: Host;
  /** The limits of a request. Default: 30 s and 64 MiB. */
  readonly fetchLimits?: FetchLimits;
  /**
   * Which files references may lead to, besides those in the folder of a document on the network.
   * Default: those in the folder of the entry file.
   */
  readonly references?: ReferenceLimits;
  /** Is called first for every file that is referred to. */
  readonly retrieve?: RetrieveHook;
  /** The headers of requests, which are only sent to their own origins. Default: none. */
  readonly credentials?: Credentials | undefined;
  /** Is called with every local file that is read or looked for. */
  readonly onFile?: FileHook | undefined;
}

/**
 * Retrieves the file with an absolute URI, only once.
 *
 * All URIs of a file return the same source, whose `uri` may differ from the requested one.
 *
 * @throws {InputError} If the file cannot be retrieved.
 */
export type Retrieve = (uri: string) => Promise<SourceText>;

/**
 * Returns a function that retrieves the files that a document refers to.
 *
 * @param entry The entry file.
 * @param options What may be retrieved.
 * @throws {InputError} `invalid-config`, if the folder that references are limited to does not exist.
 */
export async function openRetrieval(
  entry: SourceText,
  options: RetrieveOptions,
): Promise<Retrieve> {
  const { host, fetchLimits: limits = defaultFetchLimits, credentials, onFile } = options;
  const { references = { origins: [] }, retrieve: hook } = options;
  const { files } = host;
  const readFile = await openFiles(entry, references.root, files, onFile);
  const approve = (url: URL): void => {
    if (references.origins.includes(url.origin) || isInFolderOf(url, entry.uri)) return;
    throw notAllowed(url, entry);
  };
  const retrieveOnce = once(async (uri): Promise<SourceText> => {
    const answer = await askHook(hook, uri, host);
    if (answer !== undefined) return answer;
    const url = new URL(uri);
    switch (url.protocol) {
      case "file:":
        return readFile(url);
      case "http:":
      case "https:":
        approve(url);
        return readUrl(url, { host, limits, approve, credentials });
      default:
        throw notRetrievable(uri);
    }
  });
  return async (uri) => {
    if (parseUrl(uri) === undefined) throw unresolved(uri, entry);
    const path = files?.pathOf(uri);
    const isRemote = files === undefined || path === undefined;
    return retrieveOnce(isRemote ? normalizeUri(uri) : files.uriOf(path));
  };
}

function notAllowed({ origin, pathname, search }: URL, { uri }: SourceText): InputError {
  const isSame = parseUrl(uri)?.origin === origin;
  const where = isSame ? "out of the folder of the document" : `to ${origin}`;
  const message = `${origin}${pathname}${search} is not retrieved, because references must not lead ${where}`;
  const help = `add "${origin}" to \`references.origins\` if the file belongs to the document`;
  return inputError([{ code: "remote-reference", message, help }]);
}

function notRetrievable(uri: string): InputError {
  const message = `${uri} cannot be retrieved: it is not a file: or http(s): URL, and no schema has it as its \`$id\``;
  const help = "define a schema with this `$id`, or refer to a file";
  return inputError([{ code: "unsupported-scheme", message, help }]);
}

function unresolved(reference: string, { uri }: SourceText): InputError {
  if (parseUrl(reference, "https://example.com/") !== undefined) {
    const message = `${reference} is relative, and there is no base URL`;
    const help = parseUrl(reference, uri)
      ? "make the `$id` around it a URL, or write the reference as a URL"
      : uri === "stdin:"
        ? "name the path of the document instead of -"
        : "give the document a `uri` that is a URL";
    return inputError([{ code: "no-base-uri", message, help }]);
  }
  const message = `${JSON.stringify(reference)} is not a URI reference`;
  const help = "write a URI, with percent-encoding for characters that URIs cannot have";
  return inputError([{ code: "invalid-uri", message, help }]);
}
