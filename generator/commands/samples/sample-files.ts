import { recordedValues } from "../../reconcile/sources/recorded-value.js";
import type { SampleSource } from "../../reconcile/sources/sample-source.js";
import { shownPath } from "../../output/shown-path.js";
import type { DataFile } from "../../validate/report.js";
import { openData } from "../read-data.js";
import { expandPattern } from "../expand-pattern.js";
import type { SampleArgument } from "./sample-argument.js";

/** What reading samples depends on besides the arguments. */
export interface SampleFilesOptions {
  /** The folder that paths are relative to. */
  readonly cwd: string;
  /** What `-` reads. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Is called with each file before it is read. */
  readonly onFile: (file: DataFile) => void;
}

/**
 * Yields the files that arguments name. A file that is named several times for the same model is read
 * once, so that no sample counts twice.
 *
 * @param args What to read.
 * @param options Where the files are.
 * @returns The files in the order of the arguments; those of a pattern are sorted.
 * @throws {InputError} If no file matches; while reading, if a file cannot be read.
 */
export async function* sampleFiles(
  args: readonly SampleArgument[],
  { cwd, stdin, onFile }: SampleFilesOptions,
): AsyncGenerator<SampleSource, void> {
  const seen = new Set<string>();
  for (const { files, ...kind } of args) {
    for (const file of await filesOf(files, cwd)) {
      const key = JSON.stringify([kind, file.path ?? "-"]);
      if (seen.has(key)) continue;
      seen.add(key);
      yield {
        ...kind,
        read: async () => {
          onFile(file);
          return recordedValues(await openData(file, stdin()), file.name);
        },
      };
    }
  }
}

async function filesOf(files: string, cwd: string): Promise<readonly DataFile[]> {
  if (files === "-") return [{ name: "<stdin>" }];
  const paths = await expandPattern(files, cwd);
  return paths.map((path) => ({ name: shownPath(path, cwd), path }));
}
