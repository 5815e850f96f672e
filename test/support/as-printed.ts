import type { Draft } from "../../generator/emit/draft.js";
import type { OutputFile } from "../../generator/emit/output-file.js";

/** Leaves files as they were printed. */
export async function asPrinted(drafts: Iterable<Draft>): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  for (const { path, text } of drafts) files.push({ path, text });
  return files;
}
