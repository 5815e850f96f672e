import { hashOf } from "../output/cache/hash.js";
import { bytesAt } from "./disk.js";

/** What was in a file: a hash of its bytes; `missing`, where it could not be read. */
export type Content = string;

/** What was in files, by their absolute paths. */
export type Contents = ReadonlyMap<string, Content>;

/** The content of a file that is not there, or that cannot be read. */
export const missing: Content = "missing";

/** The content of a file with these bytes. */
export function contentOf(bytes: Uint8Array | undefined): Content {
  return bytes === undefined ? missing : hashOf(bytes);
}

/**
 * Reads what is in files now.
 *
 * @param known What was in them: what is no ordinary file, such as a pipe, counts as unchanged, since
 *   to read it would take its content away.
 */
export async function readContents(known: Contents): Promise<Contents> {
  const found = [...known].map(async ([path, before]) => [path, await read(path, before)] as const);
  return new Map(await Promise.all(found));
}

/** Whether files hold the same. */
export function areSame(left: Contents, right: Contents): boolean {
  return [...left].every(([path, content]) => right.get(path) === content);
}

async function read(path: string, before: Content): Promise<Content> {
  const bytes = await bytesAt(path);
  return bytes === "unfit" ? before : contentOf(bytes);
}
