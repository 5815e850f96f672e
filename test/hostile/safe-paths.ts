import { expect } from "vitest";

/**
 * Expects that files can be beside each other on every disk: below the output folder, in ASCII,
 * under names that Windows takes, which differ by more than the case of their letters.
 */
export function expectSafePaths(paths: readonly string[]): void {
  for (const part of paths.flatMap((path) => path.split("/"))) {
    expect(part).toMatch(/^\.?[A-Za-z0-9][A-Za-z0-9-]*(?:\.[a-z]+)*$/);
    expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
    // Most file systems take 255 bytes; the compiler adds `.d.ts.map`.
    expect(part.length).toBeLessThanOrEqual(200);
  }
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
}
