import { afterEach, describe, expect, it, vi } from "vitest";
import { loadOxfmt } from "../../generator/output/format/oxfmt.js";

const variable = "MIMALLOC_ARENA_EAGER_COMMIT";

describe("the allocator of oxfmt", () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ["takes memory as it needs it", undefined, "0"],
    ["does what the user has chosen", "1", "1"],
  ])("%s, and the environment stays as it was", async (_does, chosen, seen) => {
    vi.stubEnv(variable, chosen);
    let loaded: string | undefined;
    await loadOxfmt(() =>
      Promise.resolve({
        format: (_name, code) => {
          loaded = process.env[variable];
          return Promise.resolve({ code, errors: [] });
        },
      }),
    );
    expect(loaded).toBe(seen);
    expect(process.env[variable]).toBe(chosen);
  });
});
