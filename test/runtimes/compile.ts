import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compile } from "../consumer/compilers.js";
import { runNode, type Finished } from "../consumer/processes.js";
import { fetchPackage } from "./fetched.js";
import type { Outcome } from "./outcome.js";

/** A version of TypeScript, and how it compiles in a folder. */
interface Compiler {
  readonly name: string;
  readonly run: (folder: string, args: readonly string[]) => Promise<Finished>;
}

/** Ways to compile a program that uses the package. */
export interface Compilation {
  readonly name: string;
  readonly compiler: Compiler;
  readonly options: object;
}

const compilers: readonly Compiler[] = [
  { name: "TypeScript 5.4", run: compileWithOldest },
  ...["typescript", "typescript-6", "typescript-7"].map((workspace, index) => ({
    name: `TypeScript ${["5.9", "6", "7"][index] ?? ""}`,
    run: (folder: string, args: readonly string[]) => compile(workspace, folder, args),
  })),
];

const resolutions = [
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "node16", moduleResolution: "node16" },
  { module: "esnext", moduleResolution: "bundler" },
];

/** Every version with every way to find the package, with and without exact optional properties. */
export const compilations: readonly Compilation[] = compilers.flatMap((compiler) =>
  resolutions.flatMap((resolution) =>
    [true, false].map((exactOptionalPropertyTypes) => ({
      name: [
        compiler.name,
        resolution.moduleResolution,
        ...(exactOptionalPropertyTypes ? ["exact optional"] : []),
      ].join(", "),
      compiler,
      options: { ...resolution, exactOptionalPropertyTypes },
    })),
  ),
);

/** Compiles a program of a folder, with the declarations of the package and all that they need. */
export async function compileIn(
  { compiler, options }: Compilation,
  folder: string,
  file: string,
): Promise<Outcome> {
  const compilerOptions = {
    ...options,
    target: "es2022",
    lib: ["es2022"],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    noEmit: true,
  };
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: [file] }),
  );
  const { output: version } = await compiler.run(folder, ["--version"]);
  const { code, output } = await compiler.run(folder, ["--project", "tsconfig.json"]);
  return code === 0
    ? { kind: "passed", detail: version.trim() }
    : { kind: "failed", detail: `${version.trim()}: ${output.trim()}` };
}

async function compileWithOldest(folder: string, args: readonly string[]): Promise<Finished> {
  const program = join(await fetchPackage("typescript@5.4"), "typescript/bin/tsc");
  return runNode(folder, [program, ...args, "--pretty", "false"]);
}
