import type { Draft } from "../../generator/emit/draft.js";
import type { OutputFile } from "../../generator/emit/output-file.js";

/** Leaves files as they were printed. */
export function asPrinted(drafts: Iterable<Draft>): Promise<readonly OutputFile[]> {
  return Promise.resolve(Array.from(drafts, ({ path, text }) => ({ path, text })));
}
