import { printHeader } from "../code/header.js";
import type { Module, ModulePath } from "../code/nodes.js";
import type { PrintOptions } from "../code/print/options.js";
import { printModule } from "../code/print/print-module.js";
import type { Config, ImportExtension } from "../config/config.js";
import type { MadeDraft } from "./draft.js";
import { runtimeModulesAmong } from "./runtime.js";

/** The requirements of the project that contains the output folder. */
export interface Surroundings {
  /** The extension of imported files. */
  readonly importExtension: ImportExtension;
  /** Whether Node.js would read the JavaScript as CommonJS without a `package.json` beside it. */
  readonly needsModuleType: boolean;
}

/** A form in which modules are written. */
export interface WrittenForm {
  readonly form: PrintOptions["form"];
  /** The extension of the files. */
  readonly extension: ".ts" | ".js" | ".d.ts";
}

/** The folder of the modules in the output folder, and how they are written. */
export interface Layout {
  /** Their folder with a trailing slash; empty if it is the output folder itself. */
  readonly folder: "src/" | "dist/" | "";
  readonly forms: readonly WrittenForm[];
  readonly importExtension: PrintOptions["importExtension"];
  /** The header of each module. */
  readonly header: string;
}

/**
 * Returns the layout of the modules. In a package, sources are compiled from `src` to `dist`, while
 * JavaScript is written to `dist` directly.
 */
export function layoutOf(
  { outputs, target, header }: Pick<Config, "outputs" | "target" | "header">,
  { importExtension }: Surroundings,
): Layout {
  return {
    folder: outputs.includes("package") ? (target === "ts" ? "src/" : "dist/") : "",
    forms: forms[target],
    importExtension: importExtension === "none" ? "" : `.${importExtension}`,
    header: printHeader(header),
  };
}

const forms: Readonly<Record<Config["target"], readonly WrittenForm[]>> = {
  ts: [{ form: "typescript", extension: ".ts" }],
  js: [
    { form: "javascript", extension: ".js" },
    { form: "declarations", extension: ".d.ts" },
  ],
};

/** The paths of the files of a module, one for each form. */
export function pathsOf(module: ModulePath, { folder, forms: all }: Layout): readonly string[] {
  return all.map(({ extension }) => `${folder}${module}${extension}`);
}

/** The files of a module, in the order of {@link pathsOf}. */
export function moduleDrafts(module: Module, layout: Layout): readonly MadeDraft[] {
  const { folder, forms: all, importExtension, header } = layout;
  return all.map(({ form, extension }) => {
    const { text, imports } = printModule(module, { form, importExtension, header });
    const path = `${folder}${module.path}${extension}`;
    return { path, text, runtime: runtimeModulesAmong(imports) };
  });
}
