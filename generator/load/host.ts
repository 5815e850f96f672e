import type { Headers } from "../config/headers.js";
import type { ReadLimits } from "../config/read-file.js";
import type { UrlHook } from "./url-hook.js";
import type { Proxy } from "./proxy.js";

/** What loading reaches of the machine that it runs on, the network included. */
export interface Host {
  /** Its files; undefined where there are none to read, as in a browser. */
  readonly files?: LocalFiles | undefined;
  /** What `-` reads; undefined where there is no standard input. */
  readonly stdin?: (() => AsyncIterable<Uint8Array | string>) | undefined;
  /** Sends one GET; a redirect is returned, not followed. */
  readonly fetch: (url: URL, request: SentRequest) => Promise<Response>;
  /** Returns an environment variable; undefined where there are none, as in a browser. */
  readonly variable?: ((name: string) => string | undefined) | undefined;
  /** Is called with every file on the network that is asked for. */
  readonly onUrl?: UrlHook | undefined;
  /** Returns the proxy that is named for a URL, if any. */
  readonly proxyFor?: ((url: URL) => Proxy | undefined) | undefined;
}

/** What a request has besides its URL. */
export interface SentRequest {
  readonly headers: Headers;
  readonly signal: AbortSignal;
}

/** The files of a machine, and how it writes their paths. */
export interface LocalFiles {
  /** Makes a path absolute that may be relative to the working directory. */
  readonly absolute: (path: string) => string;
  /** The path of a file for people: relative to the working directory, with `/`. */
  readonly nameOf: (path: string) => string;
  readonly uriOf: (path: string) => string;
  /** The path of a file; undefined when the URI is not that of a file on this machine. */
  readonly pathOf: (uri: string) => string | undefined;
  readonly folderOf: (path: string) => string;
  /** The path of a file relative to a folder; undefined when it is not inside. */
  readonly pathIn: (folder: string, path: string) => string | undefined;
  readonly join: (folder: string, path: string) => string;
  /** The path without symbolic links; fails when there is no such file. */
  readonly realPath: (path: string) => Promise<string>;
  /** Whether there is a folder at a path, links followed. */
  readonly isFolder: (path: string) => Promise<boolean>;
  readonly read: (path: string, limits?: ReadLimits) => Promise<Uint8Array>;
}
