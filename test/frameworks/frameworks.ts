import type { Outcome } from "../runtimes/outcome.js";
import { runIn, runtimes, type Runtime } from "../runtimes/runtimes.js";
import { runInProject, type Project } from "./install.js";

/** A way to build and run code that has to take what Guardsmith generates. */
export interface Framework {
  readonly name: string;
  /** Its folder in `projects`. */
  readonly project: string;
  /** Whether it is among the few that run for every commit. */
  readonly isInCi: boolean;
  /** Builds and runs the project, in which everything is generated. */
  readonly run: (project: Project) => Promise<Outcome>;
}

/** Those with a project in `projects`; those of one project stand together. */
export const frameworks: readonly Framework[] = [
  row("Next.js, Turbopack", "next", script("turbopack", "next"), "ci"),
  row("Next.js, webpack", "next", script("webpack", "next"), "ci"),
  row("webpack, ts-loader", "webpack", script("test", "webpack")),
  row("Vite", "vite", script("test", "vite"), "ci"),
  row("Rollup", "rollup", script("test", "rollup")),
  row("esbuild", "esbuild", script("bundle", "esbuild")),
  row("esbuild, worker", "esbuild", script("worker", "esbuild")),
  row("ts-jest, ES modules", "ts-jest", script("esm", "ts-jest")),
  row("babel-jest, CommonJS", "babel-jest", script("commonjs", "babel-jest")),
  row("babel-jest, ES modules", "babel-jest", script("esm", "babel-jest")),
  row("Angular, compiled", "angular", script("test", "@angular/compiler-cli", ""), "ci"),
  row("Node.js 20, compiled", "node", compiledFor("Node.js 20")),
  row("Node.js 22, compiled", "node", compiledFor("Node.js 22")),
  row("Node.js 24, compiled", "node", compiledFor("Node.js 24")),
  row("Node.js 26, compiled", "node", compiledFor("Node.js 26")),
  row("Node.js 24, `.ts`", "sources", sourcesIn("Node.js 24"), "ci"),
  row("Node.js 26, `.ts`", "sources", sourcesIn("Node.js 26")),
  row("Bun, `.ts`", "sources", sourcesIn("Bun 1")),
  row("Deno, `.ts`", "sources", sourcesIn("Deno 2", ["--check"])),
];

function row(name: string, project: string, run: Framework["run"], when?: "ci"): Framework {
  return { name, project, run, isInCi: when === "ci" };
}

/**
 * Runs a script of the project.
 *
 * @param tool The package whose version is shown.
 * @param printed What the script prints when all is well; nothing in particular when it only compiles.
 */
function script(name: string, tool: string, printed = "OK: \\d+ checks"): Framework["run"] {
  return async ({ folder, versions }) => {
    const { code, output } = await runInProject(folder, "npm", ["run", "--silent", name]);
    return code === 0 && new RegExp(printed).test(output)
      ? { kind: "passed", detail: `${tool} ${versions[tool] ?? ""}` }
      : { kind: "failed", detail: `exit code ${code}: ${output.trim()}` };
  };
}

/** Compiles the project, and runs the result. */
function compiledFor(runtime: string): Framework["run"] {
  return async (project) => {
    const compiled = await script("build", "typescript", "")(project);
    return compiled.kind === "passed"
      ? runIn(runtimeCalled(runtime), project.folder, "dist/main.js")
      : compiled;
  };
}

/** Runs the sources of the project as they are. */
function sourcesIn(name: string, args: readonly string[] = []): Framework["run"] {
  return ({ folder }) => {
    const runtime = runtimeCalled(name);
    return runIn({ ...runtime, args: [...runtime.args, ...args] }, folder, "src/main.ts");
  };
}

function runtimeCalled(wanted: string): Runtime {
  const runtime = runtimes.find(({ name }) => name === wanted);
  if (runtime === undefined) throw new Error(`there is no runtime ${wanted}`);
  return runtime;
}
