import type { Module, ModulePath } from "../code/nodes.js";
import { printAsFunction } from "../code/print/print-module.js";
import { strongComponents } from "../core/strong-components.js";

/** What a module exports, by name. */
export type ModuleExports = Readonly<Record<string, unknown>>;

type ModuleFunction = (exports: Record<string, unknown>, imports: readonly ModuleExports[]) => void;

/**
 * Evaluates modules in this process, as JavaScript without types and without a file on the disk. A module
 * is evaluated when it is imported first, after its own imports. Import chains may have any length, and
 * imports may be circular.
 *
 * @param modules Modules that import only each other and the given modules.
 * @param given The exports of other modules, by path.
 * @returns A function that imports a module by its path.
 */
export function evaluateModules(
  modules: readonly Module[],
  given: ReadonlyMap<ModulePath, ModuleExports> = new Map(),
): (path: ModulePath) => ModuleExports {
  const printed = new Map(modules.map((module) => [module.path, printAsFunction(module)]));
  const exported = new Map<ModulePath, Record<string, unknown>>();
  const started = new Set<ModulePath>();

  // Circular imports get exports that are still empty: their functions are called later.
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
    // The text is generated code. The function has the two named parameters.
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
