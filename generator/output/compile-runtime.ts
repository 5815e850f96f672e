import ts from "typescript";

/** The settings of `tsconfig.build.json` that shape what is written. */
const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  strict: true,
};

/**
 * Compiles modules of the runtime one by one, to what the build makes of them: it is needed where
 * Guardsmith runs from its sources.
 *
 * @param sources Their text as TypeScript, by file name.
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
