import type { Json } from "../../generator/core/json.js";
import { describe, expect, it } from "vitest";
import { generate } from "../../generator/index.js";
import type { Policies } from "../../generator/config/policies.js";
import { documentOf } from "../oracle/keywords/document.js";
import { loadPoliced } from "./policed.js";

const text = { type: "string" };
const inner = { type: "object", properties: { a: text } };
const schemas: Readonly<Record<string, Json>> = {
  Pet: { type: "object", properties: { a: text, inner } },
  "x y": { type: "object", properties: { a: text } },
};
const pointer = "#/components/schemas/Pet";
const innerPointer = `${pointer}/properties/inner`;

/** A `null` for each property, by the places that policies can be for. */
const outer = { a: null };
const nested = { inner: { a: null } };

describe("of several policies", () => {
  it.each<[policies: Policies, outer: boolean, nested: boolean]>([
    [{}, false, false],
    [{ optional: "nullable" }, true, true],
    [{ models: { Pet: { optional: "nullable" } } }, true, true],
    [{ optional: "nullable", models: { Pet: { optional: "exact" } } }, false, false],
    [{ optional: "nullable", models: { Pet: { enums: "open" } } }, true, true],
    [{ models: { [innerPointer]: { optional: "nullable" } } }, false, true],
    [
      { models: { Pet: { optional: "nullable" }, [innerPointer]: { optional: "exact" } } },
      true,
      false,
    ],
    [
      { models: { [innerPointer]: { optional: "exact" }, Pet: { optional: "nullable" } } },
      true,
      false,
    ],
    [{ models: { Pet: { optional: "exact" }, [pointer]: { optional: "nullable" } } }, true, true],
    [{ models: { [pointer]: { optional: "nullable" }, Pet: { optional: "exact" } } }, true, true],
    [{ models: { [`${pointer}/properties/a`]: { optional: "nullable" } } }, true, false],
    [{ models: { "#/components": { optional: "nullable" } } }, true, true],
    [{ models: { "x y": { optional: "nullable" } } }, false, false],
    [{ response: { optional: "nullable" } }, false, false],
  ])("the nearest to a schema counts: %j", async (policies, isOuter, isNested) => {
    const { is } = (await loadPoliced(Object.entries(schemas), policies)).guards("Pet");
    expect([is(outer), is(nested)]).toEqual([isOuter, isNested]);
  });

  it.each<[policies: Policies, response: boolean]>([
    [{ optional: "nullable", response: { optional: "exact" } }, false],
    [{ optional: "exact", response: { optional: "nullable" } }, true],
    [{ response: { optional: "nullable" }, models: { Pet: { optional: "exact" } } }, false],
    [
      {
        request: { optional: "nullable" },
        models: { Pet: { optional: "exact", response: { optional: "nullable" } } },
      },
      true,
    ],
    [
      {
        models: {
          Pet: { response: { optional: "nullable" } },
          [pointer]: { optional: "exact" },
        },
      },
      false,
    ],
  ])("a direction wins over what is beside it only: %j", async (policies, response) => {
    const loaded = await loadPoliced(Object.entries(schemas), policies);
    const form = loaded.models.some(({ name }) => name === "PetResponse") ? "PetResponse" : "Pet";
    expect(loaded.guards(form).is(outer)).toBe(response);
  });

  it.each<[name: string, applies: boolean]>([
    ["x y", true],
    ["XY", false],
  ])("one is for a component by its name in the document: %s", async (name, applies) => {
    const policies = { models: { [name]: { optional: "nullable" } } } as const;
    const loaded = await loadPoliced(Object.entries(schemas), policies);
    expect(loaded.guards("XY").is({ a: null })).toBe(applies);
    expect(loaded.guards("Pet").is({ a: null })).toBe(false);
  });
});

describe("a policy for what is not there", () => {
  const config = `{ "policies": { "models": { "Pte": { "enums": "open" },
    "${pointer}/properties/b": {} , "PetInner": {}, "Pet": {} } } }`;
  const general = "name a component schema, or any schema as a JSON pointer that begins with #/";

  it.each([
    ["Pte", "component schema", 'did you mean "Pet"?', 1, 29],
    [`${pointer}/properties/b`, "schema", `did you mean "${pointer}/properties/a"?`, 2, 5],
    ["PetInner", "component schema", general, 2, 51],
  ])("is a warning with its place in the config: %s", async (name, kind, help, line, column) => {
    // The test has the text of the config available.
    const { policies } = JSON.parse(config) as { readonly policies: Policies };
    const source = { uri: "file:///c.json", name: "c.json", text: config, format: "json" } as const;
    const models = { ...policies.models, Pte: { enums: "open" } } as const;
    const { diagnostics, files } = await generate({
      spec: { text: JSON.stringify(documentOf("3.1.0", Object.entries(schemas))) },
      config: Object.assign({ outputs: ["models"] as const, policies: { models } }, { source }),
    });
    expect(files).not.toEqual([]);
    expect(diagnostics).toHaveLength(3);
    const found = diagnostics.find(({ message }) => message.includes(JSON.stringify(name)));
    expect(found).toMatchObject({
      severity: "warning",
      code: "unknown-policy-model",
      message: `\`policies.models\` has ${JSON.stringify(name)}, which is not a generated ${kind}`,
      file: "c.json",
      help,
      position: { line, column },
    });
  });
});

describe("what is wrong with a document", () => {
  const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
  const pet = { type: "object", properties: { a: text } };

  it.each<[what: string, roots: readonly string[] | undefined, components: Record<string, Json>]>([
    ["a slip in two schemas", undefined, { A: { typ: 1 }, B: { ...pet, maxProps: 1 } }],
    ["a slip in what is referred to", ["A"], { A: { items: ref("B") }, B: { typ: 1 } }],
    ["a slip in what is not generated", ["A"], { A: pet, B: { typ: 1 } }],
    ["a reference to nothing", undefined, { A: pet, B: ref("C") }],
    ["a reference to nothing in a property", undefined, { A: { properties: { b: ref("C") } } }],
    ["a root that is not there", ["A", "C"], { A: pet }],
    ["a reference that leads back to itself", undefined, { A: ref("B"), B: { allOf: [ref("A")] } }],
    [
      "a union that leads back to itself",
      undefined,
      { A: { oneOf: [ref("A"), ref("B")] }, B: pet },
    ],
    ["no schemas", undefined, {}],
  ])("is said once, with and without policies: %s", async (_what, roots, components) => {
    const said = async (policies: Policies): Promise<readonly string[]> => {
      const { diagnostics } = await generate({
        spec: { text: JSON.stringify(documentOf("3.1.0", Object.entries(components))) },
        config: { outputs: ["models"], policies, ...(roots !== undefined && { roots }) },
      });
      return diagnostics.map(({ code, place }) => `${code} ${place?.pointer ?? ""}`);
    };
    const written = await said({});
    const everything = { optional: "nullable", enums: "open", constraints: "types" } as const;
    expect(await said({ ...everything, additionalProperties: "forbid" })).toEqual(written);
    expect(new Set(written).size).toBe(written.length);
  });

  it("is not followed by warnings about policies for it", async () => {
    const { diagnostics } = await generate({
      spec: { text: JSON.stringify(documentOf("3.1.0", [["A", ref("A")]])) },
      config: { outputs: ["models"], policies: { models: { B: { enums: "open" } } } },
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["endless-reference"]);
  });
});
