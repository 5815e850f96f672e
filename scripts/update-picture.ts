/** Updates the picture of the layers in CONTRIBUTING from the imports of the code. */
import { readFile, writeFile } from "node:fs/promises";
import { withPicture } from "./layers-picture.js";

const file = new URL("../CONTRIBUTING.md", import.meta.url);
await writeFile(file, await withPicture(await readFile(file, "utf8")));
