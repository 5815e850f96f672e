import type { Config } from "../config/config.js";
import type { FileHook } from "../config/file-hook.js";
import type { RetrieveHook } from "../config/hooks.js";
import { settingsOf } from "../config/settings.js";
import { runtimeNames } from "../emit/runtime.js";
import { diagnose, type Diagnosed } from "../load/diagnose.js";
import { nodeHost } from "../load/node-host.js";
import type { SpecInput } from "../load/read.js";
import { readModels, type ReadModels } from "../model/read-models.js";

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
  /** Is called with what the run turns to, for whoever waits for it. */
  readonly onStage?: (stage: string) => void;
  /** Is called with every local file of the document that is read or looked for. */
  readonly onFile?: FileHook | undefined;
  /** What relative paths are relative to. Default: the working directory. */
  readonly cwd?: string;
}

/**
 * Reads the models of a document, and does something with them.
 *
 * @param options Where the document is.
 * @param work What to do with its models. An InputError that it throws becomes diagnostics.
 * @returns The result; undefined, where a diagnostic is an error.
 */
export function diagnoseModels<T>(
  { spec, config = {}, retrieve, onFile, cwd = process.cwd(), onStage = ignore }: DocumentOptions,
  work: (read: ReadModels, config: Config) => Promise<T>,
): Promise<Diagnosed<T>> {
  return diagnose(async (run) => {
    const settings = settingsOf(typeof spec === "string" ? spec : undefined, config, cwd);
    const host = nodeHost(cwd);
    const source = { spec, host, reservedNames: runtimeNames, retrieve, onStage, onFile };
    const read = await readModels(source, settings, run);
    return read && (await work(read, settings));
  });
}

const ignore = (): undefined => undefined;
