// @ts-check
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/**
 * The tests on whole documents of others, and those that hit a run at each of its calls, which take
 * minutes: `npm run test:corpus`.
 */
export default defineConfig({
  test: {
    include: [
      "test/**/*.corpus.ts",
      "test/diagnostics/find-node.test.ts",
      "test/load/usual-yaml.test.ts",
      "test/write/killed.process.test.ts",
    ],
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
