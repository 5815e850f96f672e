import type { Result } from "../processes/rounds.js";
import type { Goal } from "../section.js";
import { mebibytes, seconds, times } from "../units.js";
import { everything, modelsAndGuards, nameOf, type State } from "./guardsmith.js";
import { heyApi, openapiTypescript } from "./peers.js";

/** What the Batch document may take. */
export function batchGoals(results: readonly Result[]): readonly Goal[] {
  const ours = wallOf(results, guardsmith("cold"));
  return [
    ...[openapiTypescript, heyApi].map((peer) => {
      const theirs = wallOf(results, peer);
      return {
        text: `Batch, cold: types, guards and issues before “${peer}”`,
        measured: `${seconds(ours)}, ${times(ours, theirs)} its ${seconds(theirs)}`,
        isMet: ours < theirs,
      };
    }),
    ...unchangedGoals(results, "Batch", 0.2),
  ];
}

/** What the whole OpenAI document may take. */
export function openaiGoals(results: readonly Result[]): readonly Goal[] {
  const ours = wallOf(results, guardsmith("cold"));
  const theirs = wallOf(results, openapiTypescript);
  const peak = results.find(({ name }) => name === guardsmith("cold"))?.usage?.peak ?? NaN;
  const all = wallOf(results, nameOf(everything, "cold"));
  const changed = wallOf(results, guardsmith("one schema changed"));
  return [
    {
      text: "OpenAI, cold: types, guards and issues in the time of openapi-typescript for types",
      measured: `${seconds(ours)}, ${times(ours, theirs)} its ${seconds(theirs)}`,
      isMet: ours <= theirs,
    },
    {
      text: "OpenAI, cold: peak memory of at most 250 MiB",
      measured: mebibytes(peak),
      isMet: peak <= 250 * 2 ** 20,
    },
    {
      text: "OpenAI, cold, all outputs: at most 1.6 times the time of openapi-typescript",
      measured: `${seconds(all)}, ${times(all, theirs)} its ${seconds(theirs)}`,
      isMet: all <= 1.6 * theirs,
    },
    {
      text: "OpenAI, one schema changed: at most 0.6 times the time of openapi-typescript",
      measured: `${seconds(changed)}, ${times(changed, theirs)} its ${seconds(theirs)}`,
      isMet: changed <= 0.6 * theirs,
    },
    ...unchangedGoals(results, "OpenAI", 0.3),
  ];
}

function unchangedGoals(
  results: readonly Result[],
  document: string,
  limit: number,
): readonly Goal[] {
  return (["nothing changed", "--check"] as const).map((state) => {
    const wall = wallOf(results, guardsmith(state));
    const what = state === "--check" ? "nothing changed, --check" : state;
    return {
      text: `${document}, ${what}: at most ${limit} s`,
      measured: seconds(wall),
      isMet: wall <= limit,
    };
  });
}

function guardsmith(state: State): string {
  return nameOf(modelsAndGuards, state);
}

/** NaN, which meets no goal, where the contender failed. */
function wallOf(results: readonly Result[], name: string): number {
  return results.find((result) => result.name === name)?.usage?.wall ?? NaN;
}
