import { shownPath } from "../../output/shown-path.js";
import type { ReadModels } from "../../model/read-models.js";
import { findModel } from "../../validate/find-model.js";
import type { DataFile } from "../../validate/finding.js";
import type { Samples } from "../sample.js";
import { expandPattern } from "./expand-pattern.js";
import { operationFinder, type OperationFinder } from "./find-operation.js";
import { harSamples } from "./har-samples.js";
import { modelSamples } from "./model-samples.js";
import { readOperations } from "./operation.js";
import { pairSamples } from "./pair-samples.js";
import { readValues, type FileValue } from "./read-values.js";
import type { SampleArgument } from "./sample-argument.js";

/** What reading samples depends on besides the arguments. */
export interface FileSamplesOptions {
  /** The document that the samples are held against. */
  readonly read: Pick<ReadModels, "document" | "models">;
  /** What paths are relative to. */
  readonly cwd: string;
  /** What `-` reads. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Is told the file that is read. */
  readonly onFile: (file: DataFile) => void;
}

/**
 * Reads the samples that are in files, each with the schema that it has to be valid under.
 *
 * @param args What to read. A file that is named more than once for the same is read once, so that
 *   nothing counts twice.
 * @param options The document, and where the files are.
 * @returns The samples of each file, in the order of the arguments; those of a pattern are sorted.
 * @throws InputError when a file cannot be read, no file matches, or there is no such model.
 */
export async function fileSamples(
  args: readonly SampleArgument[],
  options: FileSamplesOptions,
): Promise<readonly Samples[]> {
  const { read, cwd, stdin, onFile } = options;
  const finder = operationFinder(readOperations(read.document));
  const seen = new Set<string>();
  const all: Samples[] = [];
  for (const argument of args) {
    const samplesOf = readerOf(argument, finder, read);
    for (const file of await filesOf(argument.files, cwd)) {
      const key = JSON.stringify([{ ...argument, files: file.path ?? "-" }]);
      if (seen.has(key)) continue;
      seen.add(key);
      onFile(file);
      all.push(samplesOf(await readValues(file, stdin())));
    }
  }
  return all;
}

async function filesOf(files: string, cwd: string): Promise<readonly DataFile[]> {
  if (files === "-") return [{ name: "<stdin>" }];
  const paths = await expandPattern(files, cwd);
  return paths.map((path) => ({ name: shownPath(path, cwd), path }));
}

/** What makes samples of what stands in a file. */
function readerOf(
  argument: SampleArgument,
  finder: OperationFinder,
  { models }: FileSamplesOptions["read"],
): (values: readonly FileValue[]) => Samples {
  switch (argument.kind) {
    case "model": {
      const { schema, name } = findModel(argument.model, models);
      return (values) => modelSamples(values, { schema: schema.place, subject: name });
    }
    case "pairs":
      return (values) => pairSamples(values, finder);
    case "har":
      return (values) => harSamples(values, finder);
  }
}
