import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Config } from "../../generator/config/config.js";
import type { Json } from "../../generator/core/json.js";
import { generate, type GenerateResult } from "../../generator/index.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { compileRows } from "./compile-rows.js";
import { documentOf } from "./package.js";

const text = { type: "string" };
const pet = { type: "object", properties: { kind: text } };
const inFile = { $ref: "schemas/Pet.json" };
const inDocument = { $ref: "#/components/schemas/Pet" };

interface Project {
  /** The component schemas of the document. */
  readonly schemas: Readonly<Record<string, Json>>;
  /** The other files, by their paths. */
  readonly files?: Readonly<Record<string, Json>>;
  readonly paths?: Json;
  readonly config?: Partial<Config>;
}

interface Generated extends GenerateResult {
  readonly texts: Readonly<Record<string, string>>;
}

async function generateProject({ schemas, files, paths, config }: Project): Promise<Generated> {
  const cwd = join(await temporaryFolder(), "FolderName");
  const document = { ...(JSON.parse(documentOf(schemas)) as object), ...(paths && { paths }) };
  const all = Object.entries({ "schemas/Pet.json": pet, ...files, "spec.json": document });
  await put(cwd, Object.fromEntries(all.map(([path, value]) => [path, JSON.stringify(value)])));
  const result = await generate({ spec: "spec.json", cwd, config: { format: "none", ...config } });
  const texts = Object.fromEntries(result.files.map(({ path, text }) => [path, text]));
  return { ...result, texts };
}

function namesOf({ models }: Generated): readonly string[] {
  return models.map(({ name }) => name);
}

describe("a component that is only a reference to a schema which is not a component", () => {
  const rows: readonly [what: string, project: Project, names: readonly string[]][] = [
    [
      "is the model of that",
      { schemas: { Pet: inFile, Owner: { type: "object", properties: { pet: inFile } } } },
      ["Pet", "Owner"],
    ],
    [
      "is, whatever is referred to",
      {
        schemas: {
          Owner: { type: "object", properties: { a: inFile, b: inDocument } },
          Pet: inFile,
        },
      },
      ["Owner", "Pet"],
    ],
    [
      "is, whatever the file is called",
      {
        schemas: { Animal: { $ref: "schemas/all.json#/definitions/Beast" } },
        files: { "schemas/all.json": { definitions: { Beast: pet } } },
      },
      ["Animal"],
    ],
    [
      "is, where the file leads back to it",
      {
        schemas: { Pet: inFile },
        files: {
          "schemas/Pet.json": {
            type: "object",
            properties: { next: { $ref: "../spec.json#/components/schemas/Pet" } },
          },
        },
      },
      ["Pet"],
    ],
    [
      "is, where only some are generated",
      {
        schemas: { Pet: inFile, Owner: { type: "object", properties: { pet: inDocument } } },
        config: { roots: ["Owner"] },
      },
      ["Pet", "Owner"],
    ],
    [
      "names what is written inside",
      {
        schemas: { Animal: inFile },
        files: {
          "schemas/Pet.json": { type: "object", properties: { kind: { enum: ["cat", "dog"] } } },
        },
      },
      ["Animal", "AnimalKind"],
    ],
    [
      "is the first of several; the others stay names for it",
      { schemas: { First: inFile, Pet: inFile } },
      ["First", "Pet"],
    ],
    [
      "may lead to a file that only refers to another one",
      {
        schemas: { A: { $ref: "schemas/a.json" }, B: { $ref: "schemas/Pet.json" } },
        files: { "schemas/a.json": { $ref: "Pet.json" } },
      },
      ["A", "B"],
    ],
    [
      "is, at the end of a chain",
      {
        schemas: {
          A: { $ref: "schemas/a.json" },
          Owner: { type: "object", properties: { pet: inFile } },
        },
        files: { "schemas/a.json": { $ref: "Pet.json" } },
      },
      ["A", "Owner"],
    ],
    [
      "is, within the document",
      {
        schemas: {
          Owner: { type: "object", properties: { pet } },
          Pet: { $ref: "#/components/schemas/Owner/properties/pet" },
        },
      },
      ["Owner", "Pet"],
    ],
    [
      "has forms for requests and responses",
      {
        schemas: {
          Pet: inFile,
          Owner: { type: "object", properties: { a: inFile, b: inDocument } },
        },
        files: {
          "schemas/Pet.json": { type: "object", properties: { id: { ...text, readOnly: true } } },
        },
      },
      ["Pet", "PetRequest", "Owner", "OwnerRequest"],
    ],
    [
      "is named by the config as a component",
      { schemas: { Pet: inFile }, config: { names: { "#/components/schemas/Pet": "Animal" } } },
      ["Animal"],
    ],
    [
      "is named by the config as a file",
      { schemas: { Pet: inFile }, config: { names: { "schemas/Pet.json#": "Animal" } } },
      ["Animal"],
    ],
  ];

  it.each(rows)("%s", async (_what, project, names) => {
    const generated = await generateProject(project);
    expect(generated.diagnostics).toEqual([]);
    expect(namesOf(generated)).toEqual(names);
    for (const text of Object.values(generated.texts)) expect(text).not.toMatch(/FolderName/i);
  });

  it("compiles in each of these projects", async () => {
    const packages: Record<string, Readonly<Record<string, string>>> = {};
    for (const [what, project] of rows) packages[what] = (await generateProject(project)).texts;
    expect(compileRows(packages)).toEqual([]);
  });

  it("is one type, one guard and one schema", async () => {
    const { texts } = await generateProject({
      schemas: {
        Pet: inFile,
        Owner: {
          type: "object",
          properties: { pet: inFile, either: { anyOf: [inFile, inDocument] } },
          allOf: [inFile, inDocument],
          unevaluatedProperties: false,
        },
      },
    });
    const bodies = ["models", "guards", "json-schema"].map(
      (folder) => texts[`src/${folder}/owner.ts`],
    );
    const [types, guards, schemas] = bodies.map((body) => body?.replace(/\s+/g, " "));
    expect(types).toContain("extends Pet {");
    expect(types).toContain("either?: Pet;");
    expect(guards?.match(/function evaluates\d*\(/g)).toHaveLength(1);
    expect(schemas).toContain('allOf: [{ $ref: "#/$defs/Pet" }, { $ref: "#/$defs/Pet" }]');
    expect(schemas).toContain("() => [PetJsonSchema]");
    expect(texts["src/models/pet.ts"]).toContain("export interface Pet {");
  });

  it("is a type under its own name where another one names the schema", async () => {
    const { texts } = await generateProject({ schemas: { First: inFile, Pet: inFile } });
    expect(texts["src/models/pet.ts"]).toContain("export type Pet = First;");
  });

  it("is an alias where it refers to another component", async () => {
    const generated = await generateProject({ schemas: { Animal: inDocument, Pet: pet } });
    expect(namesOf(generated)).toEqual(["Animal", "Pet"]);
    expect(generated.texts["src/models/animal.ts"]).toContain("export type Animal = Pet;");
  });

  it("has a name of its own where it says more, and the schema another one", async () => {
    const schemas = { Pet: { ...inFile, description: "A pet." }, Owner: { items: inFile } };
    const generated = await generateProject({ schemas });
    expect(namesOf(generated)).toEqual(["Pet", "Owner", "Pet2"]);
    expect(generated.diagnostics.map(({ message }) => message)).toEqual([
      "the schema schemas/Pet.json# is named Pet2, because Pet is the name of the component Pet",
    ]);
  });

  it("stays a component for openapi-fetch, whatever its name", async () => {
    const { texts } = await generateProject({
      schemas: {
        "my-pet": inFile,
        MyPet: { type: "array", items: text },
        Owner: { type: "object", properties: { pet: inFile } },
      },
    });
    const types = texts["src/openapi.ts"]?.replace(/\s+/g, " ");
    expect(types).toContain('"my-pet": import("./models/my-pet2.js").MyPet2;');
    expect(types).toContain('MyPet: import("./models/my-pet.js").MyPet;');
  });

  it("is what responses are checked against", async () => {
    const content = (schema: Json): Json => ({ content: { "application/json": { schema } } });
    const responses = { 200: content(inDocument), 400: content(inFile) };
    const { texts, models } = await generateProject({
      schemas: { Pet: inFile },
      paths: { "/pets": { get: { responses } } },
    });
    expect(models.map(({ name }) => name)).toEqual(["Pet"]);
    expect(texts["src/openapi-fetch.ts"]?.match(/: PetSchema }/g)).toHaveLength(2);
  });

  it("has its policies hold in the file", async () => {
    const { texts } = await generateProject({
      schemas: { Pet: inFile, Owner: { type: "object", properties: { name: text } } },
      config: { policies: { models: { Pet: { optional: "nullable" } } } },
    });
    expect(texts["src/models/pet.ts"]).toContain("kind?: string | null;");
    expect(texts["src/models/owner.ts"]).toContain("name?: string;");
  });
});
