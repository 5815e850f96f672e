import { printHeader } from "../code/header.js";
import type { Module, ModulePath } from "../code/nodes.js";
import type { PrintOptions } from "../code/print/options.js";
import { printModule } from "../code/print/print-module.js";
import type { Config, ImportExtension } from "../config/config.js";
import type { MadeDraft } from "./draft.js";
import { runtimeModulesAmong } from "./runtime.js";

/** What the project around the output folder asks for. */
export interface Surroundings {
  /** What ends the names of imported files. */
  readonly importExtension: ImportExtension;
  /** Whether Node.js would take the JavaScript for CommonJS, unless a `package.json` says what it is. */
  readonly needsModuleType: boolean;
}

/** A form in which modules are written. */
export interface WrittenForm {
  readonly form: PrintOptions["form"];
  /** What ends the names of the files. */
  readonly extension: ".ts" | ".js" | ".d.ts";
}

/** Where modules lie in the output folder, and how they are written. */
export interface Layout {
  /** Their folder, with a slash behind it; empty where it is the output folder itself. */
  readonly folder: "src/" | "dist/" | "";
  readonly forms: readonly WrittenForm[];
  readonly importExtension: PrintOptions["importExtension"];
  /** What each of them begins with. */
  readonly header: string;
}

/** In a package, sources are compiled from `src` to `dist`; JavaScript is there at once. */
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
