import { readFile, writeFile } from "node:fs/promises";
import { arch, availableParallelism, cpus, release, totalmem, type } from "node:os";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { markdownOf } from "./print.js";
import { versionOf } from "./processes/installed.js";
import type { Section } from "./section.js";

const resultsFile = fileURLToPath(new URL("RESULTS.md", import.meta.url));
const notesFile = new URL("NOTES.md", import.meta.url);

/**
 * Writes `RESULTS.md`: where and of what the numbers are, the tables, the goals, and at its end what
 * `NOTES.md` explains, where it is there.
 */
export async function writeResults(sections: readonly Section[]): Promise<void> {
  const goals = sections.flatMap((section) => section.goals);
  const met = goals.filter(({ isMet }) => isMet).length;
  const notes = await readFile(notesFile, "utf8").catch(() => "");
  const text = [
    "# Results",
    "Written by `npm run bench`, not by hand. Compare numbers within a table only: all of it comes " +
      "from one run, and other machines have other numbers.",
    await environment(),
    `Goals met: ${met} of ${goals.length}.`,
    ...sections.map(markdownOf),
    ...(notes === "" ? [] : ["## What explains the distances", notes.trim()]),
  ].join("\n\n");
  const options = await resolveConfig(resultsFile);
  await writeFile(resultsFile, await format(text, { ...options, parser: "markdown" }));
}

async function environment(): Promise<string> {
  const lines = [
    `Date: ${new Date().toISOString().slice(0, 10)}`,
    `Machine: ${cpus()[0]?.model.trim() ?? "unknown"}, ${availableParallelism()} cores, ` +
      `${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${type()} ${release()} ${arch()}`,
    `Node.js ${process.version}`,
    `Versions: ${(await versions()).join(", ")}`,
  ];
  return lines.map((line) => `- ${line}`).join("\n");
}

/** The versions of Guardsmith, and of all that it is compared with. */
async function versions(): Promise<readonly string[]> {
  const own = await manifest(new URL("../../package.json", import.meta.url));
  const { devDependencies } = await manifest(new URL("package.json", import.meta.url));
  const peers = Object.keys(devDependencies).map((name) => `${name} ${versionOf(name)}`);
  return [`guardsmith ${own.version}`, ...peers];
}

interface Manifest {
  readonly version: string;
  readonly devDependencies: object;
}

async function manifest(file: URL): Promise<Manifest> {
  // These are the manifests of this project; that of the benchmarks has no version.
  return JSON.parse(await readFile(file, "utf8")) as Manifest;
}
