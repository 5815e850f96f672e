// Loaded into every process that is measured, before anything else, and into those that it starts:
// tells what the process took when it ends. It is compiled to CommonJS, which loads fastest.
import { appendFileSync, readFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = process.env.BENCH_USAGE_FILE;
// What a thread takes is a part of what its process takes.
if (isMainThread && file !== undefined) {
  process.on("exit", () => {
    const { userCPUTime, maxRSS: highest } = process.resourceUsage();
    const maxRSS = ownPeak() ?? highest;
    appendFileSync(file, `${JSON.stringify({ userCPUTime, maxRSS })}\n`);
  });
}

/**
 * The most memory that was resident, in KiB, where Linux tells it: what `resourceUsage` has of a small
 * process is what its parent had when it started it.
 */
function ownPeak(): number | undefined {
  try {
    const [, kibibytes] =
      /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    return kibibytes === undefined ? undefined : Number(kibibytes);
  } catch {
    return undefined;
  }
}
