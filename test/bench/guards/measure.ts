import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { median, spread } from "../spread.js";
import { program } from "./build/build.js";
import { contenderNames, contenders, type ContenderName } from "./contenders.js";
import { taskNames, tasks, type TaskName } from "./tasks.js";

/** The time for a value. */
export interface Time {
  /** The median of the runs. */
  readonly nanoseconds: number;
  /** How far the runs were from each other, as a share of it. */
  readonly noise: number;
}

/** The time for a value; undefined for what a contender does not do. */
export type Times = (contender: ContenderName, task: TaskName) => Time | undefined;

const run = promisify(execFile);

/** How often everything is measured. */
const rounds = 5;

/** Milliseconds for a task, once; warming up takes as long again. */
const time = 200;

/** How it is measured, in words. */
export const method: string =
  `Nanoseconds for a value, and that as a multiple. Each number is the median of ${rounds} runs, ` +
  `and each run a process of its own, which loads one contender and does one thing, so that ` +
  `nobody gets slower by what V8 has learned from others; contenders take turns. Before that, ` +
  `every answer of everyone to every value was asserted.`;

/**
 * Asserts the answers of all contenders.
 *
 * @throws when one is wrong
 */
export async function assertAllAnswers(): Promise<void> {
  await Promise.all(contenderNames.map((each) => run("node", [program, each, "assert"])));
}

/** Measures everything, round by round. */
export async function measureAll(): Promise<Times> {
  const results: Result[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const task of taskNames) {
      for (const contender of contenderNames) {
        if (tasks[task].asks === "is" || contenders[contender].report !== undefined) {
          results.push(...(await measureOnce(contender, [task], time)));
        }
      }
    }
  }
  return timesOf(results);
}

/** Only sees that everything works, all at once. */
export async function measureQuickly(): Promise<Times> {
  const results = await Promise.all(
    contenderNames.map((contender) => measureOnce(contender, taskNames, 1)),
  );
  return timesOf(results.flat());
}

interface Result {
  readonly contender: ContenderName;
  readonly task: TaskName;
  readonly nanoseconds: number;
}

async function measureOnce(
  contender: ContenderName,
  names: readonly TaskName[],
  milliseconds: number,
): Promise<readonly Result[]> {
  const { stdout } = await run("node", [program, contender, String(milliseconds), ...names]);
  // What the program prints.
  const measured = JSON.parse(stdout) as Readonly<Partial<Record<TaskName, number>>>;
  return names.flatMap((task) => {
    const nanoseconds = measured[task];
    return nanoseconds === undefined ? [] : [{ contender, task, nanoseconds }];
  });
}

function timesOf(results: readonly Result[]): Times {
  return (contender, task) => {
    const runs = results
      .filter((result) => result.contender === contender && result.task === task)
      .map(({ nanoseconds }) => nanoseconds);
    if (runs.length === 0) return undefined;
    return { nanoseconds: median(runs), noise: spread(runs) };
  };
}
