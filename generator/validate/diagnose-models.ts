import type { Config } from "../config/config.js";
import { settingsOf } from "../config/settings.js";
import { diagnose, type Diagnosed } from "../load/diagnose.js";
import { nodeHost } from "../load/node-host.js";
import type { DocumentOptions } from "../load/document-options.js";
import { readModels, type ReadModels } from "../model/read-models.js";

/**
 * Reads the models of a document, and calls a function with them.
 *
 * @param options Returns the location of the document; throws an InputError if the options are wrong.
 * @param work What to do with its models. An InputError that it throws becomes diagnostics.
 * @returns The result, or undefined if a diagnostic is an error.
 */
export function diagnoseModels<T>(
  options: () => DocumentOptions,
  work: (read: ReadModels, config: Config) => T | Promise<T>,
): Promise<Diagnosed<T>> {
  return diagnose(async (run) => {
    const { spec, config = {}, retrieve, onFile, cwd, onStage = ignore } = options();
    const folder = cwd ?? process.cwd();
    const settings = settingsOf(typeof spec === "string" ? spec : undefined, config, folder);
    const host = nodeHost(folder);
    const source = { spec, host, retrieve, onStage, onFile };
    const read = await readModels(source, settings, run);
    return read && (await work(read, settings));
  });
}

const ignore = (): undefined => undefined;
