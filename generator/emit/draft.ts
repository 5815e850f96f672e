import type { Module } from "../code/nodes.js";
import { defaultOptions } from "../code/print/options.js";
import { printModule } from "../code/print/print-module.js";
import type { OutputFile } from "./output-file.js";
import { runtimeModulesAmong, type RuntimeModule } from "./runtime.js";

/** A file whose layout is still to be done. */
export interface Draft extends OutputFile {
  /**
   * What is known of the text: that it is a `module`, each statement, member and head of a block on a
   * line of its own; that it is `json` as `JSON.stringify` writes it; that it is `laid out` already
   * as the modules of the runtime are; that it is `kept`, since the output folder holds it already.
   * Undefined for any other text.
   */
  readonly form?: "module" | "json" | "laid out" | "kept";
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

/** How lines are laid out. */
export interface LineSettings {
  /** How many columns a line may take. */
  readonly printWidth: number;
  /** How many columns a level of indentation takes. */
  readonly tabWidth: number;
}
