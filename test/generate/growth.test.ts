import { expect, test } from "vitest";
import { generateSchemas } from "./package.js";

/** Options inside options, each with a part that only `unevaluatedProperties` looks after. */
function nested(depth: number): object {
  const innermost: object = { type: "object", patternProperties: { z: { type: "string" } } };
  return Array.from({ length: depth }).reduce<object>(
    (inner, _, level) => ({
      anyOf: [inner, { required: [`r${level}`] }],
      patternProperties: { [`^p${level}`]: { type: "number" } },
      unevaluatedProperties: false,
    }),
    innermost,
  );
}

async function sizeOf(depth: number): Promise<number> {
  const { texts } = await generateSchemas({ N: nested(depth) }, { outputs: ["models", "guards"] });
  // Each level is indented further.
  return (texts["guards/n.ts"] ?? "").replace(/^ +/gm, "").length;
}

test("options that are nested twice as deep take about twice the code", async () => {
  const [shallow, deep] = [await sizeOf(8), await sizeOf(16)];
  expect(shallow).toBeGreaterThan(1000);
  expect(deep / shallow).toBeLessThan(3);
});
