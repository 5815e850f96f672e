import { Bench } from "tinybench";
import type { Checks } from "../contenders/contender.js";
import type { Task } from "../tasks.js";

/** How long a sample should take, in milliseconds: the clock costs about a thousandth of that. */
const sampleTime = 0.05;

/**
 * Measures how long a contender takes for a value.
 *
 * @param time How long to measure, in milliseconds; warming up takes as long again.
 * @returns nanoseconds, or undefined if it does not do that
 * @throws when an answer is wrong
 */
export function measure(task: Task, checks: Checks, time: number): number | undefined {
  const values = task.values();
  const pass = passOver(values, task, checks);
  if (pass === undefined) return undefined;
  const repeats = repeatsOf(pass);
  let passes = 0;
  let answers = 0;
  const bench = new Bench({
    time,
    warmupTime: time,
    // For contenders that need longer than the time for a few.
    iterations: 3,
    warmupIterations: 1,
    throws: true,
    timestampProvider: "hrtimeNow",
  });
  bench.add("sample", () => {
    for (let index = 0; index < repeats; index += 1) answers += pass();
    passes += repeats;
  });
  bench.runSync();
  const expected = task.isValid || task.asks === "report" ? passes * values.length : 0;
  if (answers !== expected) throw new Error("The answers have changed while they were measured.");
  const [sample] = bench.results;
  if (sample?.state !== "completed") throw new Error("Nothing was measured.");
  return (sample.latency.p50 * 1e6) / (repeats * values.length);
}

/** Asks about every value, and counts for how many there is an answer: "valid", or issues. */
function passOver(
  values: readonly unknown[],
  { asks }: Task,
  { is, report }: Checks,
): (() => number) | undefined {
  switch (asks) {
    case "is":
      return () => {
        let count = 0;
        for (const value of values) if (is(value)) count += 1;
        return count;
      };
    case "report":
      return (
        report &&
        (() => {
          let count = 0;
          for (const value of values) if (report(value) > 0) count += 1;
          return count;
        })
      );
  }
}

/** How often to do something for a sample. */
function repeatsOf(pass: () => number): number {
  // Long enough for the first optimised code.
  const end = performance.now() + 30;
  let fastest = Infinity;
  while (performance.now() < end) {
    const start = performance.now();
    pass();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return Math.max(1, Math.round(sampleTime / Math.max(fastest, 1e-4)));
}
