import { hasHooks, type Config, type Target } from "../config/config.js";
import type { FileHook } from "../config/file-hook.js";
import type { RetrieveHook } from "../config/hooks.js";
import type { DiagnosticLog, LocatedDiagnostic } from "../core/diagnostic.js";
import type { Draft } from "../emit/draft.js";
import { emitFiles } from "../emit/emit.js";
import type { FileCache } from "../emit/file-cache.js";
import { layoutOf, type Surroundings } from "../emit/layout.js";
import type { WantedFile } from "../emit/output-file.js";
import { diagnose } from "../load/diagnose.js";
import type { Host } from "../load/host.js";
import type { SpecInput } from "../load/read-input.js";
import type { Model } from "../model/model.js";
import type { FileWarning } from "../output/project/file-warning.js";
import { reportTaken, runOutputHooks } from "./output-hooks.js";
import { readModels, type ReadModels } from "../model/read-models.js";
import { titleOf } from "../openapi/title.js";

// The pipeline from text to files. It runs in any environment: nothing imported here needs Node.js.

/** The services of the environment in which the pipeline runs. */
export interface Services {
  /** Reads files. */
  readonly host: Host;
  /** The text of the runtime modules, by file name: TypeScript, or JavaScript and declarations. */
  readonly readRuntime: (target: Target) => Promise<ReadonlyMap<string, string>>;
  /**
   * Formats files, if the settings ask for it. Each file is made when it is iterated.
   *
   * @param settings Whether to format them, and the folder that they are for.
   */
  readonly format: (
    drafts: Iterable<Draft>,
    settings: Pick<Config, "out" | "format">,
  ) => Promise<readonly WantedFile[]>;
}

/** The input of the pipeline. */
export interface PipelineInput {
  /** The document. */
  readonly spec: SpecInput;
  /** The settings. */
  readonly config: Config;
  /** What the project around the output folder requires. */
  readonly surroundings: Surroundings;
  /** Warnings about that project. */
  readonly warnings: readonly FileWarning[];
  /** The text of the licence, if there is one. */
  readonly license: string | undefined;
  /** The files of the last run. */
  readonly cache: FileCache;
  /** Finds files that the document refers to; see `GenerateOptions`. */
  readonly retrieve?: RetrieveHook | undefined;
  /** Is called with a text that says what the run is doing. */
  readonly onStage: (stage: string) => void;
  /** Is called with every local file that is read or looked for. */
  readonly onFile?: FileHook | undefined;
}

/** The result of a run. */
export interface GeneratedFiles {
  /** The files of the package, formatted; empty if a diagnostic is an error. */
  readonly files: readonly WantedFile[];
  /** The models that the files declare. */
  readonly models: readonly Model[];
  /** The title of the document. */
  readonly title: string;
  /** Hashes of what files were made from, for the cache of the next run, by path. */
  readonly sources: Readonly<Record<string, string>>;
  /** Errors and warnings about the document and the settings. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Generates the files of a package. */
export async function generateFiles(
  input: PipelineInput,
  services: Services,
): Promise<GeneratedFiles> {
  const { config } = input;
  const { result, diagnostics } = await diagnose(
    async (run) => {
      for (const { warning, source } of input.warnings) {
        run.onSource(source);
        run.log.add(warning);
      }
      const read = await readModels({ ...input, host: services.host }, config, run);
      return read && (await filesOf(read, input, services, run.log));
    },
    { isComplete: true },
  );
  const { files = [], models = [], title = "", sources = {} } = result ?? {};
  return { files, models, title, sources, diagnostics };
}

/** The second half of the pipeline, from models to files. */
async function filesOf(
  read: ReadModels,
  { config, surroundings, license, cache, onStage }: PipelineInput,
  { readRuntime, format }: Services,
  log: DiagnosticLog,
): Promise<Omit<GeneratedFiles, "diagnostics"> | undefined> {
  const { document, schemas, models } = read;
  onStage(`writing ${models.all.length} models`);
  const texts = await readRuntime(config.target);
  const layout = layoutOf(config, surroundings);
  const needsValues = config.outputs.includes("arbitraries") || config.outputs.includes("fixtures");
  // Imported only if needed, because fast-check takes a while to load.
  const values = needsValues
    ? (await import("../sample/emit-values.js")).emitValues(read)
    : undefined;
  const own = hasHooks(config) ? await runOutputHooks(read, config, layout, log) : [];
  const sources: Record<string, string> = {};
  function* drafts(): Generator<Draft> {
    const made = { document, schemas, models, config, surroundings };
    const input = { ...made, runtime: texts, license, cache, values, log };
    // Some file systems ignore case.
    const paths = new Set<string>();
    for (const draft of emitFiles(input)) {
      const { path, source, runtime = [] } = draft;
      if (own.length > 0) paths.add(path.toLowerCase());
      if (source !== undefined) sources[path] = [source, ...runtime].join(" ");
      yield draft;
    }
    for (const draft of own) {
      const path = draft.path.toLowerCase();
      if (paths.has(path)) reportTaken(draft, config, log);
      else yield { path: draft.path, text: draft.text };
      paths.add(path);
    }
  }
  const files = await format(drafts(), config);
  if (log.hasErrors()) return undefined;
  return { files, models: models.all, title: titleOf(document), sources };
}
