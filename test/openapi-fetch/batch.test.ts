import createClient from "openapi-fetch";
import { afterAll, afterEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import {
  ValidationError,
  type Batch,
  type ListBatchesResponse,
} from "../../generated/src/index.js";
import { BatchJsonSchema } from "../../generated/src/json-schema/batch.js";
import type { paths } from "../../generated/src/openapi.js";
import { guardResponses } from "../../generated/src/openapi-fetch.js";
import { startServer } from "./server.js";

const server = await startServer();
afterAll(server.close);

const client = createClient<paths>({ baseUrl: server.url });
client.use(guardResponses());

const params = { path: { batch_id: "batch_1" } };
const [example] = BatchJsonSchema.examples as readonly object[];

function answerJson(value: unknown, status = 200): void {
  server.answer({ status, type: "application/json", body: JSON.stringify(value) });
}

describe("a client of the Batch API", () => {
  test("has the types of the models", async () => {
    answerJson(example);
    const { data } = await client.GET("/batches/{batch_id}", { params });
    expect(data).toEqual(example);
    // Both ways.
    expectTypeOf(data).toExtend<Batch | undefined>();
    expectTypeOf<Batch>().toExtend<NonNullable<typeof data>>();

    const page = { object: "list", data: [example], has_more: false };
    answerJson(page);
    const list = await client.GET("/batches", { params: { query: { limit: 1 } } });
    expect(list.data).toEqual(page);
    expectTypeOf(list.data).toExtend<ListBatchesResponse | undefined>();
  });

  test("does not compile where a request is wrong", () => {
    // This is compiled, and never called.
    const wrong = (): unknown => [
      // @ts-expect-error there is no such path
      client.GET("/batch"),
      // @ts-expect-error the parameter is missing
      client.GET("/batches/{batch_id}"),
      // @ts-expect-error the body is missing
      client.POST("/batches"),
    ];
    expect(wrong).toBeTypeOf("function");
  });

  test("rejects what is not a Batch, and says where it came from and what is wrong", async () => {
    answerJson({ ...example, status: "gone" });
    const got = client.GET("/batches/{batch_id}", { params });
    await expect(got).rejects.toThrow(ValidationError);
    await expect(got).rejects.toThrow(
      /^not a valid Batch in response 200 of GET \/batches\/\{batch_id\}: status: expected /,
    );
    await expect(got).rejects.toMatchObject({ issues: [{ path: ["status"], keyword: "enum" }] });
  });

  test.each([
    ["POST /batches", () => client.POST("/batches", { body: requestBody })],
    [
      "POST /batches/{batch_id}/cancel",
      () => client.POST("/batches/{batch_id}/cancel", { params }),
    ],
    ["GET /batches", () => client.GET("/batches")],
  ])("checks %s", async (operation, send) => {
    answerJson({});
    await expect(send()).rejects.toThrow(`in response 200 of ${operation}: `);
  });
});

const requestBody = {
  input_file_id: "file-1",
  endpoint: "/v1/responses",
  completion_window: "24h",
} as const;

describe("the snippet", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    vi.resetModules();
  });

  test.each([
    ["prints the status of a batch", example, ["validating"], []],
    [
      "prints what is wrong with what is none",
      { ...example, id: 1 },
      [],
      [expect.stringMatching(/^not a valid Batch in response 200 of GET .*: id: expected /)],
    ],
  ])("%s", async (_what, batch, printed, errors) => {
    answerJson(batch);
    vi.stubEnv("OPENAI_BASE_URL", server.url);
    const log = vi.spyOn(console, "log").mockReturnValue(undefined);
    const error = vi.spyOn(console, "error").mockReturnValue(undefined);
    await import("./snippet.js");
    expect(log.mock.calls.flat()).toEqual(printed);
    expect(error.mock.calls.flat()).toEqual(errors);
  });
});
