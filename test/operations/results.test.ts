import { expect, it } from "vitest";
import { between, documentOfOperation, emitted } from "./emitted.js";

const json = (type: string): object => ({ "application/json": { schema: { type } } });
const text = { description: "A text.", content: json("string") };
const bytes = { description: "Bytes.", content: { "image/png": {} } };
const none = { description: "Nothing." };
const total = { required: true, schema: { type: "integer" } };

/** The type of the results of an operation with some responses. */
async function resultOf(responses: object, method = "get"): Promise<string | undefined> {
  const { texts } = await emitted(documentOfOperation({ responses }, { method }));
  return between(texts.get("a"), "export type AResult =", ";\n\n");
}

const stream = "ReadableStream<Uint8Array>";

it.each([
  [
    "one status",
    { 200: text },
    'DescribedResult<200, "application/json", AResponse> | OtherResult<Exclude<Status, 200>>',
  ],
  [
    "a status without a body",
    { 202: none },
    "DescribedResult<202, undefined, undefined> | OtherResult<Exclude<Status, 202>>",
  ],
  [
    "statuses that have no body",
    { 204: text, 304: text },
    "DescribedResult<204 | 304, undefined, undefined> | OtherResult<Exclude<Status, 204 | 304>>",
  ],
  [
    "statuses with the same content",
    { 200: bytes, 201: none, 202: bytes },
    `DescribedResult<200 | 202, "image/png", ${stream}> | DescribedResult<201, undefined, undefined> | OtherResult<Exclude<Status, 200 | 201 | 202>>`,
  ],
  [
    "several media types",
    { 200: { ...none, content: { ...json("string"), "IMAGE/PNG; q=1": {} } } },
    `DescribedResult<200, "application/json", AResponse> | DescribedResult<200, "image/png", ${stream}> | OtherResult<Exclude<Status, 200>>`,
  ],
  [
    "a range of media types",
    { 200: { ...none, content: { "image/*": {} } } },
    `DescribedResult<200, string, ${stream}> | OtherResult<Exclude<Status, 200>>`,
  ],
  [
    "a range of statuses",
    { 200: none, "4xx": bytes, 404: none },
    `DescribedResult<200 | 404, undefined, undefined> | DescribedResult<Exclude<StatusIn<"4">, 404>, "image/png", ${stream}> | OtherResult<Exclude<Status, 200 | StatusIn<"4">>>`,
  ],
  [
    "all ranges",
    { "2XX": none, "3XX": none, "4XX": none, "5XX": none },
    'DescribedResult<StatusIn<"2"> | StatusIn<"3"> | StatusIn<"4"> | StatusIn<"5">, undefined, undefined>',
  ],
  [
    "a default",
    { 200: none, "5XX": none, default: bytes },
    `DescribedResult<200 | StatusIn<"5">, undefined, undefined> | DescribedResult<Exclude<Status, 200 | StatusIn<"5">>, "image/png", ${stream}>`,
  ],
  ["a default alone", { default: none }, "DescribedResult<Status, undefined, undefined>"],
  [
    "headers",
    { 200: { ...none, headers: { "X-Total": total, "content-type": total } } },
    'DescribedResult<200, undefined, undefined, { "X-Total": number }> | OtherResult<Exclude<Status, 200>>',
  ],
  ["no response", {}, "OtherResult<Status>"],
])("the results of an operation with %s are a union", async (_, responses, type) => {
  expect(await resultOf(responses)).toBe(type);
});

it("a response to HEAD has no body", async () => {
  expect(await resultOf({ 200: bytes }, "head")).toBe(
    "DescribedResult<200, undefined, undefined> | OtherResult<Exclude<Status, 200>>",
  );
});

it("a response that several operations refer to is described once, with its headers", async () => {
  const responses = { 200: { $ref: "#/components/responses/Page" } };
  const { texts } = await emitted({
    openapi: "3.1.0",
    info: { title: "Test", version: "1.0.0" },
    paths: {
      "/a": { get: { operationId: "a", responses }, head: { operationId: "b", responses } },
      "/c": { get: { operationId: "c", responses } },
    },
    components: {
      responses: {
        Page: { ...bytes, headers: { "X-Total": { $ref: "#/components/headers/Total" } } },
      },
      headers: { Total: { description: "How many.", ...total } },
    },
  });
  expect([...texts.keys()]).toEqual(["a", "b", "c", "responses/page", "index"]);
  expect(between(texts.get("a"), "export type AResult =", ";\n\n")).toBe(
    `DescribedResult<200, "image/png", ${stream}, PageHeaders> | OtherResult<Exclude<Status, 200>>`,
  );
  expect(texts.get("a")).toContain('responses: { "200": page }');
  // A response to HEAD has the headers, and no body.
  expect(texts.get("b")).toContain('responses: { "200": { headers: [');
  expect(texts.get("responses/page")).toContain(
    "export const page: ResponseDescription = { headers: [",
  );
  expect(texts.get("responses/page")).toContain("How many.");
});
