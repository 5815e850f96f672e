import { posix } from "node:path";
import ts from "typescript";
import { projectOptions } from "../support/project-options.js";

/** Where the files of a package stand while they are compiled: nowhere on the disk. */
const folder = "/package";

/** Every strict setting, for the oldest language and library, without Node.js and DOM. */
const strict: ts.CompilerOptions = {
  ...projectOptions(),
  target: ts.ScriptTarget.ES2017,
  lib: ["lib.es2020.d.ts"],
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  isolatedDeclarations: true,
  declaration: true,
  types: [],
  noEmit: true,
  // The library itself is not under test; the package is checked in full.
  skipDefaultLibCheck: true,
  skipLibCheck: false,
};

const libraries = new Map<string, ts.SourceFile | undefined>();

/**
 * Compiles the TypeScript files of a package, in memory.
 *
 * @param texts - The files by their paths; others than `.ts` only have to exist.
 * @param settings - What is not as strict as can be.
 * @returns What the compiler finds, as `src/index.ts:3:1 TS2304: …`.
 */
export function compileErrors(
  texts: Readonly<Record<string, string>>,
  settings: ts.CompilerOptions = {},
): readonly string[] {
  const program = programOf(texts, { ...strict, ...settings });
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const { file, start = 0, code, messageText } = diagnostic;
    const message = `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    if (file === undefined) return message;
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    return `${posix.relative(folder, file.fileName)}:${line + 1}:${character + 1} ${message}`;
  });
}

/** The program of the TypeScript files of a package. */
function programOf(
  texts: Readonly<Record<string, string>>,
  options: ts.CompilerOptions,
): ts.Program {
  const sources = new Map(
    Object.entries({ "package.json": '{ "type": "module" }', ...texts }).map(([path, text]) => [
      posix.join(folder, path),
      text,
    ]),
  );
  const real = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...real,
    fileExists: (path) => sources.has(path),
    readFile: (path) => sources.get(path),
    directoryExists: (path) => [...sources.keys()].some((source) => source.startsWith(`${path}/`)),
    getDirectories: () => [],
    getCurrentDirectory: () => folder,
    getSourceFile: (path, languageVersion) => {
      const text = sources.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, languageVersion, true);
      if (!libraries.has(path)) libraries.set(path, real.getSourceFile(path, languageVersion));
      return libraries.get(path);
    },
  };
  const roots = [...sources.keys()].filter((path) => path.endsWith(".ts"));
  return ts.createProgram({ rootNames: roots, options, host });
}
