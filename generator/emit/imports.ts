import type { Import } from "./source-file.js";

/** The imports of a module, gathered while its code is printed. */
export class Imports {
  readonly #types = new Map<string, Set<string>>();
  readonly #values = new Map<string, Set<string>>();

  /** Has a name imported, for its value. */
  value(name: string, from: string): string {
    return add(this.#values, name, from);
  }

  /** Has a name imported, for its type. */
  type(name: string, from: string): string {
    return add(this.#types, name, from);
  }

  /** The imports in the order of their modules, each with its names in order. */
  get all(): readonly Import[] {
    const modules = [...new Set([...this.#types.keys(), ...this.#values.keys()])].sort();
    return modules.map((from) => ({
      from,
      types: [...(this.#types.get(from) ?? [])].sort(),
      values: [...(this.#values.get(from) ?? [])].sort(),
    }));
  }
}

function add(names: Map<string, Set<string>>, name: string, from: string): string {
  const known = names.get(from) ?? new Set();
  names.set(from, known.add(name));
  return name;
}
