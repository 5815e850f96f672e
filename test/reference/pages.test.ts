import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { referenceFiles } from "../../scripts/reference/reference-files.js";

const files = await referenceFiles();

test.each(files)("$path is up to date", async ({ path, text }) => {
  const there = await readFile(new URL(`../../${path}`, import.meta.url), "utf8");
  expect(there, "run `npm run docs:reference`, and look at the difference").toBe(text);
});
