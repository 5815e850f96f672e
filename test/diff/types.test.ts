import { beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/core/json.js";
import { deriveSideTypes } from "../../generator/diff/side-types.js";
import { compareTypes } from "../../generator/diff/types/compare-types.js";
import { generate, type OutputFile } from "../../generator/index.js";
import { documentOf } from "../generate/package.js";
import { complaints, programOf } from "../type-oracle/compare.js";
import { readSides } from "./read-sides.js";

type Row = readonly [
  what: string,
  old: JsonObject,
  now: JsonObject,
  /** A change that breaks types ends in `[breaks request]` or the like. */
  changes: readonly string[],
];

const string = { type: "string" };
const number = { type: "number" };
const object = (properties: JsonObject, ...required: readonly string[]): JsonObject => ({
  type: "object",
  properties,
  required,
});
const property = (schema: JsonObject): JsonObject => ({ M: object({ a: schema }, "a") });
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const nested = object({ b: string }, "b");

/** Component schemas of two documents. `M` refers to all the others. */
const rows: readonly Row[] = [
  ["nothing", property(string), property(string), []],
  [
    "another type",
    property(string),
    property(number),
    ["M/properties/a: M.a is `number` now, it was `string` [breaks request and response]"],
  ],
  [
    "a property that may be null now",
    property(string),
    property({ type: ["string", "null"] }),
    ["M/properties/a: M.a has `null` now [breaks response]"],
  ],
  [
    "null said in another way",
    property({ type: ["string", "null"] }),
    property({ anyOf: [string, { type: "null" }] }),
    [],
  ],
  [
    "a literal that appears",
    property({ enum: ["a", "b"] }),
    property({ enum: ["a", "b", "c"] }),
    ['M/properties/a: M.a has `"c"` now [breaks response]'],
  ],
  [
    "a literal that vanishes",
    property({ enum: ["a", "b", "c"] }),
    property({ enum: ["a", "b"] }),
    ['M/properties/a: M.a no longer has `"c"` [breaks request]'],
  ],
  ["literals in another order", property({ enum: ["a", "b"] }), property({ enum: ["b", "a"] }), []],
  [
    "a new optional property",
    { M: object({ a: string }, "a") },
    { M: object({ a: string, b: number }, "a") },
    ["M/properties/b: M.b is new and optional"],
  ],
  [
    "a new required property",
    { M: object({ a: string }, "a") },
    { M: object({ a: string, b: number }, "a", "b") },
    ["M/properties/b: M.b is new and required [breaks request]"],
  ],
  [
    "a removed optional property",
    { M: object({ a: string, b: number }, "a") },
    { M: object({ a: string }, "a") },
    ["M/properties/b: M.b was removed [breaks request and response]"],
  ],
  [
    "a removed required property",
    { M: object({ a: string, b: number }, "a", "b") },
    { M: object({ a: string }, "a") },
    ["M/properties/b: M.b was removed [breaks request and response]"],
  ],
  [
    "a property that becomes optional",
    property(string),
    { M: object({ a: string }) },
    ["M/properties/a: M.a is optional now [breaks response]"],
  ],
  [
    "a property that becomes required",
    { M: object({ a: string }) },
    property(string),
    ["M/properties/a: M.a is required now [breaks request]"],
  ],
  [
    "a property that becomes optional, and another type",
    property(string),
    { M: object({ a: number }) },
    [
      "M/properties/a: M.a is `number` now, it was `string`, and it is optional now [breaks request and response]",
    ],
  ],
  [
    "a property at depth",
    property({ type: "array", items: nested }),
    property({ type: "array", items: object({ b: number }, "b") }),
    [
      "M/properties/a/items/properties/b: M.a[].b is `number` now, it was `string` [breaks request and response]",
    ],
  ],
  [
    "a name that is not an identifier",
    { M: object({ "x-y": string }, "x-y") },
    { M: object({ "x-y": number }, "x-y") },
    ['M/properties/x-y: M["x-y"] is `number` now, it was `string` [breaks request and response]'],
  ],
  [
    "an object that is moved into a component",
    property(nested),
    { ...property(ref("N")), N: nested },
    [
      "M/properties/a: M.a is `N` now, it was `{ b: string }`, and the exported name MA vanished [breaks request and response]",
      "N: the component N is new",
    ],
  ],
  [
    "a component that is moved into an object",
    { ...property(ref("N")), N: nested },
    property(nested),
    [
      "M/properties/a: M.a is `{ b: string }` now, it was `N`",
      "N: the component N was removed [breaks request and response]",
    ],
  ],
  [
    "a change in a component that is referred to",
    { ...property(ref("N")), N: nested },
    { ...property(ref("N")), N: object({ b: number }, "b") },
    ["N/properties/b: N.b is `number` now, it was `string` [breaks request and response]"],
  ],
  [
    "a component that is renamed",
    { ...property(ref("N")), N: nested },
    { ...property(ref("O")), O: nested },
    [
      "M/properties/a: M.a is `O` now, it was `N`",
      "N: the component N was removed [breaks request and response]",
      "O: the component O is new",
    ],
  ],
  [
    "a component that refers to itself",
    { M: object({ next: ref("M"), a: string }, "a") },
    { M: object({ next: ref("M"), a: number }, "a") },
    ["M/properties/a: M.a is `number` now, it was `string` [breaks request and response]"],
  ],
  [
    "a component that becomes another name of one",
    { M: object({ a: ref("N"), b: ref("O") }), N: nested, O: nested },
    { M: object({ a: ref("N"), b: ref("O") }), N: nested, O: ref("N") },
    ["O: O is `N` now, it was `{ b: string }`"],
  ],
  [
    "an option of a union that appears",
    { M: { anyOf: [string, ref("N")] }, N: nested },
    { M: { anyOf: [string, number, ref("N")] }, N: nested },
    ["M: M has `number` now [breaks response]"],
  ],
  [
    "one option of a union that changes",
    property({
      oneOf: [
        object({ t: { const: "x" }, v: string }, "t"),
        object({ t: { const: "y" }, v: string }, "t"),
      ],
    }),
    property({
      oneOf: [
        object({ t: { const: "x" }, v: string }, "t"),
        object({ t: { const: "y" }, v: number }, "t"),
      ],
    }),
    [
      "M/properties/a/oneOf/1/properties/v: M.a.v is `number` now, it was `string` [breaks request and response]",
    ],
  ],
  [
    "other properties that get a type",
    property({ type: "object", additionalProperties: string }),
    property({ type: "object", additionalProperties: number }),
    [
      "M/properties/a/additionalProperties: M.a[string] is `number` now, it was `string` [breaks request and response]",
    ],
  ],
  [
    "other properties that appear",
    property({ type: "object", properties: { b: string }, required: ["b"] }),
    property({
      type: "object",
      properties: { b: string },
      required: ["b"],
      additionalProperties: string,
    }),
    ["M/properties/a/additionalProperties: M.a[string] is new: `string` [breaks request]"],
  ],
  [
    "a tuple",
    property({ type: "array", prefixItems: [string, string], items: false, minItems: 2 }),
    property({ type: "array", prefixItems: [string, number], items: false, minItems: 2 }),
    [
      "M/properties/a/prefixItems/1: M.a[1] is `number` now, it was `string` [breaks request and response]",
    ],
  ],
  [
    "a base that changes",
    { M: { allOf: [ref("N"), object({ c: string }, "c")] }, N: nested },
    { M: { allOf: [ref("N"), object({ c: string }, "c")] }, N: object({ b: number }, "b") },
    ["N/properties/b: N.b is `number` now, it was `string` [breaks request and response]"],
  ],
  [
    "an addition to a base that changes",
    { M: { allOf: [ref("N"), object({ c: string }, "c")] }, N: nested },
    { M: { allOf: [ref("N"), object({ c: number }, "c")] }, N: nested },
    ["M/allOf/1/properties/c: M.c is `number` now, it was `string` [breaks request and response]"],
  ],
  [
    "a requirement that is moved into an allOf",
    property(nested),
    property({ type: "object", properties: { b: string }, allOf: [{ required: ["b"] }] }),
    [],
  ],
  [
    "a read-only property",
    { M: object({ a: string, b: string }, "a") },
    { M: object({ a: string, b: { type: "string", readOnly: true } }, "a") },
    ["M/properties/b: M.b was removed [breaks request]"],
  ],
  [
    "a model that loses its name",
    property({ enum: ["a", "b"] }),
    property({ enum: ["a"] }),
    [
      'M/properties/a: M.a no longer has `"b"`, and the exported name MA vanished [breaks request and response]',
    ],
  ],
  [
    "any value that becomes a string",
    property({}),
    property(string),
    ["M/properties/a: M.a is `string` now, it was `unknown` [breaks request]"],
  ],
  [
    "an object that becomes an array of it",
    property(nested),
    property({ type: "array", items: nested }),
    [
      "M/properties/a: M.a is `{ b: string }[]` now, it was `{ b: string }`, and the exported name MA vanished [breaks request and response]",
    ],
  ],
];

/** The changes of the types, one line for each that is the same in both directions. */
async function changesOf(old: string, now: string): Promise<readonly string[]> {
  const sides = await readSides(old, now);
  const changes = compareTypes(sides, deriveSideTypes(sides), () => ["request", "response"]);
  const lines = new Map<string, string[]>();
  for (const { component, pointer, message, isBreaking, direction } of changes) {
    const line = `${component}${pointer}: ${message}`;
    lines.set(line, [...(lines.get(line) ?? []), ...(isBreaking ? [direction] : [])]);
  }
  return [...lines].map(([line, breaking]) =>
    breaking.length === 0 ? line : `${line} [breaks ${breaking.join(" and ")}]`,
  );
}

describe("the changes of types", () => {
  it.each(rows)("%s", async (_what, old, now, changes) => {
    expect(await changesOf(documentOf(old), documentOf(now))).toEqual(changes);
  });
});

/** What the compiler finds wrong with code that has the old type, by row and direction. */
describe("the compiler", () => {
  let problems: readonly (readonly [what: string, read: boolean, write: boolean])[] = [];

  beforeAll(async () => {
    const files: OutputFile[] = [];
    for (const [index, [, old, now]] of rows.entries()) {
      files.push(...(await typesIn(`${index}/old`, old)), ...(await typesIn(`${index}/new`, now)));
      const imports = ["old", "new"].map(
        (side) => `import type { M as ${side}M } from "./${side}/index.js";\n`,
      );
      const declare = `${imports.join("")}declare const before: oldM;\ndeclare const after: newM;\n`;
      files.push({ path: `${index}/read.ts`, text: `${declare}export const all: oldM = after;\n` });
      files.push({
        path: `${index}/write.ts`,
        text: `${declare}export const all: newM = before;\n`,
      });
    }
    const program = programOf(files);
    const isWrong = (path: string): boolean => complaints(program, path).length > 0;
    problems = rows.map(([what], index) => [
      what,
      isWrong(`${index}/read.ts`),
      isWrong(`${index}/write.ts`),
    ]);
  });

  it("rejects what is called breaking, and nothing else", async () => {
    for (const [index, [what, read, write]] of problems.entries()) {
      const [, old = {}, now = {}] = rows[index] ?? [];
      const sides = await readSides(documentOf(old), documentOf(now));
      const changes = compareTypes(sides, deriveSideTypes(sides), () => ["request", "response"]);
      const isBreaking = (direction: string, isNameToo: boolean): boolean =>
        changes.some(
          (change) =>
            change.isBreaking &&
            change.direction === direction &&
            (isNameToo || !/was removed$|exported name/.test(change.message)),
        );
      // Code that names a removed member, or a vanished name, breaks though the types fit.
      expect([what, isBreaking("response", read)]).toEqual([what, read]);
      expect([what, isBreaking("request", write)]).toEqual([what, write]);
    }
  });
});

async function typesIn(folder: string, schemas: JsonObject): Promise<readonly OutputFile[]> {
  const { files } = await generate({
    spec: { text: documentOf(schemas) },
    config: { outputs: ["models"], importExtension: "js", format: "none" },
  });
  return files
    .filter(({ path }) => path.endsWith(".ts"))
    .map(({ path, text }) => ({ path: `${folder}/${path}`, text }));
}
