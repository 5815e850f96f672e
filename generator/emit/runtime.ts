import type { OutputFile } from "../write/output-file.js";

/** A function that guards import from the runtime. */
export type RuntimeName =
  | "assertValid"
  | "codePointLength"
  | "collect"
  | "collectAnyOf"
  | "collectOneOf"
  | "isAmong"
  | "isArray"
  | "isEqual"
  | "isInteger"
  | "isMultipleOf"
  | "isObject"
  | "isUnique"
  | "oneOf"
  | "own"
  | "parseJson"
  | "report"
  | "standardSchema";

/** The module that exports each function. */
export const runtimeModules: Readonly<Record<RuntimeName, string>> = {
  assertValid: "validation-error",
  codePointLength: "values",
  collect: "collect",
  collectAnyOf: "collect",
  collectOneOf: "collect",
  isAmong: "values",
  isArray: "values",
  isEqual: "values",
  isInteger: "values",
  isMultipleOf: "values",
  isObject: "values",
  isUnique: "values",
  oneOf: "collect",
  own: "values",
  parseJson: "validation-error",
  report: "collect",
  standardSchema: "standard-schema",
};

/** What the package exports of a module of its runtime. */
interface PublicModule {
  readonly types: readonly string[];
  readonly values: readonly string[];
}

/** The types, classes and functions of the runtime that the package exports, by module. */
export const publicRuntime: ReadonlyMap<string, PublicModule> = new Map([
  ["issue", { types: ["Issue", "ValidationResult"], values: [] }],
  ["standard-schema", { types: ["StandardSchema"], values: [] }],
  ["validation-error", { types: [], values: ["ValidationError", "formatPath"] }],
]);

/** Names that no model may take, since the package exports or imports them. */
export const runtimeNames: readonly string[] = [
  ...Object.keys(runtimeModules),
  ...[...publicRuntime.values()].flatMap(({ types, values }) => [...types, ...values]),
  "Path",
];

/** The modules of the runtime as files of the package. */
export function emitRuntime(sources: ReadonlyMap<string, string>): readonly OutputFile[] {
  return [...sources].map(([name, text]) => ({ path: `src/runtime/${name}`, text }));
}
