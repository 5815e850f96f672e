import { describe, expect, it } from "vitest";
import {
  generate,
  loadGuard,
  reconcile,
  type LocatedDiagnostic,
  type UserConfig,
} from "../../generator/index.js";
import { loadConfig } from "../../generator/config/load-config.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

const document = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
  /pets:
    parameters: [{ $ref: "#/components/parameters/Trace" }]
    get:
      operationId: listPets
      tags: [pets]
      responses: { "200": { $ref: "#/components/responses/Pets" } }
    post:
      operationId: addPet
      tags: [pets, admin]
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/NewPet" } } } }
      responses: { "204": { description: done } }
      callbacks:
        added:
          "{$request.body#/url}":
            post:
              tags: [events]
              requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Added" } } } }
              responses: { "200": { description: ok } }
  /pets/{petId}:
    get:
      tags: [pets]
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [orders]
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
webhooks:
  newOrder:
    post:
      tags: [orders]
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/OrderEvent" } } } }
      responses: { "200": { description: ok } }
components:
  parameters:
    Trace: { name: trace, in: header, schema: { $ref: "#/components/schemas/TraceId" } }
  responses:
    Pets: { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } } } }
  schemas:
    Pet: { type: object, discriminator: { propertyName: kind }, required: [kind], properties: { kind: { type: string } } }
    Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { lives: { type: integer } } }] }
    Lion: { allOf: [{ $ref: "#/components/schemas/Cat" }, { type: object, properties: { mane: { type: boolean } } }] }
    NewPet: { type: object, properties: { name: { type: string } } }
    Added: { type: object, properties: { at: { type: string } } }
    TraceId: { type: object, properties: { id: { type: string } } }
    Order: { type: object, foo: 1, properties: { total: { $ref: "#/components/schemas/Money/properties/amount" } } }
    Money: { type: object, properties: { amount: { type: object, properties: { cents: { type: integer } } } } }
    OrderEvent: { type: object, properties: { order: { $ref: "#/components/schemas/Order" } } }
    Unused: { type: object, properties: { pet: { $ref: "#/components/schemas/NewPet" } } }
`;

async function run(config: UserConfig, text = document): ReturnType<typeof generate> {
  const spec = { text, uri: "https://example.com/openapi.yaml" };
  return generate({ spec, config: { format: "none", ...config } });
}

async function modelsOf(config: UserConfig): Promise<readonly string[]> {
  const { models, diagnostics } = await run(config);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return models.map(({ name }) => name).toSorted();
}

const pets = ["Cat", "Lion", "Pet", "PetsResponse"];
const orders = ["Money", "MoneyAmount", "Order", "OrderEvent"];
const all = [...pets, "NewPet", "Added", "TraceId", "Unused", ...orders].toSorted();

describe("the models of chosen operations", () => {
  it.each<[what: string, config: UserConfig, models: readonly string[]]>([
    ["all, where nothing is chosen", {}, all],
    ["a tag", { include: { tags: ["orders"] } }, orders],
    [
      "an operationId",
      { include: { operations: ["getOrder"] } },
      ["Money", "MoneyAmount", "Order"],
    ],
    [
      "a method and a path, in any case",
      { include: { operations: ["get  /pets/{petId}"] } },
      ["Cat", "Lion", "Pet"],
    ],
    [
      "a path as it is, whatever is in braces",
      { include: { paths: ["/pets/{petId}"] } },
      ["Cat", "Lion", "Pet"],
    ],
    [
      "one segment",
      { include: { paths: ["/*"] } },
      [...pets, "NewPet", "Added", "TraceId"].toSorted(),
    ],
    [
      "any number of segments",
      { include: { paths: ["/pets/**"] } },
      [...pets, "NewPet", "Added", "TraceId"].toSorted(),
    ],
    ["a webhook by its name", { include: { paths: ["newOrder"] } }, orders],
    [
      "several lists: any of them",
      { include: { tags: ["orders"], operations: ["GET /pets/{petId}"] } },
      ["Cat", "Lion", "Pet", ...orders].toSorted(),
    ],
    [
      "not what is left out again, with its callbacks",
      { include: { tags: ["pets"] }, exclude: { operations: ["POST /**"] } },
      [...pets, "TraceId"].toSorted(),
    ],
    [
      "roots besides",
      { include: { paths: ["newOrder"] }, roots: ["Unused"] },
      ["NewPet", ...orders, "Unused"].toSorted(),
    ],
    [
      "all but a tag: what nothing else uses goes, too",
      { exclude: { tags: ["orders"] } },
      all.filter((name) => !orders.includes(name)),
    ],
    [
      "all but an operation: what a component that no operation uses refers to stays",
      { exclude: { tags: ["admin"] } },
      all.filter((name) => name !== "Added"),
    ],
    [
      "the tag of a callback is not that of an operation",
      { exclude: { tags: ["events", "orders"] } },
      all.filter((name) => !orders.includes(name)),
    ],
    [
      "only the roots, with `exclude`",
      { exclude: { tags: ["orders"] }, roots: ["Order"] },
      ["MoneyAmount", "Order"],
    ],
  ])("%s", async (_, config, models) => {
    expect(await modelsOf(config)).toEqual(models);
  });
});

describe("every output", () => {
  it("has nothing of what is left out", async () => {
    const { files } = await run({ exclude: { tags: ["orders"] } });
    const found = files.filter(({ text }) => /orders?\b|OrderEvent|Money/i.test(text));
    expect(found.map(({ path }) => path).filter((path) => !path.includes("runtime/"))).toEqual([]);
    expect(files.some(({ text }) => text.includes("isPet("))).toBe(true);
  });

  it("shows the paths and components that are left in openapi.ts", async () => {
    const { files } = await run({ include: { operations: ["GET /pets"] }, outputs: ["openapi"] });
    const text = files.find(({ path }) => path.endsWith("openapi.ts"))?.text ?? "";
    expect(text).toContain(`"/pets"`);
    expect(text).toContain("Trace");
    expect(text).not.toMatch(/addPet|\/orders|newOrder|NewPet/);
  });
});

/** The diagnostics as `code line` with their help. */
function lines(diagnostics: readonly LocatedDiagnostic[]): readonly string[] {
  return diagnostics.map(
    ({ code, file = "", position, help = "" }) =>
      `${file}:${position?.line ?? "?"} ${code}: ${help}`,
  );
}

async function reported(settings: object): Promise<readonly string[]> {
  const cwd = await temporaryFolder();
  await put(cwd, {
    "openapi.yaml": document,
    "guardsmith.config.json": JSON.stringify({ spec: "openapi.yaml", ...settings }, null, 1),
  });
  const config = await loadConfig({ cwd });
  return lines((await generate({ spec: config.spec, config, cwd })).diagnostics);
}

describe("what is said about a selection", () => {
  it.each<[what: string, settings: object, said: readonly string[]]>([
    [
      "a text that names nothing",
      {
        include: {
          tags: ["orders", "Pets"],
          paths: ["/pet"],
          operations: ["GET /order/{id}", "getOrders", "PUT /pets"],
        },
      },
      [
        'guardsmith.config.json:6 unmatched-operation-filter: did you mean "pets"?',
        'guardsmith.config.json:9 unmatched-operation-filter: did you mean "/pets"?',
        'guardsmith.config.json:12 unmatched-operation-filter: did you mean "GET /orders/{id}"?',
        'guardsmith.config.json:13 unmatched-operation-filter: did you mean "getOrder"?',
        'guardsmith.config.json:14 unmatched-operation-filter: did you mean "GET /pets"?',
        "openapi.yaml:49 unknown-keyword: did you mean `not`? If it is an extension, begin it with `x-`",
      ],
    ],
    [
      "nothing that is left",
      { include: { tags: ["orders"] }, exclude: { paths: ["**"] } },
      ["guardsmith.config.json:3 nothing-selected: correct `include` in the config"],
    ],
    ["nothing of what is left out", { exclude: { tags: ["orders"] } }, []],
    [
      "nothing of settings for what is left out",
      {
        exclude: { tags: ["orders"] },
        ignore: [{ code: "unknown-keyword", at: "#/components/schemas/Order", reason: "no" }],
        names: { "#/components/schemas/Money/properties/amount": "Sum" },
        policies: {
          models: { Order: { enums: "open" }, "#/components/schemas/Money": { enums: "open" } },
        },
      },
      [],
    ],
    [
      "settings without effect, because nothing matches",
      { exclude: { tags: ["orders"] }, names: { "#/components/schemas/No": "Sum" } },
      [
        "guardsmith.config.json:9 unused-name: write the place of a generated object or enum: a JSON pointer that begins with #/, after the path of its file if it is in another file",
      ],
    ],
  ])("%s", async (_, settings, said) => {
    expect(await reported(settings)).toEqual(said);
  });
});

describe("a Path Item Object that several paths refer to", () => {
  const shared = document
    .replace(
      "  /orders/{id}:",
      `  /cats: { $ref: "#/components/pathItems/Cats" }\n  /dogs: { $ref: "#/components/pathItems/Cats" }\n  /orders/{id}:`,
    )
    .replace(
      "components:",
      `components:\n  pathItems:\n    Cats:\n      get: { operationId: cats, responses: { "200": { description: ok } } }\n      put: { operationId: putCats, responses: { "200": { description: ok } } }`,
    );
  it.each<[config: UserConfig, paths: readonly string[], operations: readonly string[]]>([
    [{ include: { paths: ["/cats"] } }, ["/cats"], ["cats", "putCats"]],
    [{ include: { operations: ["cats"] } }, ["/cats", "/dogs"], ["cats"]],
    [{ include: { paths: ["/cats"] }, exclude: { operations: ["PUT /**"] } }, ["/cats"], ["cats"]],
    [{ include: { tags: ["pets"] } }, ["/pets", "/pets/{petId}"], ["listPets", "addPet"]],
  ])("%o", async (config, paths, operations) => {
    const { files } = await run(
      { ...config, roots: ["Pet"], outputs: ["models", "openapi"] },
      shared,
    );
    const text = files.find(({ path }) => path.endsWith("openapi.ts"))?.text ?? "";
    const named = [...text.matchAll(/^ {2}"(\/[^"]*)":/gm)].map(([, path]) => path);
    expect(named).toEqual(paths);
    expect(
      ["cats", "putCats", "listPets", "addPet"].filter((id) => text.includes(`["${id}"]`)),
    ).toEqual(operations);
  });
});

describe("what is wrong with what is left out", () => {
  const broken: readonly (readonly [what: string, path: string])[] = [
    [
      "a reference that leads nowhere",
      `get: { responses: { "200": { $ref: "#/components/responses/No" } } }`,
    ],
    ["a file that is not there", `$ref: no.yaml`],
    [
      "an operationId that another one has",
      `get: { tags: [x], operationId: listPets, responses: {} }`,
    ],
    [
      "a schema that is none",
      `get: { responses: { "200": { description: "", content: { a/b: { schema: { type: 7 } } } } } }`,
    ],
  ];
  it.each(broken)("does not count: %s", async (_, item) => {
    const text = document.replace("  /pets:", `  /broken: { ${item} }\n  /pets:`);
    const codes = async (config: UserConfig): Promise<readonly string[]> =>
      (await run(config, text)).diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ code }) => code);
    expect(await codes({ outputs: ["models"] })).not.toEqual([]);
    expect(await codes({ outputs: ["models"], include: { tags: ["pets"] } })).toEqual([]);
    expect(await codes({ outputs: ["models"], exclude: { paths: ["/broken"] } })).toEqual([]);
  });
});

describe("the other commands", () => {
  const spec = { text: document };
  it("have no guard for what is left out", async () => {
    const config = { exclude: { tags: ["orders"] } };
    expect((await loadGuard({ spec, config, model: "Pet" })).guard).toBeDefined();
    const { diagnostics } = await loadGuard({ spec, config, model: "Order" });
    expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-model"]);
  });

  it("read no examples of what is left out", async () => {
    const text = document.replace("Order: { type: object,", "Order: { type: object, example: 1,");
    const config = { exclude: { tags: ["orders"] } };
    const { reconciliation } = await reconcile({ spec: { text }, config });
    expect(reconciliation?.samples).toBe(0);
    expect((await reconcile({ spec: { text } })).reconciliation?.samples).toBe(1);
  });
});

describe("wrong filters", () => {
  it.each<[settings: object, code: string, message: string]>([
    [{ include: {} }, "invalid-config", "`include` must have one of `tags`, `paths`, `operations`"],
    [{ include: { tags: [] } }, "invalid-config", "`include.tags` must not be empty"],
    [{ exclude: { tag: ["a"] } }, "unknown-config-key", "`exclude.tag` is not a setting"],
    [{ exclude: { paths: "/a" } }, "invalid-config", "`exclude.paths` must be a list of paths"],
    [{ exclude: ["a"] }, "invalid-config", "`exclude` must be an object"],
  ])("%o", async (settings, code, message) => {
    const { diagnostics } = await run(settings);
    expect(diagnostics[0]).toMatchObject({ code, message });
  });
});
