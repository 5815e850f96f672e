import { asPrinted } from "../support/as-printed.js";
import { checkConfig } from "../../generator/config/check-config.js";
import { completeConfig } from "../../generator/config/complete-config.js";
import type { UserConfig } from "../../generator/config/user-config.js";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { noCache } from "../../generator/emit/file-cache.js";
import { generateFiles } from "../../generator/generate/pipeline.js";
import { formatDiagnostic } from "../../generator/text/format-diagnostic.js";
import { parseSource } from "../../generator/text/parse.js";
import { sourceText } from "../../generator/text/source-text.js";

/** All that a run without files is given: texts. */
export interface Texts {
  /** The document. */
  readonly document: string;
  /** The config file: YAML. */
  readonly config: string;
  readonly license: string;
  /** The modules of the runtime, by file name. */
  readonly runtime: Readonly<Record<string, string>>;
}

/** The text of each file, by its path; and the diagnostics, as they are printed. */
export interface Made {
  readonly files: Readonly<Record<string, string>>;
  readonly diagnostics: readonly string[];
}

/** Generates files from texts, with nothing but what is in every browser. */
export async function generateFromTexts(texts: Texts): Promise<Made> {
  const { files, diagnostics } = await generateFiles(
    {
      spec: { text: texts.document, name: "spec/openapi.yaml" },
      config: completeConfig(settingsIn(texts.config), "generated"),
      warnings: [],
      surroundings: { importExtension: "js", needsModuleType: false },
      license: texts.license,
      cache: noCache,
      onStage: () => undefined,
    },
    {
      host: { fetch: (url, request) => fetch(url, request) },
      readRuntime: () => Promise.resolve(new Map(Object.entries(texts.runtime))),
      format: asPrinted,
    },
  );
  return {
    files: Object.fromEntries(files.map((file) => [file.path, "text" in file ? file.text : ""])),
    diagnostics: diagnostics.map((found) => formatDiagnostic(found, { color: true })),
  };
}

function settingsIn(text: string): UserConfig {
  const source = sourceText({ uri: "memory:config", name: "guardsmith.config.yaml" }, text);
  return checkConfig(parseSource(source, new DiagnosticLog()).value, source);
}
