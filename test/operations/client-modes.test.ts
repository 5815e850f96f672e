import { afterEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import type { Batch } from "../../generated/src/index.js";
import { jsonBody } from "../../generator/runtime/body-json.js";
import type { BodyCodec } from "../../generator/runtime/body.js";
import { createClient, send } from "../../generator/runtime/client.js";
import type {
  Client,
  Sent,
  ValidationMode,
  Violation,
} from "../../generator/runtime/client-options.js";
import type { Issue } from "../../generator/runtime/issue.js";
import type { DescribedResult, Operation } from "../../generator/runtime/operation.js";
import { form } from "../../generator/runtime/parameter-form.js";
import { asNumber } from "../../generator/runtime/parameter-shapes.js";
import { ValidationError } from "../../generator/runtime/validation-error.js";
import type { retrieveBatch } from "./batch-operations.js";
import { Count, operationOf, schemaOf, type AnyOperation } from "./described.js";

afterEach(() => {
  vi.useRealTimers();
});

/** Counts the items after a number. */
const count: AnyOperation = operationOf({
  parameters: [{ name: "after", in: "query", codec: form(asNumber), schema: Count }],
  responses: { 200: { content: [jsonBody(Count)] } },
});

/** Answers every request with JSON. */
const answering = (json: string) => (): Promise<Response> =>
  Promise.resolve(new Response(json, { headers: { "content-type": "application/json" } }));

const baseUrl = "https://h";

describe("the mode of a client is in its type", () => {
  type Sending<Mode extends ValidationMode> = Sent<typeof retrieveBatch, Mode>;
  const client = createClient();

  test("throw is the default", () => {
    expectTypeOf(client).toEqualTypeOf<Client<"throw">>();
    expectTypeOf(createClient({ baseUrl })).toEqualTypeOf<Client<"throw">>();
    expectTypeOf(createClient({ validate: { request: "off" } })).toEqualTypeOf<Client<"throw">>();
    expect(client).toMatchObject({ request: "throw", response: "throw" });
  });

  test("it is that of responses", () => {
    const report = createClient({ validate: "report" });
    expectTypeOf(report).toEqualTypeOf<Client<"report">>();
    expect(report).toMatchObject({ request: "report", response: "report" });
    const off = createClient({ validate: { request: "throw", response: "off" } });
    expectTypeOf(off).toEqualTypeOf<Client<"off">>();
    expect(off).toMatchObject({ request: "throw", response: "off" });
    const either: { response?: "report" } = {};
    // The default throws more than this type says.
    expectTypeOf(createClient({ validate: either })).toEqualTypeOf<Client<"report">>();
    // @ts-expect-error -- no such mode
    createClient({ validate: "warn" });
    // @ts-expect-error -- nothing says that its results are valid
    off satisfies Client<"throw">;
  });

  test("results that were checked have the types of the document", () => {
    type Checked = Extract<Sending<"throw">, { status: 200 }>;
    expectTypeOf<Checked["body"]>().toEqualTypeOf<Batch>();
    expectTypeOf<Checked["mediaType"]>().toEqualTypeOf<"application/json">();
    expectTypeOf<Exclude<Sending<"throw">, { status: 200 }>["body"]>().toBeUnknown();
  });

  test("results that were only reported have them without issues", () => {
    const narrow = (result: Sending<"report">): void => {
      if (result.status !== 200) return;
      if (result.issues) {
        expectTypeOf(result.issues).toEqualTypeOf<readonly Issue[]>();
        expectTypeOf(result.body).toBeUnknown();
      } else {
        expectTypeOf(result.body).toEqualTypeOf<Batch>();
      }
      // @ts-expect-error -- it may not be valid
      result.body satisfies Batch;
    };
    expect(narrow).toBeTypeOf("function");
  });

  test("results that were not checked are unknown", () => {
    expectTypeOf<Sending<"off">["body"]>().toBeUnknown();
    expectTypeOf<Extract<Sending<"off">, { status: 200 }>["mediaType"]>().toEqualTypeOf<
      string | undefined
    >();
  });

  test("the items of a stream are known only if they were checked", () => {
    type Stream = DescribedResult<200, "application/jsonl", AsyncIterable<Batch>>;
    type Streaming = Operation<object, Stream>;
    expectTypeOf<Sent<Streaming, "throw">["body"]>().toEqualTypeOf<AsyncIterable<Batch>>();
    type Reported = Extract<Sent<Streaming, "report">, { readonly issues?: undefined }>;
    expectTypeOf<Reported["body"]>().toEqualTypeOf<AsyncIterable<unknown>>();
  });
});

test("report sends what is not valid, and gives the issues of the response", async () => {
  const violations: Violation[] = [];
  const sent: string[] = [];
  const client = createClient({
    baseUrl,
    validate: "report",
    onViolation: (violation) => violations.push(violation),
    fetch: ({ url }) => {
      sent.push(url);
      return answering('"many"')();
    },
  });
  const result = await send(count, { query: { after: 0.5 } }, client);
  expect(sent).toEqual(["https://h/items?after=0.5"]);
  expect(result).toMatchObject({
    status: 200,
    body: "many",
    mediaType: "application/json",
    issues: [{ path: ["body"], message: 'body: expected a Count, received "many" (string)' }],
  });
  expect(violations).toMatchObject([
    { operation: "getItem", direction: "request", issues: [{ path: ["query", "after"] }] },
    { operation: "getItem", direction: "response", status: 200, issues: [{ path: ["body"] }] },
  ]);
  expect(violations[0]).not.toHaveProperty("status");
  const valid = createClient({ baseUrl, validate: "report", fetch: answering("12") });
  expect(await send(count, {}, valid)).not.toHaveProperty("issues");
});

test("off checks nothing", async () => {
  const client = createClient({ baseUrl, validate: "off", fetch: answering('"many"') });
  const result = await send(count, { query: { after: 0.5 } }, client);
  expect(result).toMatchObject({ status: 200, body: "many" });
  expect(result).not.toHaveProperty("issues");
  const text = createClient({ baseUrl, validate: "off", fetch: answering("no JSON") });
  expect(await send(count, {}, text)).toMatchObject({ body: "no JSON" });
});

test.each<[request: ValidationMode, response: ValidationMode, outcome: string]>([
  ["throw", "off", "not a valid request of GET /items"],
  ["off", "throw", "not a valid Count in response 200 of GET /items"],
  ["off", "off", "sent"],
  ["report", "throw", "not a valid Count in response 200 of GET /items"],
])("requests: %s, responses: %s", async (request, response, outcome) => {
  const client = createClient({
    baseUrl,
    validate: { request, response },
    fetch: answering('"many"'),
  });
  const sent = send(count, { query: { after: 0.5 } }, client);
  expect(await sent.then(() => "sent", String)).toContain(outcome);
});

describe("a violation is reported once in a time window", () => {
  /** A client that keeps what it reports as `direction status keyword`. */
  function reporting(violationWindow?: number) {
    const reports: string[] = [];
    const client = createClient({
      baseUrl,
      validate: "report",
      violationWindow,
      fetch: answering('"many"'),
      onViolation: ({ direction, status, issues }) =>
        reports.push(...issues.map(({ keyword }) => `${direction} ${status} ${keyword}`)),
    });
    return { reports, client };
  }

  test.each<[window: number | undefined, length: number]>([
    [undefined, 60_000],
    [1000, 1000],
  ])("of %o ms", async (window, length) => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { reports, client } = reporting(window);
    const first = ["request undefined type", "response 200 type"];
    await send(count, { query: { after: 0.5 } }, client);
    expect(reports).toEqual(first);
    vi.advanceTimersByTime(length - 1);
    const result = await send(count, { query: { after: 1.5 } }, client);
    expect(reports).toEqual(first);
    expect(result).toHaveProperty("issues");
    vi.advanceTimersByTime(1);
    await send(count, { query: { after: 1.5 } }, client);
    expect(reports).toEqual([...first, ...first]);
  });

  test("for each operation", async () => {
    const { reports, client } = reporting();
    await send(count, {}, client);
    await send({ ...count, id: "other" }, {}, client);
    expect(reports).toEqual(["response 200 type", "response 200 type"]);
  });

  test("and the memory has a bound", async () => {
    const { reports, client } = reporting();
    for (let index = 0; index < 1100; index += 1) {
      await send({ ...count, id: `count${index}` }, {}, client);
    }
    expect(reports).toHaveLength(1100);
    expect(client.reported.size).toBe(1000);
    // The oldest is forgotten, the newest is not.
    await send({ ...count, id: "count0" }, {}, client);
    await send({ ...count, id: "count1099" }, {}, client);
    expect(reports).toHaveLength(1101);
  });
});

test("values are hidden if the options say so", async () => {
  const client = createClient({ baseUrl, hideValues: true, fetch: answering('"secret"') });
  await expect(send(count, {}, client)).rejects.toThrow(/^(?!.*secret).*string/s);
});

describe("the items of a stream", () => {
  const items: BodyCodec = {
    mediaType: "application/jsonl",
    schema: schemaOf("Items", () => true),
    write: (value) => ({ body: JSON.stringify(value) }),
    read: (_message, options) => {
      const read = async function* (): AsyncGenerator {
        const issue = { keyword: "type", schemaPath: "#/type", message: "wrong" } as Issue;
        yield await Promise.resolve(0);
        options?.onInvalidItem?.([issue], 1);
        yield 1;
      };
      return Promise.resolve({ value: read() });
    },
  };
  const stream = operationOf({ responses: { 200: { content: [items] } } });
  const fetch = (): Promise<Response> =>
    Promise.resolve(new Response("", { headers: { "content-type": "application/jsonl" } }));

  /** All items, and what was reported or thrown. */
  async function itemsOf(validate: ValidationMode): Promise<readonly unknown[]> {
    const seen: unknown[] = [];
    const onViolation = ({ issues }: Violation): void => void seen.push(issues[0]?.message);
    const client = createClient({ baseUrl, validate, onViolation, fetch });
    const { body } = await send(stream, {}, client);
    try {
      for await (const item of body as AsyncIterable<unknown>) seen.push(item);
    } catch (error) {
      seen.push(error instanceof ValidationError && error.message);
    }
    return seen;
  }

  test.each<[mode: ValidationMode, seen: readonly unknown[]]>([
    ["throw", [0, "not a valid item 1 of response 200 of GET /items: wrong"]],
    ["report", [0, "wrong", 1]],
    ["off", [0, 1]],
  ])("are checked in the mode %s", async (mode, seen) => {
    expect(await itemsOf(mode)).toEqual(seen);
  });
});
