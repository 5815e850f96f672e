import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { format } from "prettier";
import { expect, test } from "vitest";
import { generate } from "../../generator/generate/generate.js";
import { temporaryFolder } from "../write/temporary-folder.js";

// Documents as they are published, which are not part of the repository.
const corpus = resolve(
  import.meta.dirname,
  "../..",
  process.env.GUARDSMITH_CORPUS ?? "../shared/specs",
);

const documents = [
  "box.json",
  "digitalocean/specification/DigitalOcean-public.v2.yaml",
  "openai.yaml",
];

const isThere = documents.every((spec) => existsSync(join(corpus, spec)));
if (!isThere) console.log(`format: skipped, the documents are not in ${corpus}`);

// oxfmt follows Prettier at some distance. How far behind it is, is for information.
test.skipIf(!isThere).each(documents)(
  "shows how many files of the package of %s Prettier would change",
  async (spec) => {
    const out = await temporaryFolder();
    const { files, diagnostics } = await generate({ spec: join(corpus, spec), config: { out } });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const sources = files.filter(({ path }) => /\.(?:ts|json|md)$/.test(path));
    let changed = 0;
    for (const { path, text } of sources) {
      if ((await format(text, { filepath: path })) !== text) changed += 1;
    }
    console.log(`format: ${spec}: Prettier would change ${changed} of ${sources.length} files`);
    expect(sources.length).toBeGreaterThan(1000);
  },
);
