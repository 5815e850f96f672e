import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Json } from "../../generator/core/json.js";
import { generate, validate, type GenerateResult } from "../../generator/index.js";
import { typeOf } from "../policy/policed.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

const account = `
    Account:
      type: object
      required: [number, pin]
      properties: { number: { type: string, readOnly: true }, pin: { type: string, writeOnly: true } }`;

/** A document of OpenAPI 3.2: its paths and what else it has, and its component schemas. */
function documentOf(rest: string, schemas = account): string {
  return `openapi: 3.2.0\ninfo: { title: Bank, version: "1" }\n${rest}\ncomponents:\n  schemas:${schemas}`;
}

/** Types by the names of their models. */
type Types = Readonly<Record<string, string>>;

/** The models of a document besides some of its components. */
function typesOf(result: GenerateResult, without = /^Account/): Types {
  const names = result.models.map(({ name }) => name).filter((name) => !without.test(name));
  return Object.fromEntries(names.map((name) => [name, typeOf(result, name)]));
}

async function generateText(text: string): Promise<GenerateResult> {
  return generate({ spec: { text }, config: { outputs: ["models"] } });
}

const ref = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;
const json = (schema: string): string => `{ application/json: { schema: ${schema} } }`;
const ok = (schema: string): string => `{ "200": { description: ok, content: ${json(schema)} } }`;

/** What the schema at `#/paths/~1a/post/requestBody/content/application~1json/schema/properties/inner` is called. */
const part = "APostRequestBodyContentApplicationJsonSchemaInner";

describe("a schema inside an operation", () => {
  it.each<[what: string, rest: string, types: Types]>([
    [
      "is the form of its direction, under its own name",
      `paths:
  /accounts:
    get:
      operationId: listAccounts
      responses: ${ok(`{ type: object, required: [all], properties: { all: { type: array, items: ${ref("Account")} } } }`)}
    post:
      operationId: openAccount
      requestBody: { content: ${json(`{ type: object, properties: { account: ${ref("Account")} } }`)} }
      responses: {}`,
      {
        ListAccountsResponse: "{ all: AccountResponse[]; }",
        OpenAccountRequest: "{ account?: AccountRequest; }",
      },
    ],
    [
      "has the models inside it in that direction",
      `paths:
  /accounts:
    patch:
      operationId: move
      requestBody:
        content: ${json(`{ type: object, properties: { from: { type: object, properties: { key: { readOnly: true }, to: ${ref("Account")} } } } }`)}
      responses: {}`,
      { MoveRequest: "{ from?: MoveRequestFrom; }", MoveRequestFrom: "{ to?: AccountRequest; }" },
    ],
    [
      "is so as a parameter or a header",
      `paths:
  /accounts:
    get:
      operationId: find
      parameters:
        - { name: like, in: query, content: ${json(`{ type: object, properties: { a: ${ref("Account")}, b: { readOnly: true } } }`)} }
      responses:
        "204":
          description: none
          headers: { Last: { schema: { type: object, properties: { a: ${ref("Account")}, b: { writeOnly: true } } } } }`,
      { FindLike: "{ a?: AccountRequest; }", FindResponseLast: "{ a?: AccountResponse; }" },
    ],
    [
      "is one of its own where it says more about values than what it refers to",
      `paths:
  /accounts:
    post:
      operationId: open
      requestBody: { content: ${json(`{ $ref: "#/components/schemas/Account", required: [owner], properties: { owner: { type: string } } }`)} }
      responses: ${ok(`{ $ref: "#/components/schemas/Account", description: The account. }`)}`,
      { OpenRequest: "extends AccountRequest { owner: string; }" },
    ],
    [
      "is so in webhooks and callbacks",
      `webhooks:
  opened: { post: { operationId: opened, requestBody: { content: ${json(`{ type: object, properties: { a: ${ref("Account")} } }`)} }, responses: {} } }
paths:
  /accounts:
    post:
      operationId: watch
      responses: {}
      callbacks:
        changed: { "{$request.body#/url}": { post: { responses: ${ok(`{ type: object, properties: { a: ${ref("Account")} } }`)} } } }`,
      {
        WatchChangedResponse: "{ a?: AccountResponse; }",
        OpenedRequest: "{ a?: AccountRequest; }",
      },
    ],
    [
      "stands on its own where another operation uses it in the other direction",
      `paths:
  /a:
    post:
      operationId: send
      requestBody: { content: ${json(`{ type: object, properties: { account: ${ref("Account")} } }`)} }
      responses: ${ok(`{ $ref: "#/paths/~1a/post/requestBody/content/application~1json/schema" }`)}`,
      {
        SendRequest: "{ account?: Account; }",
        SendRequestInRequest: "{ account?: AccountRequest; }",
        SendRequestResponse: "{ account?: AccountResponse; }",
      },
    ],
    [
      "does so where that uses it under another media type",
      `paths:
  /a:
    post:
      operationId: send
      requestBody:
        content:
          application/json: { schema: { type: object, properties: { account: ${ref("Account")} } } }
          text/json: { schema: { type: object, properties: { account: ${ref("Account")} } } }
      responses: ${ok(`{ type: array, items: { $ref: "#/paths/~1a/post/requestBody/content/text~1json/schema" } }`)}`,
      {
        SendRequest: "{ account?: Account; }",
        SendRequestInRequest: "{ account?: AccountRequest; }",
        SendRequestResponse: "{ account?: AccountResponse; }",
        SendResponse: "SendRequestResponse[]",
      },
    ],
    [
      "does not where another one uses it in the same",
      `paths:
  /a:
    post:
      operationId: send
      requestBody: { content: ${json(`{ type: object, properties: { account: ${ref("Account")} } }`)} }
      responses: {}
  /b:
    post:
      requestBody: { content: ${json(`{ $ref: "#/paths/~1a/post/requestBody/content/application~1json/schema" }`)} }
      responses: {}`,
      { SendRequest: "{ account?: AccountRequest; }" },
    ],
    [
      "stands on its own where a part of it is used in the other direction",
      `paths:
  /a:
    post:
      operationId: send
      requestBody: { content: ${json(`{ type: object, properties: { inner: { type: object, properties: { account: ${ref("Account")} } } } }`)} }
      responses: ${ok(`{ type: array, items: { $ref: "#/paths/~1a/post/requestBody/content/application~1json/schema/properties/inner" } }`)}`,
      {
        SendRequest: `{ inner?: ${part}Request; }`,
        SendResponse: `${part}Response[]`,
        [part]: "{ account?: Account; }",
        [`${part}Request`]: "{ account?: AccountRequest; }",
        [`${part}Response`]: "{ account?: AccountResponse; }",
      },
    ],
  ])("%s", async (_what, rest, types) => {
    expect(typesOf(await generateText(documentOf(rest)))).toEqual(types);
  });

  it("stands on its own in a component that both directions use, and where a component refers to it", async () => {
    const result = await generateText(`openapi: 3.2.0
info: { title: Bank, version: "1" }
paths:
  /a:
    post:
      operationId: send
      requestBody: { content: { application/json: { $ref: "#/components/mediaTypes/Both" } } }
      responses: { "200": { description: ok, content: { application/json: { $ref: "#/components/mediaTypes/Both" } } } }
    get: { operationId: read, responses: { "200": { $ref: "#/components/responses/Read" } } }
components:
  mediaTypes: { Both: { schema: { type: object, properties: { a: ${ref("Account")} } } } }
  responses: { Read: { description: ok, content: ${json(`{ type: object, properties: { b: ${ref("Account")} } }`)} } }
  schemas:${account}
    Kept: { type: array, items: { $ref: "#/components/responses/Read/content/application~1json/schema" } }`);
    expect(typesOf(result)).toEqual({
      Kept: "ReadResponse[]",
      KeptRequest: "ReadResponseRequest[]",
      KeptResponse: "ReadResponseInResponse[]",
      SendRequest: "{ a?: Account; }",
      SendRequestInRequest: "{ a?: AccountRequest; }",
      SendRequestResponse: "{ a?: AccountResponse; }",
      ReadResponse: "{ b?: Account; }",
      ReadResponseRequest: "{ b?: AccountRequest; }",
      ReadResponseInResponse: "{ b?: AccountResponse; }",
    });
  });

  it("has its direction in another file, where a schema file stands on its own", async () => {
    const cwd = await temporaryFolder();
    const object = (name: string): string =>
      `{ type: object, properties: { ${name}: ${ref("Account").replace("#", "spec.yaml#")} } }`;
    await put(cwd, {
      "spec.yaml": documentOf(`paths:
  /a:
    get:
      operationId: read
      responses: { "200": { $ref: "parts.yaml#/Read" }, "404": { description: no, content: ${json(`{ $ref: "card.yaml" }`)} } }`),
      "parts.yaml": `Read: { description: ok, content: ${json(object("a"))} }`,
      "card.yaml": object("b"),
    });
    const result = await generate({
      spec: join(cwd, "spec.yaml"),
      cwd,
      config: { outputs: ["models"] },
    });
    expect(typesOf(result)).toEqual({
      ReadResponse: "{ a?: AccountResponse; }",
      Card: "{ b?: Account; }",
      CardRequest: "{ b?: AccountRequest; }",
      CardResponse: "{ b?: AccountResponse; }",
    });
  });

  it("has no note of its direction, and keeps titles and the names of the config", async () => {
    const schema = `{ type: object, properties: { at: { title: Moment, type: object, properties: { key: { readOnly: true }, day: { type: string } } }, to: { type: object, properties: { a: ${ref("Account")} } } } }`;
    const text = documentOf(
      `paths:\n  /a: { post: { operationId: send, requestBody: { content: ${json(schema)} }, responses: {} } }`,
    );
    const names = {
      "#/paths/~1a/post/requestBody/content/application~1json/schema/properties/to": "Receiver",
    };
    const result = await generate({ spec: { text }, config: { outputs: ["models"], names } });
    expect(typesOf(result)).toEqual({
      SendRequest: "{ at?: Moment; to?: Receiver; }",
      Moment: "{ day?: string; }",
      Receiver: "{ a?: AccountRequest; }",
    });
    expect(result.files.find(({ path }) => path === "models/send-request.ts")?.text).not.toContain(
      "As it is in",
    );
    expect(result.diagnostics).toEqual([]);
  });
});

describe("what is not sent", () => {
  it.each<[what: string, schemas: string, types: Types]>([
    [
      "is said where a reference leads",
      `
    Key: { type: string, readOnly: true }
    Row: { type: object, required: [key, name], properties: { key: ${ref("Key")}, name: { type: string } } }`,
      { RowRequest: "{ name: string; }" },
    ],
    [
      "is said at the end of a chain, and in a part",
      `
    Key: { type: string, readOnly: true }
    Same: ${ref("Key")}
    Row: { type: object, required: [a], properties: { a: { allOf: [${ref("Same")}, { description: x }] }, b: { type: string } } }`,
      { RowRequest: "{ b?: string; }" },
    ],
    [
      "is said about what may be null, and where all alternatives say it",
      `
    Key: { type: string, readOnly: true }
    Row:
      type: object
      properties:
        a: { oneOf: [${ref("Key")}, { type: "null" }] }
        b: { anyOf: [${ref("Key")}, { type: integer, readOnly: true }] }
        c: { anyOf: [${ref("Key")}, { type: integer }] }`,
      { RowRequest: "{ c?: Key | number; }" },
    ],
    [
      "is said at the root of an object, and not of what holds it",
      `
    Trail: { type: object, readOnly: true, properties: { by: { type: string } } }
    Row: { type: object, properties: { trail: ${ref("Trail")}, all: { type: array, items: ${ref("Trail")} } } }`,
      { RowRequest: "{ all?: Trail[]; }" },
    ],
    [
      "can be both",
      `
    Row: { type: object, properties: { a: { type: string, readOnly: true, writeOnly: true }, b: { type: string } } }`,
      { RowRequest: "{ b?: string; }", RowResponse: "{ b?: string; }" },
    ],
    [
      "is found in circles",
      `
    Tree: { type: object, properties: { up: ${ref("Node")}, key: { $ref: "#/components/schemas/Tree/properties/id" }, id: { type: string, readOnly: true } } }
    Node: { allOf: [${ref("Tree")}] }`,
      { TreeRequest: "{ up?: NodeRequest; }", NodeRequest: "TreeRequest" },
    ],
    [
      "is required in no part of the object",
      `
    Row:
      type: object
      allOf: [{ properties: { id: { type: string, readOnly: true }, n: { type: string } } }, { required: [id, n] }]`,
      { RowRequest: "{ n: string; }" },
    ],
    [
      "is not required by who refers to it",
      `
    Base: { type: object, properties: { id: { type: string, readOnly: true }, n: { type: string } } }
    Row: { type: object, allOf: [${ref("Base")}], required: [id, n], dependentRequired: { n: [id] } }`,
      { BaseRequest: "{ n?: string; }", RowRequest: "extends BaseRequest { n: string; }" },
    ],
    [
      "is not required by what it refers to, which is the same elsewhere",
      `
    Keyed: { type: object, required: [id, n], properties: { id: { type: string }, n: { type: string } } }
    Row: { allOf: [${ref("Keyed")}], properties: { id: { readOnly: true } } }
    Other: { type: object, properties: { keyed: ${ref("Keyed")} } }`,
      { KeyedRequestWithoutId: "{ n: string; }", RowRequest: "KeyedRequestWithoutId" },
    ],
    [
      "is not required further on either",
      `
    Keyed: { type: object, required: [id, pin] }
    Named: { allOf: [${ref("Keyed")}], properties: { n: { type: string } } }
    Row: { allOf: [${ref("Named")}], properties: { id: { type: string, readOnly: true }, pin: { type: string, readOnly: true } } }`,
      {
        KeyedRequestWithoutIdAndPin: "{ [key: string]: unknown; }",
        NamedRequestWithoutIdAndPin: "extends KeyedRequestWithoutIdAndPin { n?: string; }",
        RowRequest: "NamedRequestWithoutIdAndPin",
      },
    ],
    [
      "is no choice",
      `
    Row:
      type: object
      properties: { id: { type: string, readOnly: true }, a: { type: string }, b: { type: string } }
      oneOf: [{ required: [id] }, { required: [id, a] }, { required: [b] }]`,
      { RowRequest: "{ a: string; b?: string } | { b: string; a?: string }" },
    ],
    [
      "stays in conditions and in what must not be",
      `
    Row:
      type: object
      properties: { id: { type: string, readOnly: true }, a: { type: string } }
      not: { required: [id, a] }
      if: { required: [id] }
      then: { required: [id, a] }`,
      { RowRequest: "{ a?: string; }" },
    ],
    [
      "is left in names that look like a direction",
      `
    "Odd~>request": { type: object, properties: { "~>response": { type: string }, id: { type: string, readOnly: true } } }
    Row: { type: object, properties: { odd: { $ref: "#/components/schemas/Odd~0%3Erequest" } } }`,
      {
        OddRequestInRequest: '{ "~>response"?: string; }',
        RowRequest: "{ odd?: OddRequestInRequest; }",
      },
    ],
  ])("%s", async (_what, schemas, types) => {
    const result = await generateText(documentOf("paths: {}", schemas));
    const directed = result.models.filter(({ direction }) => direction !== undefined);
    expect(Object.fromEntries(directed.map(({ name }) => [name, typeOf(result, name)]))).toEqual(
      types,
    );
  });

  it.each<[schema: string, model: string, value: Json, isValid: boolean]>([
    ["Keyed", "Row", { n: "" }, false],
    ["Keyed", "RowRequest", { n: "" }, true],
    ["Keyed", "RowRequest", {}, false],
    ["Keyed", "Keyed", { n: "" }, false],
    ["Not", "RowRequest", { a: "" }, true],
    ["Not", "RowRequest", {}, true],
    ["Not", "RowRequest", { id: "", a: "" }, false],
    ["Choice", "RowRequest", { b: "" }, true],
    ["Choice", "RowRequest", { a: "", b: "" }, false],
    ["Choice", "RowRequest", {}, false],
    ["Tags", "RowRequest", { n: "" }, true],
    ["Tags", "RowRequest", {}, true],
    ["Tags", "RowRequest", { n: 1 }, false],
    ["Tags", "Row", { kind: "cat", n: "" }, true],
    ["Tags", "Row", { n: "" }, false],
    ["Tags", "Twins", { n: "", id: "", uid: 1 }, false],
    ["Tags", "TwinsRequest", { n: "" }, true],
  ])("is no longer asked for: %s, %s, %j", async (schema, model, value, isValid) => {
    const schemas: Readonly<Record<string, string>> = {
      Tags: `
    Cat: { type: object, required: [kind], properties: { kind: { const: cat, readOnly: true }, n: { type: string } } }
    Dog: { type: object, required: [kind], properties: { kind: { const: dog, readOnly: true }, n: { type: string } } }
    Row: { oneOf: [${ref("Cat")}, ${ref("Dog")}] }
    Twins:
      oneOf:
        - { type: object, properties: { id: { type: string, readOnly: true }, n: { type: string } } }
        - { type: object, properties: { uid: { type: integer, readOnly: true }, n: { type: string } } }`,
      Keyed: `
    Keyed: { type: object, required: [id, n], properties: { id: { type: string }, n: { type: string } } }
    Row: { allOf: [${ref("Keyed")}], properties: { id: { readOnly: true } } }`,
      Not: `
    Row: { type: object, properties: { id: { type: string, readOnly: true } }, not: { required: [id, a] } }`,
      Choice: `
    Row:
      type: object
      properties: { id: { type: string, readOnly: true } }
      oneOf: [{ required: [id] }, { required: [id, a] }, { required: [b] }]`,
    };
    const text = documentOf("paths: {}", schemas[schema]);
    const { issues } = await validate({ spec: { text }, model, values: [value] });
    expect(issues.map((each) => each.length === 0)).toEqual([isValid]);
  });
});

describe("a policy for one direction", () => {
  const kind = `{ type: string, enum: [a, b] }`;
  const text = documentOf(
    `paths:
  /jobs:
    get: { operationId: read, responses: ${ok(`{ type: object, properties: { kind: ${kind}, job: ${ref("Job")} } }`)} }
    post: { operationId: send, requestBody: { content: ${json(`{ type: object, properties: { kind: ${kind}, job: ${ref("Job")} } }`)} }, responses: {} }`,
    `
    Job: { type: object, properties: { kind: ${kind}, id: { type: string, readOnly: true } } }`,
  );
  const config = { policies: { response: { enums: "open" } } } as const;

  it("is the only reading of a schema that an operation sends in it", async () => {
    const result = await generate({ spec: { text }, config: { ...config, outputs: ["models"] } });
    expect(typesOf(result, /Kind$/)).toEqual({
      Job: "{ kind?: JobKind; id?: string; }",
      JobRequest: "{ kind?: JobKind; }",
      JobResponse: "{ kind?: JobResponseKind; id?: string; }",
      ReadResponse: "{ kind?: ReadResponseKind; job?: JobResponse; }",
      SendRequest: "{ kind?: SendRequestKind; job?: JobRequest; }",
    });
  });

  it.each<[model: string, value: Json, isValid: boolean]>([
    ["ReadResponse", { kind: "c", job: { kind: "c" } }, true],
    ["SendRequest", { kind: "c" }, false],
    ["SendRequest", { job: { kind: "c" } }, false],
    ["SendRequest", { kind: "a", job: { kind: "a" } }, true],
  ])("is what its guard decides by: %s, %j", async (model, value, isValid) => {
    const { issues } = await validate({ spec: { text }, config, model, values: [value] });
    expect(issues.map((each) => each.length === 0)).toEqual([isValid]);
  });
});
