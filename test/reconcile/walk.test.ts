import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../generator/core/json.js";
import { hasChoice, wayTo } from "../../generator/reconcile/walk.js";
import { documentOf } from "../generate/package.js";
import { readDocument } from "../validate/read-document.js";

/** A list whose items are what a dynamic anchor stands for, and a tree that makes it its own. */
const dynamic: JsonObject = {
  List: {
    $id: "https://example.com/list",
    $dynamicAnchor: "item",
    type: "object",
    properties: { next: { $dynamicRef: "#item" } },
  },
  Numbers: {
    $id: "https://example.com/numbers",
    $dynamicAnchor: "item",
    $ref: "https://example.com/list",
    properties: { size: { type: "integer" } },
  },
};

const plain: JsonObject = {
  Pet: { type: "object", properties: { name: { type: "string" } } },
  Properties: {
    properties: { a: { type: "string" } },
    patternProperties: { "^a": { minLength: 1 }, "^\\-": { type: "string" } },
    additionalProperties: { type: "integer" },
  },
  Items: { prefixItems: [{ type: "string" }], items: { type: "integer" } },
  Names: { propertyNames: { maxLength: 2 }, additionalProperties: { type: "string" } },
  Parts: { allOf: [{ $ref: "#/components/schemas/Pet" }] },
  Options: { oneOf: [{ type: "string" }, { $ref: "#/components/schemas/Pet" }] },
  Both: {
    anyOf: [{ $ref: "#/components/schemas/Pet" }],
    allOf: [{ allOf: [{ $ref: "#/components/schemas/Pet" }] }],
  },
  Cases: {
    if: { required: ["a"] },
    then: { properties: { b: { type: "string" } } },
    else: { properties: { c: { type: "string" } } },
    dependentSchemas: { d: { properties: { e: { type: "string" } } } },
    not: { properties: { f: { type: "string" } } },
  },
};

/** Schemas of version 3.0, whose `null` is set apart when they are parsed. */
const nullable: JsonObject = {
  Pet: { type: "object", nullable: true, properties: { kind: { type: "string" } } },
  Owner: {
    type: "object",
    properties: { pet: { nullable: true, allOf: [{ $ref: "#/components/schemas/Pet" }] } },
  },
  Either: { nullable: true, oneOf: [{ $ref: "#/components/schemas/Pet" }, { type: "string" }] },
};

type Row = [
  component: string,
  value: Json,
  pointer: string,
  end: string,
  way: readonly string[] | undefined,
];

/** The way to a schema as `via pointer` for each step after the first, below the components. */
async function way(
  schemas: JsonObject,
  [component, value, pointer, end]: Row,
  openapi: string,
): Promise<readonly string[] | undefined> {
  const text = documentOf(schemas).replace('"openapi": "3.1.0"', `"openapi": "${openapi}"`);
  const read = await readDocument(text);
  const { uri } = read.document;
  const place = (path: string) => ({ uri, pointer: `/components/schemas/${path}` });
  const found = wayTo(read.schemas, { schema: place(component), value }, pointer, place(end));
  return found
    ?.slice(1)
    .map(({ via, schema }) => `${via} ${schema.place.pointer.replace("/components/schemas/", "")}`);
}

describe("the way from a sample to the schema that it breaks", () => {
  it.each<Row>([
    ["Pet", {}, "", "Pet", []],
    ["Pet", { name: 1 }, "/name", "Pet/properties/name", ["child Pet/properties/name"]],
    ["Pet", { name: 1 }, "/other", "Pet/properties/name", undefined],
    ["Properties", {}, "/a", "Properties/properties/a", ["child Properties/properties/a"]],
    ["Properties", {}, "/a", "Properties/additionalProperties", undefined],
    [
      "Properties",
      {},
      "/ab",
      "Properties/patternProperties/^a",
      ["child Properties/patternProperties/^a"],
    ],
    // A pattern that is only valid without Unicode matching.
    [
      "Properties",
      {},
      "/-",
      "Properties/patternProperties/^\\-",
      ["child Properties/patternProperties/^\\-"],
    ],
    [
      "Properties",
      {},
      "/b",
      "Properties/additionalProperties",
      ["child Properties/additionalProperties"],
    ],
    ["Items", [1], "/0", "Items/prefixItems/0", ["child Items/prefixItems/0"]],
    ["Items", [1], "/0", "Items/items", undefined],
    ["Items", [1, "a"], "/1", "Items/items", ["child Items/items"]],
    ["Names", { abc: "" }, "/abc", "Names/propertyNames", ["name Names/propertyNames"]],
    [
      "Names",
      { abc: 1 },
      "/abc",
      "Names/additionalProperties",
      ["child Names/additionalProperties"],
    ],
    [
      "Parts",
      { name: 1 },
      "/name",
      "Pet/properties/name",
      ["part Parts/allOf/0", "reference Pet", "child Pet/properties/name"],
    ],
    ["Options", {}, "", "Pet", ["option Options/oneOf/1", "reference Pet"]],
    // What leads through no alternative is preferred, even if it is longer.
    ["Both", {}, "", "Pet", ["part Both/allOf/0", "part Both/allOf/0/allOf/0", "reference Pet"]],
    [
      "Cases",
      {},
      "/b",
      "Cases/then/properties/b",
      ["option Cases/then", "child Cases/then/properties/b"],
    ],
    [
      "Cases",
      {},
      "/c",
      "Cases/else/properties/c",
      ["option Cases/else", "child Cases/else/properties/c"],
    ],
    [
      "Cases",
      {},
      "/e",
      "Cases/dependentSchemas/d/properties/e",
      ["option Cases/dependentSchemas/d", "child Cases/dependentSchemas/d/properties/e"],
    ],
    ["Cases", {}, "/f", "Cases/not/properties/f", undefined],
  ])("%s %j at %j: %s", async (...row) => {
    expect(await way(plain, row, "3.1.0")).toEqual(row[4]);
  });

  it.each<Row>([
    [
      "Numbers",
      { next: { size: "" } },
      "/next/size",
      "Numbers/properties/size",
      [
        "reference List",
        "child List/properties/next",
        "reference Numbers",
        "child Numbers/properties/size",
      ],
    ],
    ["List", { next: {} }, "/next", "Numbers", undefined],
  ])("%s %j at %j follows dynamic references: %s", async (...row) => {
    expect(await way(dynamic, row, "3.1.0")).toEqual(row[4]);
  });

  it.each<Row>([
    ["Pet", null, "", "Pet", []],
    ["Pet", { kind: 1 }, "/kind", "Pet/properties/kind", ["child Pet/properties/kind"]],
    [
      "Owner",
      { pet: { kind: 1 } },
      "/pet/kind",
      "Pet/properties/kind",
      [
        "child Owner/properties/pet",
        "part Owner/properties/pet/allOf/0",
        "reference Pet",
        "child Pet/properties/kind",
      ],
    ],
    ["Either", {}, "", "Pet", ["option Either/oneOf/0", "reference Pet"]],
  ])("%s %j at %j has no step for a null that is set apart: %s", async (...row) => {
    expect(await way(nullable, row, "3.0.3")).toEqual(row[4]);
  });

  it("is known to lead through an alternative", async () => {
    const { document, schemas } = await readDocument(documentOf(plain));
    const place = (path: string) => ({
      uri: document.uri,
      pointer: `/components/schemas/${path}`,
    });
    const choices = ["Options", "Both"].map((name) => {
      const found = wayTo(schemas, { schema: place(name), value: {} }, "", place("Pet"));
      return found && hasChoice(found);
    });
    expect(choices).toEqual([true, false]);
  });
});
