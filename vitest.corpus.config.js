// @ts-check
import { defineConfig } from "vitest/config";

/** The tests on whole documents of others, which take minutes: `npm run test:corpus`. */
export default defineConfig({
  test: {
    include: ["test/**/*.corpus.ts"],
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    // One after the other: each compiles thousands of modules.
    fileParallelism: false,
  },
});
