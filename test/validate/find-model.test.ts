import { describe, expect, it } from "vitest";
import { findModel } from "../../generator/validate/find-model.js";
import { inputErrorOf } from "../diagnostics/input-error-of.js";
import { documentOf } from "../generate/package.js";
import { readDocument as readFile } from "../reconcile/read-document.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { readDocument } from "./read-document.js";

const schema = { type: "object", properties: { state: { enum: ["on", "off"] } } };
const document = readDocument(
  documentOf({ Batch: schema, "list of/batches": schema, Metadata: schema, Errors: schema }),
);

describe("a model", () => {
  it.each([
    ["Batch", "Batch"],
    ["BatchState", "BatchState"],
    ["ListOfBatches", "ListOfBatches"],
    ["list of/batches", "ListOfBatches"],
  ])("is found by the name %j", async (name, want) => {
    expect(findModel(name, (await document).models).name).toBe(want);
  });

  it("is found by the name of a component that is only a reference to another file", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "pets.json": JSON.stringify({ definitions: { Pet: schema } }) });
    const components = { "my-pet": { $ref: "pets.json#/definitions/Pet" } };
    const { models } = await readFile(cwd, documentOf(components));
    expect(findModel("my-pet", models).name).toBe("MyPet");
  });

  it.each([
    ["Bacth", "did you mean `Batch`? Similar names: `"],
    ["batch", "did you mean `Batch`? Similar names: `BatchState`"],
    ["Completely Different", "similar names: `"],
  ])("that is called %j is unknown, with the names that come closest", async (name, help) => {
    const { models } = await document;
    const { diagnostics } = await inputErrorOf(() => findModel(name, models));
    expect(diagnostics).toMatchObject([{ code: "unknown-model" }]);
    expect(diagnostics[0]?.message).toContain(JSON.stringify(name));
    expect(diagnostics[0]?.help).toContain(help);
    expect(diagnostics[0]?.help?.match(/`/g)?.length).toBeLessThanOrEqual(10);
  });
});
