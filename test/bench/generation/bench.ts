import { count } from "../../../generator/core/count.js";
import { batchDocument, openaiDocument } from "../documents.js";
import { runRounds, type Result, type Rounds } from "../processes/rounds.js";
import type { Workspace } from "../processes/workspace.js";
import type { Goal, Section } from "../section.js";
import type { ProcessOptions } from "../processes/options.js";
import { mebibytes, seconds, times } from "../units.js";
import { batchGoals, openaiGoals } from "./goals.js";
import { everything, guardsmithOf, modelsAndGuards } from "./guardsmith.js";
import { openapiTypescript, peersOf } from "./peers.js";

/** Measures generators on real documents, each as a whole process. */
export async function benchGeneration(
  { quick, runs }: ProcessOptions,
  workspace: Workspace,
): Promise<readonly Section[]> {
  // A single run is only a trial.
  const rounds = quick || runs === 1 ? { warmUps: 0, runs: 1 } : { warmUps: 1, runs };
  const sections = [
    await benchDocument(workspace, batchDocument, "the Batch document", rounds, batchGoals),
  ];
  if (quick) {
    console.log("generation: the OpenAI document is left out by --quick");
    return sections;
  }
  const openai = openaiDocument("generation");
  if (openai === undefined) return sections;
  return [
    ...sections,
    await benchDocument(workspace, openai, "the whole OpenAI document", rounds, openaiGoals),
  ];
}

async function benchDocument(
  workspace: Workspace,
  document: string,
  name: string,
  rounds: Rounds,
  goalsOf: (results: readonly Result[]) => readonly Goal[],
): Promise<Section> {
  const contenders = [
    ...(await peersOf(workspace, document)),
    ...(await guardsmithOf(workspace, document, modelsAndGuards)),
    ...(await guardsmithOf(workspace, document, everything)),
  ];
  const results = await runRounds(workspace, contenders, rounds);
  const base = results.find((result) => result.name === openapiTypescript)?.usage?.wall;
  return {
    title: `Generation: ${name}`,
    about:
      `Whole processes, by turns: ${count(rounds.warmUps, "round")} to warm up, then medians of ` +
      `${count(rounds.runs, "run")}. Peak memory is the most that was resident. Of ` +
      "Guardsmith, the installed tarball runs. Everything else starts with an empty folder, and " +
      "kubb by its library, since its command line asks the network first. The schema that " +
      "changes is `Batch`: an optional property comes, or goes.",
    columns: [
      "generator",
      "time",
      "beside openapi-typescript",
      "CPU time",
      "peak memory",
      "files written",
    ],
    rows: results.map(({ name: contender, usage, noise, remark }) => [
      contender,
      seconds(usage?.wall, noise?.wall),
      times(usage?.wall, base),
      seconds(usage?.user, noise?.user),
      mebibytes(usage?.peak),
      remark,
    ]),
    goals: goalsOf(results),
  };
}
