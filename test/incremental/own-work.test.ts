import { access } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { hashOf } from "../../generator/output/cache/hash.js";
import { rememberOwnWork } from "../../generator/output/cache/trust.js";
import { codeFolder } from "../../generator/output/disk.js";
import { readManifest } from "../../generator/output/manifest.js";
import { writeFiles } from "../../generator/output/write.js";
import { temporaryFolder } from "../write/temporary-folder.js";

it("takes all of the generator for the code that runs", () => {
  expect(resolve(codeFolder)).toBe(resolve("generator"));
});

it("remembers in the checkout what this code wrote", async () => {
  const out = join(await temporaryFolder(), "out");
  await writeFiles([{ path: "a.txt", text: out }], out);
  await rememberOwnWork(out);
  const { text } = await readManifest(out);
  await access(resolve("node_modules/.cache/guardsmith", hashOf(text)));
});
