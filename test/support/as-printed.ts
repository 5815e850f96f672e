import type { Draft } from "../../generator/emit/draft.js";
import type { OutputFile } from "../../generator/emit/output-file.js";

/** Leaves files as they were printed. */
export async function asPrinted(drafts: AsyncIterable<Draft>): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  for await (const { path, text } of drafts) files.push({ path, text });
  return files;
}
