import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "../consumer/compilers.js";
import type { GeneratedPackage } from "../generate/package.js";

/** Every strict setting, for the oldest library. */
const settings = {
  target: "es2020",
  lib: ["es2020"],
  module: "esnext",
  moduleResolution: "bundler",
  strict: true,
  isolatedDeclarations: true,
  declaration: true,
  noEmit: true,
  types: [],
  skipLibCheck: false,
  skipDefaultLibCheck: true,
};

/**
 * Compiles the models of a package as one file, which takes a fraction of the time that thousands of
 * files take. So no model may be named like a type that every program has.
 *
 * @param compiler A version of TypeScript, as in `test/compilers`.
 * @param exactness The settings of `exactOptionalPropertyTypes`.
 * @returns What the compiler finds, each with the declaration that it is in.
 */
export async function compileModels(
  { texts }: GeneratedPackage,
  compiler: string,
  exactness: readonly boolean[] = [true, false],
): Promise<readonly string[]> {
  const modules = Object.entries(texts).filter(([path]) => /^models\/.*(?<!\.js)$/.test(path));
  const isDeclared = modules.some(([path]) => path.endsWith(".d.ts"));
  const lines = modules.flatMap(([, text]) => text.replaceAll(/^import [^;]*;$/gm, "").split("\n"));
  const folder = await mkdtemp(join(tmpdir(), "guardsmith-combinations-"));
  try {
    const file = isDeclared ? "models.d.ts" : "models.ts";
    await writeFile(join(folder, file), lines.join("\n"));
    const found: string[] = [];
    for (const exactOptionalPropertyTypes of exactness) {
      const compilerOptions = { ...settings, exactOptionalPropertyTypes };
      const config = JSON.stringify({ compilerOptions, files: [file] });
      await writeFile(join(folder, "tsconfig.json"), config);
      const { code, output } = await compile(compiler, folder, ["--project", "."]);
      const errors = output.split("\n").filter((line) => line.includes("error TS"));
      for (const error of errors) {
        const at = Number(/\((\d+),/.exec(error)?.[1] ?? 0);
        const name = lines.slice(0, at).findLast((text) => text.startsWith("export "));
        found.push(`${name ?? ""} ${error}`);
      }
      if (code !== 0 && errors.length === 0) found.push(output);
    }
    return found;
  } finally {
    await rm(folder, { recursive: true });
  }
}
