import type { Config } from "../config/config.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { moduleDraft, type Draft } from "./draft.js";
import type { Document } from "../openapi/document.js";
import type { Models } from "../model/model.js";
import type { Schemas } from "../schema/schemas.js";
import { ChangedModules } from "./changed-modules.js";
import { emitGuards } from "./guards/emit.js";
import { emitIndex } from "./index-module.js";
import { emitJsonSchemas } from "./json-schema/emit.js";
import { emitModels } from "./models.js";
import { emitOpenApi } from "./openapi/emit.js";
import type { PrintTypes } from "./openapi/types.js";
import { emitOpenApiFetch } from "./openapi-fetch.js";
import { emitPackage } from "./package.js";
import { keptFile, type FileCache } from "./file-cache.js";
import { emitReadme } from "./readme.js";
import { emitRuntime } from "./runtime-files.js";
import { deriveTypes } from "../model/derive-types.js";

/** What the files of a package are made from. */
export interface EmitInput {
  readonly document: Document;
  readonly schemas: Schemas;
  readonly models: Models;
  readonly config: Config;
  /** The text of the runtime modules, by file name. */
  readonly runtime: ReadonlyMap<string, string>;
  /** The text of the licence, if there is one. */
  readonly license: string | undefined;
  /** Prints the types of `openapi.ts`; undefined, where there is none. */
  readonly printTypes: PrintTypes | undefined;
  /** What the last run made. */
  readonly cache: FileCache;
}

/** Makes every file of the package that the config asks for. They are still to be formatted. */
export async function emitFiles(input: EmitInput, log: DiagnosticLog): Promise<readonly Draft[]> {
  const { document, schemas, models, config, runtime, license, printTypes, cache } = input;
  const { outputs } = config;
  const types = deriveTypes(models);
  const withModels = outputs.includes("models");
  const withGuards = outputs.includes("guards");
  const withOpenApi = printTypes !== undefined;
  // May be made by another thread, while this one makes the rest.
  const openapi = withOpenApi
    ? emitOpenApi({ document, models, types, config, printTypes, cache }, log)
    : [];
  const middleware = withGuards && withOpenApi ? emitOpenApiFetch(document, models, schemas) : [];
  const changed = new ChangedModules(models, document.uri, cache);
  const modules = [
    ...(withModels
      ? changed.emit("models", (some) => emitModels(some, models, types, schemas))
      : []),
    ...(withGuards
      ? changed.emit("guards", (some) => emitGuards(some, document, models, types))
      : []),
    ...(outputs.includes("json-schema")
      ? changed.emit("json-schema", (some) => emitJsonSchemas(some, models))
      : []),
    ...middleware.map(moduleDraft),
    ...(withModels ? [moduleDraft(emitIndex(models, types, withGuards))] : []),
  ];
  const hasMiddleware = middleware.length > 0;
  return [
    ...modules,
    ...emitRuntime(runtime, modules),
    ...(await openapi),
    ...(outputs.includes("package")
      ? [
          ...emitPackage(config, license, hasMiddleware),
          unlessKept(emitReadme(document, models, types, config, hasMiddleware), cache),
        ]
      : []),
  ];
}

/** A file that takes long to format, or the one that is there, if that was made from the same text. */
function unlessKept(draft: Draft, cache: FileCache): Draft {
  const source = cache.sourceOf(draft.text);
  return keptFile(draft.path, source, cache) ?? { ...draft, source };
}
