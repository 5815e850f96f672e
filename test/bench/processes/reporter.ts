// Loaded into every process that is measured, before anything else, and into those that it starts:
// tells what the process took when it ends. It is compiled to CommonJS, which loads fastest.
import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = process.env.BENCH_USAGE_FILE;
// What a thread takes is a part of what its process takes.
if (isMainThread && file !== undefined) {
  process.on("exit", () => {
    const { userCPUTime, maxRSS } = process.resourceUsage();
    appendFileSync(file, `${JSON.stringify({ userCPUTime, maxRSS })}\n`);
  });
}
