import type { Module } from "../code/nodes.js";
import { defaultOptions } from "../code/print/options.js";
import { printModule } from "../code/print/print-module.js";
import type { OutputFile } from "./output-file.js";
import { runtimeModulesAmong, type RuntimeModule } from "./runtime.js";

/** A file that is still to be formatted. */
export interface Draft extends OutputFile {
  /** The hash of all that the file is made from, where that is known. */
  readonly source?: string | undefined;
  /** The modules of the runtime that the file imports. */
  readonly runtime?: readonly RuntimeModule[];
}

/** A module as a draft. */
export function moduleDraft(module: Module): Draft {
  const { text, imports } = printModule(module, defaultOptions);
  return { path: `src/${module.path}.ts`, text, runtime: runtimeModulesAmong(imports) };
}
