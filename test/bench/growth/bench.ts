import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cold, configure, createProject } from "../generation/project.js";
import type { Usage } from "../processes/measure.js";
import type { ProcessOptions } from "../processes/options.js";
import { runRounds, type Contender } from "../processes/rounds.js";
import type { Workspace } from "../processes/workspace.js";
import type { Goal, Section } from "../section.js";
import { mebibytes, nothing, seconds, times } from "../units.js";
import { makeDocument } from "./document.js";

/** What a schema takes, beyond what every document takes. */
interface Cost {
  readonly size: number;
  readonly usage: Usage | undefined;
  /** In milliseconds; `undefined` when the run failed. */
  readonly time: number | undefined;
  /** In bytes. */
  readonly memory: number | undefined;
  readonly remark: string;
}

/** Measures how the cost of a schema grows with the number of schemas. */
export async function benchGrowth(
  { quick, runs }: ProcessOptions,
  workspace: Workspace,
): Promise<readonly Section[]> {
  const sizes = quick ? [10, 100] : [10, 100, 1_000, 10_000];
  const contenders = [];
  for (const size of [0, ...sizes]) contenders.push(await contenderOf(workspace, size));
  // Ten thousand schemas say enough in three runs.
  const rounds = quick ? { warmUps: 0, runs: 1 } : { warmUps: 0, runs: Math.min(runs, 3) };
  const [empty, ...results] = await runRounds(workspace, contenders, rounds);
  const costs = results.map(({ usage, remark }, index): Cost => {
    const size = sizes[index] ?? NaN;
    const base = empty?.usage;
    if (usage === undefined || base === undefined) {
      return { size, usage, time: undefined, memory: undefined, remark };
    }
    return {
      size,
      usage,
      time: ((usage.wall - base.wall) * 1000) / size,
      memory: (usage.peak - base.peak) / size,
      remark,
    };
  });
  return [
    {
      title: "Growth: what a schema takes",
      about:
        "Documents made by a script: objects of eight properties, enums and unions that refer to " +
        `each other. Whole processes that write types, guards and issues; medians of ${rounds.runs}. ` +
        "Of each, what a document with nothing but a string takes is subtracted " +
        `(${seconds(empty?.usage?.wall)}, ${mebibytes(empty?.usage?.peak)}).`,
      columns: ["schemas", "time", "peak memory", "time per schema", "memory per schema", "files"],
      rows: costs.map(({ size, usage, time, memory, remark }) => [
        size.toLocaleString("en"),
        seconds(usage?.wall),
        mebibytes(usage?.peak),
        milliseconds(time),
        kibibytes(memory),
        remark,
      ]),
      goals: quick ? [] : goalsOf(costs),
    },
  ];
}

async function contenderOf(workspace: Workspace, size: number): Promise<Contender> {
  const file = join(workspace.folder, `growth-${size}.yaml`);
  await writeFile(file, makeDocument(size));
  const project = await createProject(workspace, `growth-${size}`, file);
  await configure(project, ["models", "guards"]);
  return cold(`${size} schemas`, project, [workspace.guardsmith, "generate"]);
}

function goalsOf(costs: readonly Cost[]): readonly Goal[] {
  const many = costs.find(({ size }) => size === 10_000);
  const some = costs.find(({ size }) => size === 1_000);
  const compared = [
    { what: "time", large: many?.time, small: some?.time, print: milliseconds },
    { what: "memory", large: many?.memory, small: some?.memory, print: kibibytes },
  ];
  return compared.map(({ what, large, small, print }) => ({
    text: `10,000 schemas take at most 1.5 times the ${what} per schema that 1,000 take`,
    measured: `${print(large)}, ${times(large, small)} the ${print(small)} of 1,000`,
    isMet: large !== undefined && small !== undefined && large <= 1.5 * small,
  }));
}

function milliseconds(value: number | undefined): string {
  return value === undefined ? nothing : `${value.toFixed(2)} ms`;
}

/** @param value In bytes. */
function kibibytes(value: number | undefined): string {
  return value === undefined ? nothing : `${(value / 1024).toFixed(0)} KiB`;
}
