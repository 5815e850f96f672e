import ts from "typescript";

/** The settings of `tsconfig.build.json` that affect the output. */
const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  strict: true,
};

/**
 * Compiles modules of the runtime one by one, with the same result as the build. This is needed if
 * Guardsmith runs from its sources.
 *
 * @param sources Their TypeScript text, by file name.
 * @returns The JavaScript and the declarations, by file name.
 */
export function compileRuntime(sources: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...sources].flatMap(([fileName, text]) => {
      const base = fileName.replace(/\.ts$/, "");
      const options = { fileName, compilerOptions };
      return [
        [`${base}.js`, ts.transpileModule(text, options).outputText],
        [`${base}.d.ts`, ts.transpileDeclaration(text, options).outputText],
      ];
    }),
  );
}
