// Measures guards, generation, growth and consumers, prints a table of each, and writes RESULTS.md.
import { parseArgs } from "node:util";
import { benchConsumers } from "./consumers/bench.js";
import { benchGeneration } from "./generation/bench.js";
import { benchGrowth } from "./growth/bench.js";
import { benchGuards } from "./guards/bench.js";
import { printed } from "./print.js";
import type { ProcessOptions } from "./processes/options.js";
import { createWorkspace, removeWorkspace, type Workspace } from "./processes/workspace.js";
import { writeResults } from "./results.js";
import type { Section } from "./section.js";

/** A part of the benchmarks; those that measure processes need a workspace. */
type Part = (options: ProcessOptions, workspace: Workspace) => Promise<readonly Section[]>;

const parts: Readonly<Record<string, Part>> = {
  guards: benchGuards,
  generation: benchGeneration,
  growth: benchGrowth,
  consumers: benchConsumers,
};

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    runs: { type: "string", default: "5" },
  },
});
const { quick, only } = values;
const runs = Number(values.runs);
const chosen = Object.entries(parts).filter(([name]) => only === undefined || name === only);
if (chosen.length === 0 || !Number.isInteger(runs) || runs < 1) {
  console.error("usage: npm run bench -- [--quick] [--only <part>] [--runs <number>]");
  console.error(`parts: ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}

const workspace = await createWorkspace();
try {
  const sections: Section[] = [];
  for (const [, bench] of chosen) {
    for (const section of await bench({ quick, runs }, workspace)) {
      sections.push(section);
      console.log(printed(section));
    }
  }
  // What is only a part, or only a trial, is no result to quote.
  if (!quick && only === undefined && runs >= 5) await writeResults(sections);
} finally {
  await removeWorkspace(workspace.folder);
}
