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
  /** What ends the names of imported files. Default: as the config or the `tsconfig.json` says. */
  readonly importExtension?: ImportExtension | undefined;
  /** Whether files are formatted. Default: as the config says. */
  readonly format?: FormatChoice | undefined;
  /** Whether every warning is an error. Default: as the config says. */
  readonly strict?: boolean | undefined;
  /** The number of warnings with which the run does not fail. Default: as the config says, or any. */
  readonly maxWarnings?: number | undefined;
  /** Whether to compare the output folder with what it should hold, and to write nothing. */
  readonly check?: boolean | undefined;
  /**
   * Whether to generate even where nothing has changed since the last run, and to replace and remove
   * files that people wrote or edited.
   */
  readonly force?: boolean | undefined;
  /** How the result is printed. Default: `pretty`. */
  readonly reportAs?: GenerateFormat | undefined;
  /** The command line that brings the output folder up to date, for the hint after a comparison. */
  readonly rerun: string;
  /** What is told about the run while it goes on. Default: nothing. */
  readonly observer?: RunObserver | undefined;
}

/** Follows a run, and may end it. */
export interface RunObserver {
  /** Receives the settings before they are used; may throw an InputError. */
  readonly onConfig: (config: Config) => void;
  /** Is called with every local file that the run reads or looks for. */
  readonly onFile: FileHook;
  /** Is called with every file on the network that the run asks for. */
  readonly onUrl?: UrlHook | undefined;
  /** Ends the run before its next stage, with its reason as the error; never while it writes. */
  readonly signal: AbortSignal;
}
