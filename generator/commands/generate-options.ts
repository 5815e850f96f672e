import type { Config, FormatChoice, ImportExtension, Target } from "../config/config.js";
import type { FileHook } from "../config/file-hook.js";
import type { UrlHook } from "../load/url-hook.js";
import type { GenerateFormat } from "./generate-formats.js";

/** The arguments of `guardsmith generate`; paths are relative to the working directory. */
export interface GenerateCommandOptions {
  /** The document: a path, a URL, or `-` for standard input. Default: the one of the config. */
  readonly spec?: string | undefined;
  /** The headers of the requests for the document, as lines such as `Accept: application/yaml`. */
  readonly headers?: readonly string[] | undefined;
  /** The overlays to apply to the document. Default: those of the config. */
  readonly overlays?: readonly string[] | undefined;
  /** The output folder. Default: the one of the config. */
  readonly out?: string | undefined;
  /** The config file. Default: the nearest one. */
  readonly config?: string | undefined;
  /** The jobs of the config. Default: all. */
  readonly jobs?: readonly string[] | undefined;
  /** The component schemas to emit. Default: those of the config. */
  readonly roots?: readonly string[] | undefined;
  /** Whether to write TypeScript or JavaScript. Default: as the config says. */
  readonly target?: Target | undefined;
  /** The file extension in import paths. Default: as the config or the `tsconfig.json` says. */
  readonly importExtension?: ImportExtension | undefined;
  /** Whether to format the files. Default: as the config says. */
  readonly format?: FormatChoice | undefined;
  /** Whether every warning is an error. Default: as the config says. */
  readonly strict?: boolean | undefined;
  /** The most warnings with which the run succeeds. Default: as the config says, or any number. */
  readonly maxWarnings?: number | undefined;
  /** Whether to only compare the output folder with the files that would be written. */
  readonly check?: boolean | undefined;
  /**
   * Whether to generate even if nothing has changed since the last run, and to replace and remove files
   * that people wrote or edited.
   */
  readonly force?: boolean | undefined;
  /** How the result is printed. Default: `pretty`. */
  readonly reportAs?: GenerateFormat | undefined;
  /** The command line that brings the output folder up to date, for the hint of a check. */
  readonly rerun: string;
  /** Receives events of the run. Default: none. */
  readonly observer?: RunObserver | undefined;
}

/** Observes a run, and may end it. */
export interface RunObserver {
  /** Is called with the settings before they are used; may throw an InputError. */
  readonly onConfig: (config: Config) => void;
  /** Is called with every local file that the run reads or looks for. */
  readonly onFile: FileHook;
  /** Is called with every URL that the run requests. */
  readonly onUrl?: UrlHook | undefined;
  /** Ends the run before its next stage, but never while it writes. Its reason is the error. */
  readonly signal: AbortSignal;
}
