import type { Import } from "./source-file.js";

/** The imports of a module, gathered while its code is printed. */
export class Imports {
  /** The modules that names come from. */
  readonly #types = new Map<string, string>();
  readonly #values = new Map<string, string>();

  /** Has a name imported, for its value. */
  value(name: string, from: string): string {
    this.#values.set(name, from);
    return name;
  }

  /** Has a name imported, for its type. */
  type(name: string, from: string): string {
    this.#types.set(name, from);
    return name;
  }

  /** The imports in the order of their modules, each with its names in order. */
  get all(): readonly Import[] {
    const types = byModule(this.#types);
    const values = byModule(this.#values);
    const modules = [...new Set([...types.keys(), ...values.keys()])].sort();
    return modules.map((from) => ({
      from,
      types: types.get(from) ?? [],
      values: values.get(from) ?? [],
    }));
  }
}

function byModule(names: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const modules = new Map<string, string[]>();
  for (const name of [...names.keys()].sort()) {
    const from = names.get(name) ?? "";
    const known = modules.get(from);
    if (known === undefined) modules.set(from, [name]);
    else known.push(name);
  }
  return modules;
}
