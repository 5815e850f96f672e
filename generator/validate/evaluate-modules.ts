import type { Module, ModulePath } from "../code/nodes.js";
import { printAsFunction } from "../code/print/print-module.js";
import { strongComponents } from "../core/strong-components.js";

/** What a module exports, by name. */
export type ModuleExports = Readonly<Record<string, unknown>>;

type ModuleFunction = (exports: Record<string, unknown>, imports: readonly ModuleExports[]) => void;

/**
 * Makes modules run in this process, as JavaScript without types and without a file on the disk. A
 * module runs when it is asked for, after those that it imports; there may be any number of them in a
 * chain, or in a circle.
 *
 * @param modules Modules that import nothing but each other, and what is given.
 * @param given What other modules export, by path.
 * @returns A function that imports a module by its path.
 */
export function evaluateModules(
  modules: readonly Module[],
  given: ReadonlyMap<ModulePath, ModuleExports> = new Map(),
): (path: ModulePath) => ModuleExports {
  const printed = new Map(modules.map((module) => [module.path, printAsFunction(module)]));
  const exported = new Map<ModulePath, Record<string, unknown>>();
  const started = new Set<ModulePath>();

  // Modules in a circle have each other's exports before these are there: functions are called later.
  function exportsOf(path: ModulePath): Record<string, unknown> {
    const exports = exported.get(path) ?? {};
    exported.set(path, exports);
    return exports;
  }

  function run(path: ModulePath): void {
    if (started.has(path)) return;
    started.add(path);
    const { body, imports } = moduleAt(path);
    const code = `${body}\n//# sourceURL=guardsmith/${path}.js`;
    // The text is code that this generator has made. The function has the parameters that are named.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const execute = new Function("exports", "imports", code) as ModuleFunction;
    execute(
      exportsOf(path),
      imports.map((imported) => given.get(imported) ?? exportsOf(imported)),
    );
  }

  function moduleAt(path: ModulePath): ReturnType<typeof printAsFunction> {
    const module = printed.get(path);
    if (module === undefined) throw new Error(`There is no module ${path}`);
    return module;
  }

  return (path) => {
    const importsOf = (from: ModulePath): readonly ModulePath[] =>
      started.has(from) ? [] : moduleAt(from).imports.filter((imported) => !given.has(imported));
    for (const members of strongComponents([path], importsOf)) members.forEach(run);
    return exportsOf(path);
  };
}
