import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { put, temporaryFolder } from "../write/temporary-folder.js";

/** What a package exports. */
export type Exports = Readonly<Record<string, unknown>>;

/**
 * Runs a package: writes it into a temporary folder as JavaScript, and imports it.
 *
 * @param texts - The files of the package, by their paths.
 * @returns What its `index.ts` exports.
 */
export async function loadPackage(texts: Readonly<Record<string, string>>): Promise<Exports> {
  const modules = Object.entries(texts).filter(([path]) => path.endsWith(".ts"));
  const folder = await temporaryFolder();
  await put(folder, {
    "package.json": '{ "type": "module" }',
    // Node.js loads a module of this name itself, and all that it imports; Vitest keeps out.
    "entry.mjs": 'export * from "./src/index.js";\n',
    ...Object.fromEntries(
      modules.map(([path, text]) => [path.replace(/\.ts$/, ".js"), javaScriptOf(text)]),
    ),
  });
  // A namespace object holds nothing but what the module exports.
  return (await import(pathToFileURL(join(folder, "entry.mjs")).href)) as Exports;
}

function javaScriptOf(text: string): string {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    },
  });
  return outputText;
}

/** A function of a package that takes a value. */
export function functionOf(exports: Exports, name: string): (value: unknown) => unknown {
  const found = exports[name];
  if (typeof found !== "function") throw new Error(`the package exports no function ${name}`);
  // A function takes any arguments; what it returns is unknown until it is looked at.
  return found as (value: unknown) => unknown;
}
