import { join } from "node:path";
import { expect, it } from "vitest";
import { runCommand } from "../support/run-command.js";
import { put, snapshot, temporaryFolder } from "../write/temporary-folder.js";

const spec = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
x-Loose: { type: object, properties: { part: { type: string } } }
paths:
  /pets:
    get:
      responses:
        "200": { content: { application/json: { schema: { $ref: schemas/Pet.yaml } } } }
        "404": { $ref: ../shared/responses.yaml#/NotFound }
components:
  schemas:
    Pet: { $ref: schemas/Pet.yaml }
    Cat: { $ref: schemas/animals/Cat.yaml, description: More than a reference. }
    XLoose: { type: integer, enum: [1, 2] }
    Owner:
      type: object
      unevaluatedProperties: false
      properties:
        pet: { $ref: "#/components/schemas/Pet" }
        cat: { $ref: schemas/animals/Cat.yaml }
        address: { $ref: ../shared/address.yaml }
        loose: { $ref: "#/x-Loose" }
        tree: { $ref: schemas/tree.yaml }
`;

const config = `spec: spec.yaml
references: { root: .. }
names: { "schemas/tree.yaml#/properties/kind": TreeKind, "../shared/address.yaml#": PostalAddress }
policies: { models: { Pet: { optional: nullable } }, response: { enums: open } }
`;

/** A document in a folder, beside another folder that it refers to. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  return {
    [`${folder}/spec.yaml`]: spec,
    [`${folder}/guardsmith.config.yaml`]: config,
    [`${folder}/schemas/Pet.yaml`]: `type: object
required: [kind]
properties: { kind: { enum: [cat, dog] }, id: { type: string, readOnly: true }, cat: { $ref: animals/Cat.yaml } }
`,
    [`${folder}/schemas/animals/Cat.yaml`]:
      "type: object\nproperties: { lives: { type: integer } }\n",
    [`${folder}/schemas/tree.yaml`]: `$dynamicAnchor: node
type: object
properties: { kind: { enum: [a, b] }, child: { $dynamicRef: "#node" } }
`,
    "shared/address.yaml": "type: object\nproperties: { city: { type: string, minLength: 1 } }\n",
    "shared/responses.yaml": `NotFound:
  content: { application/json: { schema: { type: object, properties: { why: { type: string } } } } }
`,
  };
}

/** What is generated, and printed, where the document is in a folder of this name. */
async function generatedIn(
  around: string,
  name: string,
): Promise<{ readonly stderr: string; readonly files: Readonly<Record<string, string>> }> {
  const root = join(await temporaryFolder(), around);
  await put(root, filesIn(name));
  const cwd = join(root, name);
  const { code, stderr } = await runCommand(["generate"], { cwd });
  expect(code, stderr).toBe(0);
  return { stderr, files: await snapshot(join(cwd, "generated")) };
}

it("makes the same bytes wherever the document lies", { timeout: 60_000 }, async () => {
  const left = await generatedIn("", "api");
  const right = await generatedIn("some/deeper", "Folder Name");
  expect(right).toEqual(left);
  expect(Object.keys(left.files)).toEqual(
    expect.arrayContaining([
      ".guardsmith-files",
      "README.md",
      "src/guards/pet.ts",
      "src/json-schema/postal-address.ts",
      "src/models/animals-cat.ts",
      "src/openapi-fetch.ts",
      "src/openapi.ts",
    ]),
  );
});
