/**
 * Puts the TypeScript text of the runtime modules beside their compiled form: `dist/runtime/x.ts`
 * next to `dist/runtime/x.js`. The generator copies the text into the packages that it writes, and
 * finds it there at the same relative path as in the sources.
 */
import { copyFile, mkdir, readdir } from "node:fs/promises";

const from = new URL("../generator/runtime/", import.meta.url);
const to = new URL("../dist/runtime/", import.meta.url);

await mkdir(to, { recursive: true });
for (const name of await readdir(from)) {
  if (name.endsWith(".ts")) await copyFile(new URL(name, from), new URL(name, to));
}
