import { describe, expect, test } from "vitest";
import { guardsInMemory, inMemory } from "../support/guards-in-memory.js";

const tree = { $ref: "#/components/schemas/Tree" };

/** An object with a part under a name, and a property of one type. */
function node(name: string, part: object, more: object = {}): object {
  return { type: "object", required: [name], properties: { [name]: part, ...more } };
}

/** Schemas that contain themselves, in alternatives which have the part below in common. */
const recursive: Readonly<Record<string, object>> = {
  "options of a model": {
    anyOf: [
      node("below", tree, { x: { type: "string" } }),
      node("below", tree, { x: { type: "boolean" } }),
      { type: "string" },
    ],
  },
  "exactly one of several": {
    oneOf: [
      node("below", tree, { x: { type: "string" } }),
      node("below", tree, { x: { type: "boolean" } }),
      { type: "string" },
    ],
  },
  "options in items": {
    anyOf: [
      node("below", { type: "array", items: tree }, { x: { type: "string" } }),
      node("below", { type: "array", prefixItems: [tree] }, { x: { type: "boolean" } }),
      { type: "string" },
    ],
  },
  "options in additional properties": {
    anyOf: [
      { type: "object", additionalProperties: tree, required: ["below"] },
      { type: "object", additionalProperties: tree, required: ["x"] },
      { type: "string" },
    ],
  },
  "parts that all have to hold": {
    allOf: [node("below", tree), { $ref: "#/components/schemas/Part" }],
  },
  "a condition": { if: node("below", tree), then: node("below", tree), else: { type: "string" } },
  "what is not": {
    type: ["object", "string"],
    not: node("below", tree, { x: { type: "boolean" } }),
    properties: { below: tree },
  },
  "what is unevaluated": {
    type: ["object", "string"],
    anyOf: [
      { properties: { below: tree, x: { type: "string" } } },
      { properties: { below: tree, x: { type: "boolean" } } },
    ],
    unevaluatedProperties: false,
  },
};

/** How often parts of a value with this many levels are read. */
function countReads(depth: number, read: (value: unknown) => void, isList: boolean): number {
  let reads = 0;
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) {
    const below = value;
    value = {
      get below() {
        reads += 1;
        return isList ? [below] : below;
      },
      x: 1,
    };
  }
  read(value);
  return reads;
}

describe.each(Object.entries(recursive))("%s", async (what, schema) => {
  const isList = what === "options in items";
  const schemas = { Tree: schema, Part: node("below", tree) };
  const { guards } = await guardsInMemory(
    inMemory({ openapi: "3.1.0", info: { title: "t", version: "1" }, components: { schemas } }),
  );
  const { is, validate } = guards("Tree");

  test.each([
    ["is", is],
    ["validate", validate],
  ])("%s takes time in proportion to a power of the depth", (_name, read) => {
    const [few, many] = [countReads(100, read, isList), countReads(200, read, isList)];
    expect(few).toBeGreaterThan(50);
    expect(many / few).toBeLessThan(5);
  });
});

describe("many models with alternatives below each other", async () => {
  const names = Array.from({ length: 24 }, (_, index) => `Level${index}`);
  const schemas = Object.fromEntries(
    names.map((name, index) => {
      const below =
        index + 1 < names.length
          ? { $ref: `#/components/schemas/Level${index + 1}` }
          : { type: "boolean" };
      return [
        name,
        {
          anyOf: [
            node("below", below, { x: { type: "string" } }),
            node("below", below, { x: { type: "boolean" } }),
          ],
        },
      ];
    }),
  );
  const { guards } = await guardsInMemory(
    inMemory({ openapi: "3.1.0", info: { title: "t", version: "1" }, components: { schemas } }),
  );

  test.each(["is", "validate"] as const)("%s reads no part over and over", (name) => {
    expect(countReads(names.length, guards("Level0")[name], false)).toBeLessThan(20_000);
  });
});

test("conditions inside each other do not multiply what is reported", async () => {
  const part = { properties: { below: tree } };
  const Tree = { type: ["object", "string"], dependentSchemas: { below: part, x: part } };
  const { guards } = await guardsInMemory(
    inMemory({
      openapi: "3.1.0",
      info: { title: "t", version: "1" },
      components: { schemas: { Tree } },
    }),
  );
  let value: unknown = 1;
  for (let depth = 0; depth < 12; depth += 1) value = { below: value, x: 1 };
  expect(guards("Tree").validate(value).issues).toHaveLength(1);
});

test("an object that changes between two calls is validated anew", async () => {
  const schemas = { Tree: recursive["options of a model"] };
  const { guards } = await guardsInMemory(
    inMemory({ openapi: "3.1.0", info: { title: "t", version: "1" }, components: { schemas } }),
  );
  const { is, validate } = guards("Tree");
  const leaf: Record<string, unknown> = { below: "leaf" };
  let value: unknown = leaf;
  for (let depth = 0; depth < 300; depth += 1) value = { below: value };
  expect([is(value), validate(value).issues]).toEqual([true, undefined]);
  leaf.below = 1;
  expect(is(value)).toBe(false);
  expect(validate(value).issues).toHaveLength(1);
  Object.defineProperty(leaf, "below", {
    configurable: true,
    get: () => {
      throw new Error("gone");
    },
  });
  expect(() => is(value)).toThrow("gone");
  Object.defineProperty(leaf, "below", { value: "leaf" });
  expect([is(value), [value].filter(is).length]).toEqual([true, 1]);
});

test("an object at several places of a value is wrong at each of them", async () => {
  const schemas = {
    Tree: recursive["options of a model"],
    Trees: { type: "array", items: tree },
  };
  const { guards } = await guardsInMemory(
    inMemory({ openapi: "3.1.0", info: { title: "t", version: "1" }, components: { schemas } }),
  );
  let wrong: unknown = 1;
  for (let depth = 0; depth < 150; depth += 1) wrong = { below: wrong };
  const issues = guards("Trees").validate([wrong, wrong]).issues ?? [];
  expect(issues.map(({ path }) => [path[0], path.length])).toEqual([
    [0, 151],
    [1, 151],
  ]);
});
