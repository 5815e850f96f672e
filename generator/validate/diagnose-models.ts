import type { Config } from "../config/config.js";
import { settingsOf } from "../config/settings.js";
import { diagnose, type Diagnosed } from "../load/diagnose.js";
import { nodeHost } from "../load/node-host.js";
import type { DocumentOptions } from "../load/document-options.js";
import { readModels, type ReadModels } from "../model/read-models.js";

/**
 * Reads the models of a document, and does something with them.
 *
 * @param options Where the document is.
 * @param work What to do with its models. An InputError that it throws becomes diagnostics.
 * @returns The result; undefined, where a diagnostic is an error.
 */
export function diagnoseModels<T>(
  { spec, config = {}, retrieve, onFile, cwd = process.cwd(), onStage = ignore }: DocumentOptions,
  work: (read: ReadModels, config: Config) => T | Promise<T>,
): Promise<Diagnosed<T>> {
  return diagnose(async (run) => {
    const settings = settingsOf(typeof spec === "string" ? spec : undefined, config, cwd);
    const host = nodeHost(cwd);
    const source = { spec, host, retrieve, onStage, onFile };
    const read = await readModels(source, settings, run);
    return read && (await work(read, settings));
  });
}

const ignore = (): undefined => undefined;
