import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { toDraft07 } from "../../generator/runtime/draft-07.js";
import { isJsonObject, type Json, type JsonObject } from "../../generator/core/json.js";
import { changeOne } from "../corpus/changes.js";
import { Instances } from "../corpus/instances.js";
import { corpusAjv, corpusAjvDraft07 } from "../corpus/oracle.js";
import { Random } from "../corpus/random.js";
import { seed } from "../oracle/agreement.js";
import { asJson } from "../oracle/instances/any-json.js";
import { guardsInMemory, jsonSchemasOf } from "../support/guards-in-memory.js";

// Documents as they are published, which are not part of the repository.
const corpus = resolve(
  import.meta.dirname,
  "../..",
  process.env.GUARDSMITH_CORPUS ?? "../shared/specs",
);

const documents = ["box.json", "openai.yaml"];
const isThere = documents.every((spec) => existsSync(join(corpus, spec)));
if (!isThere) console.log(`json-schema: skipped, the documents are not in ${corpus}`);

/** Every model would take Ajv a quarter of an hour: each brings along up to 434 others. */
const step = 24;
const instancesPerModel = 10;

test.skipIf(!isThere).each(documents)(
  "Ajv takes the JSON Schemas of %s one by one, in both versions, and decides what the guard decides",
  async (spec) => {
    const loaded = await guardsInMemory({ spec, cwd: corpus });
    const schemaOf = jsonSchemasOf(loaded);
    const models = loaded.models.all;
    for (const { name } of models) expect(() => toDraft07(schemaOf(name))).not.toThrow();
    for (const { name } of models.filter((_, index) => index % step === 0)) {
      const schema = schemaOf(name);
      const validate = corpusAjv().compile(schema);
      const validateToo = corpusAjvDraft07().compile(toDraft07(schema));
      const { is } = loaded.guards(name);
      const values = valuesOf(schema);
      for (const validator of [validate, validateToo]) {
        const wrong = values.filter((value) => validator(value) !== is(value));
        expect(wrong, name).toEqual([]);
      }
    }
  },
);

/** Instances of a schema with what it brings along, and such with one change. */
function valuesOf({ $defs = {}, ...schema }: JsonObject): readonly Json[] {
  const definitions = isJsonObject($defs) ? Object.entries($defs) : [];
  const schemas = new Map<string, Json>([
    ["#", schema],
    ...definitions.map(([name, each]) => [`#/$defs/${encodeURI(name)}`, each] as const),
  ]);
  const random = new Random(seed);
  const instances = new Instances(schemas, random);
  return Array.from({ length: instancesPerModel }, (_, index) => {
    const instance = instances.of("#");
    return asJson(index % 2 === 0 ? instance : changeOne(instance, random));
  });
}
