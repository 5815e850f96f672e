import type { Config } from "../config/config.js";
import { settingsOf } from "../config/settings.js";
import { diagnose, type Diagnosed } from "../load/diagnose.js";
import { nodeHost } from "../load/node-host.js";
import type { DocumentOptions } from "../load/document-options.js";
import { readModels, type ReadModels, type ReadModelsOptions } from "../model/read-models.js";

/** A document that is ready to be read. */
export type OpenedDocument = Pick<
  ReadModelsOptions,
  "spec" | "host" | "retrieve" | "mayBeEmpty" | "isLinted"
>;

/** Returns how to read a document. */
type OpenDocument = (
  options: DocumentOptions,
  folder: string,
  settings: Config,
) => OpenedDocument | Promise<OpenedDocument>;

/**
 * Reads the models of a document, and calls a function with them.
 *
 * @param options Returns the location of the document; throws an InputError if the options are wrong.
 * @param work What to do with its models. An InputError that it throws becomes diagnostics.
 * @param open Returns how to read the document. Default: as a file of this machine.
 * @returns The result, or undefined if a diagnostic is an error.
 */
export function diagnoseModels<T>(
  options: () => DocumentOptions,
  work: (read: ReadModels, config: Config) => T | Promise<T>,
  open: OpenDocument = ofThisMachine,
): Promise<Diagnosed<T>> {
  return diagnose(async (run) => {
    const checked = options();
    const { spec, config = {}, onFile, cwd, onStage = ignore } = checked;
    const folder = cwd ?? process.cwd();
    const settings = settingsOf(typeof spec === "string" ? spec : undefined, config, folder);
    const opened = await open(checked, folder, settings);
    const read = await readModels({ ...opened, onStage, onFile }, settings, run);
    return read && (await work(read, settings));
  });
}

function ofThisMachine({ spec, retrieve }: DocumentOptions, folder: string): OpenedDocument {
  return { spec, retrieve, host: nodeHost(folder) };
}

const ignore = (): undefined => undefined;
