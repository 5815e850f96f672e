import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { batchDocument } from "../documents.js";
import { withProperty } from "./change.js";

it("adds an optional property to the schema, and changes nothing else", async () => {
  const text = await readFile(batchDocument, "utf8");
  const before = schemasOf(text);
  const after = schemasOf(withProperty(text, "Batch", "added"));
  const { added, ...others } = after.Batch?.properties ?? {};
  expect(added).toEqual({ type: "string", description: "New." });
  expect({ ...after, Batch: { ...after.Batch, properties: others } }).toEqual(before);
});

it.each(["Missing", "Metadata"])("says that %s is no schema with properties", async (name) => {
  const text = await readFile(batchDocument, "utf8");
  expect(() => withProperty(text, name, "added")).toThrow(name);
});

/** The component schemas of a document that has some. */
function schemasOf(text: string): Schemas {
  return (parse(text) as { readonly components: { readonly schemas: Schemas } }).components.schemas;
}

type Schemas = Readonly<
  Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>
>;
