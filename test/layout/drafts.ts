import { format } from "prettier";
import type { Config } from "../../generator/config/config.js";
import { completeConfig } from "../../generator/config/complete-config.js";
import { diagnose } from "../../generator/load/diagnose.js";
import { emitFiles } from "../../generator/emit/emit.js";
import { noCache } from "../../generator/emit/file-cache.js";
import type { Draft } from "../../generator/emit/draft.js";
import { startTypePrinter } from "../../generator/generate/openapi-thread.js";
import { layOutModule } from "../../generator/output/layout/module-layout.js";
import { UnknownSyntaxError } from "../../generator/output/layout/scanner.js";
import { nodeHost } from "../../generator/load/node-host.js";
import type { SpecInput } from "../../generator/load/read.js";
import { readRuntimeSources } from "../../generator/output/runtime-sources.js";
import { readModels } from "../../generator/model/read-models.js";
import { runtimeNames } from "../../generator/emit/runtime.js";

/** The modules of a package, before they are laid out. */
export async function draftsOf(
  spec: SpecInput,
  settings: Partial<Config> = {},
): Promise<readonly Draft[]> {
  const config = completeConfig({ spec: "-", ...settings }, "generated");
  const { result, diagnostics } = await diagnose(async (run) => {
    const host = nodeHost(process.cwd());
    const source = { spec, host, reservedNames: runtimeNames, onStage: () => undefined };
    const read = await readModels(source, config, run);
    if (read === undefined) return undefined;
    const printTypes = config.outputs.includes("openapi") ? startTypePrinter() : undefined;
    const runtime = await readRuntimeSources();
    return emitFiles(
      { ...read, config, runtime, license: undefined, printTypes, cache: noCache },
      run.log,
    );
  });
  if (result === undefined) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    throw new Error(errors.map(({ message }) => message).join("\n"));
  }
  return result.filter(({ form }) => form === "module");
}

/** What a layout has in common with the one by Prettier. */
export interface Comparison {
  /** The files that Prettier would change, each with the first line that differs. */
  readonly changed: readonly string[];
  /** The files that are left to Prettier. */
  readonly unknown: readonly string[];
}

/** Lays out modules, and has Prettier lay out what came of it. */
export async function compareWithPrettier(
  drafts: readonly Draft[],
  printWidth: number,
  tabWidth = 2,
): Promise<Comparison> {
  const changed: string[] = [];
  const unknown: string[] = [];
  for (const { path, text } of drafts) {
    const laidOut = attempt(text, printWidth, tabWidth);
    if (laidOut === undefined) {
      unknown.push(path);
      continue;
    }
    const formatted = await format(text, { filepath: path, printWidth, tabWidth });
    if (formatted !== laidOut) changed.push(`${path}: ${firstDifference(laidOut, formatted)}`);
  }
  return { changed, unknown };
}

function attempt(text: string, printWidth: number, tabWidth: number): string | undefined {
  try {
    return layOutModule(text, { printWidth, tabWidth });
  } catch (error) {
    if (error instanceof UnknownSyntaxError) return undefined;
    throw error;
  }
}

function firstDifference(laidOut: string, formatted: string): string {
  const lines = laidOut.split("\n");
  const wanted = formatted.split("\n");
  const index = wanted.findIndex((line, at) => line !== lines[at]);
  return `line ${index + 1} is ${JSON.stringify(lines[index])}, not ${JSON.stringify(wanted[index])}`;
}
