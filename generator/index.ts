import { checkConfig } from "./config/check-config.js";
import { completeConfig, resolvePaths } from "./config/complete-config.js";
import type { Config } from "./config/config.js";
import { diagnose } from "./diagnose.js";
import type { DiagnosticLog, LocatedDiagnostic } from "./diagnostics/diagnostic.js";
import { emitFiles } from "./emit/emit.js";
import { prepareTypes } from "./emit/openapi-thread.js";
import type { FileHook } from "./load/file-hook.js";
import type { RetrieveHook } from "./load/policy.js";
import type { SpecInput } from "./load/read.js";
import { readLicense } from "./load/read-license.js";
import { readRuntimeSources } from "./load/runtime-sources.js";
import type { Model } from "./model/model.js";
import { readModels, type ReadModels } from "./read-models.js";
import { layOutFiles } from "./layout/lay-out-files.js";
import type { OutputFile } from "./write/output-file.js";

export { defineConfig, type UserConfig } from "./config/user-config.js";
export type { Config, Output, PackageConfig, Repository } from "./config/config.js";
export type { LocatedDiagnostic, Position, Severity } from "./diagnostics/diagnostic.js";
export { formatDiagnostic } from "./diagnostics/format-diagnostic.js";
export type { FileHook } from "./load/file-hook.js";
export type { ReferencePolicy, RetrieveHook } from "./load/policy.js";
export type { DirectedPolicy, Policies, Policy } from "./policy/policy.js";
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
  /** Is told of every local file of the document that is read or looked for, overlays included. */
  readonly onFile?: FileHook | undefined;
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
  const { spec, retrieve, onFile, cwd = process.cwd(), onStage = (): void => undefined } = options;
  const { result, diagnostics } = await diagnose(
    async (run) => {
      const config = configOf(options, cwd);
      if (config.outputs.includes("openapi")) prepareTypes();
      const read = await readModels({ spec, cwd, retrieve, onStage, onFile }, config, run);
      return read && (await generateFrom(read, config, { onStage, log: run.log, cwd }));
    },
    { strict: options.config?.strict === true },
  );
  return { files: result?.files ?? [], models: result?.models ?? [], diagnostics };
}

/** The second half of the pipeline, from models to files. */
async function generateFrom(
  { document, schemas, models }: ReadModels,
  config: Config,
  { onStage, log, cwd }: { onStage: (stage: string) => void; log: DiagnosticLog; cwd: string },
): Promise<Pick<GenerateResult, "files" | "models"> | undefined> {
  onStage(`writing ${models.all.length} models`);
  const runtime = await readRuntimeSources();
  const { licenseFile } = config.package;
  const license = licenseFile === undefined ? undefined : await readLicense(licenseFile, { cwd });
  const files = await emitFiles({ document, schemas, models, config, runtime, license }, log);
  if (log.hasErrors()) return undefined;
  onStage(`laying out ${files.length} files`);
  return { files: await layOutFiles(files, config.out), models: models.all };
}

function configOf({ spec, config = {} }: GenerateOptions, cwd: string): Config {
  const { source, ...others } = config;
  const settings = { ...others, spec: others.spec ?? (typeof spec === "string" ? spec : "-") };
  const complete = completeConfig(resolvePaths(checkConfig(settings), cwd), cwd);
  return source === undefined ? complete : { ...complete, source };
}
