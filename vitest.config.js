// @ts-check
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** What tests of a kind have in their names: `x.process.test.ts`; those of no kind are units. */
const kinds = ["package", "process"];

/** @param {string} name */
const ofKind = (name) => `test/**/*.${name}.test.ts`;

/** What tests read without importing it; a change of it runs all tests again. */
const read = [
  "{*,.*}",
  "{.ci,docs,examples,generated,spec,scripts}/**",
  "generator/runtime/**",
  "test/**/!(*.ts)",
  // What tests compile, compare with, or run in processes.
  "test/{consumer/project,fixtures,snapshots/*,write/child}/**",
  "test/{browser/without-node,generate/generate-shapes,readme/environment}.ts",
  "test/{runtime/count-lines,support/bundle-command,validate/peak-memory}.ts",
];

/**
 * Has tests of processes follow what these run: a bundle of the sources, which no test imports.
 *
 * @type {import("vite").Plugin}
 */
const followSources = {
  name: "follow-sources",
  transform: (code, id) =>
    id.endsWith(".process.test.ts")
      ? { code: `${code}\n() => import("/generator/cli/main.ts");`, map: null }
      : undefined,
};

export default defineConfig({
  // The names of the packages lead to their sources, as they do for the compiler.
  resolve: { tsconfigPaths: true },
  test: {
    // What is remembered of output folders is not put among what the user's own runs remember.
    env: { XDG_CACHE_HOME: resolve("node_modules/.cache/guardsmith-tests") },
    reporters: ["default", "./test/support/skipped-reporter.ts"],
    // Tests that compile, pack or install real packages take as long as those tools take.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Commands run in the folder of a test, which is that of the whole process.
    pool: "forks",
    maxWorkers: availableParallelism(),
    // Each module is loaded once for all the files of a worker.
    isolate: false,
    setupFiles: ["test/support/setup.ts"],
    forceRerunTriggers: read.map((pattern) => resolve(pattern)),
    projects: [
      // One after the other: a worker serves one project, and ends where the next file is of another.
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: kinds.map(ofKind),
          sequence: { groupOrder: 0 },
          setupFiles: ["test/support/no-processes.ts"],
        },
      },
      {
        extends: true,
        test: { name: "package", include: [ofKind("package")], sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        plugins: [followSources],
        test: {
          name: "process",
          include: [ofKind("process")],
          sequence: { groupOrder: 2 },
          globalSetup: ["test/support/bundle-command.ts", "test/write/child/bundle-writer.ts"],
        },
      },
    ],
  },
});
