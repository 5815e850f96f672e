import { basename } from "node:path";
import { batchDocument, boxDocument, openaiDocument } from "../documents.js";
import type { ProcessOptions } from "../processes/options.js";
import { runRounds } from "../processes/rounds.js";
import type { Workspace } from "../processes/workspace.js";
import type { Goal, Section } from "../section.js";
import { mebibytes, seconds, times } from "../units.js";
import { contenderOf, contenderOfFile } from "./contender.js";
import { costOf, kibibytes, milliseconds, type Cost } from "./cost.js";
import { makeDocument } from "./document.js";

/** How many schemas the documents have. */
const sizes = [10, 100, 1_000, 10_000, 30_000] as const;
const quickSizes = [10, 100] as const;

/** Measures how the cost of a schema grows with the number of schemas. */
export async function benchGrowth(
  { quick, runs }: ProcessOptions,
  workspace: Workspace,
): Promise<readonly Section[]> {
  const rounds = quick ? { warmUps: 0, runs: 1 } : { warmUps: 0, runs: Math.min(runs, 3) };
  const contenders = [await contenderOf(workspace, "0 schemas", makeDocument(0))];
  for (const size of quick ? quickSizes : sizes) {
    contenders.push(await contenderOf(workspace, labelOf(size), makeDocument(size)));
  }
  for (const file of quick ? [batchDocument] : realDocuments()) {
    contenders.push(await contenderOfFile(workspace, basename(file), file));
  }
  const [empty, ...results] = await runRounds(workspace, contenders, rounds);
  const costs = results.map(({ name, usage, noise, remark }) => ({
    name,
    noise: noise?.wall,
    ...costOf(usage, empty?.usage, Number(remark)),
  }));
  return [
    {
      title: "Growth: what a schema takes",
      about:
        "Documents made by a script, of objects of eight properties, enums and unions that refer to " +
        "each other; then real ones. Whole processes that write types, guards and issues; medians " +
        `of ${rounds.runs}. For the share of a model, what a document with nothing but a string ` +
        `takes is subtracted (${seconds(empty?.usage?.wall)}, ${mebibytes(empty?.usage?.peak)}).`,
      columns: ["document", "models", "time", "peak memory", "time per model", "memory per model"],
      rows: costs.map(({ name, size, usage, noise, time, memory }) => [
        name,
        size.toLocaleString("en"),
        seconds(usage?.wall, noise),
        mebibytes(usage?.peak),
        milliseconds(time),
        kibibytes(memory),
      ]),
      goals: quick ? [] : schemaGoals(costs),
    },
  ];
}

function labelOf(size: number): string {
  return `${size.toLocaleString("en")} schemas`;
}

/** Documents of real APIs, the smallest first. */
function realDocuments(): readonly string[] {
  return [batchDocument, boxDocument("growth"), openaiDocument("growth")].filter(
    (file) => file !== undefined,
  );
}

/** A share that is the same, whatever the size, but for what a run is off by. */
const flat = 1.25;

function schemaGoals(costs: readonly (Cost & { readonly name: string })[]): readonly Goal[] {
  const many = costs.find(({ name }) => name === labelOf(30_000));
  const some = costs.find(({ name }) => name === labelOf(1_000));
  const compared = [
    { what: "time", large: many?.time, small: some?.time, print: milliseconds },
    { what: "memory", large: many?.memory, small: some?.memory, print: kibibytes },
  ];
  return compared.map(({ what, large, small, print }) => ({
    text: `30,000 schemas take at most ${flat} times the ${what} per schema that 1,000 take`,
    measured: `${print(large)}, ${times(large, small)} the ${print(small)} of 1,000`,
    isMet: large !== undefined && small !== undefined && large <= flat * small,
  }));
}
