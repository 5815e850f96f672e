import { mebibytes, seconds } from "../units.js";
import { measure, type Program, type Usage } from "./measure.js";
import type { Workspace } from "./workspace.js";

/** A program that is measured beside others. */
export interface Contender extends Program {
  readonly name: string;
  /** Brings about what the program is to find, and is not measured. */
  readonly prepare?: (round: number) => Promise<void>;
  /**
   * Looks at what the program has done, and is not measured.
   *
   * @returns A remark on the last run.
   * @throws when it is not what it should have done
   */
  readonly inspect?: () => Promise<string>;
}

/** What came of a contender. */
export interface Result {
  readonly name: string;
  /** Medians; `undefined` when it failed. */
  readonly usage: Usage | undefined;
  /** What `inspect` returned last, or why it failed. */
  readonly remark: string;
}

/** How often contenders run. */
export interface Rounds {
  /** Rounds that do not count. */
  readonly warmUps: number;
  readonly runs: number;
}

/**
 * Runs contenders by turns, so that what happens on the machine meanwhile is the same for all.
 *
 * @returns The results, in the order of the contenders.
 */
export async function runRounds(
  workspace: Workspace,
  contenders: readonly Contender[],
  { warmUps, runs }: Rounds,
): Promise<readonly Result[]> {
  const states = contenders.map((contender) => ({
    contender,
    usages: [] as Usage[],
    remark: "",
    hasFailed: false,
  }));
  for (let round = 0; round < warmUps + runs; round += 1) {
    for (const state of states.filter(({ hasFailed }) => !hasFailed)) {
      const { contender } = state;
      process.stderr.write(`round ${round + 1} of ${warmUps + runs}: ${contender.name}: `);
      try {
        await contender.prepare?.(round);
        const { code, output, usage } = await measure(workspace, contender);
        if (code !== 0) throw new Error(`exit code ${code ?? "none"}: ${lastLine(output)}`);
        state.remark = (await contender.inspect?.()) ?? "";
        if (round >= warmUps) state.usages.push(usage);
        process.stderr.write(`${seconds(usage.wall)}, ${mebibytes(usage.peak)}\n`);
      } catch (error) {
        state.hasFailed = true;
        // The others go on, and CI sees it.
        process.exitCode = 1;
        state.remark = `failed: ${error instanceof Error ? error.message : String(error)}`;
        process.stderr.write(`${state.remark}\n`);
      }
    }
  }
  return states.map(({ contender: { name }, usages, remark, hasFailed }) => ({
    name,
    usage: hasFailed ? undefined : medianUsage(usages),
    remark,
  }));
}

function medianUsage(usages: readonly Usage[]): Usage {
  return {
    wall: median(usages.map(({ wall }) => wall)),
    user: median(usages.map(({ user }) => user)),
    peak: median(usages.map(({ peak }) => peak)),
  };
}

/**
 * The value in the middle; of an even number of values, the mean of the two there.
 *
 * @returns NaN when there are no values.
 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low = NaN, high = low] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return (low + high) / 2;
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
