import type { Draft } from "./draft.js";
import type { SourceFile } from "../code/source-file.js";

/** A function that guards import from the runtime. */
export type RuntimeName =
  | ScalarTest
  | "assertValid"
  | "enter"
  | "readLines"
  | "reportMissing"
  | "reportProperty"
  | "reportUnexpected"
  | "codePointLength"
  | "collect"
  | "collectAnyOf"
  | "collectOneOf"
  | "isAmong"
  | "isArray"
  | "matchesDate"
  | "matchesDateTime"
  | "isEqual"
  | "isInteger"
  | "isMultipleOf"
  | "isObject"
  | "matchesRegExp"
  | "matchesTime"
  | "isUnique"
  | "own"
  | "readJson"
  | "report"
  | "standardSchema";

/** A function that tells whether a property is of a type, or is missing or null. */
export type ScalarTest =
  `is${"Missing" | "Null" | "Nullish"}Or${"String" | "Number" | "Boolean" | "Integer"}`;

/** The module that exports each function. */
export const runtimeModules: Readonly<Record<RuntimeName, string>> = {
  assertValid: "validation-error",
  codePointLength: "values",
  collect: "collect",
  collectAnyOf: "collect-options",
  collectOneOf: "collect-options",
  enter: "collect",
  isAmong: "values",
  isMissingOrString: "values",
  isNullOrString: "values",
  isNullishOrString: "values",
  isMissingOrNumber: "values",
  isNullOrNumber: "values",
  isNullishOrNumber: "values",
  isMissingOrBoolean: "values",
  isNullOrBoolean: "values",
  isNullishOrBoolean: "values",
  isMissingOrInteger: "values",
  isNullOrInteger: "values",
  isNullishOrInteger: "values",
  isArray: "values",
  matchesDate: "formats",
  matchesDateTime: "formats",
  isEqual: "values",
  isInteger: "values",
  isMultipleOf: "values",
  isObject: "values",
  matchesRegExp: "formats",
  matchesTime: "formats",
  isUnique: "values",
  own: "values",
  readJson: "parse",
  readLines: "parse-lines",
  report: "collect",
  reportMissing: "collect-properties",
  reportProperty: "collect",
  reportUnexpected: "collect-properties",
  standardSchema: "standard-schema",
};

/** What the package exports of a module of its runtime. */
interface PublicModule {
  readonly types: readonly string[];
  readonly values: readonly string[];
}

/** The types, classes and functions of the runtime that the package exports, by module. */
export const publicRuntime: ReadonlyMap<string, PublicModule> = new Map([
  ["issue", { types: ["Issue", "ValidationOptions", "ValidationResult"], values: [] }],
  ["parse-lines", { types: ["ParsedLine", "TextChunk", "TextChunks"], values: [] }],
  ["standard-schema", { types: ["StandardSchema"], values: [] }],
  ["validation-error", { types: [], values: ["ValidationError"] }],
]);

/** Names that no model may take, since the package exports or imports them. */
export const runtimeNames: readonly string[] = [
  ...Object.keys(runtimeModules),
  ...[...publicRuntime.values()].flatMap(({ types, values }) => [...types, ...values]),
  "Finding",
  "Path",
];

/**
 * The modules of the runtime as files of the package: those that some module imports, and those that
 * these import.
 *
 * @param sources - The text of every module of the runtime, by file name.
 * @param modules - The modules that may import them.
 * @param kept - Those that are text already.
 */
export function emitRuntime(
  sources: ReadonlyMap<string, string>,
  modules: readonly SourceFile[],
  kept: readonly Draft[] = [],
): readonly Draft[] {
  const needed = new Set<string>();
  const pending = [
    ...new Set([
      ...modules.flatMap(runtimeImports),
      ...kept.flatMap(({ text }) => importsOf(text, "../runtime/")),
    ]),
  ];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const text = sources.get(`${name}.ts`);
    if (text === undefined || needed.has(name)) continue;
    needed.add(name);
    pending.push(...importsOf(text, "./"));
  }
  return [...sources]
    .filter(([file]) => needed.has(file.replace(".ts", "")))
    .map(([file, text]) => ({ path: `src/runtime/${file}`, text }));
}

/** The modules of the runtime that a module imports, or exports names of. */
function runtimeImports({ imports, declarations }: SourceFile): readonly string[] {
  const reexports = declarations.filter((declaration) => declaration.kind === "reexport");
  return [...imports, ...reexports].flatMap(({ from }) => {
    const [, name] = /^\.\.?\/runtime\/([\w-]+)\.js$/.exec(from) ?? [];
    return name === undefined ? [] : [name];
  });
}

/** The modules of the runtime that the text of a module imports from their folder. */
function importsOf(text: string, folder: "./" | "../runtime/"): readonly string[] {
  const imports = text.matchAll(
    folder === "./" ? /from "\.\/([\w-]+)\.js"/g : /from "\.\.\/runtime\/([\w-]+)\.js"/g,
  );
  return [...imports].flatMap(([, name]) => (name === undefined ? [] : [name]));
}
