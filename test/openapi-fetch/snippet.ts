import createClient from "openapi-fetch";
import { ValidationError } from "openai-batch-types";
import type { paths } from "openai-batch-types/openapi";
import { guardResponses } from "openai-batch-types/openapi-fetch";

const client = createClient<paths>({
  baseUrl: process.env.OPENAI_BASE_URL ?? "https://api.openai.com/v1",
});
client.use(guardResponses());

try {
  const { data } = await client.GET("/batches/{batch_id}", {
    params: { path: { batch_id: "batch_abc123" } },
  });
  console.log(data?.status); // a BatchStatus: the guard has seen it
} catch (error) {
  if (!(error instanceof ValidationError)) throw error;
  console.error(error.message); // "not a valid Batch in response 200 of GET /batches/{batch_id}: …"
}
