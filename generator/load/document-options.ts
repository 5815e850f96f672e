import type { Config } from "../config/config.js";
import type { FileHook } from "../config/file-hook.js";
import type { RetrieveHook } from "../config/hooks.js";
import type { SpecInput } from "./read.js";

/** Where a document is, and how it is read. */
export interface DocumentOptions {
  /**
   * The document: a path, a URL, `-` for standard input, or its text. An overlay stands for the
   * document that it extends.
   */
  readonly spec: SpecInput;
  /** Settings; every one has a default. */
  readonly config?: Partial<Config>;
  /**
   * Finds a file that the document refers to by an absolute URI, before anything else is tried.
   * Undefined leaves it to the default: files in the folder of the document, and what the config
   * allows to be fetched.
   */
  readonly retrieve?: RetrieveHook;
  /** Is called with a text that says what the run is doing. */
  readonly onStage?: (stage: string) => void;
  /** Is called with every local file of the document that is read or looked for. */
  readonly onFile?: FileHook | undefined;
  /** What relative paths are relative to. Default: the working directory. */
  readonly cwd?: string;
}
