import type { Headers } from "../config/headers.js";
import type { ReadLimits } from "../config/read-file.js";
import type { UrlHook } from "./url-hook.js";
import type { Proxy } from "./proxy.js";

/** What loading needs from the environment in which it runs. */
export interface Host {
  /** Local files; undefined if there are none, as in a browser. */
  readonly files?: LocalFiles | undefined;
  /** Standard input, which `-` reads; undefined if there is none. */
  readonly stdin?: (() => AsyncIterable<Uint8Array | string>) | undefined;
  /** Sends one GET; a redirect is returned, not followed. */
  readonly fetch: (url: URL, request: SentRequest) => Promise<Response>;
  /** Returns an environment variable. Undefined if there are none, as in a browser. */
  readonly variable?: ((name: string) => string | undefined) | undefined;
  /** Is called with every URL that is requested. */
  readonly onUrl?: UrlHook | undefined;
  /** Returns the proxy for a URL, or undefined. */
  readonly proxyFor?: ((url: URL) => Proxy | undefined) | undefined;
}

/** A request without its URL. */
export interface SentRequest {
  readonly headers: Headers;
  readonly signal: AbortSignal;
}

/** Access to local files and their paths. */
export interface LocalFiles {
  /** Returns the absolute form of a path that may be relative to the working directory. */
  readonly absolute: (path: string) => string;
  /** Returns the path of a file for messages: relative to the working directory, with `/`. */
  readonly nameOf: (path: string) => string;
  readonly uriOf: (path: string) => string;
  /** Returns the path of a `file:` URI, or undefined if it is not a file on this machine. */
  readonly pathOf: (uri: string) => string | undefined;
  readonly folderOf: (path: string) => string;
  /** Returns the path of a file relative to a folder, or undefined if it is not inside. */
  readonly pathIn: (folder: string, path: string) => string | undefined;
  readonly join: (folder: string, path: string) => string;
  /** Returns the path without symbolic links. Rejects if there is no such file. */
  readonly realPath: (path: string) => Promise<string>;
  /** Returns whether a path is a folder, following links. */
  readonly isFolder: (path: string) => Promise<boolean>;
  readonly read: (path: string, limits?: ReadLimits) => Promise<Uint8Array>;
}
