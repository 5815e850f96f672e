import {
  importedPackages,
  type Declaration,
  type ExportedName,
  type ModulePath,
} from "../nodes.js";

/** The names that the top-level code of a module uses, and how each is printed. */
export class ModuleNames {
  /** The constants and functions beside the exports that are used. */
  readonly hoisted: Set<string> = new Set<string>();
  /** The variables of functions. */
  readonly locals: Set<string> = new Set<string>();
  readonly #globals = new Set<string>();
  readonly #imports = new Map<ModulePath, Map<string, ImportedName>>();
  readonly #path: ModulePath;
  readonly #changes: NameChanges;

  /**
   * @param path The module.
   * @param changes The names that are printed differently.
   */
  constructor(path: ModulePath, changes: NameChanges = noChanges) {
    this.#path = path;
    this.#changes = changes;
  }

  /** The names that are used from other modules, by module; both in order. */
  get imports(): readonly ImportedNames[] {
    return [...this.#imports]
      .map(([module, names]) => ({ module, names: [...names.values()].sort(byName) }))
      .sort(byModule);
  }

  /** Prints an export of a module. */
  exported({ name, module }: ExportedName, use: "value" | "type"): string {
    if (module === this.#path) return name;
    const namespace = importedPackages.get(module);
    if (namespace === undefined) return this.#imported(module, name, name, use);
    return `${this.#imported(module, everything, namespace, use)}.${name}`;
  }

  /**
   * Imports a name.
   *
   * @param wanted The name in this module, if it is free.
   */
  #imported(module: ModulePath, name: string, wanted: string, use: "value" | "type"): string {
    const isValue = use === "value";
    const names = this.#imports.get(module) ?? new Map<string, ImportedName>();
    const known = names.get(name);
    if (known !== undefined && (known.isValue || !isValue)) return known.local;
    const local = this.#changes.imports.get(keyOf(module, name)) ?? wanted;
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

  /** Prints a global. */
  global(name: string): string {
    this.#globals.add(name);
    return this.#changes.globals.has(name) ? `globalThis.${name}` : name;
  }

  /**
   * Decides which names have to be changed, once all are known. Exports keep their names, because
   * other modules import them. Then come imports, those of the nearest modules first, and the
   * constants beside the exports. A hidden global is accessed through `globalThis`.
   *
   * @returns undefined, if everything can keep its name.
   */
  changes(declarations: readonly Declaration[]): NameChanges | undefined {
    const taken = new Set(declarations.flatMap(exportedNames));
    const isFree = (name: string, isValue = true): boolean =>
      !taken.has(name) && !(isValue && this.locals.has(name));
    const crowded: { readonly name: string; readonly rename: (free: string) => unknown }[] = [];
    const imports = new Map<string, string>();
    for (const { module, names } of nearestFirst(this.imports, this.#path)) {
      for (const { name, local, isValue } of names) {
        if (isFree(local, isValue)) taken.add(local);
        else {
          const rename = (free: string): unknown => imports.set(keyOf(module, name), free);
          crowded.push({ name: local, rename });
        }
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

/** The name of an import of everything that a module exports. */
export const everything = "*";

/** The names of one other module. */
export interface ImportedNames {
  readonly module: ModulePath;
  readonly names: readonly ImportedName[];
}

/** A name of another module, and its name in this module. */
export interface ImportedName {
  readonly name: string;
  readonly local: string;
  /** Whether it is used as a value, not only as a type. */
  readonly isValue: boolean;
}

/** The names that a module cannot print as they are, because something else has them there. */
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

/** Sorts modules of the same folder before all others. */
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
