import { describe, expect, it } from "vitest";
import { compareOperations } from "../../generator/diff/operations/compare-operations.js";
import type { ChangeDraft } from "../../generator/diff/draft.js";
import type { OperationPart } from "../../generator/diff/subject.js";
import { readSides, type Members } from "./read-sides.js";

const text = { schema: { type: "string" } };
const number = { schema: { type: "integer" } };
const list = { schema: { type: "array", items: { type: "string" } } };
const record = { schema: { type: "object", properties: { a: { type: "string" } } } };
const json = { "application/json": record };
const ok = { description: "OK" };

/** A document with an operation, `POST /a`. */
function post(operation: Members, others: Members = {}): Members {
  return { paths: { "/a": { post: { responses: { 200: ok }, ...operation } } }, ...others };
}

function parameters(...list: readonly Members[]): Members {
  return post({ parameters: list });
}

function query(others: Members = {}): Members {
  return { name: "q", in: "query", ...text, ...others };
}

function body(requestBody: Members): Members {
  return post({ requestBody });
}

function responses(members: Members): Members {
  return post({ responses: members });
}

function headers(members: Members): Members {
  return responses({ 200: { ...ok, headers: members } });
}

/** A document with a webhook, `POST` to `sent`. */
function webhook(operation: Members): Members {
  return { webhooks: { sent: { post: { responses: { 200: ok }, ...operation } } } };
}

/** A document with an operation that has a callback, `onEvent`. */
function callback(operation: Members): Members {
  const event = { "{$request.body#/url}": { post: { responses: { 200: ok }, ...operation } } };
  return post({ callbacks: { onEvent: event } });
}

const schemes = {
  key: { type: "apiKey", in: "header", name: "X-Key" },
  token: { type: "http", scheme: "bearer" },
};

function secured(security: unknown, securitySchemes: Members = schemes): Members {
  return post({}, { security, components: { securitySchemes } });
}

function servers(...list: readonly unknown[]): Members {
  return post({}, { servers: list });
}

/** A change as one line: what it does, by which rule or for whom a value may be absent, and how it is said. */
function shown({ data, rule, proof, message }: ChangeDraft): string {
  const why = rule ?? (proof === undefined ? "" : `absent ${proof.acceptedBy}`);
  return `${data} ${why}: ${message}`;
}

type Row = readonly [
  what: string,
  old: Members,
  now: Members,
  forth: readonly string[],
  back: readonly string[],
];

const rows: readonly Row[] = [
  [
    "an operation",
    { paths: { "/a": { post: { responses: { 200: ok } } } } },
    { paths: { "/a": { post: { responses: { 200: ok } }, get: { responses: { 200: ok } } } } },
    ["compatible operation-added: the operation GET /a is new"],
    ["breaking operation-removed: the operation GET /a is removed"],
  ],
  [
    "a path",
    { paths: {} },
    { paths: { "/a": { get: { responses: { 200: ok } }, put: { responses: { 200: ok } } } } },
    [
      "compatible operation-added: the operation GET /a is new",
      "compatible operation-added: the operation PUT /a is new",
    ],
    [
      "breaking operation-removed: the operation GET /a is removed",
      "breaking operation-removed: the operation PUT /a is removed",
    ],
  ],
  [
    "the name of a variable in a path",
    { paths: { "/a/{id}": { get: { parameters: [pathParameter("id")], responses: {} } } } },
    { paths: { "/a/{name}": { get: { parameters: [pathParameter("name")], responses: {} } } } },
    [],
    [],
  ],
  [
    "the description of a variable in a path",
    { paths: { "/a/{id}": { get: { responses: {} } } } },
    { paths: { "/a/{id}": { get: { parameters: [pathParameter("id")], responses: {} } } } },
    ["compatible parameter-added: the path parameter id is new"],
    ["compatible parameter-removed: the path parameter id is removed"],
  ],
  [
    "a path with more variables",
    { paths: { "/a/{id}": { get: { responses: {} } } } },
    { paths: { "/a/{id}": { get: { responses: {} } }, "/a/{id}/{b}": { get: { responses: {} } } } },
    ["compatible operation-added: the operation GET /a/{id}/{b} is new"],
    ["breaking operation-removed: the operation GET /a/{id}/{b} is removed"],
  ],

  [
    "a required request body",
    post({}),
    body({ required: true, content: json }),
    ["breaking absent old: the request body is new and required"],
    ["compatible request-body-removed: the request body is removed"],
  ],
  [
    "an optional request body",
    post({}),
    body({ content: json }),
    ["compatible request-body-added: the request body is new"],
    ["compatible request-body-removed: the request body is removed"],
  ],
  [
    "whether a request body is required",
    body({ content: json }),
    body({ required: true, content: json }),
    ["breaking absent old: the request body is required now"],
    ["compatible : the request body is optional now"],
  ],
  [
    "a media type of a request",
    body({ content: { ...json, "text/plain": text } }),
    body({ content: json }),
    ["breaking media-type-removed: the media type text/plain of the request body is removed"],
    ["compatible media-type-added: the media type text/plain of the request body is new"],
  ],
  [
    "how a media type is written",
    body({ content: { "Application/JSON; charset=utf-8": record } }),
    body({ content: json }),
    [],
    [],
  ],
  [
    "a range of media types",
    body({ content: { "text/plain": text } }),
    body({ content: { "text/*": text } }),
    ["compatible media-type-added: the media type text/* of the request body is new"],
    ["breaking media-type-removed: the media type text/* of the request body is removed"],
  ],
  [
    "a media type of a response",
    responses({ 200: { ...ok, content: { ...json, "text/plain": text } } }),
    responses({ 200: { ...ok, content: json } }),
    ["breaking media-type-removed: the media type text/plain of the response 200 is removed"],
    ["compatible media-type-added: the media type text/plain of the response 200 is new"],
  ],
  [
    "the body of a response",
    responses({ 200: { ...ok, content: json } }),
    responses({ 200: ok }),
    ["breaking media-type-removed: the media type application/json of the response 200 is removed"],
    ["compatible media-type-added: the media type application/json of the response 200 is new"],
  ],

  [
    "a successful response",
    responses({ 200: ok }),
    responses({ 200: ok, 202: ok }),
    ["breaking status-added: the response 202 is new"],
    ["compatible status-removed: the response 202 is removed"],
  ],
  [
    "a successful response within a range",
    responses({ "2XX": ok }),
    responses({ "2XX": ok, 202: ok }),
    [],
    [],
  ],
  [
    "a successful response beside a default",
    responses({ default: ok }),
    responses({ default: ok, 202: ok }),
    [],
    ["compatible status-removed: the response 202 is removed"],
  ],
  [
    "a range of successful responses",
    responses({ 200: ok }),
    responses({ "2xx": ok }),
    ["breaking status-added: the response 2XX is new"],
    ["compatible status-removed: the response 2XX is removed"],
  ],
  [
    "other responses",
    responses({ 200: ok }),
    responses({ 200: ok, 100: ok, 302: ok, 404: ok, "5XX": ok, default: ok }),
    ["100", "302", "404", "5XX", "default"].map(
      (status) => `compatible status-added: the response ${status} is new`,
    ),
    ["100", "302", "404", "5XX", "default"].map(
      (status) => `compatible status-removed: the response ${status} is removed`,
    ),
  ],

  [
    "an optional parameter",
    post({}),
    parameters(query()),
    ["compatible parameter-added: the query parameter q is new"],
    ["compatible parameter-removed: the query parameter q is removed"],
  ],
  [
    "a required parameter",
    post({}),
    parameters(query({ required: true })),
    ["breaking absent old: the query parameter q is new and required"],
    ["compatible parameter-removed: the query parameter q is removed"],
  ],
  [
    "whether a parameter is required",
    parameters(query()),
    parameters(query({ required: true })),
    ["breaking absent old: the query parameter q is required now"],
    ["compatible : the query parameter q is optional now"],
  ],
  [
    "where a parameter is",
    parameters(query()),
    parameters(query({ in: "cookie" })),
    [
      "compatible parameter-added: the cookie parameter q is new",
      "compatible parameter-removed: the query parameter q is removed",
    ],
    [
      "compatible parameter-added: the query parameter q is new",
      "compatible parameter-removed: the cookie parameter q is removed",
    ],
  ],
  [
    "the case of a header, and headers that are no parameters",
    parameters(query({ in: "header", name: "X-A", required: true })),
    parameters(
      query({ in: "header", name: "x-a", required: true }),
      query({ in: "header", name: "Accept", required: true }),
      query({ in: "header", name: "content-type", required: true }),
      query({ in: "header", name: "Authorization", required: true }),
    ),
    [],
    [],
  ],
  [
    "the case of a query parameter",
    parameters(query({ required: true })),
    parameters(query({ name: "Q", required: true })),
    [
      "breaking absent old: the query parameter Q is new and required",
      "compatible parameter-removed: the query parameter q is removed",
    ],
    [
      "breaking absent old: the query parameter q is new and required",
      "compatible parameter-removed: the query parameter Q is removed",
    ],
  ],
  [
    "a parameter of the operation instead of the path",
    parameters(query({ required: true })),
    {
      paths: {
        "/a": { parameters: [query({ required: true })], post: { responses: { 200: ok } } },
      },
    },
    [],
    [],
  ],
  [
    "a parameter of the operation over that of the path",
    parameters(query()),
    {
      paths: {
        "/a": {
          parameters: [query({ required: true })],
          post: { parameters: [query()], responses: { 200: ok } },
        },
      },
    },
    [],
    [],
  ],
  [
    "the query string as a whole",
    { openapi: "3.2.0", ...parameters({ in: "querystring", name: "a", content: json }) },
    { openapi: "3.2.0", ...parameters({ in: "querystring", name: "b", content: json }) },
    [],
    [],
  ],

  [
    "an optional response header",
    headers({}),
    headers({ "X-A": text }),
    ["compatible header-added: the header X-A of the response 200 is new"],
    ["compatible header-removed: the header X-A of the response 200 is removed"],
  ],
  [
    "a required response header",
    headers({}),
    headers({ "X-A": { required: true, ...text } }),
    ["compatible header-added: the header X-A of the response 200 is new and required"],
    ["breaking absent new: the header X-A of the response 200 is removed"],
  ],
  [
    "whether a response header is required",
    headers({ "x-a": text }),
    headers({ "X-A": { required: true, ...text }, "Content-Type": { required: true, ...text } }),
    ["compatible : the header X-A of the response 200 is required now"],
    ["breaking absent new: the header x-a of the response 200 is optional now"],
  ],
  [
    "how a response header is written",
    headers({ "X-A": record }),
    headers({ "X-A": { explode: true, ...record } }),
    [
      "breaking parameter-encoding: the header X-A of the response 200 is written in another way: explode true instead of explode false",
    ],
    [
      "breaking parameter-encoding: the header X-A of the response 200 is written in another way: explode false instead of explode true",
    ],
  ],

  [
    "security instead of none",
    secured([]),
    secured([{ key: [] }]),
    ["breaking security: requests without credentials are no longer accepted"],
    ["compatible security: requests without credentials are accepted, too"],
  ],
  [
    "optional security",
    secured([{ key: [] }]),
    secured([{ key: [] }, {}]),
    ["compatible security: requests without credentials are accepted, too"],
    ["breaking security: requests without credentials are no longer accepted"],
  ],
  [
    "an alternative",
    secured([{ key: [] }]),
    secured([{ key: [] }, { token: [] }]),
    ["compatible security: requests with token are accepted, too"],
    ["breaking security: requests with token are no longer accepted"],
  ],
  [
    "a further scheme",
    secured([{ key: [] }]),
    secured([{ key: [], token: [] }]),
    ["breaking security: requests with key are no longer accepted"],
    ["compatible security: requests with key are accepted, too"],
  ],
  [
    "a scope",
    secured([{ key: ["read"] }]),
    secured([{ key: ["read", "write"] }]),
    ["breaking security: requests with key (read) are no longer accepted"],
    ["compatible security: requests with key (read) are accepted, too"],
  ],
  [
    "the order of alternatives, and the name of a scheme",
    secured([{ key: [] }, { token: [] }]),
    secured([{ token: [] }, { apiKey: [] }], { apiKey: schemes.key, token: schemes.token }),
    [],
    [],
  ],
  [
    "the case of what ignores it",
    secured([{ key: [], token: [] }]),
    secured([{ key: [], token: [] }], {
      key: { ...schemes.key, name: "x-key" },
      token: { ...schemes.token, scheme: "Bearer", bearerFormat: "JWT" },
    }),
    [],
    [],
  ],
  [
    "the definition of a scheme",
    secured([{ key: [] }]),
    secured([{ key: [] }], { key: { ...schemes.key, in: "query" } }),
    ["breaking security: the security scheme key takes other credentials"],
    ["breaking security: the security scheme key takes other credentials"],
  ],
  [
    "a flow",
    secured([{ o: [] }], { o: oauth2("clientCredentials") }),
    secured([{ o: [] }], { o: oauth2("clientCredentials", "password") }),
    ["compatible security: the security scheme o takes more credentials"],
    ["breaking security: the security scheme o takes other credentials"],
  ],

  [
    "the URL of tokens",
    secured([{ o: [] }], { o: oauth2("clientCredentials") }),
    secured([{ o: [] }], {
      o: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "/token", scopes: {} } } },
    }),
    ["breaking security: the security scheme o takes other credentials"],
    ["breaking security: the security scheme o takes other credentials"],
  ],
  [
    "a URL to refresh tokens",
    secured([{ o: [] }], {
      o: { type: "oauth2", flows: { password: { tokenUrl: "/token", scopes: {} } } },
    }),
    secured([{ o: [] }], {
      o: {
        type: "oauth2",
        flows: { password: { tokenUrl: "/token", refreshUrl: "/r", scopes: {} } },
      },
    }),
    ["compatible security: the security scheme o takes more credentials"],
    ["breaking security: the security scheme o takes other credentials"],
  ],
  [
    "the security of an operation, an empty list",
    post({ security: [] }, { security: [{ key: [] }], components: { securitySchemes: schemes } }),
    post({}, { security: [{ key: [] }], components: { securitySchemes: schemes } }),
    ["breaking security: requests without credentials are no longer accepted"],
    ["compatible security: requests without credentials are accepted, too"],
  ],

  [
    "a server",
    servers({ url: "https://a.example.com" }),
    servers({ url: "https://A.example.com/" }, { url: "https://b.example.com" }),
    ["compatible servers: the server https://b.example.com is new"],
    ["breaking servers: the server https://b.example.com is removed"],
  ],
  [
    "a value of a variable",
    servers(regional("eu", "us")),
    servers(regional("us", "eu", "asia")),
    ["compatible servers: the server https://asia.example.com is new"],
    ["breaking servers: the server https://asia.example.com is removed"],
  ],
  [
    "a free variable",
    servers(regional("eu")),
    servers(regional()),
    ["compatible servers: the server https://{…}.example.com is new"],
    ["breaking servers: the server https://{…}.example.com is removed"],
  ],
  [
    "a free variable, which has at least one character",
    servers({ url: "https://x.example.com" }),
    servers({ url: "https://{a}x.example.com", variables: { a: { default: "b" } } }),
    [
      "compatible servers: the server https://{…}x.example.com is new",
      "breaking servers: the server https://x.example.com is removed",
    ],
    [
      "compatible servers: the server https://x.example.com is new",
      "breaking servers: the server https://{…}x.example.com is removed",
    ],
  ],
  [
    "free variables, each of which has at least one character",
    servers({ url: "https://x.example.com" }),
    servers({ url: "https://{a}x.{b}", variables: { a: { default: "b" }, b: { default: "b" } } }),
    [
      "compatible servers: the server https://{…}x.{…} is new",
      "breaking servers: the server https://x.example.com is removed",
    ],
    [
      "compatible servers: the server https://x.example.com is new",
      "breaking servers: the server https://{…}x.{…} is removed",
    ],
  ],
  [
    "a free variable within another URL",
    servers({
      url: "https://{a}.example.com/{b}/v1",
      variables: { a: { default: "b" }, b: { default: "b" } },
    }),
    servers({ url: "https://{c}/v1", variables: { c: { default: "b" } } }),
    ["compatible servers: the server https://{…}/v1 is new"],
    ["breaking servers: the server https://{…}/v1 is removed"],
  ],
  [
    "servers instead of none",
    post({}),
    servers({ url: "https://a.example.com" }),
    ["compatible servers: the server https://a.example.com is new"],
    ["breaking servers: the server https://a.example.com is removed"],
  ],

  [
    "a webhook",
    { webhooks: {} },
    webhook({}),
    ["compatible operation-added: the operation webhook sent POST is new"],
    ["breaking operation-removed: the operation webhook sent POST is removed"],
  ],
  [
    "a method of a webhook",
    webhook({}),
    {
      webhooks: {
        sent: { post: { responses: { 200: ok } }, put: { responses: { 200: ok } } },
      },
    },
    ["breaking operation-added: the operation webhook sent PUT is new"],
    ["breaking operation-removed: the operation webhook sent PUT is removed"],
  ],
  [
    "whether the body of a webhook is required",
    webhook({ requestBody: { content: json } }),
    webhook({ requestBody: { required: true, content: json } }),
    ["compatible : the request body is required now"],
    ["breaking absent new: the request body is optional now"],
  ],
  [
    "a media type of a webhook",
    webhook({ requestBody: { content: json } }),
    webhook({ requestBody: { content: { ...json, "text/plain": text } } }),
    ["breaking media-type-added: the media type text/plain of the request body is new"],
    ["compatible media-type-removed: the media type text/plain of the request body is removed"],
  ],
  [
    "a parameter of a webhook",
    webhook({}),
    webhook({ parameters: [query({ in: "header", name: "X-A", required: true })] }),
    ["compatible parameter-added: the header parameter X-A is new and required"],
    ["breaking absent new: the header parameter X-A is removed"],
  ],
  [
    "a response to a webhook",
    webhook({}),
    webhook({ responses: { 200: ok, 202: ok } }),
    ["compatible status-added: the response 202 is new"],
    ["breaking status-removed: the response 202 is removed"],
  ],
  [
    "security and servers, which are not those of a webhook",
    { ...webhook({}), components: { securitySchemes: schemes } },
    {
      ...webhook({}),
      components: { securitySchemes: schemes },
      security: [{ key: [] }],
      servers: [{ url: "https://a.example.com" }],
    },
    [],
    [],
  ],
  [
    "a callback",
    post({}),
    callback({}),
    ["compatible operation-added: the operation POST /a callback onEvent POST is new"],
    ["breaking operation-removed: the operation POST /a callback onEvent POST is removed"],
  ],
  [
    "whether the body of a callback is required",
    callback({ requestBody: { content: json } }),
    callback({ requestBody: { required: true, content: json } }),
    ["compatible : the request body is required now"],
    ["breaking absent new: the request body is optional now"],
  ],
];

function pathParameter(name: string): Members {
  return { name, in: "path", required: true, ...text };
}

function oauth2(...flows: readonly string[]): Members {
  const flow = { tokenUrl: "https://a.example.com/token", scopes: {} };
  return { type: "oauth2", flows: Object.fromEntries(flows.map((name) => [name, flow])) };
}

function regional(...regions: readonly string[]): Members {
  const [first = "eu"] = regions;
  const region = { default: first, ...(regions.length > 0 && { enum: regions }) };
  return { url: "https://{region}.example.com", variables: { region } };
}

describe("a change", () => {
  it.each(rows)("of %s, and back", async (_, old, now, forth, back) => {
    const sides = await readSides(old, now);
    expect(compareOperations(sides).changes.map(shown)).toEqual(forth);
    const reversed = { old: sides.new, new: sides.old };
    expect(compareOperations(reversed).changes.map(shown)).toEqual(back);
  });

  it.each(rows)("is none without one: %s", async (_, old, now) => {
    for (const each of [old, now]) {
      const sides = await readSides(each, each);
      expect(compareOperations(sides).changes).toEqual([]);
    }
  });
});

describe("the encoding of a parameter", () => {
  type EncodingRow = readonly [old: Members, now: Members, isSame: boolean];

  it.each<EncodingRow>([
    // Defaults.
    [query(list), query({ ...list, style: "form", explode: true }), true],
    [query(list), query({ ...list, explode: false }), false],
    [query(list), query({ ...list, style: "pipeDelimited" }), false],
    [query(list), query({ ...list, style: "pipeDelimited", explode: true }), true],
    [
      query({ ...list, in: "header" }),
      query({ ...list, in: "header", style: "simple", explode: true }),
      true,
    ],
    [query({ ...record, in: "header" }), query({ ...record, in: "header", explode: true }), false],
    [
      query({ ...record, style: "deepObject" }),
      query({ ...record, style: "deepObject", explode: false }),
      true,
    ],
    [query(record), query({ ...record, style: "deepObject" }), false],
    // A single value.
    [query(), query({ explode: false }), true],
    [query(), query({ style: "spaceDelimited" }), true],
    [query(), query({ allowReserved: true }), false],
    [query(number), query({ ...number, allowReserved: true }), true],
    [
      query({ schema: { enum: ["a", "b-c"] } }),
      query({ schema: { enum: ["a", "b-c"] }, allowReserved: true }),
      true,
    ],
    [query({ in: "header" }), query({ in: "header", allowReserved: true }), true],
    // Only values that both allow count.
    [query(), query({ schema: { type: ["string", "array"] }, explode: false }), true],
    // Content.
    [query(), query({ schema: undefined, content: { "text/plain": text } }), true],
    [query(), query({ schema: undefined, content: { "application/json": text } }), false],
    [query(number), query({ schema: undefined, content: { "application/json": number } }), true],
    [
      query({ schema: undefined, content: { "application/json": text } }),
      query({ schema: undefined, content: { "application/xml": text } }),
      false,
    ],
  ])("%j and %j: %s", async (old, now, isSame) => {
    const sides = await readSides(parameters(old), parameters(now));
    for (const each of [sides, { old: sides.new, new: sides.old }]) {
      const { changes } = compareOperations(each);
      expect(changes.map(({ rule }) => rule)).toEqual(isSame ? [] : ["parameter-encoding"]);
    }
  });

  it("follows references, options and parts to the types", async () => {
    const schema = { allOf: [{ $ref: "#/components/schemas/Id" }], minLength: 1 };
    const components = {
      schemas: {
        Id: { anyOf: [{ type: "string" }, { $ref: "#/components/schemas/Number" }] },
        Number: { type: "integer" },
      },
    };
    const sides = await readSides(
      { ...parameters(query({ schema })), components },
      { ...parameters(query({ schema, explode: false })), components },
    );
    expect(compareOperations(sides).changes).toEqual([]);
  });

  it("of a cookie is percent-encoded, unless it has the style of cookies", async () => {
    const cookie = (others: Members): Members => ({
      openapi: "3.2.0",
      ...parameters(query({ in: "cookie", ...others })),
    });
    const changed = async (old: Members, now: Members): Promise<boolean> =>
      compareOperations(await readSides(cookie(old), cookie(now))).changes.length > 0;
    expect(await changed({}, { style: "cookie" })).toBe(true);
    expect(await changed(number, { ...number, style: "cookie" })).toBe(false);
    expect(await changed({ allowReserved: true }, { style: "cookie" })).toBe(false);
  });

  it.each([
    ["label", false],
    ["matrix", false],
  ])("of a path parameter: %s", async (style, isSame) => {
    const at = (parameter: Members): Members => ({
      paths: {
        "/a/{id}": {
          get: { parameters: [{ ...pathParameter("id"), ...parameter }], responses: {} },
        },
      },
    });
    const sides = await readSides(at({}), at({ style }));
    expect(compareOperations(sides).changes.length === 0).toBe(isSame);
  });
});

/** A part as one line: `request POST /a requestBody application/json: OLD -> NEW`. */
function shownPart({
  operation,
  direction,
  part,
  old,
  new: now,
  ...others
}: OperationPart): string {
  const { name = "", status = "", mediaType = "" } = part;
  const flags = [
    others.untyped === undefined ? "" : `${others.untyped} untyped`,
    others.isItem === true ? "item" : "",
  ];
  return [
    direction,
    operation,
    part.part,
    name,
    status,
    mediaType,
    old.pointer,
    now.pointer,
    ...flags,
  ]
    .filter((each) => each !== "")
    .join(" ");
}

describe("the schemas to compare", () => {
  async function partsOf(old: Members, now: Members): Promise<readonly string[]> {
    return compareOperations(await readSides(old, now)).parts.map(shownPart);
  }

  const at = "/paths/~1a/post";

  it("are those of parameters, bodies and headers", async () => {
    const document = post({
      parameters: [query()],
      requestBody: { content: json },
      responses: { 200: { ...ok, headers: { "X-A": text }, content: json } },
    });
    const pointers = [
      `${at}/parameters/0/schema`,
      `${at}/requestBody/content/application~1json/schema`,
      `${at}/responses/200/headers/X-A/schema`,
      `${at}/responses/200/content/application~1json/schema`,
    ].map((pointer) => `${pointer} ${pointer}`);
    expect(await partsOf(document, document)).toEqual([
      `request POST /a parameter query q ${pointers[0] ?? ""}`,
      `request POST /a requestBody application/json ${pointers[1] ?? ""}`,
      `response POST /a header X-A 200 ${pointers[2] ?? ""}`,
      `response POST /a response 200 application/json ${pointers[3] ?? ""}`,
    ]);
  });

  it("of responses are those that a client uses for the status", async () => {
    const content = { ...ok, content: json };
    const place = (status: string): string =>
      `${at}/responses/${status}/content/application~1json/schema`;
    const row = (status: string, old: string, now: string): string =>
      `response POST /a response ${status} application/json ${place(old)} ${place(now)}`;
    expect(
      await partsOf(
        responses({ 200: content, "2XX": content, 404: content, default: content }),
        responses({ 200: content, 201: content, "4XX": content, 503: content, default: content }),
      ),
    ).toEqual([
      row("200", "200", "200"),
      row("201", "2XX", "201"),
      row("503", "default", "503"),
      row("4XX", "default", "4XX"),
      row("default", "default", "default"),
      row("404", "404", "4XX"),
    ]);
    // A success that is removed is not compared with the default, which is for errors.
    expect(
      await partsOf(
        responses({ 200: content, 404: content, default: content }),
        responses({ default: content }),
      ),
    ).toEqual([row("default", "default", "default"), row("404", "404", "default")]);
  });

  it("of media types are looked up by ranges", async () => {
    const place = (name: string): string => `${at}/requestBody/content/${name}/schema`;
    expect(
      await partsOf(
        body({ content: { "application/json": record, "text/plain": text } }),
        body({ content: { "application/*": record, "*/*": text } }),
      ),
    ).toEqual([
      `request POST /a requestBody application/json ${place("application~1json")} ${place("application~1*")}`,
      `request POST /a requestBody text/plain ${place("text~1plain")} ${place("*~1*")}`,
    ]);
  });

  it("of webhooks and callbacks are sent in the other direction", async () => {
    const operation = {
      requestBody: { content: json },
      responses: { 200: { ...ok, content: json } },
    };
    const directions = async (document: Members): Promise<readonly string[]> =>
      (await partsOf(document, document)).map((each) => each.replace(/ application.*/, ""));
    expect(await directions(webhook(operation))).toEqual([
      "response webhook sent POST requestBody",
      "request webhook sent POST response 200",
    ]);
    expect(await directions(callback(operation))).toEqual([
      "response POST /a callback onEvent POST requestBody",
      "request POST /a callback onEvent POST response 200",
    ]);
  });

  it("include items of sequences, and schemas that only one document has", async () => {
    const media = `${at}/requestBody/content/application~1json`;
    const lines = { "application/jsonl": { itemSchema: record.schema } };
    const sides = async (old: Members, now: Members): Promise<readonly string[]> =>
      partsOf(
        { openapi: "3.2.0", ...body({ content: old }) },
        { openapi: "3.2.0", ...body({ content: now }) },
      );
    const item = `${at}/requestBody/content/application~1jsonl/itemSchema`;
    expect(await sides(lines, lines)).toEqual([
      `request POST /a requestBody application/jsonl ${item} ${item} item`,
    ]);
    expect(await sides(json, { "application/json": {} })).toEqual([
      `request POST /a requestBody application/json ${media}/schema ${media} new untyped`,
    ]);
    // The whole of a sequence is not compared with its items.
    expect(await sides(lines, { "application/jsonl": record })).toEqual([]);
    const bytes = { schema: { type: "string", format: "binary" } };
    expect(
      await sides({ "application/octet-stream": bytes }, { "application/octet-stream": {} }),
    ).toEqual([]);
  });

  it("of paths are paired by their exact names first", async () => {
    const paths = (...names: readonly string[]): Members => ({
      paths: Object.fromEntries(
        names.map((name) => [
          `/a/{${name}}`,
          { get: { parameters: [pathParameter(name)], responses: {} } },
        ]),
      ),
    });
    const place = (name: string): string => `/paths/~1a~1{${name}}/get/parameters/0/schema`;
    expect(await partsOf(paths("x", "y"), paths("y", "z"))).toEqual([
      `request GET /a/{y} parameter path y ${place("y")} ${place("y")}`,
      `request GET /a/{z} parameter path z ${place("x")} ${place("z")}`,
    ]);
  });

  it("are found in version 3.0, too", async () => {
    const document = body({ content: json });
    const media = `${at}/requestBody/content/application~1json/schema`;
    expect(await partsOf({ ...document, openapi: "3.0.3" }, document)).toEqual([
      `request POST /a requestBody application/json ${media} ${media}`,
    ]);
  });
});

describe("a change of what operations share", () => {
  const reference = (section: string): Members => ({ $ref: `#/components/${section}/X` });

  function shared(components: Members): Members {
    const operation = {
      parameters: [reference("parameters")],
      requestBody: reference("requestBodies"),
      responses: {
        200: { ...ok, headers: { "X-A": reference("headers") } },
        404: reference("responses"),
        410: reference("responses"),
      },
    };
    return { paths: { "/a": { post: operation }, "/b": { put: operation } }, components };
  }

  it("is one change", async () => {
    const sides = await readSides(
      shared({
        parameters: { X: query() },
        requestBodies: { X: { content: json } },
        headers: { X: { required: true, ...text } },
        responses: { X: { ...ok, content: json } },
      }),
      shared({
        parameters: { X: query({ required: true }) },
        requestBodies: { X: { required: true, content: json } },
        headers: { X: text },
        responses: { X: { ...ok, content: { "application/xml": record } } },
      }),
    );
    const { changes } = compareOperations(sides);
    expect(
      changes.map((each) => [each.pointer, each.oldPlace?.pointer, each.newPlace?.pointer]),
    ).toEqual([
      ["/components/parameters/X", "/components/parameters/X", "/components/parameters/X/required"],
      [
        "/components/requestBodies/X",
        "/components/requestBodies/X",
        "/components/requestBodies/X/required",
      ],
      ["/components/headers/X", "/components/headers/X/required", "/components/headers/X"],
      [
        "/components/responses/X/content/application~1xml",
        "/components/responses/X/content",
        "/components/responses/X/content/application~1xml",
      ],
      [
        "/components/responses/X/content/application~1json",
        "/components/responses/X/content/application~1json",
        "/components/responses/X/content",
      ],
    ]);
    for (const each of changes) expect(each.operations).toEqual(["POST /a", "PUT /b"]);
  });

  it("is at the reference if that was removed", async () => {
    const sides = await readSides(
      {
        ...post({ parameters: [reference("parameters")] }),
        components: { parameters: { X: query() } },
      },
      { ...post({}), components: { parameters: { X: query() } } },
    );
    const [change] = compareOperations(sides).changes;
    expect([change?.pointer, change?.newPlace?.pointer]).toEqual([
      "/paths/~1a/post/parameters/0",
      "/paths/~1a/post",
    ]);
  });

  it("is one change for security, schemes and servers", async () => {
    const document = (security: unknown, key: Members, ...list: readonly Members[]): Members => {
      const operation = { responses: { 200: ok } };
      return {
        paths: {
          "/a": { get: operation, post: { ...operation, security: [{ key: [] }] } },
          "/b": { get: operation },
        },
        security,
        servers: list,
        components: { securitySchemes: { ...schemes, key } },
      };
    };
    const sides = await readSides(
      document([{ key: [] }, { token: [] }], schemes.key, { url: "https://a.example.com" }),
      document(
        [{ key: [] }],
        { ...schemes.key, name: "X-Other" },
        { url: "https://b.example.com" },
      ),
    );
    expect(
      compareOperations(sides).changes.map(({ pointer, rule, operations }) => [
        pointer,
        rule,
        operations,
      ]),
    ).toEqual([
      ["/security", "security", ["GET /a", "GET /b"]],
      ["/components/securitySchemes/key", "security", ["GET /a", "POST /a", "GET /b"]],
      ["/servers/0", "servers", ["GET /a", "POST /a", "GET /b"]],
      ["/servers/0", "servers", ["GET /a", "POST /a", "GET /b"]],
    ]);
  });

  it("is in an operation that has lists of its own, or had them", async () => {
    const document = (own: Members): Members => ({
      ...post(own, { security: [{ key: [] }], servers: [{ url: "https://a.example.com" }] }),
      components: { securitySchemes: schemes },
    });
    const sides = await readSides(
      document({}),
      document({
        security: [{ token: [] }],
        servers: [{ url: "https://b.example.com" }, { url: "https://c.example.com" }],
      }),
    );
    const operation = "/paths/~1a/post";
    const places = ({ pointer, oldPlace, newPlace }: ChangeDraft): readonly unknown[] => [
      pointer,
      oldPlace?.pointer,
      newPlace?.pointer,
    ];
    expect(compareOperations(sides).changes.map(places)).toEqual([
      [`${operation}/security`, operation, `${operation}/security`],
      [`${operation}/servers`, operation, `${operation}/servers`],
      [`${operation}/servers`, operation, `${operation}/servers`],
      [`${operation}/servers`, operation, `${operation}/servers`],
    ]);
    const reversed = { old: sides.new, new: sides.old };
    expect(compareOperations(reversed).changes.map(places)).toEqual([
      [`${operation}/security`, `${operation}/security`, operation],
      [`${operation}/servers`, `${operation}/servers`, operation],
      [`${operation}/servers`, `${operation}/servers`, operation],
      [`${operation}/servers`, `${operation}/servers`, operation],
    ]);
  });

  it("has the place of its operation", async () => {
    const operation = { responses: { 200: ok } };
    const sides = await readSides(
      { openapi: "3.2.0", paths: { "/a": { get: operation } } },
      {
        openapi: "3.2.0",
        paths: {
          "/a": { get: operation, additionalOperations: { COPY: operation } },
          "/b": { $ref: "#/components/pathItems/B" },
        },
        components: { pathItems: { B: { query: operation } } },
      },
    );
    expect(
      compareOperations(sides).changes.map(({ message, oldPlace, newPlace }) => [
        message,
        oldPlace?.pointer,
        newPlace?.pointer,
      ]),
    ).toEqual([
      ["the operation COPY /a is new", "/paths/~1a", "/paths/~1a/additionalOperations/COPY"],
      ["the operation QUERY /b is new", "/paths", "/paths/~1b"],
    ]);
  });

  it("of a callback with several expressions names the expression", async () => {
    const item = { post: { responses: { 200: ok } } };
    const sides = await readSides(
      post({ callbacks: { onEvent: { "{$request.body#/a}": item } } }),
      post({ callbacks: { onEvent: { "{$request.body#/a}": item, "{$request.body#/b}": item } } }),
    );
    expect(compareOperations(sides).changes.map(shown)).toEqual([
      "compatible operation-added: the operation POST /a callback onEvent {$request.body#/b} POST is new",
    ]);
  });

  it("ends, if callbacks are circular", async () => {
    const onEvent = {
      "{$request.body#/url}": {
        post: {
          requestBody: { content: json },
          callbacks: { again: { $ref: "#/components/callbacks/X" } },
          responses: { 200: ok },
        },
      },
    };
    const document = post(
      { callbacks: { onEvent: { $ref: "#/components/callbacks/X" } } },
      { components: { callbacks: { X: onEvent } } },
    );
    const { parts, changes } = compareOperations(await readSides(document, document));
    expect(changes).toEqual([]);
    expect(parts.map(({ operation, direction }) => `${direction} ${operation}`)).toEqual([
      "response POST /a callback onEvent POST",
      "request POST /a callback onEvent POST callback again POST",
    ]);
  });
});

describe("a proof", () => {
  it("says what is missing, and where that is required", async () => {
    const sides = await readSides(post({}), parameters(query({ required: true })));
    const [change] = compareOperations(sides).changes;
    expect(change).toEqual({
      pointer: "/paths/~1a/post/parameters/0",
      direction: "request",
      operations: ["POST /a"],
      data: "breaking",
      types: "compatible",
      message: "the query parameter q is new and required",
      proof: {
        part: "parameter",
        name: "query q",
        acceptedBy: "old",
        absent: true,
        issue: {
          path: [],
          pointer: "",
          keyword: "required",
          message: "missing, expected the query parameter q",
          expected: "the query parameter q",
          received: "undefined",
          schemaPath: "#/paths/~1a/post/parameters/0/required",
        },
      },
      oldPlace: { uri: sides.old.document.uri, pointer: "/paths/~1a/post" },
      newPlace: { uri: sides.new.document.uri, pointer: "/paths/~1a/post/parameters/0" },
    });
  });
});
