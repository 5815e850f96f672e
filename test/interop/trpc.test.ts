import { initTRPC, TRPCError, type inferRouterInputs, type inferRouterOutputs } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  BatchSchema,
  CreateBatchRequestSchema,
  type Batch,
  type CreateBatchRequest,
} from "openai-batch-types";
import { batchOf, issue, request, saysWhatIsExpected, wrongRequests } from "./requests.js";

const t = initTRPC.create({
  errorFormatter: ({ shape, error }) => ({ ...shape, issues: issuesIn(error.cause) }),
});

const router = t.router({
  createBatch: t.procedure
    .input(CreateBatchRequestSchema)
    .output(BatchSchema)
    .mutation(({ input }) => {
      expectTypeOf(input).toEqualTypeOf<CreateBatchRequest>();
      return batchOf(input);
    }),
  brokenBatch: t.procedure
    .output(BatchSchema)
    // A procedure that does not validate data from elsewhere.
    .query(() => JSON.parse('{ "id": "batch_1" }') as Batch),
});

const caller = t.createCallerFactory(router)({});

describe("a procedure of tRPC", () => {
  test("accepts the model of its input, and returns the model of its output", () => {
    type Inputs = inferRouterInputs<typeof router>;
    type Outputs = inferRouterOutputs<typeof router>;
    expectTypeOf<Inputs["createBatch"]>().toEqualTypeOf<CreateBatchRequest>();
    // tRPC infers the type of an output after JSON serialisation: a batch is unchanged.
    expectTypeOf<Outputs["createBatch"]>().toExtend<Batch>();
    expectTypeOf<Batch>().toExtend<Outputs["createBatch"]>();
    expectTypeOf(caller.createBatch).parameter(0).toEqualTypeOf<CreateBatchRequest>();
    expectTypeOf(caller.createBatch).returns.resolves.toEqualTypeOf<Batch>();
  });

  test("is called with a request that is valid", async () => {
    expect(await caller.createBatch(request)).toEqual(batchOf(request));
  });

  test.each(wrongRequests)("refuses a request: $what", async ({ value, issues }) => {
    // The caller is typed, and what comes from outside is not.
    const error = await failureOf(() => caller.createBatch(value as CreateBatchRequest));
    expect(error.code).toBe("BAD_REQUEST");
    expect(error.message).toEqual(saysWhatIsExpected);
    expect(error.cause).toMatchObject({ issues });
  });

  test("does not send a batch that is none", async () => {
    const error = await failureOf(() => caller.brokenBatch());
    expect(error.code).toBe("INTERNAL_SERVER_ERROR");
    expect(issuesIn(error.cause)).toContainEqual(
      expect.objectContaining(issue(["status"], "required")),
    );
  });
});

describe("a procedure of tRPC behind its fetch adapter", () => {
  test("answers a request that is valid", async () => {
    const response = await post(JSON.stringify(request));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ result: { data: batchOf(request) } });
  });

  test.each(wrongRequests)("answers 400 to a request: $what", async ({ value, issues }) => {
    const response = await post(JSON.stringify(value));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: {
        message: saysWhatIsExpected,
        data: { code: "BAD_REQUEST", path: "createBatch" },
        issues,
      },
    });
  });
});

function post(body: string): Promise<Response> {
  const headers = { "content-type": "application/json" };
  const req = new Request("http://localhost/trpc/createBatch", { method: "POST", headers, body });
  return fetchRequestHandler({ endpoint: "/trpc", req, router, createContext: () => ({}) });
}

/** The issues that tRPC hands on as the cause of its error. */
function issuesIn(cause: unknown): unknown {
  return cause instanceof Error && "issues" in cause ? cause.issues : undefined;
}

async function failureOf(call: () => Promise<unknown>): Promise<TRPCError> {
  const error = await call().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof TRPCError) return error;
  throw new Error("the call did not fail as a call of tRPC does", { cause: error });
}
