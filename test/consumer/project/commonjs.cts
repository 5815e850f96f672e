// The same package in a CommonJS program: Node.js loads ES modules with `require` since 20.19.
import batches = require("openai-batch-types");

declare const console: { log(text: string): void };
const value: unknown = JSON.parse('{ "input": "file-1" }');
const issues = batches.BatchSchema.validate(value).issues ?? [];
console.log(JSON.stringify({ isBatch: batches.isBatch(value), issues: issues.length > 0 }));
