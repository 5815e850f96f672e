import { hashOf } from "../output/cache/hash.js";
import { bytesAt } from "./disk.js";

/** The content of a file: a hash of its bytes, or `missing` if it cannot be read. */
export type Content = string;

/** The contents of files, by absolute path. */
export type Contents = ReadonlyMap<string, Content>;

/** The content of a file that does not exist or cannot be read. */
export const missing: Content = "missing";

/** Returns the content of a file with these bytes. */
export function contentOf(bytes: Uint8Array | undefined): Content {
  return bytes === undefined ? missing : hashOf(bytes);
}

/**
 * Reads the current contents of files.
 *
 * @param known The earlier contents. A file that is not regular, such as a pipe, counts as unchanged,
 *   because reading would consume its content.
 */
export async function readContents(known: Contents): Promise<Contents> {
  const found = [...known].map(async ([path, before]) => [path, await read(path, before)] as const);
  return new Map(await Promise.all(found));
}

/** Returns whether the contents of files are the same. */
export function areSame(left: Contents, right: Contents): boolean {
  return [...left].every(([path, content]) => right.get(path) === content);
}

async function read(path: string, before: Content): Promise<Content> {
  const bytes = await bytesAt(path);
  return bytes === "unfit" ? before : contentOf(bytes);
}
