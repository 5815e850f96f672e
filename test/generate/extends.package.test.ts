import { describe, expect, it } from "vitest";
import { compileErrors } from "./compile.js";
import { generateSchemas } from "./package.js";

const text = { type: "string" };
const anything = { type: "object" };
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object): object => ({ type: "object", properties });
const listOf = (items: object): object => ({ type: "array", items });
const extended = (base: string, properties: object): object => ({
  allOf: [ref(base), object(properties)],
});
const Item = object({ id: text });

/** The declaration of the model `B`, on one line and without comments. */
function declarationOf(texts: Readonly<Record<string, string>>): string {
  const module = (texts["models/b.ts"] ?? "").replaceAll(/\/\*\*[^]*?\*\//g, "");
  const [declared = ""] = /export (?:interface B\b[^]*?\n\}|type B =[^]*?;)\n/.exec(module) ?? [];
  return declared.replaceAll(/\s+/g, " ").trim();
}

describe("a model that declares a property of its base again", () => {
  it.each<[schemas: object, declaration: string]>([
    [
      { Item, A: object({ p: text }), B: extended("A", { p: { const: "x" } }) },
      'export interface B extends A { p?: "x"; }',
    ],
    // What may be null besides is a model by itself.
    [
      { A: { ...object({ p: text }), type: ["object", "null"] }, B: extended("A", { q: text }) },
      "export interface B extends AValue { q?: string; }",
    ],
    [
      {
        A: { ...object({ p: text }), type: ["object", "null"] },
        B: { type: "object", allOf: [ref("A")], required: ["p"] },
      },
      "export interface B extends AValue { p: string; }",
    ],
    // An interface is no map of unknown values, however deep it stands.
    [
      {
        Item,
        A: object({ list: listOf(anything), n: text }),
        B: extended("A", { list: listOf(ref("Item")) }),
      },
      'export interface B extends Omit<A, "list"> { list?: Item[]; }',
    ],
    [
      {
        Item,
        A: object({ map: { type: "object", additionalProperties: anything }, p: anything }),
        B: extended("A", {
          map: { type: "object", additionalProperties: ref("Item") },
          p: ref("Item"),
        }),
      },
      'export interface B extends Omit<A, "map" | "p"> { map?: { [key: string]: Item }; p?: Item; }',
    ],
    [
      {
        A: object({ next: anything, "1": anything }),
        B: extended("A", { next: ref("B"), "1": ref("B") }),
      },
      'export interface B extends Omit<A, "1" | "next"> { "1"?: B; next?: B; }',
    ],
    [
      {
        Item,
        A: object({ p: anything }),
        Middle: extended("A", { p: ref("Item"), q: anything }),
        B: extended("Middle", { p: object({ b: text }), q: object({ b: text }) }),
      },
      'export interface B extends Omit<Middle, "q"> { p?: Item & BP; q?: BP; }',
    ],
    // An item that may be missing is undefined, unless optional properties are exact.
    [
      {
        A: object({ list: listOf(text) }),
        B: extended("A", { list: { type: "array", prefixItems: [{ const: "x" }] } }),
      },
      'export interface B extends Omit<A, "list"> { list?: ["x"?, ...string[]]; }',
    ],
    // What declares any property of unknown type is extended, and other index signatures are not.
    [
      { A: anything, B: extended("A", { p: text }) },
      "export interface B extends A { p?: string; }",
    ],
    [
      {
        A: { type: "object", additionalProperties: text },
        B: extended("A", { p: text }),
      },
      "export type B = A & { p?: string };",
    ],
    // Of such a type, `Omit` leaves nothing.
    [
      {
        A: { ...object({ p: listOf(text) }), additionalProperties: true },
        B: extended("A", { p: { type: "array", prefixItems: [{ const: "x" }] } }),
      },
      'export type B = A & { p?: ["x"?, ...unknown[]] };',
    ],
    // Of a property that is required in one place, described in another one.
    [
      {
        A: object({ p: ref("Base") }),
        Base: object({ a: text }),
        B: extended("A", {
          p: { oneOf: [object({ b: text }), { type: "object", required: ["a"] }] },
        }),
      },
      'export interface B extends Omit<A, "p"> { p?: Base & (BP | { a: unknown }); }',
    ],
  ])("%#: %j is %s", async (schemas, declaration) => {
    const { texts } = await generateSchemas(schemas, { outputs: ["models"] });
    expect(declarationOf(texts)).toBe(declaration);
    for (const exactOptionalPropertyTypes of [true, false]) {
      expect(compileErrors(texts, { exactOptionalPropertyTypes })).toEqual([]);
    }
  });
});

describe("an intersection of unions", () => {
  const options = (union: number, count: number): readonly object[] =>
    Array.from({ length: count }, (_, index) => object({ [`p${union}_${index}`]: text }));

  it.each<[counts: readonly number[], type: string]>([
    [[20, 20], "U0 & U1"],
    [[20, 20, 20], "U0 & U1 & U2"],
    // TypeScript refuses more than 100,000 members.
    [[60, 50, 40], "U1 & U2"],
    [[400, 300], "U1"],
  ])("of %j members is %s", async (counts, type) => {
    const unions = counts.map(
      (count, union) => [`U${union}`, { anyOf: options(union, count) }] as const,
    );
    const B = { allOf: counts.map((_, union) => ref(`U${union}`)) };
    const { texts } = await generateSchemas(
      { ...Object.fromEntries(unions), B },
      { outputs: ["models"] },
    );
    expect(declarationOf(texts)).toBe(`export type B = ${type};`);
    expect(compileErrors(texts)).toEqual([]);
  });
});
