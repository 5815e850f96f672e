import { describe, expect, it } from "vitest";
import type { Json } from "../../generator/core/json.js";
import { exported } from "../../generator/code/expressions.js";
import type { Declaration, Member, TypeNode } from "../../generator/code/nodes.js";
import {
  arrayOf,
  stringType,
  typeReference,
  unknownType,
} from "../../generator/code/type-nodes.js";
import { functionOf, printDeclarations, printType } from "./print.js";

const a = typeReference("A");
const b = typeReference("B");
const c = typeReference("C");
const union = (...members: readonly TypeNode[]): TypeNode => ({ kind: "union", members });
const both = (...members: readonly TypeNode[]): TypeNode => ({ kind: "intersection", members });
const exactly = (value: Json): TypeNode => ({ kind: "literal", value });
const documented = (name: string, type: TypeNode): Member => ({
  kind: "property",
  name,
  docs: { text: "Text.", tags: [] },
  optional: false,
  type,
});
const objectOf = (...members: readonly Member[]): TypeNode => ({ kind: "object", members });
const propertyOf = (name: string, type: TypeNode, optional = false): Member => ({
  kind: "property",
  name,
  optional,
  type,
});
const tuple = (items: readonly TypeNode[], required: number, rest?: TypeNode): TypeNode => ({
  kind: "tuple",
  items,
  required,
  rest,
});
const predicate = (asserts: boolean): TypeNode => ({
  kind: "predicate",
  asserts,
  parameter: "value",
  type: a,
});

describe("a type", () => {
  const table: readonly (readonly [printed: string, type: TypeNode])[] = [
    ["unknown", unknownType],
    ["{}", { kind: "keyword", name: "{}" }],
    ["A", a],
    ["Record<string, A | B>", typeReference("Record", stringType, union(a, b))],
    ["M<A>", typeReference(exported("M", "guards/pet"), a)],

    ['"a"', exactly("a")],
    ["-1", exactly(-1)],
    ["true", exactly(true)],
    ["null", exactly(null)],
    ['["a", { b: 1 }]', exactly(["a", { b: 1 }])],
    ['{ "a-b": [], ["__proto__"]: {} }', exactly(JSON.parse('{"a-b":[],"__proto__":{}}') as Json)],

    ["A | B", union(a, b)],
    ["A & B", both(a, b)],
    ["(A & B) | C", union(both(a, b), c)],
    ["(A | B) & C", both(union(a, b), c)],
    ["A[]", arrayOf(a)],
    ["A[][]", arrayOf(arrayOf(a))],
    ["(A | B)[]", arrayOf(union(a, b))],
    ["(A & B)[]", arrayOf(both(a, b))],
    ["{ a: A }[]", arrayOf(objectOf(propertyOf("a", a)))],

    ["[]", tuple([], 0)],
    ["[A, B]", tuple([a, b], 2)],
    ["[A, B?]", tuple([a, b], 1)],
    ["[A?, (B | C)?]", tuple([a, union(b, c)], 0)],
    ["[A | B, C?]", tuple([union(a, b), c], 1)],
    ["[A, ...B[]]", tuple([a], 1, b)],
    ["[A?, ...(B | C)[]]", tuple([a], 0, union(b, c))],
    ["[...A[]]", tuple([], 0, a)],

    ["{}", objectOf()],
    ["{ a: A; b?: B | C }", objectOf(propertyOf("a", a), propertyOf("b", union(b, c), true))],
    ["{ [key: string]: A | B }", objectOf({ kind: "index", type: union(a, b) })],
    [
      '{ "a-b"?: A; [key: string]: unknown }',
      objectOf(propertyOf("a-b", a, true), { kind: "index", type: unknownType }),
    ],
    [
      "{\n  /** Text. */\n  a: A;\n  [key: string]: A;\n}[]",
      arrayOf(objectOf(documented("a", a), { kind: "index", type: a })),
    ],
    [
      "{ a: {\n  /** Text. */\n  b: B;\n} }",
      objectOf(propertyOf("a", objectOf(documented("b", b)))),
    ],
    ['{ __proto__: A; "1": B; class: C }', objectOf(propertyOf("__proto__", a), propertyOf("1", b), propertyOf("class", c))], // prettier-ignore
  ];

  it.each(table)("%s", (printed, type) => {
    expect(printType(type)).toBe(printed);
    expect(printType(type, "declarations")).toBe(printed);
  });

  it.each([
    [false, "value is A"],
    [true, "asserts value is A"],
  ])("that asserts: %j", (asserts, printed) => {
    const declaration = { ...functionOf("f", ["value"], []), returns: predicate(asserts) };
    expect(printDeclarations([declaration], { form: "declarations" })).toBe(
      `export declare function f(value: unknown): ${printed};\n`,
    );
  });
});

describe("an interface", () => {
  const table: readonly (readonly [
    printed: string,
    declaration: Extract<Declaration, { kind: "interface" }>,
  ])[] = [
    ["export interface A {}\n", { kind: "interface", name: "A", members: [] }],
    [
      'export interface A {\n  id: string;\n  "a-b"?: B;\n  [key: string]: unknown;\n}\n',
      {
        kind: "interface",
        name: "A",
        members: [
          propertyOf("id", stringType),
          propertyOf("a-b", b, true),
          { kind: "index", type: unknownType },
        ],
      },
    ],
    [
      'import type { B } from "../models/b.js";\n\nexport interface A extends B {}\n',
      {
        kind: "interface",
        name: "A",
        extends: typeReference(exported("B", "models/b")),
        members: [],
      },
    ],
    [
      "/** An a. */\nexport interface A {\n  /** Its id. */\n  id: string;\n}\n",
      {
        kind: "interface",
        name: "A",
        docs: { text: "An a.", tags: [] },
        members: [
          {
            kind: "property",
            name: "id",
            optional: false,
            type: stringType,
            docs: { text: "Its id.", tags: [] },
          },
        ],
      },
    ],
  ];

  it.each(table)("%s", (printed, declaration) => {
    expect(printDeclarations([declaration])).toBe(printed);
    expect(printDeclarations([declaration], { form: "declarations" })).toBe(printed);
    expect(printDeclarations([declaration], { form: "javascript" })).toBe("export {};\n");
  });
});
