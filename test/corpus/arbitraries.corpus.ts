import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import * as fastCheck from "fast-check";
import { expect, test } from "vitest";
import { emitArbitraries, type MadeArbitrary } from "../../generator/emit/arbitraries/emit.js";
import { modulesOf } from "../../generator/emit/models.js";
import { deriveTypes } from "../../generator/model/derive-types.js";
import { reasonerOf } from "../../generator/model/empty-schemas.js";
import { checksOfSchema } from "../../generator/model/lower.js";
import { arbitraryTools } from "../../generator/sample/arbitrary-tools.js";
import { loadArbitraries } from "../../generator/sample/load-arbitraries.js";
import { ValueSearch } from "../../generator/sample/value-search.js";
import { guardsInMemory } from "../support/guards-in-memory.js";

// Documents as they are published, which are not part of the repository.
const corpus = resolve(
  import.meta.dirname,
  "../..",
  process.env.GUARDSMITH_CORPUS ?? "../shared/specs",
);

/** The documents, with the models that accept nothing. */
const documents = [
  { spec: "box.json", without: [] },
  {
    spec: "digitalocean/specification/DigitalOcean-public.v2.yaml",
    without: ["DropletActionsPostByTagRequest"],
  },
  { spec: "openai.yaml", without: [] },
];

const isThere = documents.every(({ spec }) => existsSync(join(corpus, spec)));
if (!isThere) console.log(`corpus: skipped, the documents are not in ${corpus}`);

const valuesPerModel = 20;

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

test.skipIf(!isThere).each(documents)(
  "every model of $spec that accepts anything has a valid value",
  async ({ spec, without }) => {
    const { models, guards } = await guardsInMemory({ spec, cwd: corpus });
    const missing: string[] = [];
    const times: (readonly [time: number, name: string])[] = [];
    for (const { name, schema } of models.all) {
      const start = performance.now();
      const values = new ValueSearch(reasonerOf(models)).values(checksOfSchema(schema, models));
      const first = values.next();
      if (first.done === true || !guards(name).is(first.value)) missing.push(name);
      times.push([performance.now() - start, name]);
    }
    const all = times.reduce((sum, [time]) => sum + time, 0);
    const [[slowest, name] = [0, ""]] = times.toSorted(([left], [right]) => right - left);
    console.log(
      `corpus: ${spec}: ${percent(models.all.length - missing.length, models.all.length)} of ${models.all.length} models have a valid value; ${(all / models.all.length).toFixed(1)} ms each, at most ${slowest.toFixed(0)} ms (${name})`,
    );
    expect(missing).toEqual(without);
  },
);

test.skipIf(!isThere).each(documents)(
  "random values of every model of $spec pass its guard",
  async ({ spec, without }) => {
    const read = await guardsInMemory({ spec, cwd: corpus });
    const { models, guards } = read;
    const made = new Map<MadeArbitrary["how"], number>();
    const types = deriveTypes(models);
    const emitted = emitArbitraries(
      modulesOf(models),
      models,
      types,
      arbitraryTools(models, types),
      ({ how }) => made.set(how, (made.get(how) ?? 0) + 1),
    );
    expect([...emitted].length).toBeGreaterThan(0);
    const shares = [...made].map(([how, count]) => `${how} ${percent(count, models.all.length)}`);
    const arbitraries = loadArbitraries(read, models.all);
    const missing = models.all.filter(({ name }) => !arbitraries.has(name));
    const start = performance.now();
    const rejected = [...arbitraries].flatMap(([name, arbitrary]) => {
      const { is } = guards(name);
      const values = fastCheck.sample(arbitrary, { numRuns: valuesPerModel, seed: 1 });
      const wrong = values.find((value) => !is(value));
      return wrong === undefined ? [] : [`${name}: ${JSON.stringify(wrong)}`];
    });
    console.log(
      `corpus: ${spec}: arbitraries ${shares.join(", ")}; ${valuesPerModel} values of each in ${Math.round(performance.now() - start)} ms`,
    );
    expect(missing.map(({ name }) => name)).toEqual(without);
    expect(rejected).toEqual([]);
  },
);
