import { describe, expect, test } from "vitest";
import { compareTypes, type Comparison } from "./compare.js";
import { corpus, hasCorpus, openApiTypes, readPublished, referToModels } from "./published.js";
import { reasons, rewriteSchemas } from "./reasons.js";
import { countUnknown } from "./unknown.js";

const documents = [
  "openai.yaml",
  "box.json",
  "digitalocean/specification/DigitalOcean-public.v2.yaml",
];

if (!hasCorpus)
  console.log(`type oracle: skipped, there is no folder ${corpus} (GUARDSMITH_CORPUS)`);

/**
 * The types of openapi-typescript are an opinion on the same schemas that is not ours. Where it
 * differs, one of us is wrong: {@link reasons} says what openapi-typescript takes in another way
 * than JSON Schema, and rewrites the schema so that it does not. What then still differs is a fault
 * of ours, or a reason that is missing.
 */
describe.skipIf(!hasCorpus)("the types of a published document", () => {
  test.each(documents)(
    "are those of openapi-typescript, or differ for a known reason: %s",
    async (path) => {
      const { files, bundle, pairs } = await readPublished(path);
      const asItIs = await openApiTypes(bundle);
      const { document, reasonsOf } = rewriteSchemas(bundle);
      const rewritten = await openApiTypes(document);
      const compare = (text: string): readonly Comparison[] =>
        compareTypes([...files, { path: openapi, text }], pairs);

      const different = compare(asItIs).filter(isDifferent);
      const byThemselves = compare(referToModels(asItIs, pairs)).filter(isDifferent);
      const unexplained = compare(referToModels(rewritten, pairs)).filter(isDifferent);

      const missed = new Set(unexplained.map(({ component }) => component));
      const explained = byThemselves.filter(({ component }) => !missed.has(component));
      const lines = reasons.map(({ name }, index) => {
        const count = explained.filter(({ component }) => {
          const reason = reasons[index];
          return reason !== undefined && reasonsOf.get(component)?.has(reason) === true;
        });
        return `  ${String(count.length).padStart(4)} ${name}`;
      });
      console.log(
        [
          `type oracle: ${path}: ${pairs.length} models, ${pairs.length - different.length} the same`,
          `  ${different.length} differ: ${byThemselves.length} by themselves, the others by what they refer to`,
          ...lines,
          ...countUnknown(files),
        ].join("\n"),
      );
      // The rewrites must not make a difference if there was none.
      expect(unexplained.map(show)).toEqual([]);
    },
  );
});

const openapi = "openapi.ts";

function isDifferent({ oursFits, theirsFits }: Comparison): boolean {
  return !oursFits || !theirsFits;
}

function show({ model, oursFits, theirsFits, ours, theirs }: Comparison): string {
  const relation = theirsFits ? "ours is looser" : oursFits ? "ours is tighter" : "neither fits";
  return `${model}: ${relation}\n  ${ours}\n  ${theirs}`;
}
