// @ts-check
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Examples import the package by its name, whether it was built or not.
  resolve: {
    alias: [
      {
        find: /^openai-batch-types$/,
        replacement: fileURLToPath(new URL("generated/src/index.ts", import.meta.url)),
      },
      {
        find: /^openai-batch-types\/(.+)$/,
        replacement: fileURLToPath(new URL("generated/src/$1.ts", import.meta.url)),
      },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    // Tests that compile, pack or install real packages take as long as those tools take.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
