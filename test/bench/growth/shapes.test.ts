import { expect, it } from "vitest";
import { generate } from "../../../generator/index.js";
import { documentOf } from "../../generate/package.js";
import { shapes } from "./shapes.js";

it.each(shapes)("$name is a document that nothing is wrong with", async ({ schemas }) => {
  const { files, diagnostics } = await generate({
    spec: { text: documentOf(schemas(120)) },
    config: { outputs: ["models", "guards", "json-schema"] },
  });
  expect(diagnostics).toEqual([]);
  expect(files.length).toBeGreaterThan(3);
});
