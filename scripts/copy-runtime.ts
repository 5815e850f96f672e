/**
 * Puts the TypeScript text of the runtime modules beside their compiled form: `dist/runtime/x.ts`
 * next to `dist/runtime/x.js`. The generator copies the text into the packages that it writes, and
 * finds it there at the same relative path as in the sources. It is laid out by Prettier's defaults
 * here, so that this need not be done for each package.
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { format } from "prettier";

const from = new URL("../generator/runtime/", import.meta.url);
const to = new URL("../dist/runtime/", import.meta.url);

await mkdir(to, { recursive: true });
for (const name of await readdir(from)) {
  if (!name.endsWith(".ts")) continue;
  const text = await readFile(new URL(name, from), "utf8");
  await writeFile(new URL(name, to), await format(text, { filepath: name }));
}
