import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import type { Json } from "../../generator/core/json.js";
import { reconcile, validate, type SampleSource } from "../../generator/index.js";
import type { ResponseMiddleware } from "../../generator/runtime/openapi-fetch.js";
import { loadJsonSchemas, loadPackage } from "../support/load-package.js";

const spec = {
  text: `openapi: 3.1.0
info: { title: Bank, version: "1" }
servers: [{ url: "https://bank.example" }]
paths:
  /accounts:
    post:
      operationId: openAccount
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Account" } } } }
      responses:
        "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Account" } } } }
        "409": { $ref: "#/components/responses/Known" }
    put:
      operationId: moveAccounts
      requestBody: { $ref: "#/components/requestBodies/Move" }
      responses:
        "200":
          description: ok
          content: { application/json: { schema: { $ref: "#/components/requestBodies/Move/content/application~1json/schema" } } }
components:
  requestBodies:
    Move:
      content:
        application/json:
          schema:
            type: object
            required: [from, at]
            properties:
              from: { $ref: "#/components/schemas/Account" }
              at: { $ref: "#/components/schemas/Time" }
  responses:
    Known:
      description: no
      content:
        application/json:
          schema:
            type: object
            required: [account, note]
            properties:
              account: { $ref: "#/components/schemas/Account" }
              note: { type: object, required: [text, hint], properties: { text: { type: string }, hint: { type: string, writeOnly: true } } }
  schemas:
    Number: { type: string, readOnly: true }
    Time: { type: string, readOnly: true }
    Account:
      allOf: [{ properties: { number: { $ref: "#/components/schemas/Number" } } }]
      type: object
      required: [number, pin]
      properties: { pin: { type: string, writeOnly: true } }`,
};

const account = { number: "1", pin: "2" };
const sent = { pin: "2" };
const answered = { number: "1" };

/** A value, and the place that an operation has for it: its request, or a status. */
type Row = readonly [
  operation: "post" | "put",
  place: "request" | 200 | 409,
  /** The model that stands there. */
  model: string,
  value: Json,
  isValid: boolean,
];

const rows: readonly Row[] = [
  ["post", "request", "AccountRequest", sent, true],
  ["post", "request", "AccountRequest", account, true],
  ["post", "request", "AccountRequest", answered, false],
  ["post", 200, "AccountResponse", answered, true],
  ["post", 200, "AccountResponse", sent, false],
  ["post", 409, "KnownResponse", { account: answered, note: { text: "" } }, true],
  ["post", 409, "KnownResponse", { account: sent, note: { text: "" } }, false],
  ["post", 409, "KnownResponse", { account: answered, note: { hint: "" } }, false],
  ["put", "request", "MoveRequestInRequest", { from: sent }, true],
  ["put", "request", "MoveRequestInRequest", { from: answered, at: "" }, false],
  ["put", 200, "MoveRequestResponse", { from: answered, at: "" }, true],
  ["put", 200, "MoveRequestResponse", { from: answered }, false],
];

const outputs = ["models", "guards", "json-schema", "openapi"] as const;
const loaded = await loadPackage({ spec, config: { outputs } });
const schemaOf = await loadJsonSchemas(loaded);
// The module has what its types say; it is compiled in other tests.
const { guardResponses } = (await import(
  pathToFileURL(join(loaded.folder, "openapi-fetch.js")).href
)) as { readonly guardResponses: () => ResponseMiddleware };

describe.each(rows)(
  "%s /accounts, %s, is %s: %j, valid: %s",
  (method, place, model, value, isValid) => {
    it("for the guard and the JSON Schema that are generated", () => {
      expect(loaded.guards(model).is(value)).toBe(isValid);
      const isValidByAjv = new Ajv2020({ strict: false }).compile(schemaOf(model));
      expect(isValidByAjv(value)).toBe(isValid);
    });

    it("for validate", async () => {
      const { issues } = await validate({ spec, model, values: [value] });
      expect(issues.map((each) => each.length === 0)).toEqual([isValid]);
    });

    it.each<[kind: string, source: SampleSource]>([
      ["a model", { kind: "model", model, values: [value] }],
      ["a recorded pair", { kind: "pairs", values: [pairOf(method, place, value)] }],
      ["an HTTP Archive", { kind: "har", values: [archiveOf(method, place, value)] }],
    ])("for reconcile, as a sample of %s", async (_kind, source) => {
      const { reconciliation } = await reconcile({ spec, samples: [source], examples: false });
      expect(reconciliation?.samples).toBe(1);
      expect(reconciliation?.accepted).toBe(isValid ? 1 : 0);
    });

    it.runIf(place !== "request")("for guardResponses", async () => {
      const status = place === "request" ? 0 : place;
      const checked = guardResponses().onResponse({
        schemaPath: "/accounts",
        request: { method: method.toUpperCase() },
        options: { parseAs: "json" },
        response: Response.json(value, { status }),
      });
      const message = await checked.then(
        () => undefined,
        (error: unknown) => String(error),
      );
      if (isValid) expect(message).toBeUndefined();
      else expect(message).toContain(`not a valid ${model} in response ${status}`);
    });
  },
);

describe("validate and reconcile", () => {
  it.each<[model: string, value: Json, isValid: boolean]>([
    ["Account", account, true],
    ["Account", sent, false],
    ["MoveRequest", { from: account, at: "" }, true],
    ["MoveRequest", { from: sent }, false],
    ["KnownResponseNote", { text: "" }, true],
    ["KnownResponseNote", { hint: "" }, false],
  ])("agree on %s, %j: %s", async (model, value, isValid) => {
    const { issues } = await validate({ spec, model, values: [value] });
    expect(issues.map((each) => each.length === 0)).toEqual([isValid]);
    const samples = [{ kind: "model", model, values: [value] }] as const;
    const { reconciliation } = await reconcile({ spec, samples, examples: false });
    expect(reconciliation?.accepted).toBe(isValid ? 1 : 0);
  });

  it.each<[place: string, value: Json, isValid: boolean]>([
    ["requestBody", sent, true],
    ["requestBody", answered, false],
    ["responses", answered, true],
    ["responses", sent, false],
  ])("have examples of %s in their direction: %j, %s", async (place, value, isValid) => {
    const media = `{ schema: { $ref: "#/components/schemas/Account" } }`;
    const at = spec.text.indexOf(media, spec.text.indexOf(place));
    const example = `{ example: ${JSON.stringify(value)}, ${media.slice(2)}`;
    const text = spec.text.slice(0, at) + example + spec.text.slice(at + media.length);
    const { reconciliation } = await reconcile({ spec: { text } });
    expect(reconciliation?.samples).toBe(1);
    expect(reconciliation?.accepted).toBe(isValid ? 1 : 0);
  });
});

/** A recorded operation with a body of its request or of its response. */
function pairOf(method: string, place: Row[1], value: Json): Json {
  const operation = `${method.toUpperCase()} /accounts`;
  return place === "request"
    ? { operation, request: value }
    : { operation, status: place, body: value };
}

function archiveOf(method: string, place: Row[1], value: Json): Json {
  const body = { mimeType: "application/json", text: JSON.stringify(value) };
  const request = { method: method.toUpperCase(), url: "https://bank.example/accounts" };
  const entry =
    place === "request"
      ? { request: { ...request, postData: body }, response: { status: 204 } }
      : { request, response: { status: place, content: body } };
  return { log: { entries: [entry] } };
}
