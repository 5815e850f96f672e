import type { ExportedName, ModulePath } from "../nodes.js";
import type { PrintOptions } from "./options.js";

/** What printing a module knows so far: above all, the names that its code uses. */
export interface Printing {
  readonly options: PrintOptions;
  /** Prints a value of another module, or of this one. */
  readonly printValue: (name: ExportedName) => string;
  /** Prints a type of another module, or of this one. */
  readonly printType: (name: ExportedName) => string;
  /** The constants and functions beside the exports that were named. */
  readonly hoisted: Set<string>;
  /** The variables that the innermost scope has used so far. */
  locals: Set<string>;
  /** The variables that are not declared, and what stands in their place. */
  inlined: ReadonlyMap<string, PrintedScope>;
}

/** What was printed in a scope. */
export interface PrintedScope {
  readonly text: string;
  /** The variables that it uses. */
  readonly used: ReadonlySet<string>;
}

/** Prints in a scope that declares names: outside of it, they mean something else. */
export function printScope(
  printing: Printing,
  declared: readonly string[],
  print: () => string,
): PrintedScope {
  const { locals, inlined } = printing;
  const used = new Set<string>();
  printing.locals = used;
  if (declared.some((name) => inlined.has(name))) {
    printing.inlined = new Map([...inlined].filter(([name]) => !declared.includes(name)));
  }
  const text = print();
  printing.locals = locals;
  printing.inlined = inlined;
  for (const name of used) if (!declared.includes(name)) locals.add(name);
  return { text, used };
}

/** The names that a module imports. */
export class Imports {
  readonly #values = new Map<ModulePath, Set<string>>();
  readonly #types = new Map<ModulePath, Set<string>>();

  addValue({ name, module }: ExportedName): void {
    add(this.#values, module, name);
  }

  addType({ name, module }: ExportedName): void {
    add(this.#types, module, name);
  }

  /** The modules in the order of their specifiers, each with its names in order. */
  sorted(specifierOf: (module: ModulePath) => string): readonly ModuleImport[] {
    const modules = [...new Set([...this.#values.keys(), ...this.#types.keys()])];
    const specifiers = modules.map((module) => ({ module, specifier: specifierOf(module) }));
    specifiers.sort((left, right) => (left.specifier < right.specifier ? -1 : 1));
    return specifiers.map(({ module, specifier }) => {
      const values = [...(this.#values.get(module) ?? [])].sort();
      // What is imported as a value is a type as well, where it is one.
      const types = [...(this.#types.get(module) ?? [])].filter((name) => !values.includes(name));
      return { module, specifier, values, types: types.sort() };
    });
  }
}

/** The names that are imported from one module. */
export interface ModuleImport {
  readonly module: ModulePath;
  readonly specifier: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

function add(names: Map<ModulePath, Set<string>>, module: ModulePath, name: string): void {
  const known = names.get(module);
  if (known === undefined) names.set(module, new Set([name]));
  else known.add(name);
}
