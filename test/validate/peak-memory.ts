/**
 * Checks a file of JSON Lines in this process, and prints how many values there were and the largest
 * size that the heap and the buffers had after a collection, in bytes.
 */
import { openData } from "../../generator/commands/read-data.js";
import type { Issue } from "../../generator/runtime/issue.js";
import { validateFiles } from "../../generator/validate/validate-files.js";

const [path = ""] = process.argv.slice(2);
const issue: Issue = {
  path: [],
  pointer: "",
  keyword: "type",
  message: "expected object, received null",
  expected: "object",
  received: "null",
  schemaPath: "#/type",
};
const { gc } = globalThis;
let peak = 0;

const { values } = await validateFiles([{ name: "data.jsonl", path }], {
  guard: (value) => (value === null ? [issue] : []),
  open: (file) => openData(file, process.stdin),
  report: {
    begin: () => undefined,
    found: () => undefined,
    end: () => undefined,
    done: () => undefined,
  },
  onLine: (_file, line) => {
    if (line % 1000 !== 0) return;
    gc?.();
    const { heapUsed, external } = process.memoryUsage();
    peak = Math.max(peak, heapUsed + external);
  },
});
console.log(JSON.stringify({ values, peak, rss: process.resourceUsage().maxRSS * 1024 }));
