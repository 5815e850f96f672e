import type { Config } from "../config/config.js";
import { diagnose } from "../load/diagnose.js";
import type { DiagnosticLog, LocatedDiagnostic } from "../core/diagnostic.js";
import { emitFiles } from "../emit/emit.js";
import { nothingBefore, type PreviousOutput } from "../emit/previous.js";
import { prepareTypes } from "../emit/openapi/thread.js";
import type { FileHook } from "../config/file-hook.js";
import type { RetrieveHook } from "../config/hooks.js";
import type { SpecInput } from "../load/read.js";
import { readLicense } from "../config/read-license.js";
import { settingsOf } from "../config/settings.js";
import { readRuntimeSources } from "../load/runtime-sources.js";
import type { Model } from "../model/model.js";
import { readModels, type ReadModels } from "../model/read-models.js";
import { layOutFiles } from "../output/layout/lay-out-files.js";
import type { OutputFile } from "../emit/output-file.js";

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

/** What came of it over what there was before. */
export interface IncrementalResult extends GenerateResult {
  /** The hash of what a file was made from, where that is known, by its path. */
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * Generates a package from an OpenAPI document, in memory: nothing is written.
 *
 * What is wrong with the document or the settings is in the result's `diagnostics`; an exception
 * is a fault of Guardsmith.
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { files, models, diagnostics } = await generateOver(nothingBefore, options);
  return { files, models, diagnostics };
}

/**
 * Generates a package as {@link generate} does, and makes only the modules whose schemas have changed:
 * the others are taken from the output of the last run.
 *
 * @param previous The output of a run with the same settings, by the same version of Guardsmith.
 * @param options What to generate.
 */
export async function generateOver(
  previous: PreviousOutput,
  options: GenerateOptions,
): Promise<IncrementalResult> {
  const { spec, retrieve, onFile, cwd = process.cwd(), onStage = (): void => undefined } = options;
  const { result, diagnostics } = await diagnose(
    async (run) => {
      const path = typeof spec === "string" ? spec : undefined;
      const config = settingsOf(path, options.config ?? {}, cwd);
      if (config.outputs.includes("openapi")) prepareTypes();
      const read = await readModels({ spec, cwd, retrieve, onStage, onFile }, config, run);
      return read && (await generateFrom(read, config, { previous, onStage, log: run.log, cwd }));
    },
    { strict: options.config?.strict === true },
  );
  const { files = [], models = [], sources = {} } = result ?? {};
  return { files, models, sources, diagnostics };
}

interface EmitContext {
  readonly previous: PreviousOutput;
  readonly onStage: (stage: string) => void;
  readonly log: DiagnosticLog;
  readonly cwd: string;
}

/** The second half of the pipeline, from models to files. */
async function generateFrom(
  { document, schemas, models }: ReadModels,
  config: Config,
  { previous, onStage, log, cwd }: EmitContext,
): Promise<Omit<IncrementalResult, "diagnostics"> | undefined> {
  onStage(`writing ${models.all.length} models`);
  const runtime = await readRuntimeSources();
  const { licenseFile } = config.package;
  const license = licenseFile === undefined ? undefined : await readLicense(licenseFile, { cwd });
  const input = { document, schemas, models, config, runtime, license, previous };
  const drafts = await emitFiles(input, log);
  if (log.hasErrors()) return undefined;
  onStage(`laying out ${drafts.length} files`);
  const files = await layOutFiles(drafts, config.out);
  const sources = drafts.flatMap(({ path, source }) =>
    source === undefined ? [] : [[path, source] as const],
  );
  return { files, models: models.all, sources: Object.fromEntries(sources) };
}
