import { initTRPC } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { CreateBatchRequestSchema, type CreateBatchRequest } from "openai-batch-types";

const queue: CreateBatchRequest[] = [];
const t = initTRPC.create();

const router = t.router({
  enqueue: t.procedure
    .input(CreateBatchRequestSchema) // anything else is a BAD_REQUEST, with the issues as its cause
    .mutation(({ input }) => queue.push(input)), // input is a CreateBatchRequest
});

/** Answers a request to /trpc. */
export function handle(req: Request): Promise<Response> {
  return fetchRequestHandler({ endpoint: "/trpc", req, router, createContext: () => ({}) });
}
