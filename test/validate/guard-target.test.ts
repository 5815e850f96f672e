import { describe, expect, it } from "vitest";
import { loadGuard, validate } from "../../generator/index.js";
import type { JsonObject } from "../../generator/core/json.js";
import type { GuardTarget } from "../../generator/validate/guard-target.js";

const Pet = { $ref: "#/components/schemas/Pet" };
const json = (schema: JsonObject, type = "application/json"): JsonObject => ({
  description: "",
  content: { [type]: { schema } },
});
const document = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1.0.0" },
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        responses: {
          200: {
            description: "",
            content: {
              "application/json": { schema: { type: "array", items: Pet } },
              "text/csv": { schema: { type: "string" } },
            },
          },
          "4xx": json({ type: "object", required: ["title"] }, "application/problem+json"),
          default: json({ type: "string" }),
        },
      },
      post: {
        operationId: "addPet",
        requestBody: json(Pet),
        responses: { 200: json(Pet), 201: json({ type: "integer" }), 204: { description: "" } },
      },
      put: {
        responses: {
          200: { description: "", content: { "application/json": {} } },
          204: { description: "" },
        },
      },
    },
    "/pets/{id}": {
      get: {
        operationId: "getPet",
        responses: { 200: { $ref: "#/components/responses/One" }, 202: { description: "" } },
      },
    },
  },
  webhooks: { sold: { post: { requestBody: json({ type: "string" }), responses: {} } } },
  components: {
    responses: { One: json(Pet) },
    schemas: {
      Pet: {
        type: "object",
        required: ["id", "name"],
        properties: { id: { type: "integer", readOnly: true }, name: { type: "string" } },
      },
      "Odd[]": { type: "string" },
    },
  },
};
const spec = { text: JSON.stringify(document) };

describe("what values have to be", () => {
  it.each<[target: GuardTarget, name: string, value: unknown, issues: readonly string[]]>([
    [{ model: "Pet[]" }, "Pet[]", [], []],
    [{ model: "Pet[]" }, "Pet[]", [{ id: 1, name: "x" }, { id: 2, name: 3 }, 4], ["/1/name", "/2"]],
    [{ model: "Pet[]" }, "Pet[]", { id: 1, name: "x" }, [""]],
    [{ model: "Odd[]" }, "Odd", "a text", []],
    [{ operation: "listPets", status: 200 }, "GET /pets 200", [{ id: 1 }], ["/0/name"]],
    [{ operation: "listPets" }, "GET /pets 200", 1, [""]],
    [{ operation: "get /pets", status: "404" }, "GET /pets 4XX", {}, ["/title"]],
    [{ operation: "GET /pets", status: "4XX" }, "GET /pets 4XX", { title: 1 }, []],
    [{ operation: "listPets", status: 500 }, "GET /pets default", 1, [""]],
    [{ operation: "listPets", status: "default" }, "GET /pets default", "a", []],
    [{ operation: "listPets", mediaType: "text/csv; header=present" }, "GET /pets 200", "a", []],
    // What is read only is not sent.
    [{ operation: "addPet", request: true }, "POST /pets request", { name: "x" }, []],
    [{ operation: "addPet", status: 200 }, "POST /pets 200", { name: "x" }, ["/id"]],
    [{ operation: "GET /pets/7", status: 200 }, "GET /pets/{id} 200", {}, ["/id", "/name"]],
    // The only successful response with a body.
    [{ operation: "getPet" }, "GET /pets/{id} 200", {}, ["/id", "/name"]],
    [{ operation: "POST sold", request: true }, "POST sold request", 1, [""]],
  ])("%j is %s", async (target, name, value, pointers) => {
    const loaded = await loadGuard({ spec, ...target });
    expect(loaded.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(loaded.name).toBe(name);
    expect(loaded.guard?.(value).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it.each<[target: GuardTarget, code: string, message: string, help: string]>([
    [{ model: "Pte[]" }, "unknown-model", 'no model named "Pte"', "did you mean `Pet`?"],
    [
      { operation: "listPet" },
      "unknown-operation",
      'no operation "listPet"',
      "did you mean `listPets`?",
    ],
    [
      { operation: "GET /pet" },
      "unknown-operation",
      'no operation "GET /pet"',
      "did you mean `GET /pets`?",
    ],
    [
      { operation: "addPet", status: 404 },
      "unknown-status",
      "no response with the status 404",
      "it has 200, 201 and 204",
    ],
    [
      { operation: "addPet" },
      "unknown-status",
      "POST /pets has several successful responses",
      "name the status: it has 200, 201 and 204",
    ],
    [
      { operation: "POST sold" },
      "unknown-status",
      "POST sold has no successful response",
      "it has no responses",
    ],
    [
      { operation: "addPet", status: 204 },
      "no-body",
      "the response 204 of POST /pets has no body",
      "name another response, or a model",
    ],
    [
      { operation: "listPets", request: true },
      "no-body",
      "the request of GET /pets has no body",
      "name another response, or a model",
    ],
    [
      { operation: "listPets", mediaType: "text/html" },
      "no-body",
      "has no body in text/html",
      "it has application/json and text/csv",
    ],
    [
      { operation: "PUT /pets", status: 200 },
      "no-body",
      "application/json without a schema",
      "every value is valid",
    ],
  ])("%j is an error: %s", async (target, code, message, help) => {
    const { guard, diagnostics } = await loadGuard({ spec, ...target });
    expect(guard).toBeUndefined();
    const [error] = diagnostics.filter(({ severity }) => severity === "error");
    expect(error).toMatchObject({ code });
    expect(error?.message).toContain(message);
    expect(error?.help).toContain(help);
  });

  it("is found whatever is generated", async () => {
    const config = { roots: ["Odd[]"] };
    const { issues } = await validate({ spec, config, operation: "getPet", values: [{}] });
    expect(issues[0]).toHaveLength(2);
  });

  it("has a limit of issues for an array as a whole", async () => {
    const values = [Array.from({ length: 50_000 }, () => 1)];
    const { issues } = await validate({ spec, model: "Pet[]", values, maxIssues: 2 });
    expect(issues[0]?.map(({ pointer, keyword }) => `${pointer} ${keyword}`)).toEqual([
      "/0 type",
      "/1 type",
      " maxIssues",
    ]);
  });
});
