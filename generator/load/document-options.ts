import type { OptionKind } from "../config/check-options.js";
import type { JobConfig } from "../config/user-config.js";
import type { FileHook } from "../config/file-hook.js";
import type { RetrieveHook } from "../config/hooks.js";
import type { SpecInput } from "./read-input.js";

/** Where a document is, and how it is read. */
export interface DocumentOptions {
  /**
   * The document: a path, a URL, `-` for standard input, its text (`{ text, uri }`), or the parsed document
   * (`{ document, uri }`, or the document itself). An overlay can be named instead of the document that it
   * extends.
   */
  readonly spec: SpecInput;
  /** Settings; every one has a default. */
  readonly config?: JobConfig | undefined;
  /**
   * Returns a file by its absolute URI. It is called first, for the document and the overlays, if they are
   * given as paths or URLs, and for all files that they refer to. If it returns undefined, Guardsmith reads
   * the file itself: references may lead to files in the folder of the document, and to what the config
   * allows.
   */
  readonly retrieve?: RetrieveHook | undefined;
  /** Is called with a text that says what the run is doing. */
  readonly onStage?: ((stage: string) => void) | undefined;
  /** Is called with every local file of the document that is read or looked for. */
  readonly onFile?: FileHook | undefined;
  /** The folder that relative paths are relative to. Default: the working directory. */
  readonly cwd?: string | undefined;
}

/** The types of these options, for `checkOptions`. */
export const documentOptions: Readonly<Record<keyof DocumentOptions, OptionKind>> = {
  spec: "document",
  config: "object",
  retrieve: "function",
  onStage: "function",
  onFile: "function",
  cwd: "text",
};
