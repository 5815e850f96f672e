import { expect, it } from "vitest";
import {
  evaluateModules,
  type EvaluatedModule,
} from "../../generator/validate/evaluate-modules.js";

/** A module with a function that asks the one of another module, until one has the answer. */
function link(index: number, next: number | undefined): EvaluatedModule {
  const path = `src/m${index}.ts`;
  if (next === undefined) return { path, text: "export const answer = () => 42;", imports: [] };
  const specifier = `./m${next}.js`;
  const text = `import { answer as next } from "${specifier}";\nexport function answer(depth: number): number { return depth > 50 ? depth : next(depth + 1); }`;
  return { path, text, imports: [specifier] };
}

const length = 4_000;
const indexes = Array.from({ length }, (_, index) => index);

it.each([
  ["a chain", indexes.map((index) => link(index, index + 1 < length ? index + 1 : undefined)), 0],
  ["a circle", indexes.map((index) => link(index, (index + 1) % length)), 0],
  ["the end of a chain", [link(0, 1), link(1, undefined)], 1],
])("modules in %s run, however many there are", (_what, files, entry) => {
  const { answer } = evaluateModules(files)(`src/m${entry}.ts`);
  // Every module here exports this function.
  expect((answer as (depth: number) => number)(0)).toBe(files.length === 2 ? 42 : 51);
});

it("a module runs once, after what it needs while it runs", () => {
  const load = evaluateModules([
    {
      path: "src/a.ts",
      text: 'import { b } from "./b.js";\nexport const a = b + 1;',
      imports: ["./b.js"],
    },
    {
      path: "src/b.ts",
      text: 'import { c } from "./c.js";\nexport const b = c.length;',
      imports: ["./c.js"],
    },
    { path: "src/c.ts", text: "export const c = [1, 2];" },
  ]);
  expect(load("src/a.ts").a).toBe(3);
  expect(load("src/c.ts").c).toBe(load("src/c.ts").c);
});
