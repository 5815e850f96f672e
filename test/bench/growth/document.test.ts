import { expect, it } from "vitest";
import { generate } from "../../../generator/index.js";
import { makeDocument } from "./document.js";

it.each([
  [0, 1],
  [10, 10],
  [40, 40],
])("of %d schemas is a document that nothing is wrong with", async (count, modules) => {
  const { files, diagnostics } = await generate({
    spec: { text: makeDocument(count), name: "growth.yaml" },
    config: { outputs: ["models", "guards"] },
  });
  expect(diagnostics).toEqual([]);
  expect(files.filter(({ path }) => path.startsWith("models/"))).toHaveLength(modules);
});

it("has unions whose options a property tells apart", async () => {
  const { files } = await generate({
    spec: { text: makeDocument(20), name: "growth.yaml" },
    config: { outputs: ["models", "guards"] },
  });
  const guard = files.find(({ path }) => path === "guards/event1.ts");
  expect(guard?.text).toContain("switch (");
});
