import { inspect } from "node:util";
import createClient, { type Middleware } from "openapi-fetch";
import { describe, expect, test } from "vitest";
import { checkResponses, type ResponseTable } from "../../generator/runtime/openapi-fetch.js";
import type { JsonOptions } from "../../generator/runtime/parse.js";
import { modelSchema, type ModelSchema } from "../../generator/runtime/schema.js";
import { report } from "../../generator/runtime/collect.js";
import { ValidationError } from "../../generator/runtime/validation-error.js";

function schemaOf(name: string, is: (value: unknown) => value is unknown): ModelSchema<unknown> {
  return modelSchema(name, `#/components/schemas/${name}`, is, (value, path) => {
    report(path, "type", `a ${name}`, value);
  });
}

const Pet = schemaOf(
  "Pet",
  (value): value is unknown => typeof value === "object" && value !== null && "name" in value,
);
const Text = schemaOf("Text", (value): value is unknown => typeof value === "string");
const Count = schemaOf("Count", (value): value is unknown => typeof value === "number");

/** What a document describes of one response, by the name of its path. */
const contents = {
  pet: { "application/json": Pet },
  problem: { "application/problem+json": Pet },
  text: { "application/json": Text },
  several: { "application/json": Pet, "application/vnd.count+json": Count },
  "beside text": { "application/json": Pet, "text/plain": null },
  "beside any JSON": { "application/json": null, "application/vnd.count+json": Count },
  versions: { "application/json": [Pet, Count] },
  any: { "*/*": Pet },
  "any text": { "*/*": Text },
  "any application": { "application/*": Pet, "image/*": null },
  nothing: {},
} satisfies Readonly<
  Record<
    string,
    Readonly<Record<string, ModelSchema<unknown> | readonly ModelSchema<unknown>[] | null>>
  >
>;

const table: ResponseTable = Object.fromEntries(
  Object.entries(contents).map(([name, content]) => [
    `/${name}`,
    Object.fromEntries(
      ["get", "head"].map((method) => [method.toUpperCase(), { default: content }]),
    ),
  ]),
);

interface Request {
  readonly method?: string;
  readonly parseAs?: "json" | "text" | "blob" | "arrayBuffer" | "stream" | undefined;
  readonly status?: number;
  /** Headers besides the media type. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly options?: JsonOptions;
}

/** Any path, and what this test looks at of what comes back. */
interface Client {
  readonly use: (middleware: Middleware) => void;
  readonly request: (
    method: string,
    path: string,
    init?: object,
  ) => Promise<{ readonly data?: unknown; readonly error?: unknown }>;
}

/** What the client gives of a response, or the message with which the middleware rejects it. */
async function outcomeOf(
  path: string,
  type: string | undefined,
  body: string | null,
  { method = "get", parseAs = "json", status = 200, headers, options }: Request = {},
): Promise<unknown> {
  const client = createClient({
    baseUrl: "http://localhost",
    fetch: () => {
      const response = new Response(body === null ? null : new TextEncoder().encode(body), {
        status,
        headers: { ...headers, ...(type !== undefined && { "content-type": type }) },
      });
      return Promise.resolve(response);
    },
    // The paths are those of the table, which has no types here.
  }) as unknown as Client;
  client.use(checkResponses(table, options));
  try {
    const { data, error } = await client.request(method, path, { parseAs });
    return status < 300 ? { data } : { error };
  } catch (error) {
    if (!(error instanceof ValidationError)) return error;
    expect(error.issues.length).toBeGreaterThan(0);
    return error.message.replace(/^not a valid (\w+) in response \d+ of \w+ \S.*?: (?=\S)/, "$1: ");
  }
}

const pet = { name: "Rex" };
const rightPet = JSON.stringify(pet);
const json = "application/json";
const wrongTypes = [
  undefined,
  "text/plain",
  "text/html; charset=utf-8",
  "application/octet-stream",
  "application/hal+json",
  "application/problem+json",
];

describe.each(wrongTypes)("a body of the type %s, where another one is described,", (type) => {
  test.each<[status: number, kind: "data" | "error"]>([
    [200, "data"],
    [404, "error"],
  ])("passes with %i only if the client returns what is described", async (status, kind) => {
    const outcome = (body: string): Promise<unknown> => outcomeOf("/pet", type, body, { status });
    expect(await outcome(rightPet)).toEqual({ [kind]: pet });
    expect(await outcome("{}")).toBe("Pet: expected a Pet, received object of size 0");
    expect(await outcome('"text"')).toBe('Pet: expected a Pet, received "text" (string)');
    expect(await outcome("")).toBe("Pet: line 1, column 1: the text is empty");
    const [essence] = type?.split(";") ?? [];
    expect(await outcome("<h1>Oops</h1>")).toBe(
      type?.endsWith("json") === true
        ? "Pet: line 1, column 1: HTML or XML instead of JSON"
        : `Pet: has ${essence === undefined ? "no media type" : `media type ${essence}`}, expected application/json`,
    );
  });
});

describe("of the types that are described", () => {
  test.each<
    [path: string, type: string | undefined, status: number, body: string, outcome: unknown]
  >([
    // The one that a response names is meant.
    ["/several", json, 200, rightPet, { data: pet }],
    ["/several", json, 200, "1", "Pet: expected a Pet, received 1 (number)"],
    ["/several", "application/vnd.count+json", 200, "1", { data: 1 }],
    [
      "/several",
      "application/vnd.count+json",
      200,
      rightPet,
      "Count: expected a Count, received object of size 1",
    ],
    // Any of them may be, if it names none.
    ["/several", undefined, 200, "1", { data: 1 }],
    ["/several", "text/plain", 404, rightPet, { error: pet }],
    ["/several", "text/plain", 200, "null", "Pet: expected a Pet, received null"],
    [
      "/several",
      "text/plain",
      500,
      "gone",
      "Pet: has media type text/plain, expected application/json or application/vnd.count+json",
    ],
    // What is described and no JSON is not looked at.
    ["/beside text", "text/plain", 404, "gone", { error: "gone" }],
    ["/beside text", "text/plain", 200, "1", { data: 1 }],
    ["/beside text", "text/html", 200, "1", "Pet: expected a Pet, received 1 (number)"],
    ["/beside text", json, 200, "1", "Pet: expected a Pet, received 1 (number)"],
    // Where one of them may be anything, so may the body.
    ["/beside any JSON", json, 200, "true", { data: true }],
    ["/beside any JSON", undefined, 200, "true", { data: true }],
    [
      "/beside any JSON",
      "application/vnd.count+json",
      200,
      "true",
      "Count: expected a Count, received true (boolean)",
    ],
    // Where parameters tell several apart, it may be any of them.
    ["/versions", "application/json; version=2", 200, "1", { data: 1 }],
    ["/versions", undefined, 404, rightPet, { error: pet }],
    ["/versions", json, 200, "true", "Pet: expected a Pet, received true (boolean)"],
    [
      "/versions",
      "text/html",
      500,
      "<h1>",
      "Pet: has media type text/html, expected application/json",
    ],
    // A range of types has every one of them.
    ["/any", json, 200, rightPet, { data: pet }],
    ["/any", "text/html", 200, rightPet, { data: pet }],
    ["/any", undefined, 200, "[]", "Pet: expected a Pet, received array of length 0"],
    ["/any", "text/html", 500, "<h1>", "Pet: has media type text/html, expected JSON"],
    ["/any text", "text/plain", 500, "gone", { error: "gone" }],
    [
      "/any text",
      json,
      500,
      "gone",
      'Text: line 1, column 1: expected a JSON value, received "gone"',
    ],
    ["/any text", "text/plain", 500, "1", "Text: expected a Text, received 1 (number)"],
    ["/any text", "text/plain", 200, "gone", "Text: has media type text/plain, expected JSON"],
    ["/any application", "text/plain", 200, rightPet, { data: pet }],
    ["/any application", "text/plain", 200, "1", "Pet: expected a Pet, received 1 (number)"],
    ["/any application", "image/x+json", 200, "1", { data: 1 }],
    [
      "/text",
      "text/html",
      500,
      "<h1>",
      "Text: has media type text/html, expected application/json",
    ],
    ["/text", "text/html", 500, '"gone"', { error: "gone" }],
    // Nothing is described.
    ["/nothing", json, 200, "1", { data: 1 }],
    ["/nothing", undefined, 500, "<h1>", { error: "<h1>" }],
    ["/unknown", json, 200, "1", { data: 1 }],
    ["/problem", json, 404, "[]", "Pet: expected a Pet, received array of length 0"],
    ["/problem", "application/problem+json", 404, rightPet, { error: pet }],
  ])("%s has %s with %i and the body %s", async (path, type, status, body, outcome) => {
    expect(await outcomeOf(path, type, body, { status })).toEqual(outcome);
  });
});

describe("what the client does not parse", () => {
  const bytes = new TextEncoder().encode("{}");

  test.each<[parseAs: Request["parseAs"], data: unknown]>([
    ["text", "{}"],
    ["blob", expect.any(Blob)],
    ["arrayBuffer", bytes.buffer],
    ["stream", expect.any(ReadableStream)],
  ])("as JSON passes: %s", async (parseAs, data) => {
    for (const type of [json, undefined]) {
      expect(await outcomeOf("/pet", type, "{}", { parseAs })).toEqual({ data });
    }
    // An error is always parsed.
    expect(await outcomeOf("/pet", json, "{}", { parseAs, status: 400 })).toContain(
      "expected a Pet",
    );
  });

  test.each<[what: string, request: Request, outcome: unknown]>([
    ["of HEAD", { method: "head" }, { data: undefined }],
    ["with the status 204", { status: 204 }, { data: undefined }],
    ["with the status 205", { status: 205 }, { data: undefined }],
    ["of an error of HEAD", { method: "head", status: 404 }, { error: undefined }],
  ])("because there is no body passes: %s", async (_what, request, outcome) => {
    expect(await outcomeOf("/pet", json, null, request)).toEqual(outcome);
  });

  test.each<[what: string, body: string | null, request: Request]>([
    ["without a length", null, {}],
    ["of the length 0", null, { headers: { "content-length": "0" } }],
    // The client trusts the header.
    ["that is said to have the length 0", rightPet, { headers: { "content-length": "0" } }],
    ["of an error", null, { status: 500 }],
  ])("because it is empty does not, where JSON is described: %s", async (_what, body, request) => {
    expect(await outcomeOf("/pet", json, body, request)).toBe(
      "Pet: line 1, column 1: the text is empty",
    );
    expect(await outcomeOf("/nothing", json, body, request)).toHaveProperty(
      request.status === undefined ? "data" : "error",
    );
  });

  test("does not pass because the length is 0, if the body is chunked", async () => {
    const headers = { "content-length": "0", "transfer-encoding": "chunked" };
    expect(await outcomeOf("/pet", json, rightPet, { headers })).toEqual({ data: pet });
  });
});

test("options also apply to the text", async () => {
  const twice = '{"name": "a", "name": "b"}';
  expect(await outcomeOf("/pet", json, twice)).toEqual({ data: { name: "b" } });
  for (const type of [json, "text/plain"]) {
    const options = { duplicateKeys: "reject" } as const;
    expect(await outcomeOf("/pet", type, twice, { options })).toBe(
      'Pet: line 1, column 15: duplicate key "name", first at line 1, column 2',
    );
  }
});

test.each([
  ["no JSON", json, "s3cr3t"],
  ["no JSON, by its type", "text/plain", "s3cr3t"],
  ["an error that is text", "text/plain", "s3cr3t"],
  ["another value", json, '"s3cr3t"'],
])("hidden values are shown nowhere: %s", async (_what, type, body) => {
  const middleware = (hideValues: boolean): Promise<unknown> => {
    const response = new Response(body, { status: 500, headers: { "content-type": type } });
    return checkResponses(table, { hideValues })
      .onResponse({
        schemaPath: "/pet",
        request: { method: "GET" },
        options: { parseAs: "json" },
        response,
      })
      .catch((error: unknown) => error);
  };
  const error = await middleware(true);
  expect(error).toBeInstanceOf(ValidationError);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("s3cr3t");
  expect(inspect(await middleware(false), { depth: 9 })).toContain("s3cr3t");
});
