import { BatchSchema, type Batch } from "openai-batch-types";

const headers = { Authorization: `Bearer ${process.env.OPENAI_API_KEY ?? ""}` };

/** Retrieves a batch. Throws a ValidationError where the answer is none. */
export async function retrieveBatch(id: string): Promise<Batch> {
  const response = await fetch(`https://api.openai.com/v1/batches/${id}`, { headers });
  if (!response.ok) throw new Error(`There is no batch ${id}: ${response.statusText}`);
  return BatchSchema.parse(await response.json());
}
