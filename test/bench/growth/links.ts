import type { ProcessOptions } from "../processes/options.js";
import { runRounds } from "../processes/rounds.js";
import type { Workspace } from "../processes/workspace.js";
import type { Goal, Section } from "../section.js";
import { times } from "../units.js";
import { contenderOf } from "./contender.js";
import { costOf, kibibytes, milliseconds, type Cost } from "./cost.js";
import { documentOf, makeDocument } from "./document.js";
import { shapes } from "./shapes.js";

/** How many links there are. */
const sizes = [1_000, 10_000] as const;
const quickSizes = [10, 100] as const;

/** Measures how the cost of a link grows with the length of a chain, or the width of a fan. */
export async function benchLinks(
  { quick }: ProcessOptions,
  workspace: Workspace,
): Promise<readonly Section[]> {
  const counts = quick ? quickSizes : sizes;
  const contenders = [await contenderOf(workspace, "no links", makeDocument(0))];
  for (const { name, schemas } of shapes) {
    for (const size of counts) {
      const text = documentOf(schemas(size));
      contenders.push(await contenderOf(workspace, `${name}, ${size} links`, text));
    }
  }
  const [empty, ...results] = await runRounds(workspace, contenders, { warmUps: 0, runs: 1 });
  const rows = shapes.map(({ name }, row) => ({
    name,
    costs: counts.map((size, column) => {
      return costOf(results[row * counts.length + column]?.usage, empty?.usage, size);
    }),
  }));
  return [
    {
      title: "Growth: what a link takes",
      about:
        "Schemas that lead to the next one (chains), or that all lead to one or come from one (fans), " +
        "in the same way. Time and peak memory of a link, by the number of links; of one " +
        "run each. The last column is the time of a link in the largest document, as a multiple " +
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
    },
  ];
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
