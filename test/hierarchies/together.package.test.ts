import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../generator/core/json.js";
import { generate } from "../../generator/index.js";
import { compile } from "../oracle/compile.js";
import { documentOf } from "../oracle/keywords/document.js";
import { typeOf } from "../policy/policed.js";
import { reconcilable } from "../reconcile/reconciled.js";
import { inMemory, loadPackage } from "../support/load-package.js";

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

const kind = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };

/** A base that lists two schemas, which extend it. */
const pets: JsonObject = {
  Pet: { ...kind, oneOf: [ref("Cat"), ref("Dog")] },
  Cat: {
    allOf: [
      ref("Pet"),
      {
        type: "object",
        properties: { kind: { const: "cat" }, id: { type: "string", readOnly: true } },
        required: ["id"],
      },
    ],
  },
  Dog: {
    allOf: [
      ref("Pet"),
      { type: "object", properties: { kind: { const: "dog" }, age: { type: "integer" } } },
    ],
  },
};

describe("a base that lists what extends it", () => {
  test("has forms of directions where these leave out properties", async () => {
    const loaded = await loadPackage(inMemory(documentOf("3.1.0", Object.entries(pets))));
    expect(loaded.models.map(({ name }) => name)).toEqual([
      "Pet",
      "PetRequest",
      "PetBase",
      "Cat",
      "CatRequest",
      "Dog",
    ]);
    expect(typeOf(loaded, "PetRequest")).toBe("CatRequest | Dog");
    expect(loaded.guards("PetRequest").is({ kind: "cat" })).toBe(true);
    expect(loaded.guards("Pet").is({ kind: "cat" })).toBe(false);
    expect(compile(loaded.folder)).toEqual([]);
  });

  test("is also read by other policies", async () => {
    const policies = {
      optional: "nullable",
      additionalProperties: "forbid",
      polymorphism: "asWritten",
    } as const;
    const loaded = await loadPackage({
      ...inMemory(documentOf("3.1.0", Object.entries(pets))),
      config: { policies },
    });
    const { is } = loaded.guards("Pet");
    const values: readonly (readonly [Json, boolean])[] = [
      [{ kind: "dog", age: null }, true],
      [{ kind: "dog", age: null, more: 1 }, false],
      [{ kind: "cat", id: null }, false],
    ];
    expect(values.map(([value]) => is(value))).toEqual(values.map(([, isValid]) => isValid));
    expect(compile(loaded.folder)).toEqual([]);
  });

  test("is reconciled with samples", async () => {
    const document = await reconcilable(pets);
    const samples = [["Pet", { kind: "dog", age: 1.5 }]] as const;
    const result = document.run(samples);
    expect(result.changes.length).toBe(1);
    const after = document.after(result).run(samples);
    expect([result.accepted, after.accepted, after.left]).toEqual([0, 1, []]);
  });

  test("may have children in other files", async () => {
    const files: Readonly<Record<string, string>> = {
      "file:///pets/cat.yaml": `allOf: [{ $ref: "api.yaml#/components/schemas/Pet" }, { properties: { meow: { type: string } } }]`,
    };
    const text = `openapi: 3.1.0
info: { title: t, version: "1" }
paths: {}
components:
  schemas:
    Pet: { type: object, required: [kind], properties: { kind: { type: string } }, oneOf: [{ $ref: cat.yaml }] }`;
    const { models, diagnostics } = await generate({
      spec: { text, uri: "file:///pets/api.yaml" },
      retrieve: (uri) => Promise.resolve(files[uri]),
      config: { outputs: ["models"] },
    });
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["listed-extension", expect.stringContaining("Pet → oneOf/0 → cat → allOf/0 → Pet")],
    ]);
    expect(models.map(({ name }) => name)).toEqual(["Pet", "PetBase", "Cat"]);
  });

  test("may be a component that only refers to another file, and have forms of directions", async () => {
    const files: Readonly<Record<string, string>> = {
      "file:///pets/pets.yaml": `
Pet: { type: object, required: [kind], properties: { kind: { type: string }, id: { $ref: "#/Id" } }, oneOf: [{ $ref: "#/Cat" }, { $ref: "#/Dog" }] }
Id: { type: string, readOnly: true }
Cat: { allOf: [{ $ref: "#/Pet" }, { properties: { kind: { const: cat } } }] }
Dog: { allOf: [{ $ref: "api.yaml#/components/schemas/Pet" }, { properties: { kind: { const: dog } } }] }`,
    };
    const text = `openapi: 3.1.0
info: { title: t, version: "1" }
paths: {}
components:
  schemas:
    Pet: { $ref: "pets.yaml#/Pet" }`;
    const result = await generate({
      spec: { text, uri: "file:///pets/api.yaml" },
      retrieve: (uri) => Promise.resolve(files[uri]),
      config: { outputs: ["models", "guards", "openapi"] },
    });
    const types = ["PetRequest", "PetBaseRequest", "CatRequest", "DogRequest"];
    expect(types.map((name) => typeOf(result, name))).toEqual([
      "CatRequest | DogRequest",
      "{ kind: string; }",
      'extends PetBaseRequest { kind: "cat"; }',
      'extends PetBaseRequest { kind: "dog"; }',
    ]);
  });
});
