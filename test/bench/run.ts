// Measures Guardsmith beside others, prints a table of each part, and writes RESULTS.md.
import { readFile } from "node:fs/promises";
import { against, readResults } from "./against.js";
import { readArguments, usage, type BenchArguments } from "./arguments.js";
import { benchConsumers } from "./consumers/bench.js";
import { benchGeneration } from "./generation/bench.js";
import { benchGrowth } from "./growth/bench.js";
import { benchLinks } from "./growth/links.js";
import { benchGuards } from "./guards/bench.js";
import { printed } from "./print.js";
import type { ProcessOptions } from "./processes/options.js";
import { createWorkspace, removeWorkspace, type Workspace } from "./processes/workspace.js";
import { writeResults } from "./results.js";
import type { Section } from "./section.js";

/** A part of the benchmarks. */
interface Part {
  /** What it measures. */
  readonly about: string;
  /** Those that measure processes need a workspace. */
  readonly bench: (options: ProcessOptions, workspace: Workspace) => Promise<readonly Section[]>;
}

const parts: Readonly<Record<string, Part>> = {
  guards: { about: "how long guards and reports take, and their size", bench: benchGuards },
  generation: { about: "whole runs on the documents of Batch and OpenAI", bench: benchGeneration },
  growth: { about: "what a schema takes, of 10 to 30,000", bench: benchGrowth },
  links: { about: "what a reference takes, in chains and fans", bench: benchLinks },
  consumers: { about: "type-checking and importing what was generated", bench: benchConsumers },
};

const wanted = readOrExit();
if (wanted.help) {
  console.log(usage(Object.entries(parts).map(([name, { about }]) => [name, about])));
} else {
  await run(wanted);
}

function readOrExit(): BenchArguments {
  try {
    return readArguments(process.argv.slice(2), Object.keys(parts));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error("help: npm run bench -- --help");
    process.exit(2);
  }
}

async function run({ quick, only, runs, against: file }: BenchArguments): Promise<void> {
  const recorded = file === undefined ? undefined : readResults(await readFile(file, "utf8"));
  const workspace = await createWorkspace();
  try {
    const sections: Section[] = [];
    for (const [name, { bench }] of Object.entries(parts)) {
      if (only?.has(name) === false) continue;
      for (const section of await bench({ quick, runs }, workspace)) {
        sections.push(section);
        console.log(printed(section));
        if (recorded) console.log(printed(against(section, recorded.get(section.title))));
      }
    }
    // What is only a part, or only a trial, is no result to quote.
    if (!quick && only === undefined && runs >= 5) await writeResults(sections);
  } finally {
    await removeWorkspace(workspace.folder);
  }
}
