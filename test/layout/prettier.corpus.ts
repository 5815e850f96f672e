import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { compareWithPrettier, draftsOf } from "./drafts.js";

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
if (!isThere) console.log(`layout: skipped, the documents are not in ${corpus}`);

/** A name in quotes that is not ASCII: the only code that is left to Prettier. */
const foreignName = /"[^"\n]*[^\0-\x7f][^"\n]*"\??:/;

test.skipIf(!isThere).each(documents)(
  "Prettier changes no module of the package of %s",
  async (spec) => {
    const drafts = await draftsOf(join(corpus, spec));
    const { changed, unknown } = await compareWithPrettier(drafts, 80);
    console.log(
      `layout: ${spec}: ${drafts.length} modules, ${unknown.length} of them with names that are left to Prettier`,
    );
    expect(changed).toEqual([]);
    const foreign = drafts.filter(({ text }) => foreignName.test(text)).map(({ path }) => path);
    expect(unknown.filter((path) => !foreign.includes(path))).toEqual([]);
    expect(drafts.length).toBeGreaterThan(1000);
  },
);
