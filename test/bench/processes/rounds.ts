import { median, spread } from "../spread.js";
import { mebibytes, seconds } from "../units.js";
import { measure, type Program, type Usage } from "./measure.js";
import type { Workspace } from "./workspace.js";

/** A program that is measured beside others. */
export interface Contender extends Program {
  readonly name: string;
  /** Prepares what the program needs, and is not measured. */
  readonly prepare?: (round: number) => Promise<void>;
  /**
   * Inspects the result of the program, and is not measured.
   *
   * @returns A remark on the last run.
   * @throws when it is not what it should have done
   */
  readonly inspect?: () => Promise<string>;
}

/** The result of a contender. */
export interface Result {
  readonly name: string;
  /** Medians; `undefined` when it failed. */
  readonly usage: Usage | undefined;
  /** How far the runs were from each other, as shares of the medians. */
  readonly noise: Usage | undefined;
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
    usage: hasFailed ? undefined : overRuns(usages, median),
    noise: hasFailed ? undefined : overRuns(usages, spread),
    remark,
  }));
}

function overRuns(usages: readonly Usage[], of: (values: readonly number[]) => number): Usage {
  return {
    wall: of(usages.map(({ wall }) => wall)),
    user: of(usages.map(({ user }) => user)),
    peak: of(usages.map(({ peak }) => peak)),
  };
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
