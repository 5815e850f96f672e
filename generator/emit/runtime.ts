import type { FormatFunction } from "../checks/check.js";
import type { ModulePath } from "../code/nodes.js";
import {
  formatModules,
  importsOfFormats,
  type FormatModule,
  type FormatPart,
} from "./runtime-formats.js";

/** A module of the runtime from which guards import functions. */
export type GuardRuntimeModule =
  | "collect"
  | "collect-distinct"
  | "collect-because"
  | "collect-names"
  | "collect-options"
  | "collect-properties"
  | "collect-types"
  | "collect-unique"
  | FormatModule
  | "remember"
  | "schema"
  | "unique"
  | "values";

/** A module of the runtime. */
export type RuntimeModule =
  | GuardRuntimeModule
  | FormatPart
  | "answer"
  | "any-value"
  | "body"
  | "body-binary"
  | "body-chunks"
  | "body-events"
  | "body-form"
  | "body-items"
  | "body-json"
  | "body-json-lines"
  | "body-json-sequence"
  | "body-multipart"
  | "body-text"
  | "check-answer"
  | "check-call"
  | "client"
  | "client-options"
  | "closest"
  | "copy-json"
  | "credentials"
  | "describe"
  | "described-responses"
  | "draft-07"
  | "duplicate-keys"
  | "event-stream"
  | "issue"
  | "json-lines"
  | "json-schema"
  | "limit-body"
  | "match-operation"
  | "media-types"
  | "merge-findings"
  | "multipart-parts"
  | "multipart-schema"
  | "node-body"
  | "openapi-fetch"
  | "operation"
  | "paginate"
  | "parameter"
  | "parameter-content"
  | "parameter-cookie"
  | "parameter-deep-object"
  | "parameter-delimited"
  | "parameter-fields"
  | "parameter-form"
  | "parameter-label"
  | "parameter-matrix"
  | "parameter-querystring"
  | "parameter-shapes"
  | "parameter-simple"
  | "parameter-source"
  | "parameter-style"
  | "parse"
  | "parse-lines"
  | "path-template"
  | "percent"
  | "percent-reserved"
  | "problem"
  | "raw-pairs"
  | "read-body"
  | "read-parameters"
  | "read-request"
  | "read-result"
  | "receive-body"
  | "respond"
  | "scan-json"
  | "serve"
  | "server"
  | "server-node"
  | "server-options"
  | "server-url"
  | "standard-schema"
  | "syntax-error"
  | "text-chunks"
  | "text-position"
  | "validation-error"
  | "violations"
  | "with-json-schema"
  | "write-body"
  | "write-parameters"
  | "write-request";

/** The modules of the runtime, each with its imports. */
export const importsOfRuntime: Readonly<Record<RuntimeModule, readonly RuntimeModule[]>> = {
  answer: ["operation"],
  "any-value": ["collect", "parameter", "values"],
  body: ["issue", "parameter", "parse"],
  "body-binary": [
    "body",
    "body-chunks",
    "collect",
    "parameter",
    "parse",
    "read-body",
    "write-body",
  ],
  "body-chunks": ["read-body", "validation-error"],
  "body-events": [
    "body",
    "body-items",
    "event-stream",
    "parameter",
    "parse",
    "values",
    "write-body",
  ],
  "body-form": ["body", "parameter", "parameter-fields", "raw-pairs", "read-body"],
  "body-items": [
    "body",
    "body-chunks",
    "collect",
    "issue",
    "parameter",
    "read-body",
    "text-chunks",
    "validation-error",
    "write-body",
  ],
  "body-json": ["body", "parameter", "parse", "read-body", "validation-error", "write-body"],
  "body-json-lines": ["body", "body-items", "json-lines", "parameter", "write-body"],
  "body-json-sequence": [
    "body",
    "body-items",
    "parameter",
    "parse",
    "read-body",
    "text-chunks",
    "write-body",
  ],
  "body-multipart": [
    "body",
    "body-chunks",
    "issue",
    "multipart-parts",
    "multipart-schema",
    "parameter",
    "read-body",
    "validation-error",
    "values",
    "write-body",
  ],
  "body-text": ["body", "parameter", "read-body", "write-body"],
  "check-answer": [
    "body",
    "check-call",
    "collect",
    "described-responses",
    "issue",
    "operation",
    "parameter",
    "values",
  ],
  "check-call": ["body", "collect", "issue", "operation", "parameter", "values"],
  client: ["client-options", "operation", "read-result", "write-request"],
  "client-options": ["body", "issue", "operation"],
  closest: [],
  collect: ["closest", "describe", "issue", "values"],
  "collect-because": ["closest", "collect", "describe", "merge-findings", "values"],
  "collect-distinct": ["collect", "describe", "merge-findings"],
  "collect-names": ["collect", "describe"],
  "collect-options": ["collect", "merge-findings", "values"],
  "collect-properties": ["closest", "collect"],
  "collect-types": ["collect", "describe", "values"],
  "collect-unique": ["collect", "unique"],
  "copy-json": [],
  credentials: ["client-options", "operation"],
  describe: ["values"],
  "described-responses": ["operation"],
  "draft-07": ["copy-json", "json-schema", "values"],
  "duplicate-keys": ["describe", "scan-json"],
  "event-stream": ["issue", "read-body", "text-chunks", "write-body"],
  issue: [],
  "json-lines": ["issue", "parse", "text-chunks", "text-position"],
  "json-schema": [],
  "limit-body": ["body", "body-chunks", "read-body"],
  "match-operation": ["operation", "path-template", "problem", "values"],
  "media-types": [],
  "merge-findings": ["collect", "describe", "values"],
  "multipart-parts": [
    "body",
    "multipart-schema",
    "parameter-style",
    "parse",
    "validation-error",
    "values",
    "write-body",
  ],
  "multipart-schema": ["collect", "parameter", "parse", "values"],
  "node-body": ["media-types", "values"],
  "openapi-fetch": ["issue", "parse", "schema", "validation-error"],
  operation: ["body", "parameter"],
  paginate: ["client", "client-options", "operation"],
  parameter: ["collect"],
  "parameter-content": ["parameter", "parameter-shapes", "parameter-style", "percent"],
  "parameter-cookie": ["parameter", "parameter-style", "percent"],
  "parameter-deep-object": ["parameter", "parameter-style"],
  "parameter-delimited": ["parameter", "parameter-style"],
  "parameter-fields": ["parameter", "parameter-source", "percent", "values"],
  "parameter-form": ["parameter", "parameter-style"],
  "parameter-label": ["parameter", "parameter-style"],
  "parameter-matrix": ["parameter", "parameter-style", "percent", "raw-pairs"],
  "parameter-querystring": ["parameter", "parameter-fields", "raw-pairs"],
  "parameter-shapes": ["parameter", "parameter-style", "raw-pairs", "values"],
  "parameter-simple": ["parameter", "parameter-style", "percent"],
  "parameter-source": ["parameter", "percent"],
  "parameter-style": ["parameter", "percent"],
  parse: [
    "duplicate-keys",
    "issue",
    "scan-json",
    "schema",
    "syntax-error",
    "text-position",
    "validation-error",
  ],
  "parse-lines": ["issue", "json-lines", "parse", "schema", "standard-schema", "text-chunks"],
  "path-template": [],
  percent: ["parameter"],
  "percent-reserved": ["parameter", "percent"],
  problem: ["issue", "parameter"],
  "raw-pairs": ["parameter"],
  "read-body": ["body", "issue", "parse", "validation-error"],
  "read-parameters": ["parameter", "parameter-source", "raw-pairs", "values"],
  "read-request": [
    "check-call",
    "client-options",
    "issue",
    "match-operation",
    "media-types",
    "operation",
    "problem",
    "read-parameters",
    "receive-body",
    "server-options",
    "violations",
  ],
  "read-result": [
    "body",
    "check-call",
    "client-options",
    "described-responses",
    "issue",
    "operation",
    "parameter",
    "violations",
  ],
  "receive-body": [
    "body",
    "check-call",
    "issue",
    "limit-body",
    "media-types",
    "operation",
    "problem",
  ],
  remember: ["collect", "merge-findings"],
  respond: [
    "answer",
    "body",
    "check-answer",
    "check-call",
    "client-options",
    "described-responses",
    "media-types",
    "operation",
    "parameter",
    "server-options",
    "values",
    "violations",
    "write-body",
  ],
  "scan-json": [],
  schema: ["collect", "issue", "standard-schema", "validation-error"],
  serve: [
    "answer",
    "client-options",
    "match-operation",
    "operation",
    "problem",
    "read-request",
    "respond",
    "server-options",
    "values",
  ],
  server: [
    "answer",
    "client-options",
    "match-operation",
    "media-types",
    "problem",
    "read-request",
    "respond",
    "serve",
    "server-options",
  ],
  "server-node": ["node-body"],
  "server-options": ["client-options", "parse", "violations"],
  "server-url": ["operation", "values"],
  "standard-schema": [],
  "syntax-error": ["describe", "scan-json"],
  "text-chunks": [],
  "text-position": [],
  unique: ["values"],
  "validation-error": ["issue"],
  values: [],
  violations: ["body", "client-options", "issue", "validation-error"],
  "with-json-schema": ["copy-json", "draft-07", "json-schema", "schema"],
  "write-body": ["describe"],
  "write-parameters": ["check-call", "parameter"],
  "write-request": [
    "body",
    "check-call",
    "client-options",
    "operation",
    "values",
    "violations",
    "write-parameters",
  ],
  ...importsOfFormats,
};

/** A function that guards import from the runtime. */
export type RuntimeName =
  | ScalarTest
  | FormatFunction
  | "reportMissing"
  | "reportProperty"
  | "reportUnexpected"
  | "codePointLength"
  | "collectAnyOf"
  | "collectDistinct"
  | "collectBecause"
  | "collectName"
  | "collectOnce"
  | "checkType"
  | "collectOneOf"
  | "isAmong"
  | "isArray"
  | "isEqual"
  | "isInteger"
  | "isMultipleOf"
  | "isNumber"
  | "isObject"
  | "collectUnique"
  | "memberCount"
  | "isUnique"
  | "own"
  | "modelSchema"
  | "remember"
  | "requireType"
  | "report";

/** A function that tells whether a property has a type, or is missing or null. */
export type ScalarTest =
  `is${"Missing" | "Null" | "Nullish"}Or${"String" | "Number" | "Boolean" | "Integer"}`;

/** The module that exports each function. */
export const runtimeModules: Readonly<Record<RuntimeName, GuardRuntimeModule>> = {
  codePointLength: "values",
  collectAnyOf: "collect-options",
  collectBecause: "collect-because",
  collectName: "collect-names",
  checkType: "collect-types",
  collectDistinct: "collect-distinct",
  collectOnce: "remember",
  collectOneOf: "collect-options",
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
  isEqual: "values",
  isInteger: "values",
  isMultipleOf: "values",
  isNumber: "values",
  isObject: "values",
  memberCount: "values",
  modelSchema: "schema",
  collectUnique: "collect-unique",
  isUnique: "unique",
  own: "values",
  remember: "remember",
  report: "collect",
  reportMissing: "collect-properties",
  reportProperty: "collect",
  reportUnexpected: "collect-properties",
  requireType: "collect-types",
  ...formatModules,
};

/** The exports of the package from one module of its runtime. */
export interface PublicModule {
  readonly module: RuntimeModule;
  readonly types: readonly string[];
  readonly values: readonly string[];
}

/** The runtime exports of a package with guards. */
export const runtimeOfGuards: readonly PublicModule[] = [
  { module: "issue", types: ["Issue", "ValidationOptions", "ValidationResult"], values: [] },
  { module: "parse", types: ["JsonOptions"], values: ["parseJson"] },
  { module: "parse-lines", types: ["ParsedLine"], values: ["parseLines"] },
  { module: "schema", types: ["ModelSchema"], values: [] },
  { module: "standard-schema", types: ["StandardIssue", "StandardSchema"], values: [] },
  { module: "text-chunks", types: ["TextChunk", "TextChunks"], values: [] },
  { module: "validation-error", types: [], values: ["ValidationError"] },
];

/** The runtime exports of a package with JSON Schemas. */
export const runtimeOfJsonSchemas: readonly PublicModule[] = [
  { module: "json-schema", types: ["JsonSchema"], values: [] },
];

/** The additional runtime exports of a package with both. */
export const runtimeOfBoth: readonly PublicModule[] = [
  { module: "with-json-schema", types: ["WithJsonSchema"], values: ["withJsonSchema"] },
];

// The keys of the table are exactly the modules of the runtime.
const all = Object.keys(importsOfRuntime) as readonly RuntimeModule[];
const byPath = new Map<ModulePath, RuntimeModule>(all.map((name) => [runtimePath(name), name]));

/** The modules of the runtime among the modules that one imports. */
export function runtimeModulesAmong(imports: readonly ModulePath[]): readonly RuntimeModule[] {
  return imports.flatMap((path) => byPath.get(path) ?? []);
}

/** Whether the runtime has a module with a name. */
export function isRuntimeModule(name: string): name is RuntimeModule {
  return Object.hasOwn(importsOfRuntime, name);
}

/** The path of a module of the runtime. */
export function runtimePath(name: RuntimeModule): ModulePath {
  return `runtime/${name}`;
}
