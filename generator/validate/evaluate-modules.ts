import { ts } from "ts-morph";
import { strongComponents } from "../core/strong-components.js";
import type { OutputFile } from "../emit/output-file.js";

/** What a module exports, by name. */
export type ModuleExports = Readonly<Record<string, unknown>>;

type ImportFrom = (specifier: string) => ModuleExports;
type ModuleFunction = (exports: Record<string, unknown>, require: ImportFrom) => void;

/** A module, and the modules that it imports, by their specifiers; undefined, if that is unknown. */
export interface EvaluatedModule extends OutputFile {
  readonly imports?: readonly string[];
}

/**
 * Makes TypeScript modules run in this process, without a file on the disk: their types are taken
 * off, and an import is a call. A module is compiled when it is imported first, after those that it
 * imports; there may be any number of them in a chain, or in a circle.
 *
 * @param files Modules that import nothing but each other, by relative paths that end with `.js`.
 * @returns A function that imports a module by the path of its file.
 */
export function evaluateModules(
  files: readonly EvaluatedModule[],
): (path: string) => ModuleExports {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const exported = new Map<string, Record<string, unknown>>();
  const started = new Set<string>();

  function exportsOf(path: string): Record<string, unknown> {
    const exports = exported.get(path) ?? {};
    exported.set(path, exports);
    return exports;
  }

  function run(path: string): void {
    if (started.has(path)) return;
    started.add(path);
    const file = byPath.get(path);
    if (file === undefined) throw new Error(`There is no module ${path}`);
    compiled(file.text, path)(exportsOf(path), (specifier) => {
      const imported = resolved(specifier, path);
      // Modules that import each other run one after the other: functions are called only later.
      if (byPath.get(imported)?.imports === undefined) run(imported);
      return exportsOf(imported);
    });
  }

  return (path) => {
    const importsOf = (from: string): readonly string[] =>
      started.has(from)
        ? []
        : (byPath.get(from)?.imports ?? []).map((specifier) => resolved(specifier, from));
    for (const modules of strongComponents([path], importsOf)) modules.forEach(run);
    return exportsOf(path);
  };
}

/** A module as a function; stack traces have the path of its file. */
function compiled(text: string, path: string): ModuleFunction {
  const body = `${javaScriptOf(text)}\n//# sourceURL=${path}`;
  // The text is code that this generator has made. The function has the parameters that are named.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function("exports", "require", body) as ModuleFunction;
}

/** The path of the module that a specifier names in another one. */
function resolved(specifier: string, from: string): string {
  const folders = from.split("/").slice(0, -1);
  for (const segment of specifier.replace(/\.js$/, ".ts").split("/")) {
    if (segment === "..") folders.pop();
    else if (segment !== ".") folders.push(segment);
  }
  return folders.join("/");
}

function javaScriptOf(text: string): string {
  const compilerOptions: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
  };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}
