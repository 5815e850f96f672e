import { count } from "../core/count.js";
import { inputError, type Problem } from "../core/failure.js";
import { isThere, join } from "./disk.js";
import type { FileHook } from "./file-hook.js";

/** The documents that are found without being named. */
const names = ["openapi.yaml", "openapi.yml", "openapi.json"] as const;

/**
 * Finds the document of a folder.
 *
 * @param folder The folder, absolute.
 * @param onFile Is called with the paths that do not exist.
 * @returns Its name, or undefined if there is none.
 * @throws {InputError} `ambiguous-spec`, if there are several.
 */
export async function findSpec(folder: string, onFile?: FileHook): Promise<string | undefined> {
  const found: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    if (await isThere(path)) found.push(name);
    else onFile?.(path, undefined);
  }
  if (found.length > 1) throw inputError([severalSpecs(found)]);
  return found[0];
}

/** Returns the problem for several documents. */
export function severalSpecs(found: readonly string[]): Problem {
  const [first = ""] = found;
  return {
    code: "ambiguous-spec",
    message: `no OpenAPI document is named, and ${count(found.length, "document")} were found: ${found.join(", ")}`,
    help: `name one of them, as in \`guardsmith generate ${first}\`, or as \`spec\` in the config`,
  };
}
