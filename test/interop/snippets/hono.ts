import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import { BatchSchema, CreateBatchRequestSchema, parseJson } from "openai-batch-types";

const app: Hono = new Hono();

// What is not valid is answered with status 400 and the issues.
app.post("/batches", sValidator("json", CreateBatchRequestSchema), async (c) => {
  const request = c.req.valid("json"); // a CreateBatchRequest
  const response = await fetch("https://api.openai.com/v1/batches", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: c.req.header("Authorization") ?? "",
    },
    body: JSON.stringify(request),
  });
  return c.json(parseJson(BatchSchema, await response.text()), 201);
});

export default app;
