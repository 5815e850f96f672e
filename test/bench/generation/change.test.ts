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

const small = `components:
  schemas:
    Name:
      type: string
    Person:
      type: object
      properties:
        age:
          type: integer
`;

it("also finds the last schema of a document", () => {
  expect(
    Object.keys(schemasOf(withProperty(small, "Person", "added")).Person?.properties ?? {}),
  ).toEqual(["added", "age"]);
});

it.each(["Missing", "Name"])("says that %s is no schema with properties", (name) => {
  expect(() => withProperty(small, name, "added")).toThrow(`no schema ${name} `);
});

/** The component schemas of a document that has some. */
function schemasOf(text: string): Schemas {
  return (parse(text) as { readonly components: { readonly schemas: Schemas } }).components.schemas;
}

type Schemas = Readonly<
  Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>
>;
