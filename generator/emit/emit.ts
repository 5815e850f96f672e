import type { Config } from "../config/config.js";
import { onlyRoots } from "../config/selection.js";
import { DiagnosticLog } from "../core/diagnostic.js";
import type { Draft, MadeDraft } from "./draft.js";
import type { Document } from "../openapi/document.js";
import type { Models } from "../model/model.js";
import { openSchemas, type Schemas } from "../schema/schemas.js";
import { emitArbitraries } from "./arbitraries/emit.js";
import type { ArbitraryTools } from "./arbitraries/tools.js";
import { ChangedModules } from "./changed-modules.js";
import { emitFixtures, type FixturesOf } from "./fixtures.js";
import { emitGuards } from "./guards/emit.js";
import { emitIndex, emitRuntimeIndex } from "./index-module.js";
import { emitJsonSchemas } from "./json-schema/emit.js";
import { emitModels } from "./models.js";
import { emitOperations } from "./operations/emit.js";
import { emitOperationEntries } from "./operations/entries.js";
import { Unsupported } from "./operations/unsupported.js";
import { emitOpenApi } from "./openapi/emit.js";
import { emitOpenApiFetch } from "./openapi-fetch.js";
import { layoutOf, moduleDrafts, type Layout, type Surroundings } from "./layout.js";
import { emitModuleType, emitPackage } from "./package.js";
import { keptFile, type FileCache } from "./file-cache.js";
import { emitReadme } from "./readme.js";
import type { Module } from "../code/nodes.js";
import type { RuntimeModule } from "./runtime.js";
import { emitRuntime } from "./runtime-files.js";
import { deriveTypes, type DerivedTypes } from "../model/derive-types.js";

/** The input of the files of a package. */
export interface EmitInput {
  readonly document: Document;
  readonly schemas: Schemas;
  readonly models: Models;
  readonly config: Config;
  readonly surroundings: Surroundings;
  /** The text of the runtime modules, by file name. */
  readonly runtime: ReadonlyMap<string, string>;
  /** The text of the licence, if there is one. */
  readonly license: string | undefined;
  /** The files of the last run. */
  readonly cache: FileCache;
  /** Receives warnings about what outputs do not support. */
  readonly log: DiagnosticLog;
  /** Makes values; needed for the outputs `arbitraries` and `fixtures`. */
  readonly values?: EmitValues | undefined;
}

/** What makes the values of the outputs `arbitraries` and `fixtures`. */
export interface EmitValues {
  readonly arbitraryTools: (types: DerivedTypes) => ArbitraryTools;
  readonly fixturesOf: (types: DerivedTypes) => FixturesOf;
}

/**
 * Makes the files that the config asks for one by one, so that a file can be formatted while the
 * next one is made.
 */
export function* emitFiles(input: EmitInput): Generator<Draft> {
  const { document, schemas, models, config, surroundings, license, cache } = input;
  const { outputs } = config;
  const layout = layoutOf(config, surroundings);
  const types = deriveTypes(models);
  const middleware =
    outputs.includes("guards") && outputs.includes("openapi")
      ? emitOpenApiFetch(document, models, schemas)
      : [];
  const runtime = new Set<RuntimeModule>();
  for (const draft of emitModules(input, layout, types, middleware)) {
    for (const name of draft.runtime ?? []) runtime.add(name);
    yield draft;
  }
  yield* emitRuntime(input.runtime, runtime, layout);
  if (outputs.includes("package")) {
    const hasMiddleware = middleware.length > 0;
    yield* emitPackage(config, license, hasMiddleware);
    yield unlessKept(emitReadme(document, models, types, config, layout, hasMiddleware), cache);
  } else if (surroundings.needsModuleType) {
    yield emitModuleType();
  }
}

/** Makes the modules of which there are syntax trees, one by one. */
function* emitModules(
  { document, schemas, models, config, cache, values, log }: EmitInput,
  layout: Layout,
  types: DerivedTypes,
  middleware: readonly Module[],
): Generator<Draft> {
  const { outputs } = config;
  const withModels = outputs.includes("models");
  const withGuards = outputs.includes("guards");
  const changed = new ChangedModules(models, document.uri, cache, layout);
  if (withModels) {
    yield* changed.emit("models", (some) => emitModels(some, models, types, schemas));
  }
  if (withGuards) {
    yield* changed.emit("guards", (some) => emitGuards(some, document, models, types));
  }
  if (outputs.includes("json-schema")) {
    yield* changed.emit("json-schema", (some) => emitJsonSchemas(some, models));
  }
  if (outputs.includes("arbitraries") && values !== undefined) {
    const tools = values.arbitraryTools(types);
    yield* changed.emit("arbitraries", (some) => emitArbitraries(some, models, types, tools));
  }
  if (outputs.includes("fixtures") && values !== undefined) {
    const fixturesOf = values.fixturesOf(types);
    yield* changed.emit("fixtures", (some) => emitFixtures(some, fixturesOf));
  }
  if (outputs.includes("operations")) {
    const unsupported = new Unsupported();
    const { endMark } = config.operations;
    const made = { document, schemas, models, types, endMark, unsupported };
    for (const module of emitOperations(made)) yield* moduleDrafts(module, layout);
    for (const module of emitOperationEntries()) yield* moduleDrafts(module, layout);
    unsupported.report(log);
  }
  const others = [
    ...middleware,
    ...emitRuntimeIndex(outputs),
    ...(withModels ? [emitIndex(models, outputs)] : []),
  ];
  for (const module of others) yield* moduleDrafts(module, layout);
  if (outputs.includes("openapi")) {
    // It contains the whole document. Errors in the part that `roots` leaves out are ignored.
    const all =
      onlyRoots(config) === undefined
        ? schemas
        : openSchemas(document, config, new DiagnosticLog());
    const made = { document, schemas: all, models, types, hasModels: withModels };
    for (const draft of moduleDrafts(emitOpenApi(made), layout)) yield unlessKept(draft, cache);
  }
}

/**
 * Returns a file that takes long to format, or the existing one if it was made from the same text.
 */
function unlessKept(draft: MadeDraft, cache: FileCache): Draft {
  const source = cache.sourceOf(draft.text);
  return keptFile(draft.path, source, cache) ?? { ...draft, source };
}
