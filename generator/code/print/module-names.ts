import type { Declaration, ExportedName, ModulePath } from "../nodes.js";

/** The names that code at the top of a module uses, each under which it is printed. */
export class ModuleNames {
  /** The constants and functions beside the exports that were named. */
  readonly hoisted: Set<string> = new Set<string>();
  /** The variables of functions. */
  readonly locals: Set<string> = new Set<string>();
  readonly #globals = new Set<string>();
  readonly #imports = new Map<ModulePath, Map<string, ImportedName>>();
  readonly #path: ModulePath;
  readonly #changes: NameChanges;

  /**
   * @param path The module.
   * @param changes What is not printed under its own name.
   */
  constructor(path: ModulePath, changes: NameChanges = noChanges) {
    this.#path = path;
    this.#changes = changes;
  }

  /** The names of other modules that were named, by module; both in order. */
  get imports(): readonly ImportedNames[] {
    return [...this.#imports]
      .map(([module, names]) => ({ module, names: [...names.values()].sort(byName) }))
      .sort(byModule);
  }

  /** Prints what a module exports. */
  exported({ name, module }: ExportedName, use: "value" | "type"): string {
    if (module === this.#path) return name;
    const isValue = use === "value";
    const names = this.#imports.get(module) ?? new Map<string, ImportedName>();
    const known = names.get(name);
    if (known !== undefined && (known.isValue || !isValue)) return known.local;
    const local = this.#changes.imports.get(keyOf(module, name)) ?? name;
    this.#imports.set(module, names.set(name, { name, local, isValue }));
    return local;
  }

  /** Prints a constant or a function beside the exports. */
  hoist(name: string): string {
    this.hoisted.add(name);
    return this.ofHoisted(name);
  }

  /** The name under which a constant or a function beside the exports is declared. */
  ofHoisted(name: string): string {
    return this.#changes.hoisted.get(name) ?? name;
  }

  /** Prints what every program has. */
  global(name: string): string {
    this.#globals.add(name);
    return this.#changes.globals.has(name) ? `globalThis.${name}` : name;
  }

  /**
   * Decides what has to be printed otherwise, once all names are known. What the module exports
   * keeps its name, as other modules import it. Then come imports, those of the nearest modules
   * first, and the constants beside the exports. A global that is hidden is reached by `globalThis`.
   *
   * @returns undefined, where everything can keep its name.
   */
  changes(declarations: readonly Declaration[]): NameChanges | undefined {
    const taken = new Set(declarations.flatMap(exportedNames));
    const isFree = (name: string, isValue = true): boolean =>
      !taken.has(name) && !(isValue && this.locals.has(name));
    const crowded: { readonly name: string; readonly rename: (free: string) => void }[] = [];
    const imports = new Map<string, string>();
    for (const { module, names } of nearestFirst(this.imports, this.#path)) {
      for (const { name, isValue } of names) {
        if (isFree(name, isValue)) taken.add(name);
        else crowded.push({ name, rename: (free) => imports.set(keyOf(module, name), free) });
      }
    }
    const hoisted = new Map<string, string>();
    for (const name of this.hoisted) {
      if (isFree(name)) taken.add(name);
      else crowded.push({ name, rename: (free) => hoisted.set(name, free) });
    }
    for (const { name, rename } of crowded) {
      let count = 2;
      while (!isFree(`${name}${count}`) || this.#globals.has(`${name}${count}`)) count += 1;
      taken.add(`${name}${count}`);
      rename(`${name}${count}`);
    }
    const globals = new Set([...this.#globals].filter((name) => taken.has(name)));
    return crowded.length + globals.size === 0 ? undefined : { imports, hoisted, globals };
  }
}

/** The names of one other module. */
export interface ImportedNames {
  readonly module: ModulePath;
  readonly names: readonly ImportedName[];
}

/** A name of another module, and the one that it has in this module. */
export interface ImportedName {
  readonly name: string;
  readonly local: string;
  /** Whether it is used as a value; else only as a type. */
  readonly isValue: boolean;
}

/** What a module cannot print under its own name, since something else has it there. */
export interface NameChanges {
  readonly imports: ReadonlyMap<string, string>;
  readonly hoisted: ReadonlyMap<string, string>;
  /** The globals that are hidden. */
  readonly globals: ReadonlySet<string>;
}

const noChanges: NameChanges = { imports: new Map(), hoisted: new Map(), globals: new Set() };

function keyOf(module: ModulePath, name: string): string {
  return `${module} ${name}`;
}

function exportedNames(declaration: Declaration): readonly string[] {
  if (declaration.kind === "reexport") return [];
  return "isHoisted" in declaration && declaration.isHoisted ? [] : [declaration.name];
}

/** Modules of the folder of a module before all others. */
function nearestFirst(
  imports: readonly ImportedNames[],
  path: ModulePath,
): readonly ImportedNames[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const isNear = ({ module }: ImportedNames): boolean => module.startsWith(folder);
  return [...imports.filter(isNear), ...imports.filter((one) => !isNear(one))];
}

function byModule(left: ImportedNames, right: ImportedNames): number {
  return left.module < right.module ? -1 : 1;
}

function byName(left: ImportedName, right: ImportedName): number {
  return left.name < right.name ? -1 : 1;
}
