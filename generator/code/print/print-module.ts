import { importedPackages, type Declaration, type Module, type ModulePath } from "../nodes.js";
import { printDeclaration } from "./declarations.js";
import { defaultOptions, type PrintOptions } from "./options.js";
import { everything, ModuleNames, type ImportedName } from "./module-names.js";
import { sortImports, type ModuleImport, type Printing } from "./printing.js";

/** A module as text. */
export interface PrintedModule {
  readonly text: string;
  /** The modules that it imports, or re-exports names from. */
  readonly imports: readonly ModulePath[];
}

/** Prints a module with the imports that its code needs. */
export function printModule(module: Module, options: PrintOptions): PrintedModule {
  const names = new ModuleNames(module.path);
  const printed = printWithNames(module, options, names);
  const changes = names.changes(module.declarations);
  if (changes === undefined) return printed;
  return printWithNames(module, options, new ModuleNames(module.path, changes));
}

function printWithNames(
  { path, declarations }: Module,
  options: PrintOptions,
  names: ModuleNames,
): PrintedModule {
  const specifierOf = (module: ModulePath): string =>
    importedPackages.has(module)
      ? module
      : `${relativePath(path, module)}${options.importExtension}`;
  const printing = startPrinting(options, names, {
    printValue: (name) => names.exported(name, "value"),
    printType: (name) => names.exported(name, "type"),
    specifierOf,
  });
  const blocks = blocksOf(
    printReached(declarations, names, (declaration) => printDeclaration(declaration, printing)),
  );
  const imported = sortImports(names.imports, specifierOf);
  const printed = [
    ...(imported.length === 0 ? [] : [imported.map(printImport).join("\n")]),
    ...blocks,
  ];
  // Without this, a file that exports only types would not be a module in JavaScript.
  const text = printed.length === 0 ? "export {};" : printed.join("\n\n");
  const reexported = declarations.flatMap((one) => (one.kind === "reexport" ? [one.module] : []));
  const used = new Set([...imported.map(({ module }) => module), ...reexported]);
  return { text: `${options.header}${text}\n`, imports: [...used] };
}

/** A module as the body of a function that is called with `exports` and `imports`. */
export interface PrintedFunction {
  readonly body: string;
  /** The modules whose exports are the items of `imports`. */
  readonly imports: readonly ModulePath[];
}

/** Prints a module as the body of a function, to run it in this process. */
export function printAsFunction({ path, declarations }: Module): PrintedFunction {
  const modules: ModulePath[] = [];
  const indices = new Map<ModulePath, number>();
  const indexOf = (module: ModulePath): number => {
    const known = indices.get(module) ?? modules.push(module) - 1;
    indices.set(module, known);
    return known;
  };
  const names = new ModuleNames(path);
  const printing = startPrinting({ ...defaultOptions, form: "javascript" }, names, {
    // Imports may be circular: an imported value is looked up when it is used.
    printValue: ({ name, module }) =>
      module === path ? name : `imports[${indexOf(module)}].${name}`,
    printType: ({ name }) => name,
    specifierOf: (module) => module,
  });
  const values = declarations.filter((one) => one.kind === "constant" || one.kind === "function");
  const printed = printReached(values, names, (declaration) =>
    printDeclaration({ ...declaration, isHoisted: true }, printing),
  );
  const assign = (kind: Declaration["kind"]): readonly string[] =>
    values.flatMap((one) =>
      one.kind === kind && !one.isHoisted ? [`exports.${one.name} = ${one.name};`] : [],
    );
  // Functions are exported first, so that circular imports find them.
  const body = [
    '"use strict";',
    ...assign("function"),
    ...printed.map(({ text }) => text),
    ...assign("constant"),
  ];
  return { body: body.join("\n"), imports: modules };
}

function startPrinting(
  options: PrintOptions,
  names: ModuleNames,
  printers: Pick<Printing, "printValue" | "printType" | "specifierOf">,
): Printing {
  return { options, names, ...printers, locals: new Set(), inlined: new Map() };
}

interface PrintedDeclaration {
  readonly kind: Declaration["kind"];
  readonly text: string;
}

/** Prints the exports, and the other declarations that they need; both in the order of the module. */
function printReached<D extends Declaration>(
  declarations: readonly D[],
  names: ModuleNames,
  print: (declaration: D) => string,
): readonly PrintedDeclaration[] {
  const printed = new Map<D, string>();
  const hoisted = new Map<string, D>();
  for (const declaration of declarations) {
    if ("isHoisted" in declaration && declaration.isHoisted) {
      hoisted.set(declaration.name, declaration);
    } else {
      printed.set(declaration, print(declaration));
    }
  }
  // The loop also visits what is added while it runs.
  for (const name of names.hoisted) {
    const declaration = hoisted.get(name);
    if (declaration !== undefined) printed.set(declaration, print(declaration));
  }
  return declarations.flatMap((declaration) => {
    const text = printed.get(declaration) ?? "";
    return text === "" ? [] : [{ kind: declaration.kind, text }];
  });
}

/** Joins declarations with blank lines; re-exports are not separated. */
function blocksOf(declarations: readonly PrintedDeclaration[]): readonly string[] {
  const blocks: string[] = [];
  let previous: Declaration["kind"] | undefined;
  for (const { kind, text } of declarations) {
    const isTogether = kind === "reexport" && previous === "reexport";
    if (isTogether) blocks.push(`${blocks.pop() ?? ""}\n${text}`);
    else blocks.push(text);
    previous = kind;
  }
  return blocks;
}

function printImport({ specifier, values, types }: ModuleImport): string {
  const isTypeOnly = values.length === 0;
  const all = [...values, ...types].find(({ name }) => name === everything);
  if (all !== undefined) {
    return `import ${isTypeOnly ? "type " : ""}* as ${all.local} from "${specifier}";`;
  }
  const names = [
    ...values.map(printImported),
    ...types.map((name) => (isTypeOnly ? "" : "type ") + printImported(name)),
  ];
  return `import ${isTypeOnly ? "type " : ""}{ ${names.join(", ")} } from "${specifier}";`;
}

function printImported({ name, local }: ImportedName): string {
  return name === local ? name : `${name} as ${local}`;
}

/** The specifier of a module in another one, without extension: `../runtime/values`. */
function relativePath(from: ModulePath, to: ModulePath): string {
  const folders = from.split("/").slice(0, -1);
  const segments = to.split("/");
  let shared = 0;
  const most = Math.min(folders.length, segments.length - 1);
  while (shared < most && folders[shared] === segments[shared]) shared += 1;
  const up = folders.length - shared;
  return [...(up === 0 ? ["."] : Array<string>(up).fill("..")), ...segments.slice(shared)].join(
    "/",
  );
}
