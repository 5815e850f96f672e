/** Writes what the reference shows of the code anew: parts of `docs/reference/`, and `config.schema.json`. */
import { writeFile } from "node:fs/promises";
import { referenceFiles } from "./reference/reference-files.js";

for (const { path, text } of await referenceFiles()) {
  await writeFile(new URL(`../${path}`, import.meta.url), text);
}
