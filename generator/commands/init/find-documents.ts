import { entriesOf, entryPath, readTextIfThere } from "../files.js";

/** The folders in which most projects keep documents, besides the project folder. */
const folders = [
  "",
  "api",
  "spec",
  "specs",
  "docs",
  "openapi",
  "swagger",
  "schema",
  "src",
  "public",
];

const name = /^(?:.*[._-])?(?:openapi|swagger)(?:[._-].*)?\.(?:ya?ml|json)$/i;

/** Matches the field that every document has, in YAML or JSON. */
const version = /(?:^|[{,])\s*["']?(?:openapi|swagger)["']?\s*:/m;

/**
 * Finds the OpenAPI documents of a project by file name.
 *
 * @param project The folder of the project, absolute.
 * @returns Their paths, relative to the project.
 */
export async function findDocuments(project: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const entries = await entriesOf(entryPath(project, folder));
    const files = entries.filter((entry) => entry.isFile() && name.test(entry.name));
    for (const file of files.map((entry) => entryPath(folder, entry.name)).sort()) {
      const text = await readTextIfThere(entryPath(project, file), file);
      if (text !== undefined && version.test(text)) found.push(file);
    }
  }
  return found;
}
