import { describe, expect, it } from "vitest";
import { shapes } from "../bench/growth/shapes.js";
import { runShapes } from "./run-shapes.js";

describe("documents of any size are generated", async () => {
  const generated = await runShapes(3_000, 984);

  it.each(shapes)("$name", ({ name }) => {
    const shape = generated.find((each) => each.name === name);
    expect(shape?.problems).toEqual([]);
    expect(shape?.modules).toBeGreaterThan(0);
    expect(shape?.guards).toBe(shape?.modules);
  });
});
