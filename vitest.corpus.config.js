// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** The tests that do less in `npm test` than they can. */
const exhaustive = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts") && !path.includes("node_modules"))
  .map((path) => `test/${path}`)
  .filter((path) => readFileSync(path, "utf8").includes("/support/random-runs.js"));

/**
 * The tests on whole documents of others, and those that hit a run at each of its calls or at
 * random, which take minutes: `npm run test:corpus`.
 */
export default defineConfig({
  test: {
    include: ["test/**/*.corpus.ts", ...exhaustive],
    env: { GUARDSMITH_EXHAUSTIVE: "1" },
    setupFiles: ["test/support/setup.ts"],
    globalSetup: ["test/write/child/bundle-writer.ts"],
    reporters: ["default", "./test/support/skipped-reporter.ts"],
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    pool: "forks",
    maxWorkers: availableParallelism(),
  },
});
