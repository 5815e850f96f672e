import { checkConfig } from "./config/check-config.js";
import { completeConfig, resolvePaths } from "./config/complete-config.js";
import type { Config } from "./config/config.js";
import {
  DiagnosticLog,
  type Diagnostic,
  type LocatedDiagnostic,
} from "./diagnostics/diagnostic.js";
import { InputError } from "./diagnostics/failure.js";
import { locate } from "./diagnostics/locate.js";
import { emitFiles } from "./emit/emit.js";
import { runtimeNames } from "./emit/runtime.js";
import type { Document, SourceText } from "./load/document.js";
import { loadDocument } from "./load/load.js";
import type { RetrieveHook } from "./load/policy.js";
import type { SpecInput } from "./load/read.js";
import { textsOf } from "./load/texts.js";
import { readRuntimeSources } from "./load/runtime-sources.js";
import { collectModels } from "./model/collect.js";
import type { Model } from "./model/model.js";
import { openSchemas } from "./schema/schemas.js";
import { formatFiles } from "./write/format.js";
import type { OutputFile } from "./write/output-file.js";

export { defineConfig, type UserConfig } from "./config/user-config.js";
export type { Config, Output, PackageConfig } from "./config/config.js";
export type { LocatedDiagnostic, Position, Severity } from "./diagnostics/diagnostic.js";
export { formatDiagnostic } from "./diagnostics/format-diagnostic.js";
export type { ReferencePolicy, RetrieveHook } from "./load/policy.js";
export type { SpecInput, SpecText } from "./load/read.js";
export type { Model, ModelExports } from "./model/model.js";
export type { OutputFile } from "./write/output-file.js";

/** What to generate. */
export interface GenerateOptions {
  /**
   * The document: a path, a URL, `-` for standard input, or its text. An overlay stands for the
   * document that it extends.
   */
  readonly spec: SpecInput;
  /** Settings; every one has a default. */
  readonly config?: Partial<Config>;
  /**
   * Finds a file that the document refers to by an absolute URI, before anything else is tried.
   * Undefined leaves it to the default: files in the folder of the document, and what the config
   * allows to be fetched.
   */
  readonly retrieve?: RetrieveHook;
  /** Is told what the run turns to, for whoever waits for it. */
  readonly onStage?: (stage: string) => void;
  /** What relative paths are relative to. Default: the working directory. */
  readonly cwd?: string;
}

/** What came of it. */
export interface GenerateResult {
  /** The files of the package, laid out; none if a diagnostic is an error. */
  readonly files: readonly OutputFile[];
  /** The models that the files declare. */
  readonly models: readonly Model[];
  /** Everything that there is to say about the document, errors and warnings. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/**
 * Generates a package from an OpenAPI document, in memory: nothing is written.
 *
 * What is wrong with the document or the settings is in the result's `diagnostics`; an exception
 * is a fault of Guardsmith.
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { spec, retrieve, cwd = process.cwd() } = options;
  const log = new DiagnosticLog();
  const isStrict = options.config?.strict === true;
  let sources: ReadonlyMap<string, SourceText> = new Map();
  try {
    const config = configOf(options, cwd);
    const { onStage = (): void => undefined } = options;
    onStage("reading the document");
    const { overlays, references } = config;
    const document = await loadDocument(spec, {
      cwd,
      log,
      overlays,
      references,
      ...(retrieve !== undefined && { retrieve }),
    });
    sources = textsOf(document);
    const { files, models } = await generateFrom(document, config, onStage, log);
    const diagnostics = shown(log.all, sources, isStrict);
    const isGood = diagnostics.every(({ severity }) => severity !== "error");
    return isGood ? { files, models, diagnostics } : { files: [], models: [], diagnostics };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const all = new Map([...sources, ...error.sources]);
    const found = [...log.all, ...error.diagnostics];
    return { files: [], models: [], diagnostics: shown(found, all, isStrict) };
  }
}

/** The pipeline, from a document to files. */
async function generateFrom(
  document: Document,
  config: Config,
  onStage: (stage: string) => void,
  log: DiagnosticLog,
): Promise<Pick<GenerateResult, "files" | "models">> {
  onStage("finding the models");
  const schemas = openSchemas(document, config, log);
  const models = collectModels(document, schemas, config, runtimeNames, log);
  if (log.hasErrors()) return { files: [], models: [] };
  onStage(`writing ${models.all.length} models`);
  const runtime = await readRuntimeSources();
  const files = await emitFiles({ document, schemas, models, config, runtime }, log);
  if (log.hasErrors()) return { files: [], models: [] };
  onStage(`laying out ${files.length} files`);
  return { files: await formatFiles(files, config.out), models: models.all };
}

/** The diagnostics with their positions; in a strict run, each of them is an error. */
function shown(
  found: readonly Diagnostic[],
  sources: ReadonlyMap<string, SourceText>,
  isStrict: boolean,
): readonly LocatedDiagnostic[] {
  return found.map((one) => locate(isStrict ? { ...one, severity: "error" } : one, sources));
}

function configOf({ spec, config = {} }: GenerateOptions, cwd: string): Config {
  const settings = { ...config, spec: config.spec ?? (typeof spec === "string" ? spec : "-") };
  return completeConfig(resolvePaths(checkConfig(settings), cwd), cwd);
}
