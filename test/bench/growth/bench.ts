import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cold, configure, createProject } from "../generation/project.js";
import type { ProcessOptions } from "../processes/options.js";
import { runRounds, type Contender } from "../processes/rounds.js";
import type { Workspace } from "../processes/workspace.js";
import type { Goal, Section } from "../section.js";
import { mebibytes, seconds, times } from "../units.js";
import { costOf, kibibytes, milliseconds, type Cost } from "./cost.js";
import { documentOf, makeDocument } from "./document.js";
import { shapes } from "./shapes.js";

/** How large the documents are. */
const sizes = [100, 1_000, 10_000] as const;
const quickSizes = [10, 100] as const;

/** Measures how the cost of a schema grows with the number of schemas, however they are linked. */
export async function benchGrowth(
  options: ProcessOptions,
  workspace: Workspace,
): Promise<readonly Section[]> {
  return [await benchSchemas(options, workspace), await benchLinks(options, workspace)];
}

async function benchSchemas(
  { quick, runs }: ProcessOptions,
  workspace: Workspace,
): Promise<Section> {
  const counts = quick ? [10, 100] : [10, ...sizes];
  const contenders = [];
  for (const size of [0, ...counts]) {
    contenders.push(await contenderOf(workspace, `${size} schemas`, makeDocument(size)));
  }
  const rounds = roundsOf(quick, runs);
  const [empty, ...results] = await runRounds(workspace, contenders, rounds);
  const costs = results.map(({ usage, remark }, index) =>
    costOf(usage, empty?.usage, counts[index] ?? NaN, remark),
  );
  return {
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
    goals: quick ? [] : schemaGoals(costs),
  };
}

/** Measures how the cost of a link grows with the length of a chain, or the width of a fan. */
async function benchLinks({ quick, runs }: ProcessOptions, workspace: Workspace): Promise<Section> {
  const counts = quick ? quickSizes : sizes;
  const contenders = [await contenderOf(workspace, "no links", makeDocument(0))];
  for (const { name, schemas } of shapes) {
    for (const size of counts) {
      const text = documentOf(schemas(size));
      contenders.push(await contenderOf(workspace, `${name}, ${size} links`, text));
    }
  }
  const rounds = roundsOf(quick, runs);
  const [empty, ...results] = await runRounds(workspace, contenders, rounds);
  const rows = shapes.map(({ name }, row) => ({
    name,
    costs: counts.map((size, column) => {
      const { usage, remark = "" } = results[row * counts.length + column] ?? {};
      return costOf(usage, empty?.usage, size, remark);
    }),
  }));
  return {
    title: "Growth: what a link takes",
    about:
      "Schemas that lead to the next one (chains), or that all lead to one or come from one (fans), " +
      "in the same way. Time and peak memory of a link, by the number of links; medians of " +
      `${rounds.runs}. The last column is the time of a link in the largest document, as a multiple ` +
      "of that in the one before.",
    columns: [
      "links",
      ...counts.flatMap((size) => [`time, ${size.toLocaleString("en")}`, "memory"]),
      "growth",
    ],
    rows: rows.map(({ name, costs }) => [
      name,
      ...costs.flatMap(({ time, memory }) => [milliseconds(time), kibibytes(memory)]),
      times(costs.at(-1)?.time, costs.at(-2)?.time),
    ]),
    goals: quick ? [] : linkGoals(rows),
  };
}

function roundsOf(
  quick: boolean,
  runs: number,
): { readonly warmUps: number; readonly runs: number } {
  // Ten thousand schemas say enough in three runs.
  return quick ? { warmUps: 0, runs: 1 } : { warmUps: 0, runs: Math.min(runs, 3) };
}

async function contenderOf(workspace: Workspace, name: string, text: string): Promise<Contender> {
  const folder = `growth-${name.replace(/\W+/g, "-")}`;
  const file = join(workspace.folder, `${folder}.yaml`);
  await writeFile(file, text);
  const project = await createProject(workspace, folder, file);
  await configure(project, ["models", "guards"]);
  return cold(name, project, [workspace.guardsmith, "generate"]);
}

function schemaGoals(costs: readonly Cost[]): readonly Goal[] {
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

/** A goal for the row that is furthest from it. */
function linkGoals(
  rows: readonly { readonly name: string; readonly costs: readonly Cost[] }[],
): readonly Goal[] {
  return (["time", "memory"] as const).map((what) => {
    const [worst] = rows
      .map(({ name, costs }) => {
        const [large = Infinity, small = NaN] = [costs.at(-1)?.[what], costs.at(-2)?.[what]];
        return { name, growth: large / small };
      })
      .sort((left, right) => right.growth - left.growth);
    return {
      text: `10,000 links take at most 1.5 times the ${what} per link that 1,000 take`,
      measured: `at most ${times(worst?.growth, 1)}, of ${worst?.name ?? "none"}`,
      isMet: worst !== undefined && worst.growth <= 1.5,
    };
  });
}
