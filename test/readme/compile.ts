import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { projectOptions } from "../support/project-options.js";
import { inPlace, type Block } from "./blocks.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the blocks take for granted: `environment.ts` brings it when they run. */
const environment = `
  declare global {
    const headers: Record<string, string>;
  }
  export {};
`;

/** What the sources say of packages without types: no import leads there. */
const declarations = [
  "generator/core/helper-validator-identifier.d.ts",
  "generator/text/js-yaml.d.ts",
].map((path) => join(root, path));

/** The settings of the project, but for those that make an example longer than it has to be. */
const options: ts.CompilerOptions = {
  ...projectOptions(),
  declaration: false,
  isolatedDeclarations: false,
  noUnusedLocals: false,
};

/**
 * Compiles blocks, each as a module at the root of the project, as strictly as the project itself.
 *
 * @returns What the compiler finds, as `README.md:24:5 TS2304: …`.
 */
export function compileErrors(blocks: readonly Block[]): readonly string[] {
  const files = new Map(blocks.map((block) => [pathOf(block), block]));
  const texts = new Map([...files].map(([path, block]) => [path, inPlace(block)]));
  texts.set(join(root, "environment.ts"), environment);
  const real = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...real,
    fileExists: (path) => texts.has(path) || real.fileExists(path),
    getSourceFile: (path, languageVersion) => {
      const text = texts.get(path);
      if (text === undefined) return real.getSourceFile(path, languageVersion);
      return ts.createSourceFile(path, text, languageVersion, true);
    },
  };
  const program = ts.createProgram({
    rootNames: [...texts.keys(), ...declarations],
    options,
    host,
  });
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const { file, start = 0, code, messageText } = diagnostic;
    const message = `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    if (file === undefined) return message;
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    const name = files.get(file.fileName)?.file ?? file.fileName;
    return `${name}:${line + 1}:${character + 1} ${message}`;
  });
}

/** Where a block would be if it were a module of the project. */
function pathOf({ file, line }: Block): string {
  return join(root, `${file}.${line}.ts`);
}
