import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle } from "./bundle.js";

/** The most that a client adds to guards and a described operation, in bytes, minified and compressed. */
const budget = 2420;

/** The most that a JSON operation with two parameters and its codecs adds to guards. */
const operationBudget = 1390;

const folder = fileURLToPath(new URL("../operations", import.meta.url));
const runtime = "../../generator/runtime";

/** What a page with guards has: models, issues of calls and of JSON text. */
const guards = `
  export { checkCall } from "${runtime}/check-call.js";
  export { parseJson } from "${runtime}/parse.js";
  export { Count } from "./described.js";`;

/** A JSON operation with a parameter in the path and one in the query. */
const operation = `
  import { jsonBody } from "${runtime}/body-json.js";
  import { form } from "${runtime}/parameter-form.js";
  import { asNumber, asText } from "${runtime}/parameter-shapes.js";
  import { simple } from "${runtime}/parameter-simple.js";
  import { Count, Text } from "./described.js";
  export const countItems = {
    id: "countItems",
    method: "GET",
    path: "/lists/{list}/count",
    parameters: [
      { name: "list", in: "path", isRequired: true, codec: simple(asText), schema: Text },
      { name: "after", in: "query", codec: form(asNumber), schema: Count },
    ],
    responses: { 200: { content: [jsonBody(Count)] } },
    security: [[{ scheme: { name: "bearerAuth", type: "http", scheme: "bearer" } }]],
    servers: [{ url: "https://api.example.com/v1" }],
  };`;

const client = `export { createClient, send } from "${runtime}/client.js";`;

const sizes = { guards: 0, operation: 0, client: 0 };

beforeAll(async () => {
  const sizeOf = async (program: string): Promise<number> =>
    (await bundle(program, folder)).gzipped;
  sizes.guards = await sizeOf(guards);
  sizes.operation = await sizeOf(guards + operation);
  sizes.client = await sizeOf(guards + operation + client);
});

afterAll(() => {
  const rows = [
    ["guards, issues, JSON text", sizes.guards],
    ["+ an operation and its codecs", sizes.operation - sizes.guards],
    ["+ createClient and send", sizes.client - sizes.operation],
  ] as const;
  const lines = rows.map(([name, size]) => `${name.padEnd(34)} ${String(size).padStart(8)}`);
  console.log(["bytes in a bundle, gzipped", ...lines].join("\n"));
});

test(`a client takes no more than ${budget} bytes beside guards and codecs`, () => {
  expect(sizes.client - sizes.operation).toBeLessThanOrEqual(budget);
});

test(`an operation takes no more than ${operationBudget} bytes with its codecs`, () => {
  expect(sizes.operation - sizes.guards).toBeLessThanOrEqual(operationBudget);
});

test("a client has no code for credentials, limits, pages, reserved characters, and variables of servers", async () => {
  const { modules } = await bundle(guards + operation + client, folder);
  const paths = modules.join(" ");
  expect(paths).toContain("write-request");
  expect(paths).not.toMatch(
    /body-chunks|credentials|limit-body|paginate|percent-reserved|server-url|read-parameters/,
  );
});
