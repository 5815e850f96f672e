import { createReadStream, statSync } from "node:fs";
import { BatchSchema, parseLines } from "../../generated/src/index.js";

// Prints how many lines of a file are valid, and how much memory it took to find that out.

const [path = ""] = process.argv.slice(2);
const counts = { valid: 0, invalid: 0 };
for await (const { issues } of parseLines(BatchSchema, createReadStream(path))) {
  counts[issues === undefined ? "valid" : "invalid"] += 1;
}
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ ...counts, peak, size: statSync(path).size }));
