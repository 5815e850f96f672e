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
import { shapes } from "./shapes.js";

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

/** Measures how the cost of a schema grows with the number of schemas, however they are linked. */
export async function benchGrowth(
  options: ProcessOptions,
  workspace: Workspace,
): Promise<readonly Section[]> {
  return [...(await benchDocuments(options, workspace)), await benchShapes(options, workspace)];
}

async function benchDocuments(
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

/** Measures chains and fans of schemas: each link should take the same, however many there are. */
async function benchShapes({ quick }: ProcessOptions, workspace: Workspace): Promise<Section> {
  const sizes = quick ? [10, 30] : [100, 1_000, 10_000];
  const contenders = [await contenderOf(workspace, 0)];
  for (const { name, schemas } of shapes) {
    for (const size of sizes) {
      const id = `${name.replaceAll(/\W+/g, "-")}-${size}`;
      const text = JSON.stringify(documentOf(schemas(size)));
      contenders.push(await contenderFrom(workspace, id, `${name} of ${size}`, text));
    }
  }
  // What is looked for are squares, which one run shows.
  const [empty, ...results] = await runRounds(workspace, contenders, { warmUps: 0, runs: 1 });
  const rows = shapes.map(({ name }, row) => {
    const times = sizes.map((size, column) => {
      const usage = results[row * sizes.length + column]?.usage;
      const base = empty?.usage;
      if (usage === undefined || base === undefined) return undefined;
      return ((usage.wall - base.wall) * 1000) / size;
    });
    return { name, times };
  });
  const isFlat = ({ times }: (typeof rows)[number]): boolean => {
    const [large, some] = [times.at(-1), times.at(-2)];
    return large !== undefined && some !== undefined && large <= 1.5 * some;
  };
  const steep = rows.filter((row) => !isFlat(row)).map(({ name }) => name);
  return {
    title: "Growth: what a link of a chain or of a fan takes",
    about:
      "Documents made by a script, in which schemas lead to each other in one way. Whole processes " +
      "that write types, guards and issues; one run of each, less what a document with nothing but " +
      "a string takes.",
    columns: ["shape", ...sizes.map((size) => `per link of ${size.toLocaleString("en")}`), "ratio"],
    rows: rows.map(({ name, times }) => [
      name,
      ...times.map(milliseconds),
      ratio(times.at(-1), times.at(-2)),
    ]),
    goals: quick
      ? []
      : [
          {
            text: "a link of 10,000 takes at most 1.5 times the time that one of 1,000 takes",
            measured:
              steep.length === 0 ? `in all ${rows.length} shapes` : `not in: ${steep.join(", ")}`,
            isMet: steep.length === 0,
          },
        ],
  };
}

async function contenderOf(workspace: Workspace, size: number): Promise<Contender> {
  return contenderFrom(workspace, `growth-${size}`, `${size} schemas`, makeDocument(size));
}

/** A run over a document, which is JSON or YAML. */
async function contenderFrom(
  workspace: Workspace,
  id: string,
  name: string,
  document: string,
): Promise<Contender> {
  const file = join(workspace.folder, `${id}.yaml`);
  await writeFile(file, document);
  const project = await createProject(workspace, id, file);
  await configure(project, ["models", "guards"]);
  return cold(name, project, [workspace.guardsmith, "generate"]);
}

function documentOf(schemas: object): object {
  const info = { title: "Growth", version: "1.0.0" };
  return { openapi: "3.1.0", info, paths: {}, components: { schemas } };
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

function ratio(large: number | undefined, small: number | undefined): string {
  return large === undefined || small === undefined ? nothing : (large / small).toFixed(2);
}

function milliseconds(value: number | undefined): string {
  return value === undefined ? nothing : `${value.toFixed(2)} ms`;
}

/** @param value In bytes. */
function kibibytes(value: number | undefined): string {
  return value === undefined ? nothing : `${(value / 1024).toFixed(0)} KiB`;
}
