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
    [{ models: { PetInner: { optional: "nullable" } } }, false, true],
    [{ models: { Pet: { optional: "nullable" }, PetInner: { optional: "exact" } } }, true, false],
    [{ models: { PetInner: { optional: "exact" }, Pet: { optional: "nullable" } } }, true, false],
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

  it.each(["x y", "XY"])(
    "one is for a model by its name in the document or the package: %s",
    async (name) => {
      const policies = { models: { [name]: { optional: "nullable" } } } as const;
      const loaded = await loadPoliced(Object.entries(schemas), policies);
      expect(loaded.guards("XY").is({ a: null })).toBe(true);
      expect(loaded.guards("Pet").is({ a: null })).toBe(false);
    },
  );
});

describe("a policy for what is not there", () => {
  const config = `{ "policies": { "models": { "Pte": { "enums": "open" },
    "${pointer}/properties/b": {} , "Pet": {} } } }`;

  it.each([
    ["Pte", 'did you mean "Pet"?', 1, 29],
    [`${pointer}/properties/b`, `did you mean "${pointer}/properties/a"?`, 2, 5],
  ])("is a warning with its place in the config: %s", async (name, help, line, column) => {
    // The test has the text of the config at hand.
    const { policies } = JSON.parse(config) as { readonly policies: Policies };
    const source = { uri: "file:///c.json", name: "c.json", text: config, format: "json" } as const;
    const models = { ...policies.models, Pte: { enums: "open" } } as const;
    const { diagnostics, files } = await generate({
      spec: { text: JSON.stringify(documentOf("3.1.0", Object.entries(schemas))) },
      config: { outputs: ["models"], policies: { models }, source },
    });
    expect(files).not.toEqual([]);
    expect(diagnostics).toHaveLength(2);
    const found = diagnostics.find(({ message }) => message.includes(JSON.stringify(name)));
    expect(found).toMatchObject({
      severity: "warning",
      code: "unknown-policy-model",
      file: "c.json",
      help,
      position: { line, column },
    });
  });
});
