// What a block finds when it runs: nothing that it asks for reaches the network.
import type { Batch, ListBatchesResponse } from "openai-batch-types";

const batch: Batch = {
  id: "batch_abc123",
  object: "batch",
  endpoint: "/v1/responses",
  input_file_id: "file-abc123",
  completion_window: "24h",
  status: "completed",
  created_at: 1767603600,
  completed_at: 1767607200,
  errors: null,
  request_counts: { completed: 496, failed: 4, total: 500 },
};

const page: ListBatchesResponse = { object: "list", data: [batch], has_more: false };

function answer(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const { method, url } = new Request(input, init);
  const { origin, pathname } = new URL(url);
  if (origin !== "https://api.openai.com") {
    return Promise.reject(new Error(`A block must not ask ${origin}.`));
  }
  const isList = method === "GET" && pathname === "/v1/batches";
  return Promise.resolve(Response.json(isList ? page : batch));
}

process.env.OPENAI_API_KEY = "none";
Object.assign(globalThis, { fetch: answer, headers: { Authorization: "Bearer none" } });
