import { describe, expect, it } from "vitest";
import { shapes } from "../bench/growth/shapes.js";
import { runShapes } from "./run-shapes.js";

// So many links would not fit on the stack if a function called itself for each: half a kilobyte for
// each, beside what the depth of a file takes. `shapes.corpus.ts` has more links, and the usual stack.
describe("documents are generated with more links than the stack has room for", async () => {
  const generated = await runShapes(400, 450);

  it.each(shapes)("$name", ({ name }) => {
    const shape = generated.find((each) => each.name === name);
    expect(shape?.problems).toEqual([]);
    expect(shape?.modules).toBeGreaterThan(0);
    expect(shape?.guards).toBe(shape?.modules);
  });
});
