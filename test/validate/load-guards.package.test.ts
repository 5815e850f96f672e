import type { Json } from "../../generator/core/json.js";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { loadGuards } from "../../generator/validate/load-guards.js";
import { reachableModels } from "../../generator/validate/reachable-models.js";
import { documentOf } from "../generate/package.js";
import { payloads } from "../hostile/payloads.js";
import { loadPackage } from "../support/load-package.js";
import { readDocument } from "./read-document.js";

/** Models that need others in every way that there is. */
const connected = documentOf({
  Node: {
    type: "object",
    properties: {
      next: { $ref: "#/components/schemas/Edge" },
      kind: { $ref: "#/components/schemas/Kind" },
    },
    unevaluatedProperties: false,
  },
  Edge: {
    type: "object",
    required: ["to"],
    properties: { to: { $ref: "#/components/schemas/Node" } },
  },
  Kind: { enum: ["leaf", "branch", "root"] },
  SameKind: { type: "object", properties: { kind: { enum: ["leaf", "branch", "root"] } } },
  Inside: {
    type: "object",
    properties: {
      state: { enum: ["on", "off"] },
      parts: { type: "array", items: { type: "object", properties: { size: { minimum: 1 } } } },
    },
    patternProperties: { "^x-": { type: "string" } },
  },
  Union: {
    oneOf: [
      { $ref: "#/components/schemas/Node" },
      { type: "object", required: ["only"], properties: { only: { const: 1 } } },
    ],
  },
  Negated: { not: { $ref: "#/components/schemas/Inside" } },
  Written: {
    type: "object",
    properties: {
      id: { type: "string", readOnly: true },
      shared: { type: "object", properties: { a: { type: "integer" } } },
    },
    required: ["id"],
  },
  When: { type: "string", format: "date-time" },
  Always: true,
  Never: false,
});

const values: readonly Json[] = [
  null,
  "",
  "leaf",
  1,
  [],
  {},
  { kind: "leaf" },
  { kind: "twig", more: 1 },
  { next: { to: { next: { to: {} } } } },
  { next: { to: { next: { to: 1 } } } },
  { to: {} },
  { state: "on", parts: [{ size: 1 }, { size: 0 }] },
  { state: "maybe", "x-a": 1 },
  { only: 1 },
  { only: 2 },
  { id: 1, shared: { a: "b" } },
];

const documents: readonly (readonly [what: string, text: () => Promise<string>])[] = [
  ["with models that need each other", () => Promise.resolve(connected)],
  ...["spec/openapi.yaml", "test/fixtures/keywords-3.1.yaml", "test/fixtures/pets-3.0.yaml"].map(
    (path) => [path, () => readFile(path, "utf8")] as const,
  ),
];

describe.each(documents)("the guards of the document %s", (_what, textOf) => {
  it("find in memory what those of the package find, all at once or one alone", async () => {
    const text = await textOf();
    const document = await readDocument(text);
    const { guards } = await loadPackage({ spec: { text } });
    const together = loadGuards(document);
    expect([...together.keys()]).toEqual(document.models.all.map(({ name }) => name));
    for (const model of document.models.all) {
      const alone = loadGuards(document, [model]);
      expect([...alone.keys()]).toEqual([model.name]);
      for (const value of values) {
        const want = guards(model.name).validate(value).issues ?? [];
        expect(together.get(model.name)?.(value)).toEqual(want);
        expect(alone.get(model.name)?.(value)).toEqual(want);
      }
    }
  });
});

describe("the models that a model needs", () => {
  it.each([
    ["Kind", ["Kind"]],
    ["Node", ["Node", "Edge", "Kind"]],
    ["Inside", ["Inside", "InsideState", "InsidePartsItem"]],
    ["Negated", ["Inside", "InsideState", "InsidePartsItem", "Negated"]],
    ["Always", ["Always"]],
  ])("%s are %j", async (name, want) => {
    const { models, model } = await readDocument(connected);
    const { all } = reachableModels(models, [model(name)]);
    expect(all.map((each) => each.name)).toEqual(want);
  });
});

describe("the settings", () => {
  it.each([
    ["annotate", []],
    ["assert", ["format"]],
  ] as const)("decide about formats: %s", async (formats, want) => {
    const document = await readDocument(connected, { formats });
    const guard = loadGuards(document, [document.model("When")]).get("When");
    expect(guard?.("yesterday").map(({ keyword }) => keyword)).toEqual(want);
  });
});

describe("a hostile document", () => {
  it.each(Object.entries(payloads))("runs nothing in this process: %s", async (_what, payload) => {
    const schema = {
      type: "object",
      description: payload,
      properties: Object.fromEntries([[payload, { const: payload }]]),
    };
    const text = documentOf(
      Object.fromEntries([
        ["Named", schema],
        [`A${payload}`, schema],
      ]),
    );
    const guards = loadGuards(await readDocument(text));
    expect(guards.get("Named")?.(Object.fromEntries([[payload, payload]]))).toEqual([]);
    expect(guards.get("Named")?.(Object.fromEntries([[payload, 1]]))).toHaveLength(1);
    expect("pwned" in globalThis).toBe(false);
  });
});
