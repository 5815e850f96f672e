import type { Json } from "../../generator/core/json.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectAgreement, seed } from "../oracle/agreement.js";
import { ajvOracles, type Oracle } from "../oracle/ajv-oracle.js";
import { compileTexts } from "../support/native-compiler.js";
import { instances } from "../oracle/instances/instances.js";
import { resolvePointer } from "../../generator/core/pointer.js";
import { documentOf } from "../oracle/keywords/document.js";
import { typeProgram } from "../oracle/type-check.js";
import { textsOf, type PackageInMemory } from "../support/package-in-memory.js";
import { cases, shared, type Case } from "./cases.js";
import { loadPoliced, typeOf } from "./policed.js";
import { randomRuns } from "../support/random-runs.js";

const runs = randomRuns(60);

/** Ajv takes `contains` to evaluate nothing where `minContains` is 0. */
const notForAjv = new Set(["TypesOfUnevaluated"]);

/** The cases that are read by the same policies, in one package. */
const groups = new Map<string, Case[]>();
for (const one of cases) {
  const key = JSON.stringify(one.policies);
  groups.set(key, [...(groups.get(key) ?? []), one]);
}

/** What the compiler is given, which starts once for all policies. */
const compiled: Record<string, string> = {};

function compileIn(folder: string, texts: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(texts)) compiled[`${folder}/${path}`] = text;
}

describe.each([...groups])("by the policies %s", async (policies, members) => {
  const components = [
    ...Object.entries(shared),
    ...members.map(({ name, schema }) => [name, schema] as const),
  ];
  const [{ policies: read } = { policies: {} }] = members;
  const loaded = await loadPoliced(components, read, "assert");
  const schemaOf = loaded.jsonSchema;
  const document = documentOf("3.1.0", components);

  test.each(members)("$name is typed", ({ name, type }) => {
    if (type === "") expect(typeOf(loaded, name)).not.toBe("");
    else expect(typeOf(loaded, name)).toBe(type);
  });

  test.each(members)("$name accepts what it should, and nothing else", (one) => {
    const guards = loaded.guards(one.name);
    for (const value of one.valid) expectAgreement(guards, value, true);
    for (const value of one.invalid) expectIssues(loaded, one.name, value);
  });

  const comparable = loaded.models.map(({ name }) => name).filter((name) => !notForAjv.has(name));

  test.each(comparable)("%s has a JSON Schema that agrees", (name) => {
    const schema = schemaOf(name);
    const ajv = new Ajv2020({
      strict: false,
      validateFormats: false,
      logger: false,
      ownProperties: true,
    });
    expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true);
    // The mended Ajv does not keep account of what was evaluated.
    const asksForEvaluated = JSON.stringify(schema).includes('"unevaluated');
    const validator = ajv.compile(schema);
    const isValid: Oracle = asksForEvaluated ? (value) => validator(value) : ajvOracles(schema)("");
    const own = members.find((each) => each.name === name);
    for (const value of own?.valid ?? []) expect(isValid(value), JSON.stringify(value)).toBe(true);
    for (const value of own?.invalid ?? []) {
      expect(isValid(value), JSON.stringify(value)).toBe(false);
    }
    // What is reported is checked against the document in the test above.
    const { is, validate } = loaded.guards(name);
    const generated = instances(schema, schema);
    const some = asksForEvaluated ? generated.filter(isPlain) : generated;
    fc.assert(
      fc.property(some, (value) => {
        expectAgreement({ is, validate }, value, isValid(value));
      }),
      { seed, numRuns: runs },
    );
  });

  const accepted = members.map(({ name, schema, valid }) => {
    const some = fc.sample(instances(schema, document), { seed, numRuns: 20 });
    return [name, [...valid, ...some.filter(loaded.guards(name).is)]] as const;
  });
  const folder = policies.replaceAll(/\W+/g, "-");
  compileIn(`package${folder}`, textsOf(loaded.files));
  compileIn(`values${folder}`, typeProgram(loaded, accepted));
});

test("packages of all policies compile, with types that have what the guards accept", () => {
  expect(Object.keys(compiled).filter((path) => path.endsWith("/check.ts"))).toHaveLength(
    groups.size,
  );
  expect(compileTexts(compiled)).toEqual([]);
});

/** Whether no property has the name of one that every object inherits: Ajv takes those for evaluated. */
function isPlain(value: Json): boolean {
  const text = JSON.stringify(value);
  return Object.getOwnPropertyNames(Object.prototype).every((name) => !text.includes(`"${name}":`));
}

/** Expects issues whose places are in the document: at a keyword, or at a schema that is closed. */
function expectIssues(loaded: PackageInMemory, name: string, value: Case["valid"][number]): void {
  const guards = loaded.guards(name);
  const { issues = [] } = guards.validate(value);
  expect(guards.is(value), JSON.stringify(value)).toBe(false);
  expect(issues).not.toEqual([]);
  const isClosed = issues.some(
    ({ schemaPath, keyword }) =>
      keyword.endsWith("Properties") && !schemaPath.endsWith(`/${keyword}`),
  );
  if (!isClosed) {
    expectAgreement(guards, value, false);
    return;
  }
  for (const { schemaPath, keyword } of issues) {
    if (schemaPath.endsWith(`/${keyword}`)) continue;
    expect(keyword).toMatch(/^(?:additional|unevaluated)Properties$/);
    const schema = resolvePointer(guards.document ?? null, schemaPath.slice(1));
    expect(schema).toEqual(expect.any(Object));
    expect(schema).not.toHaveProperty(keyword);
  }
}
