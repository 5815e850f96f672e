import type { Json } from "../../generator/core/json.js";
import { describe, expect, test } from "vitest";
import { ReferenceCollector } from "../../generator/load/references.js";
import { valueOf } from "./parse-outcome.js";

const base = "https://example.com/api/openapi.yaml";

function targetsOf(value: Json, around: string = base): readonly string[] {
  const { targets } = new ReferenceCollector().collect({ value, around });
  return targets.map((target) => `${target.uri}#${target.fragment}`);
}

describe("a reference is", () => {
  test.each<[given: Json, want: string]>([
    [{ $ref: "a.yml" }, "https://example.com/api/a.yml#"],
    [{ $ref: "#/x" }, `${base}#/x`],
    [{ $dynamicRef: "a.yml#node" }, "https://example.com/api/a.yml#node"],
    [{ $schema: "https://example.com/dialect" }, "https://example.com/dialect#"],
    [{ jsonSchemaDialect: "https://example.com/dialect" }, "https://example.com/dialect#"],
    [{ allOf: [{}, { items: { $ref: "a.yml" } }] }, "https://example.com/api/a.yml#"],
    [{ paths: { $ref: "paths.yml" } }, "https://example.com/api/paths.yml#"],
    [{ responses: { default: { $ref: "a.yml" } } }, "https://example.com/api/a.yml#"],
    [{ headers: { "x-id": { $ref: "a.yml" } } }, "https://example.com/api/a.yml#"],
    [{ parameters: [{ schema: { $ref: "a.yml" } }] }, "https://example.com/api/a.yml#"],
    [{ properties: { default: { $ref: "a.yml" } } }, "https://example.com/api/a.yml#"],
    [{ properties: { examples: { items: { $ref: "a.yml" } } } }, "https://example.com/api/a.yml#"],
    [{ properties: { "x-a": { not: { $ref: "a.yml" } } } }, "https://example.com/api/a.yml#"],
    [{ $defs: { enum: { $ref: "a.yml" } } }, "https://example.com/api/a.yml#"],
    [
      { properties: { properties: { properties: { const: { $ref: "a.yml" } } } } },
      "https://example.com/api/a.yml#",
    ],
  ])("in %j", (given, want) => {
    expect(targetsOf(given)).toEqual([want]);
  });
});

describe("no reference is", () => {
  test.each<[given: Json]>([
    [null],
    ["$ref"],
    [{ $ref: 1 }],
    [{ properties: { $ref: { type: "string" } } }],
    [{ enum: [{ $ref: "a.yml" }] }],
    [{ const: { $ref: "a.yml" } }],
    [{ default: { $ref: "a.yml" } }],
    [{ example: { $ref: "a.yml" } }],
    [{ examples: { a: { $ref: "a.yml" } } }],
    [{ examples: [{ $ref: "a.yml" }] }],
    [{ "x-codeSamples": [{ $ref: "a.yml" }] }],
    [{ properties: { a: { default: { $ref: "a.yml" } } } }],
    [{ properties: { properties: { default: { $ref: "a.yml" } } } }],
    [{ $schema: "https://json-schema.org/draft/2020-12/schema" }],
    [{ $schema: "http://json-schema.org/draft-07/schema#" }],
    [{ $schema: "https://spec.openapis.org/oas/3.1/dialect/base" }],
  ])("in %j", (given) => {
    expect(targetsOf(given)).toEqual([]);
  });
});

test("references have the order of the text", () => {
  const value = valueOf(
    "yaml",
    "{ b: { $ref: '#1' }, a: [{ $ref: '#2', x: { $ref: '#3' } }, { $ref: '#4' }] }",
  );
  expect(targetsOf(value, "memory:")).toEqual(["memory:#1", "memory:#2", "memory:#3", "memory:#4"]);
});

describe("a discriminator", () => {
  test.each([
    ["a.yml", "https://example.com/api/a.yml#"],
    ["a.yaml#/A", "https://example.com/api/a.yaml#/A"],
    ["A.JSON", "https://example.com/api/A.JSON#"],
    ["models/A", "https://example.com/api/models/A#"],
    ["#/components/schemas/A", `${base}#/components/schemas/A`],
  ])("maps to the reference %s", (value, want) => {
    expect(targetsOf({ discriminator: { mapping: { a: value } } })).toEqual([want]);
  });

  test.each(["A", "Acme.Models.A", "a-yml"])("maps to the name %s", (value) => {
    expect(targetsOf({ discriminator: { mapping: { a: value } } })).toEqual([]);
  });

  test("can be the name of a property", () => {
    const property = { mapping: { a: "a.yml" }, items: { $ref: "b.yml" } };
    expect(targetsOf({ properties: { discriminator: property } })).toEqual([
      "https://example.com/api/b.yml#",
    ]);
  });
});

describe("what a reference is relative to is", () => {
  test.each<[name: string, given: Json, want: readonly string[]]>([
    [
      "the $id beside it",
      { $id: "https://example.org/s/a", $ref: "b" },
      ["https://example.org/s/b#"],
    ],
    [
      "the nearest $id around it, which is relative to the one around that",
      {
        $id: "https://example.org/s/a",
        $defs: { c: { $id: "t/c", items: { $ref: "d" } }, e: { $ref: "f" } },
      },
      ["https://example.org/s/t/d#", "https://example.org/s/f#"],
    ],
    ["not an $id that is none", { $id: 5, $ref: "b" }, ["https://example.com/api/b#"]],
    [
      "not a property with the name $id",
      { properties: { $id: { const: "https://example.org/" }, a: { $ref: "b" } } },
      ["https://example.com/api/b#"],
    ],
    [
      "not the $id of an example",
      { example: { $id: "https://example.org/" }, $ref: "b" },
      ["https://example.com/api/b#"],
    ],
    [
      "not the $id of an OpenAPI Object, which has none",
      { openapi: "3.1.0", $id: "https://example.org/", info: { $ref: "b" } },
      ["https://example.com/api/b#"],
    ],
  ])("%s", (_name, given, want) => {
    expect(targetsOf(given)).toEqual(want);
  });
});

test("the schemas with an $id are found by the URI that it gives them", () => {
  const c = { $id: "c#", type: "string" };
  const a = { $id: "/a", properties: { c, $id: { type: "string" } } };
  const value = { not: a, default: { $id: "d" }, if: { $id: "/c" }, then: { $id: "#c" } };
  const { resources } = new ReferenceCollector().collect({ value, around: base });
  expect([...resources]).toEqual([
    ["https://example.com/a", { value: a, around: base }],
    ["https://example.com/c", { value: c, around: "https://example.com/a" }],
  ]);
});

describe("where a reference leads", () => {
  const value = {
    "x-shared": { $id: "https://example.org/s/a", A: { $ref: "b" }, default: { $ref: "c" } },
    components: { schemas: { S: { $ref: "d" } } },
  };

  test.each([
    ["/x-shared/A", ["https://example.org/s/b#"]],
    ["/x-shared/default", ["https://example.org/s/c#"]],
    ["/x-shared", ["https://example.org/s/b#"]],
    ["/x-shared/B", []],
  ])("is looked at, be it data by its name: %s", (pointer, want) => {
    const { targets } = new ReferenceCollector().collect({ value, around: base }, pointer);
    expect(targets.map(({ uri, fragment }) => `${uri}#${fragment}`)).toEqual(want);
  });

  test("is not looked at again", () => {
    const collector = new ReferenceCollector();
    const resource = { value, around: base };
    expect(collector.collect(resource).targets).toHaveLength(1);
    expect(collector.collect(resource, "/components/schemas/S").targets).toEqual([]);
    expect(collector.collect(resource, "/x-shared/A").targets).toHaveLength(1);
  });
});
