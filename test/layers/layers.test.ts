import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { violationsIn } from "./violations.js";

/** What a developer did, the files of `generator/` that show it, and what the linter says. */
type Row = readonly [
  done: string,
  files: Readonly<Record<string, string>>,
  said: readonly string[],
];

const rows: readonly Row[] = [
  [
    "imports from below, types and values",
    {
      "cli/main.ts": 'import "../commands/generate.js"; import type { A } from "../core/a.js";',
      "commands/generate.ts": 'import { a } from "../core/a.js";',
      "core/a.ts": "export interface A {} export const a = 1;",
    },
    [],
  ],
  [
    "imports a type from above",
    {
      "code/code.ts": 'import type { A } from "../emit/a.js";',
      "emit/a.ts": "export interface A {}",
    },
    ["code-imports-from-below: code/code.ts → emit/a.ts"],
  ],
  [
    "passes on a type from above",
    {
      "code/code.ts": 'export type { A } from "../emit/a.js";',
      "emit/a.ts": "export interface A {}",
    },
    ["code-imports-from-below: code/code.ts → emit/a.ts"],
  ],
  [
    "names a type above by import()",
    {
      "core/a.ts": 'export type A = import("../index.js").A;',
      "index.ts": "export interface A {}",
    },
    ["core-imports-from-below: core/a.ts → index.ts"],
  ],
  [
    "imports from above when it is needed",
    {
      "model/a.ts": 'export const load = async () => await import("../output/a.js");',
      "output/a.ts": "export {};",
    },
    ["model-imports-from-below: model/a.ts → output/a.ts"],
  ],
  [
    "imports from the folder beside",
    {
      "checks/a.ts": 'import type { A } from "../types/a.js";',
      "types/a.ts": "export interface A {}",
    },
    ["checks-imports-from-below: checks/a.ts → types/a.ts"],
  ],
  [
    "imports types in a circle of two",
    {
      "text/a.ts": 'import type { B } from "./b.js"; export interface A { b: B }',
      "text/b.ts": 'import type { A } from "./a.js"; export interface B { a: A }',
    },
    ["no-circle: text/a.ts → text/b.ts"],
  ],
  [
    "has schemas hold keywords, and keywords schemas",
    {
      "schema/schema.ts": 'import type { Keywords } from "./keywords/keyword-values.js";',
      "schema/keywords/keyword-values.ts": 'import type { Items } from "./arrays.js";',
      "schema/keywords/arrays.ts": 'import type { Schema } from "../schema.js";',
    },
    [],
  ],
  [
    "hides a circle behind the one of schemas and keywords",
    {
      "schema/schema.ts": 'import type { Keywords } from "./keywords/keyword-values.js";',
      "schema/keywords/keyword-values.ts":
        'import type { A } from "./a.js"; import type { B } from "./b.js"; import type { C } from "./c.js";',
      "schema/keywords/a.ts": 'import type { Schema } from "../schema.js"; import "./b.js";',
      "schema/keywords/b.ts": 'import type { Schema } from "../schema.js"; import "./c.js";',
      "schema/keywords/c.ts": 'import type { Schema } from "../schema.js"; import "./a.js";',
    },
    ["no-circle: schema/keywords/a.ts → schema/keywords/b.ts"],
  ],
  [
    "writes code where circles of types are allowed",
    {
      "schema/keywords/keyword-values.ts": 'import { items } from "./arrays.js";',
      "schema/keywords/arrays.ts": "export const items = 1;",
    },
    ["types-only: schema/keywords/keyword-values.ts → schema/keywords/arrays.ts"],
  ],
  [
    "imports from Node.js in a pure layer",
    { "types/a.ts": 'import { join } from "node:path";' },
    ["node-only-where-listed: types/a.ts → path"],
  ],
  [
    "imports a type of Node.js in a pure layer, without the prefix",
    { "types/a.ts": 'import type { Stats } from "fs";' },
    ["node-only-where-listed: types/a.ts → fs"],
  ],
  [
    "imports from outside in the runtime",
    {
      "runtime/a.ts": 'import { a } from "../core/a.js"; import { format } from "node:util";',
      "core/a.ts": "export const a = 1;",
    },
    [
      "node-only-where-listed: runtime/a.ts → util",
      "runtime-imports-from-below: runtime/a.ts → core/a.ts",
      "runtime-imports-nothing: runtime/a.ts → util",
    ],
  ],
  [
    "adds a folder that is not a layer",
    {
      "extra/a.ts": 'import { a } from "../core/a.js";',
      "core/a.ts": "export const a = 1;",
      "cli/main.ts": 'import "../extra/a.js";',
    },
    ["known-layer: cli/main.ts → extra/a.ts", "known-layer: extra/a.ts → core/a.ts"],
  ],
  [
    "imports from outside of the generator",
    { "core/a.ts": 'import { b } from "../../test/b.js";', "../test/b.ts": "export const b = 1;" },
    ["known-layer: core/a.ts → test/b.ts"],
  ],
  [
    "imports what is not there",
    { "core/a.ts": 'import { b } from "./b.js";' },
    ["resolvable: core/a.ts → ./b.js"],
  ],
  [
    "leaves a file that nothing needs",
    { "core/a.ts": "export const a = 1;" },
    ["no-orphan: core/a.ts"],
  ],
];

describe("the linter of layers, where somebody", () => {
  it.each(rows)("%s", async (_done, files, said) => {
    const folder = await temporaryFolder();
    await put(join(folder, "generator"), files);
    expect(await violationsIn(folder)).toEqual(said);
  });
});
