import { checkOptions } from "../config/check-options.js";
import { readLicense } from "../config/read-license.js";
import { settingsOf } from "../config/settings.js";
import type { OutputFile } from "../emit/output-file.js";
import { noCache, type FileCache } from "../emit/file-cache.js";
import { diagnose } from "../load/diagnose.js";
import type { UrlHook } from "../load/url-hook.js";
import { nodeHost } from "../load/node-host.js";
import { documentOptions, type DocumentOptions } from "../load/document-options.js";
import { formatFiles } from "../output/format/format-files.js";
import { findSurroundings, type FoundSurroundings } from "../output/project/surroundings.js";
import { readRuntimeSources } from "../output/runtime-sources.js";
import { generateFiles, type GeneratedFiles, type PipelineInput } from "./pipeline.js";

/** What to generate. */
export type GenerateOptions = DocumentOptions;

/** What to generate, and what is known about the project around the output folder. */
export interface GenerateOverOptions extends GenerateOptions {
  /** Default: found on the disk. */
  readonly surroundings?: FoundSurroundings | undefined;
  /** Is called with every URL that is requested. */
  readonly onUrl?: UrlHook | undefined;
}

/** The result of {@link generate}. */
export interface GenerateResult extends Omit<GeneratedFiles, "files" | "sources" | "title"> {
  /** The files of the package, formatted; empty if a diagnostic is an error. */
  readonly files: readonly OutputFile[];
}

/**
 * Generates a package from an OpenAPI document, in memory: nothing is written.
 *
 * Errors in the document or the settings are in `diagnostics` of the result; an exception is a fault of
 * Guardsmith.
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const { diagnostics: problems } = await diagnose(() =>
    Promise.resolve(checkOptions(options, documentOptions, ["spec"])),
  );
  if (problems.length > 0) return { files: [], models: [], diagnostics: problems };
  const { files, models, diagnostics } = await generateOver(noCache, options);
  // Without a cache, all files have a text.
  return { files: files.filter((file) => "text" in file), models, diagnostics };
}

/**
 * Generates a package as {@link generate} does, but only the modules whose schemas have changed. The
 * others are taken from the output of the last run.
 *
 * @param cache The files of a run with the same settings, by the same version of Guardsmith.
 * @param options What to generate.
 * @param onFormatted Is called with files as soon as they are formatted, while others are still being
 *   made; not with files that are kept.
 */
export async function generateOver(
  cache: FileCache,
  options: GenerateOverOptions,
  onFormatted?: (files: readonly OutputFile[]) => void,
): Promise<GeneratedFiles> {
  const { spec, retrieve, onFile, cwd = process.cwd(), onStage = (): void => undefined } = options;
  const { result, diagnostics } = await diagnose(() => prepare(options, cwd));
  if (result === undefined) return { files: [], models: [], title: "", sources: {}, diagnostics };
  return generateFiles(
    { ...result, spec, cache, retrieve, onStage, onFile },
    {
      host: { ...nodeHost(cwd), onUrl: options.onUrl },
      readRuntime: readRuntimeSources,
      format: (drafts, settings) => formatFiles(drafts, settings, { onFormatted }),
    },
  );
}

/** The settings of a run, and what was read for them. */
type Prepared = Pick<PipelineInput, "config" | "license" | "surroundings" | "warnings">;

async function prepare(
  { spec, config: given = {}, onFile, surroundings }: GenerateOverOptions,
  cwd: string,
): Promise<Prepared> {
  const config = settingsOf(typeof spec === "string" ? spec : undefined, given, cwd);
  const { licenseFile } = config.package;
  const license = licenseFile === undefined ? undefined : await readLicense(licenseFile, { cwd });
  const found = surroundings ?? findSurroundings(config, { cwd, onFile });
  return { config, license, surroundings: found, warnings: found.warnings };
}
