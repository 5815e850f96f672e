import type { Config } from "../config/config.js";
import type { DiagnosticLog } from "../diagnostics/diagnostic.js";
import { hashOf } from "../incremental/hash.js";
import { moduleSources } from "../incremental/module-sources.js";
import type { Draft } from "../layout/draft.js";
import type { Document } from "../load/document.js";
import type { Models } from "../model/model.js";
import type { Schemas } from "../schema/schemas.js";
import { emitGuards } from "./guards/emit.js";
import { emitIndex } from "./index-module.js";
import { emitJsonSchemas } from "./json-schema/emit.js";
import { emitModels, modulesOf, type ModelModule } from "./models.js";
import { emitOpenApi } from "./openapi.js";
import { emitOpenApiFetch } from "./openapi-fetch.js";
import { emitPackage } from "./package.js";
import { keptFile, type PreviousOutput } from "./previous.js";
import { printSourceFile } from "./print.js";
import { emitReadme } from "./readme.js";
import { emitRuntime } from "./runtime.js";
import type { SourceFile } from "./source-file.js";
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
  /** What is there already. */
  readonly previous: PreviousOutput;
}

/** Makes every file of the package that the config asks for. Their layout is still to be done. */
export async function emitFiles(input: EmitInput, log: DiagnosticLog): Promise<readonly Draft[]> {
  const { document, schemas, models, config, runtime, license, previous } = input;
  const { outputs } = config;
  const types = deriveTypes(models);
  const withModels = outputs.includes("models");
  const withGuards = outputs.includes("guards");
  const withOpenApi = outputs.includes("openapi");
  // Made by another thread, while this one makes the rest.
  const openapi = withOpenApi ? emitOpenApi(document, models, types, config, previous, log) : [];
  const others = [
    ...(withGuards && withOpenApi ? emitOpenApiFetch(document, models, schemas) : []),
    ...(withModels ? [emitIndex(models, types, withGuards)] : []),
  ];
  const hasMiddleware = others.some(({ path }) => path === "src/openapi-fetch.ts");
  const modules = new Modules(models, previous);
  if (withModels) modules.emit("models", (some) => emitModels(some, models, types, schemas));
  if (withGuards) modules.emit("guards", (some) => emitGuards(some, document, models, types));
  if (outputs.includes("json-schema")) {
    modules.emit("json-schema", (some) => emitJsonSchemas(some, models));
  }
  return [
    ...modules.drafts,
    ...modules.kept,
    ...others.map(printSourceFile),
    ...emitRuntime(runtime, [...modules.made, ...others], modules.kept),
    ...(await openapi),
    ...(outputs.includes("package")
      ? [
          ...emitPackage(config, license, hasMiddleware),
          emitReadme(document, models, types, config, hasMiddleware),
        ].map((draft) => (draft.path === "README.md" ? unlessKept(draft, previous) : draft))
      : []),
  ];
}

/** A file that takes long to lay out, or the one that is there, if that was made from the same text. */
function unlessKept(draft: Draft, previous: PreviousOutput): Draft {
  const source = hashOf(draft.text);
  return keptFile(draft.path, source, previous) ?? { ...draft, source };
}

/** The modules that have a file in several folders each. Files are made only where they have changed. */
class Modules {
  readonly #modules: readonly ModelModule[];
  readonly #sources: ReadonlyMap<string, string>;
  readonly #previous: PreviousOutput;
  /** The files that are made anew, and their texts. */
  readonly made: SourceFile[] = [];
  readonly drafts: Draft[] = [];
  /** The files that stay. */
  readonly kept: Draft[] = [];

  constructor(models: Models, previous: PreviousOutput) {
    this.#modules = modulesOf(models);
    this.#sources = moduleSources(models);
    this.#previous = previous;
  }

  /** Makes the files of one folder. */
  emit(
    folder: string,
    emitModules: (modules: readonly ModelModule[]) => readonly SourceFile[],
  ): void {
    const changed: ModelModule[] = [];
    const sources = new Map<string, string>();
    for (const module of this.#modules) {
      const [name] = module;
      const path = `src/${folder}/${name}.ts`;
      const source = this.#sources.get(name) ?? "";
      const kept = keptFile(path, source, this.#previous);
      if (kept === undefined) changed.push(module);
      else this.kept.push(kept);
      sources.set(path, source);
    }
    const made = emitModules(changed);
    this.made.push(...made);
    for (const file of made) {
      this.drafts.push({ ...printSourceFile(file), source: sources.get(file.path) ?? "" });
    }
  }
}
