import { badBatches } from "./guards/values/batches.js";
const names = process.argv.slice(2);
const values = badBatches();
const run = (schema: any, n: number): number => { let sink = 0; const t = performance.now(); for (let i = 0; i < n; i++) { const r = schema.validate(values[i & 63]); for (const issue of r.issues) sink += issue.message.length; } return (performance.now() - t) / n * 1e6 + (sink & 0); };
const { spawnSync } = await import("node:child_process");
if (names.length === 1) { const { BatchSchema } = await import(names[0]!); for (let i = 0; i < 5; i++) run(BatchSchema, 20000); const t = Array.from({ length: 9 }, () => run(BatchSchema, 20000)).sort((a, b) => a - b); console.log(t[2]!.toFixed(0)); }
else for (let k = 0; k < 3; k++) console.log(names.map((n) => spawnSync("npx", ["tsx", process.argv[1]!, n], { encoding: "utf8" }).stdout.trim()).join("  "));
