import type { ModulePath } from "../code/nodes.js";

/** A module of the runtime from which guards import functions. */
export type GuardRuntimeModule =
  | "collect"
  | "collect-options"
  | "collect-properties"
  | "formats"
  | "parse"
  | "parse-lines"
  | "standard-schema"
  | "validation-error"
  | "values";

/** A module of the runtime. */
export type RuntimeModule =
  | GuardRuntimeModule
  | "closest"
  | "describe"
  | "issue"
  | "json-schema"
  | "openapi-fetch"
  | "syntax-error";

/** The modules of the runtime, each with those that it imports. */
export const importsOfRuntime: Readonly<Record<RuntimeModule, readonly RuntimeModule[]>> = {
  closest: [],
  collect: ["closest", "describe", "issue", "values"],
  "collect-options": ["collect"],
  "collect-properties": ["closest", "collect"],
  describe: ["values"],
  formats: [],
  issue: [],
  "json-schema": [],
  "openapi-fetch": ["issue", "parse", "validation-error"],
  parse: ["describe", "issue", "syntax-error", "validation-error"],
  "parse-lines": ["issue", "parse"],
  "standard-schema": ["issue"],
  "syntax-error": [],
  "validation-error": ["issue"],
  values: [],
};

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
export const runtimeModules: Readonly<Record<RuntimeName, GuardRuntimeModule>> = {
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
export const publicRuntime: ReadonlyMap<RuntimeModule, PublicModule> = new Map([
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

// The table has every module of the runtime, and no other.
const all = Object.keys(importsOfRuntime) as readonly RuntimeModule[];

/** The modules of the runtime among the modules that one imports. */
export function runtimeModulesAmong(imports: readonly ModulePath[]): readonly RuntimeModule[] {
  return all.filter((name) => imports.includes(runtimePath(name)));
}

/** Whether the runtime has a module with a name. */
export function isRuntimeModule(name: string): name is RuntimeModule {
  return Object.hasOwn(importsOfRuntime, name);
}

/** The path of a module of the runtime. */
export function runtimePath(name: RuntimeModule): ModulePath {
  return `runtime/${name}`;
}
