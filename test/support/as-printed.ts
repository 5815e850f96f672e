import type { Draft } from "../../generator/emit/draft.js";
import type { WantedFile } from "../../generator/emit/output-file.js";

/** Leaves files as they were printed. */
export function asPrinted(drafts: Iterable<Draft>): Promise<readonly WantedFile[]> {
  return Promise.resolve(
    Array.from(drafts, (draft) =>
      "kept" in draft ? draft : { path: draft.path, text: draft.text },
    ),
  );
}
