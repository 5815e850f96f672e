import { describe, expect, test } from "vitest";
import type { Json } from "../../generator/core/json.js";
import type { ObjectKind } from "../../generator/openapi/objects.js";
import { referencesOf } from "../../generator/openapi/references.js";
import { DocumentScan } from "../../generator/openapi/scan.js";
import { nodeAt, walk } from "../../generator/openapi/walk.js";

const uri = "https://example.com/api/openapi.yaml";

/** The references in an object of a kind, as they are written. */
function referencesIn(value: Json, kind: ObjectKind = "Schema"): readonly string[] {
  const found: string[] = [];
  walk(nodeAt(kind, value, { uri, pointer: "" }), (node) => {
    found.push(...referencesOf(node).map(({ text }) => text));
    return true;
  });
  return found;
}

/** A scan of a document with some component schemas. */
function scanOf(schemas: Readonly<Record<string, Json>>, root: Record<string, Json> = {}) {
  const value: Json = { openapi: "3.2.0", ...root, components: { schemas } };
  return new DocumentScan({ uri, name: "openapi.yaml", text: "", format: "yaml", value });
}

describe("a reference is", () => {
  test.each<[kind: ObjectKind, given: Json, want: string]>([
    ["Schema", { $ref: "a.yml" }, "a.yml"],
    ["Schema", { $dynamicRef: "a.yml#node" }, "a.yml#node"],
    ["Schema", { $schema: "https://example.com/dialect" }, "https://example.com/dialect"],
    ["OpenAPI", { jsonSchemaDialect: "https://example.com/d" }, "https://example.com/d"],
    ["Schema", { allOf: [{}, { items: { $ref: "a.yml" } }] }, "a.yml"],
    ["OpenAPI", { paths: { $ref: "paths.yml" } }, "paths.yml"],
    ["Schema", { properties: { $ref: "properties.yml" } }, "properties.yml"],
    ["Components", { schemas: { $ref: "schemas.yml" } }, "schemas.yml"],
    ["Operation", { responses: { default: { $ref: "a.yml" } } }, "a.yml"],
    ["Response", { headers: { "x-id": { $ref: "a.yml" } } }, "a.yml"],
    ["PathItem", { parameters: [{ schema: { $ref: "a.yml" } }] }, "a.yml"],
    ["PathItem", { $ref: "a.yml", get: {} }, "a.yml"],
    ["Schema", { properties: { default: { $ref: "a.yml" } } }, "a.yml"],
    ["Schema", { properties: { examples: { items: { $ref: "a.yml" } } } }, "a.yml"],
    ["Schema", { properties: { "x-a": { not: { $ref: "a.yml" } } } }, "a.yml"],
    ["Schema", { $defs: { enum: { $ref: "a.yml" } } }, "a.yml"],
    ["Schema", { properties: { properties: { properties: { const: { $ref: "a" } } } } }, "a"],
  ])("in the %s Object %j", (kind, given, want) => {
    expect(referencesIn(given, kind)).toEqual([want]);
  });
});

describe("no reference is", () => {
  test.each<[kind: ObjectKind, given: Json]>([
    ["Schema", null],
    ["Schema", "$ref"],
    ["Schema", { $ref: 1 }],
    ["Schema", { properties: { $ref: { type: "string" } } }],
    ["Schema", { enum: [{ $ref: "a.yml" }] }],
    ["Schema", { const: { $ref: "a.yml" } }],
    ["Schema", { default: { $ref: "a.yml" } }],
    ["Schema", { example: { $ref: "a.yml" } }],
    ["MediaType", { examples: { a: { value: { $ref: "a.yml" } } } }],
    ["Schema", { examples: [{ $ref: "a.yml" }] }],
    ["Schema", { "x-codeSamples": [{ $ref: "a.yml" }] }],
    ["Paths", { "x-paths": { $ref: "a.yml" } }],
    ["Schema", { properties: { a: { default: { $ref: "a.yml" } } } }],
    ["Schema", { properties: { properties: { default: { $ref: "a.yml" } } } }],
    ["Schema", { unknown: { $ref: "a.yml" } }],
    ["Parameter", { $ref: "#/components/parameters/A", schema: { $ref: "a.yml" } }],
    ["Schema", { $schema: "https://json-schema.org/draft/2020-12/schema" }],
    ["Schema", { $schema: "http://json-schema.org/draft-07/schema#" }],
    ["Schema", { $schema: "https://spec.openapis.org/oas/3.1/dialect/base" }],
  ])("a.yml in the %s Object %j", (kind, given) => {
    expect(referencesIn(given, kind)).not.toContain("a.yml");
    expect(referencesIn(given, kind).filter((text) => text.startsWith("http"))).toEqual([]);
  });
});

test("references have the order of the text", () => {
  const value = {
    properties: {
      b: { $ref: "1" },
      a: { anyOf: [{ $ref: "2", not: { $ref: "3" } }, { $ref: "4" }] },
    },
  };
  expect(referencesIn(value)).toEqual(["1", "2", "3", "4"]);
});

describe("a discriminator", () => {
  test.each(["a.yml", "a.yaml#/A", "A.JSON", "models/A", "#/components/schemas/A"])(
    "maps to the reference %s",
    (value) => {
      expect(referencesIn({ discriminator: { mapping: { a: value } } })).toEqual([value]);
    },
  );

  test.each(["A", "Acme.Models.A", "a-yml"])("maps to the name %s", (value) => {
    expect(referencesIn({ discriminator: { mapping: { a: value } } })).toEqual([]);
  });

  test("can be the name of a property", () => {
    const property = { mapping: { a: "a.yml" }, items: { $ref: "b.yml" } };
    expect(referencesIn({ properties: { discriminator: property } })).toEqual(["b.yml"]);
  });
});

describe("what a reference is relative to is", () => {
  test.each<[name: string, given: Json, want: readonly string[]]>([
    [
      "the $id beside it",
      { $id: "https://example.org/s/a", $ref: "b" },
      ["https://example.org/s/b"],
    ],
    [
      "the nearest $id around it, which is relative to the one around that",
      {
        $id: "https://example.org/s/a",
        $defs: { c: { $id: "t/c", items: { $ref: "d" } }, e: { $ref: "f" } },
      },
      ["https://example.org/s/t/d", "https://example.org/s/f"],
    ],
    ["not an $id that is none", { $id: 5, $ref: "b" }, ["https://example.com/api/b"]],
    [
      "not a property with the name $id",
      { properties: { $id: { const: "https://example.org/" }, a: { $ref: "b" } } },
      ["https://example.com/api/b"],
    ],
    [
      "not the $id of an example",
      { example: { $id: "https://example.org/" }, $ref: "b" },
      ["https://example.com/api/b"],
    ],
  ])("%s", (_name, given, want) => {
    expect(scanOf({ S: given }).wanted()).toEqual(want);
  });

  test("not the $id of an OpenAPI Object, which has no such field", () => {
    const scan = scanOf({ S: { $ref: "b" } }, { $id: "https://example.org/" });
    expect(scan.wanted()).toEqual(["https://example.com/api/b"]);
  });

  test("the $self of an OpenAPI Object, from version 3.2 on", () => {
    const self = { $self: "https://example.org/apis/pets" };
    const scan = scanOf({ S: { $ref: "b" } }, self);
    expect(scan.wanted()).toEqual(["https://example.org/apis/b"]);
    expect(scan.locationOf("https://example.org/apis/b")).toBe("https://example.com/api/b");
    expect(scan.locationOf("https://example.org/b")).toBe("https://example.org/b");
    const older = scanOf({ S: { $ref: "b" } }, { ...self, openapi: "3.1.0" });
    expect(older.wanted()).toEqual(["https://example.com/api/b"]);
  });
});

test("schemas with an $id and anchors are found by the URI that it gives them", () => {
  const c = { $id: "c#", type: "string", $anchor: "here" };
  const a = { $id: "/a", properties: { c, $id: { type: "string" } } };
  const { resources } = scanOf({
    S: { not: a, default: { $id: "d" }, if: { $id: "/c" }, then: { $id: "#c" } },
  });
  const at = "/components/schemas/S/not";
  expect(resources.get("https://example.com/a")?.root).toEqual({ uri, pointer: at });
  const inner = { uri, pointer: `${at}/properties/c` };
  expect(resources.get("https://example.com/c")?.root).toEqual(inner);
  expect(resources.get("https://example.com/c")?.anchors).toEqual(new Map([["here", inner]]));
  expect(resources.get("https://example.com/d")).toBeUndefined();
});

describe("the target of a reference is scanned, even in a place for data", () => {
  test.each([
    ["#/x-shared/A", ["https://example.com/api/b"]],
    ["#/x-shared/default", ["https://example.com/api/c"]],
    ["#/x-shared/B", []],
  ])("%s", ($ref, want) => {
    const shared = { A: { $ref: "b" }, default: { $ref: "c" } };
    expect(scanOf({ S: { $ref } }, { "x-shared": shared }).wanted()).toEqual(want);
  });
});
