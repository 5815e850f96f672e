import { readFile } from "node:fs/promises";
import { BatchSchema } from "./api/guards/batch.js";
import { parseJson } from "./api/runtime/parse.js";

// The guards of the whole API take long to compile: these modules are all that a batch needs.
const batch = parseJson(BatchSchema, await readFile("batch.json", "utf8"));
const { completed = 0, total = 0 } = batch.request_counts ?? {};
console.log(`${batch.id}: ${batch.status}, ${completed} of ${total}`);
