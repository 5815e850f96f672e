import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { failuresOf, load } from "./loaded.js";

// Documents as they are published, which are not part of the repository.
const corpus = resolve(
  import.meta.dirname,
  "../..",
  process.env.GUARDSMITH_CORPUS ?? "../shared/specs",
);

const isThere = existsSync(corpus);
if (!isThere) {
  console.warn(
    `Published documents are not tested: there is no folder ${corpus} (GUARDSMITH_CORPUS)`,
  );
}

test.skipIf(!isThere).each([
  ["digitalocean/specification/DigitalOcean-public.v2.yaml", 1000],
  ["openai.yaml", 1],
  ["box.json", 1],
])("%s is loaded with all that it refers to", async (path, atLeast) => {
  const document = await load(path, { cwd: corpus });
  expect(failuresOf(document)).toEqual([]);
  expect(document.sources.size).toBeGreaterThanOrEqual(atLeast);
});
