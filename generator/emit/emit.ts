import type { Config } from "../config/config.js";
import type { DiagnosticLog } from "../diagnostics/diagnostic.js";
import type { Draft } from "../layout/draft.js";
import type { Document } from "../load/document.js";
import type { Models } from "../model/model.js";
import type { Schemas } from "../schema/schemas.js";
import { emitGuards } from "./guards/emit.js";
import { emitIndex } from "./index-module.js";
import { emitJsonSchemas } from "./json-schema/emit.js";
import { emitModels } from "./models.js";
import { emitOpenApi } from "./openapi.js";
import { emitOpenApiFetch } from "./openapi-fetch.js";
import { emitPackage } from "./package.js";
import { printSourceFile } from "./print.js";
import { emitReadme } from "./readme.js";
import { emitRuntime } from "./runtime.js";
import { deriveTypes } from "./types/derive.js";

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
}

/** Makes every file of the package that the config asks for. Their layout is still to be done. */
export async function emitFiles(input: EmitInput, log: DiagnosticLog): Promise<readonly Draft[]> {
  const { document, schemas, models, config, runtime, license } = input;
  const { outputs } = config;
  const types = deriveTypes(models);
  const withModels = outputs.includes("models");
  const withGuards = outputs.includes("guards");
  // Made by another thread, while this one makes the rest.
  const openapi = outputs.includes("openapi")
    ? emitOpenApi(document, models, types, withModels, log)
    : [];
  const middleware =
    withGuards && outputs.includes("openapi") ? emitOpenApiFetch(document, models, schemas) : [];
  const modules = [
    ...(withModels ? emitModels(models, types, schemas) : []),
    ...(withGuards ? emitGuards(document, models, types) : []),
    ...(outputs.includes("json-schema") ? emitJsonSchemas(models) : []),
    ...middleware,
    ...(withModels ? [emitIndex(models, types, withGuards)] : []),
  ];
  return [
    ...modules.map(printSourceFile),
    ...emitRuntime(runtime, modules),
    ...(await openapi),
    ...(outputs.includes("package")
      ? [
          ...emitPackage(config, license, middleware.length > 0),
          emitReadme(document, models, types, config, middleware.length > 0),
        ]
      : []),
  ];
}
