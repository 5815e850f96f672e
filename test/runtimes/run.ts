// Runs the package, as it is published, in everything that it has to work in, and prints a table.
// It fetches runtimes and compilers from the registry: what cannot be had is skipped with a line.
import { rm } from "node:fs/promises";
import { installPackage } from "../consumer/install.js";
import { runInChromium } from "./browser.js";
import { compilations, compileIn } from "./compile.js";
import { Unavailable } from "./fetched.js";
import { tableOf, type Outcome, type Row } from "./outcome.js";
import { runIn, runtimes } from "./runtimes.js";

/** The program that only runs, and the one that shows the types. */
const programs = { everywhere: "everywhere.js", types: "program.ts" };

const { folder, workspace } = await installPackage();
try {
  const tasks: readonly (readonly [name: string, run: () => Promise<Outcome>])[] = [
    ...runtimes.map(
      (runtime) => [runtime.name, () => runIn(runtime, folder, programs.everywhere)] as const,
    ),
    ["Chromium", () => runInChromium(folder, programs.everywhere)],
    ...compilations.map(
      (compilation) =>
        [compilation.name, () => compileIn(compilation, folder, programs.types)] as const,
    ),
  ];
  const rows: Row[] = [];
  for (const [name, run] of tasks) rows.push({ name, ...(await run().catch(outcomeOf)) });
  process.stdout.write(tableOf(rows));
  if (rows.some(({ kind }) => kind === "failed")) process.exitCode = 1;
} finally {
  await rm(workspace, { recursive: true, force: true });
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof Unavailable) return { kind: "skipped", detail: error.message };
  return { kind: "failed", detail: error instanceof Error ? error.message : String(error) };
}
