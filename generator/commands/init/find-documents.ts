import { entriesOf, entryPath, readTextIfThere } from "../files.js";

/** Where documents stand in most projects, besides its own folder. */
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

/** The member that every document has, in YAML or JSON. */
const version = /(?:^|[{,])\s*["']?(?:openapi|swagger)["']?\s*:/m;

/**
 * Finds the OpenAPI documents of a project by their names.
 *
 * @param project The folder of the project, absolute.
 * @returns Their paths, relative to it.
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
