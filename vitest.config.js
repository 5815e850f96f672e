// @ts-check
import { defineConfig } from "vitest/config";

export default defineConfig({
  // The names of the packages lead to their sources, as they do for the compiler.
  resolve: { tsconfigPaths: true },
  test: {
    include: ["test/**/*.test.ts"],
    // Tests that compile, pack or install real packages take as long as those tools take.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
