import type { OptionKind } from "../config/check-options.js";
import type { JobConfig } from "../config/user-config.js";
import type { FileHook } from "../config/file-hook.js";
import type { RetrieveHook } from "../config/hooks.js";
import type { SpecInput } from "./read-input.js";

/** Where a document is, and how it is read. */
export interface DocumentOptions {
  /**
   * The document: a path, a URL, `-` for standard input, its text (`{ text, uri }`), or what that says,
   * parsed (`{ document, uri }`, or the document itself). An overlay stands for the document that it
   * extends.
   */
  readonly spec: SpecInput;
  /** Settings; every one has a default. */
  readonly config?: JobConfig | undefined;
  /**
   * Finds a file by its absolute URI, before anything else is tried: the document and the overlays,
   * where they are given as paths or URLs, and what they refer to. Undefined leaves it to the default:
   * of files that are referred to, those in the folder of the document, and what the config allows to
   * be fetched.
   */
  readonly retrieve?: RetrieveHook | undefined;
  /** Is called with a text that says what the run is doing. */
  readonly onStage?: ((stage: string) => void) | undefined;
  /** Is called with every local file of the document that is read or looked for. */
  readonly onFile?: FileHook | undefined;
  /** What relative paths are relative to. Default: the working directory. */
  readonly cwd?: string | undefined;
}

/** What each of them takes, for `checkOptions`. */
export const documentOptions: Readonly<Record<keyof DocumentOptions, OptionKind>> = {
  spec: "document",
  config: "object",
  retrieve: "function",
  onStage: "function",
  onFile: "function",
  cwd: "text",
};
