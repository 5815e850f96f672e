import { dirname, join, mkdirSync, packageFolder, readFileSync, writeFileSync } from "../disk.js";
import { readManifest } from "../manifest.js";
import { codeHash, isPublished } from "./generator-version.js";
import { hashOf } from "./hash.js";

// A published version writes the same whenever it runs. In a checkout, the version says little about the
// code: what wrote an output folder is remembered beside the checkout, for the hash of its manifest.

/**
 * Whether this very code wrote an output folder.
 *
 * @param manifest The text of its manifest, which names the version of Guardsmith.
 */
export function isOwnWork(manifest: string): boolean {
  if (isPublished()) return true;
  try {
    return readFileSync(memoryOf(manifest), "utf8") === codeHash();
  } catch {
    return false;
  }
}

/**
 * Remembers that this very code wrote what an output folder holds.
 *
 * @param outDir The output folder, absolute.
 */
export async function rememberOwnWork(outDir: string): Promise<void> {
  if (isPublished()) return;
  try {
    const { text } = await readManifest(outDir);
    const memory = memoryOf(text);
    mkdirSync(dirname(memory), { recursive: true });
    writeFileSync(memory, codeHash());
  } catch {
    // The next run generates again.
  }
}

function memoryOf(manifest: string): string {
  return join(packageFolder, "node_modules/.cache/guardsmith", hashOf(manifest));
}
