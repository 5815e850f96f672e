import { importedPackages, type ExportedName, type ModulePath } from "../nodes.js";
import type { ImportedName, ImportedNames, ModuleNames } from "./module-names.js";
import type { PrintOptions } from "./options.js";

/** The state of printing a module: above all, the names that its code uses. */
export interface Printing {
  readonly options: PrintOptions;
  /** Prints a value of another module, or of this one. */
  readonly printValue: (name: ExportedName) => string;
  /** Prints a type of another module, or of this one. */
  readonly printType: (name: ExportedName) => string;
  /** The specifier of a module in an import. */
  readonly specifierOf: (module: ModulePath) => string;
  /** The names that the code at the top of the module uses. */
  readonly names: ModuleNames;
  /** The variables that the innermost scope has used so far. */
  locals: Set<string>;
  /** The variables that are not declared, and the code that replaces them. */
  inlined: ReadonlyMap<string, PrintedScope>;
}

/** The code that was printed in a scope. */
export interface PrintedScope {
  readonly text: string;
  /** The variables that it uses. */
  readonly used: ReadonlySet<string>;
}

/** Prints in a scope that declares names, which have no meaning outside of it. */
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
  for (const name of declared) printing.names.locals.add(name);
  const text = print();
  printing.locals = locals;
  printing.inlined = inlined;
  for (const name of used) if (!declared.includes(name)) locals.add(name);
  return { text, used };
}

/** The names that are imported from one module. */
export interface ModuleImport {
  readonly module: ModulePath;
  readonly specifier: string;
  readonly values: readonly ImportedName[];
  readonly types: readonly ImportedName[];
}

/** Imports of packages, and then those of other modules; each in the order of their specifiers. */
export function sortImports(
  imports: readonly ImportedNames[],
  specifierOf: (module: ModulePath) => string,
): readonly ModuleImport[] {
  return imports
    .map(({ module, names }) => ({
      module,
      specifier: specifierOf(module),
      values: names.filter(({ isValue }) => isValue),
      types: names.filter(({ isValue }) => !isValue),
    }))
    .sort((left, right) => {
      const isPackage = importedPackages.has(left.module);
      if (isPackage !== importedPackages.has(right.module)) return isPackage ? -1 : 1;
      return left.specifier < right.specifier ? -1 : 1;
    });
}
