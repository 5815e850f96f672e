import type { Json } from "../../generator/core/json.js";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadPackage, type LoadedPackage } from "../support/load-package.js";
import { compileFolder, strictest } from "../support/native-compiler.js";
import { unsentOf } from "../../generator/schema/scope.js";
import { changeOne } from "./changes.js";
import { Files } from "./files.js";
import { Instances } from "./instances.js";
import { ajvOracles, type Oracle } from "./oracle.js";
import { Random } from "./random.js";
import type { Direction } from "./unsent-properties.js";
import { UpgradedSchemas } from "./upgraded-schemas.js";

// Documents as they are published, which are not part of the repository.
const corpus = resolve(
  import.meta.dirname,
  "../..",
  process.env.GUARDSMITH_CORPUS ?? "../shared/specs",
);

const documents = [
  { spec: "box.json", isOld: true },
  { spec: "digitalocean/specification/DigitalOcean-public.v2.yaml", isOld: true },
  { spec: "openai.yaml", isOld: false },
];

const isThere = documents.every(({ spec }) => existsSync(join(corpus, spec)));
if (!isThere) console.log(`corpus: skipped, the documents are not in ${corpus}`);

/** What the tests begin with: they find the same in every run. */
const seed = 20260105;
const instancesPerModel = 40;
const mostShown = 20;
/** In milliseconds: a large document takes a minute or two, and longer beside other work. */
const timeout = 900_000;

const total = { documents: 0, models: 0, instances: 0, valid: 0, disagreements: 0 };

afterAll(() => {
  if (!isThere) return;
  const { models, instances, valid, disagreements } = total;
  console.log(`corpus: ${valid} of the instances are valid`);
  console.log(
    `corpus: documents ${total.documents}, models ${models}, instances ${instances}, disagreements ${disagreements}`,
  );
});

test.skipIf(!isThere).each(documents)(
  "the package of $spec compiles, and its guards agree with Ajv",
  async ({ spec, isOld }) => {
    const loaded = await loadPackage({ spec, cwd: corpus });
    const disagreements = compare(loaded, isOld);
    total.documents += 1;
    for (const text of disagreements.slice(0, mostShown)) console.log(`corpus: ${text}`);
    expect(disagreements).toHaveLength(0);
    expect(compileFolder(loaded.folder, strictest).slice(0, mostShown)).toEqual([]);
  },
  timeout,
);

/** Asks the guards of every model and Ajv about the same values, and tells where they differ. */
function compare({ models, guards }: LoadedPackage, isOld: boolean): readonly string[] {
  const files = new Files();
  const both = new UpgradedSchemas(files, isOld, "both");
  const upgraded = {
    both,
    request: new UpgradedSchemas(files, isOld, "request", both),
    response: new UpgradedSchemas(files, isOld, "response", both),
  };
  const named = models.map((model) => ({
    model,
    name: upgraded[directionOf(model.id)].nameOf(model.schema.place, unsentOf(model.id)),
  }));
  const schemas = new Map(Object.values(upgraded).flatMap(({ all }) => [...all]));
  const oracleOf = ajvOracles(schemas);
  const random = new Random(seed);
  const instances = new Instances(schemas, random);
  const disagreements: string[] = [];
  for (const { model, name } of named) {
    const oracle = oracleOf(name);
    const guard = guards(model.name);
    total.models += 1;
    for (let count = 0; count < instancesPerModel; count += 1) {
      const instance = instances.of(name);
      const value = asJson(count % 2 === 0 ? instance : changeOne(instance, random));
      // Where a schema allows null besides what is named, the name is for the rest.
      if (value === null && model.id.endsWith("?value")) continue;
      const found = disagreement(guard, oracle, value);
      total.instances += 1;
      if (found !== undefined) disagreements.push(`${model.name} (${model.id}): ${found}`);
    }
  }
  total.disagreements += disagreements.length;
  return disagreements;
}

function disagreement(
  { is, validate }: ReturnType<LoadedPackage["guards"]>,
  oracle: Oracle,
  value: Json,
): string | undefined {
  const errors = oracle(value);
  const isValid = errors.length === 0;
  if (isValid) total.valid += 1;
  const { issues } = validate(value);
  const agrees = isValid ? issues === undefined : issues !== undefined && issues.length > 0;
  const answer = is(value);
  if (answer === isValid && agrees) return undefined;
  const [first] = errors;
  return [
    shortened(value),
    `Ajv: ${isValid ? "valid" : shortened(`${first?.instancePath} ${first?.schemaPath} ${first?.message}`)}`,
    `is: ${answer}`,
    `issues: ${shortened(issues ?? null)}`,
  ].join("\n  ");
}

/** A schema that is sent in one direction only has a model of its own, and so have the schemas inside it. */
function directionOf(id: string): Direction {
  if (id.includes(">request")) return "request";
  return id.includes(">response") ? "response" : "both";
}

/** What a value is after it was sent as JSON: -0 is 0. */
function asJson(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
