// @ts-check
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Tests that compile, pack or install real packages take as long as those tools take.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
