import type { Module, ModulePath } from "../code/nodes.js";
import { printAsFunction, type PrintedFunction } from "../code/print/print-module.js";
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
  const evaluator = new ModuleEvaluator(given);
  for (const module of modules) evaluator.add(module);
  return (path) => evaluator.load(path);
}

/** Evaluates modules as {@link evaluateModules} does; modules may be added at any time. */
export class ModuleEvaluator {
  readonly #given: ReadonlyMap<ModulePath, ModuleExports>;
  readonly #modules = new Map<ModulePath, Module>();
  readonly #printed = new Map<ModulePath, PrintedFunction>();
  readonly #exported = new Map<ModulePath, Record<string, unknown>>();
  readonly #started = new Set<ModulePath>();

  /** @param given The exports of other modules, by path. */
  constructor(given: ReadonlyMap<ModulePath, ModuleExports>) {
    this.#given = given;
  }

  /** Adds a module, which is evaluated when it is imported. */
  add(module: Module): void {
    this.#modules.set(module.path, module);
  }

  /** Imports a module by its path. */
  load(path: ModulePath): ModuleExports {
    const importsOf = (from: ModulePath): readonly ModulePath[] =>
      this.#started.has(from)
        ? []
        : this.#moduleAt(from).imports.filter((imported) => !this.#given.has(imported));
    for (const members of strongComponents([path], importsOf)) {
      for (const member of members) this.#run(member);
    }
    return this.#exportsOf(path);
  }

  /** Evaluates a module that no other one can import, which may have the path of another one. */
  try(module: Module): ModuleExports {
    const printed = printAsFunction(module);
    for (const path of printed.imports) if (!this.#given.has(path)) this.load(path);
    const exports: Record<string, unknown> = {};
    this.#execute(printed, exports, module.path);
    return exports;
  }

  // Circular imports get exports that are still empty: their functions are called later.
  #exportsOf(path: ModulePath): Record<string, unknown> {
    const exports = this.#exported.get(path) ?? {};
    this.#exported.set(path, exports);
    return exports;
  }

  #run(path: ModulePath): void {
    if (this.#started.has(path)) return;
    this.#started.add(path);
    this.#execute(this.#moduleAt(path), this.#exportsOf(path), path);
  }

  #execute(
    { body, imports }: PrintedFunction,
    exports: Record<string, unknown>,
    path: ModulePath,
  ): void {
    const code = `${body}\n//# sourceURL=guardsmith/${path}.js`;
    // The text is generated code. The function has the two named parameters.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    const execute = new Function("exports", "imports", code) as ModuleFunction;
    execute(
      exports,
      imports.map((imported) => this.#given.get(imported) ?? this.#exportsOf(imported)),
    );
  }

  #moduleAt(path: ModulePath): PrintedFunction {
    const known = this.#printed.get(path);
    if (known !== undefined) return known;
    const module = this.#modules.get(path);
    if (module === undefined) throw new Error(`There is no module ${path}`);
    const printed = printAsFunction(module);
    this.#printed.set(path, printed);
    return printed;
  }
}
