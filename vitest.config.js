// @ts-check
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // The names of the packages lead to their sources, as they do for the compiler.
  resolve: { tsconfigPaths: true },
  test: {
    include: ["test/**/*.test.ts"],
    // What is remembered of output folders is not put among what the user's own runs remember.
    env: { XDG_CACHE_HOME: resolve("node_modules/.cache/guardsmith-tests") },
    // Tests that compile, pack or install real packages take as long as those tools take.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
