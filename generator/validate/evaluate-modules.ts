import { ts } from "ts-morph";
import type { OutputFile } from "../emit/output-file.js";

/** What a module exports, by name. */
export type ModuleExports = Readonly<Record<string, unknown>>;

type ImportFrom = (specifier: string) => ModuleExports;
type ModuleFunction = (exports: Record<string, unknown>, require: ImportFrom) => void;

/**
 * Makes TypeScript modules run in this process, without a file on the disk: their types are taken
 * off, and an import is a call. A module is compiled when it is imported first.
 *
 * @param files Modules that import nothing but each other, by relative paths that end with `.js`.
 * @returns A function that imports a module by the path of its file.
 */
export function evaluateModules(files: readonly OutputFile[]): (path: string) => ModuleExports {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const modules = new Map<string, Record<string, unknown>>();

  function load(path: string): ModuleExports {
    const known = modules.get(path);
    if (known !== undefined) return known;
    const text = texts.get(path);
    if (text === undefined) throw new Error(`There is no module ${path}`);
    const exports: Record<string, unknown> = {};
    // Before it runs: modules that import each other see what is there already, the functions.
    modules.set(path, exports);
    const importFrom: ImportFrom = (specifier) => load(resolved(specifier, path));
    compiled(text, path)(exports, importFrom);
    return exports;
  }

  return load;
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
