// Generates code into small projects, one for each framework that it has to work in, builds and runs
// them, and does what the README of each example says. Prints a table. It installs the projects from the
// registry: what cannot be had is skipped with a line. Names of projects and examples, or --ci, run a
// part of them; --write renews docs/guide/frameworks.md.
import { parseArgs } from "node:util";
import { tableOf } from "../runtimes/outcome.js";
import { examples, runExample } from "./examples.js";
import { frameworks, type Framework } from "./frameworks.js";
import { generateInto } from "./generate.js";
import { installProject } from "./install.js";
import { outcomeOf } from "./outcome-of.js";
import { compilePreset, compilers, installPresets, presetsOf } from "./presets.js";
import { mapTwoAtATime } from "./two-at-a-time.js";
import { writeDocs, type FrameworkRow, type PresetRow } from "./write-docs.js";

const { values, positionals } = parseArgs({
  options: { ci: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
  allowPositionals: true,
});
const isWanted = (project: string): boolean =>
  positionals.length === 0 || positionals.includes(project);

const wanted = frameworks.filter(
  ({ project, isInCi }) => isWanted(project) && (isInCi || !values.ci),
);
const projects = [...new Set(wanted.map(({ project }) => project))];
const frameworkRows = (
  await mapTwoAtATime(projects, (name) =>
    runProject(
      name,
      wanted.filter(({ project }) => project === name),
    ),
  )
).flat();
const wantedExamples = examples.filter(
  ({ name, isInCi }) => isWanted(name) && (isInCi || !values.ci),
);
const exampleRows = await mapTwoAtATime(wantedExamples, runExample);
const presetRows = isWanted("presets") && !values.ci ? await runPresets() : [];

const rows = [...frameworkRows, ...exampleRows, ...presetRows];
process.stdout.write(tableOf(rows));
if (rows.some(({ kind }) => kind === "failed")) process.exitCode = 1;
if (values.write) await writeDocs([...frameworkRows, ...exampleRows], presetRows);

/** Generates the code of a project, and runs all that is run of it, one after the other. */
async function runProject(
  name: string,
  rows: readonly Framework[],
): Promise<readonly FrameworkRow[]> {
  try {
    const project = await installProject(name);
    const extension = await generateInto(project.folder);
    const results: FrameworkRow[] = [];
    for (const { name, run } of rows) {
      results.push({ name, extension, ...(await run(project).catch(outcomeOf)) });
    }
    return results;
  } catch (error) {
    return rows.map(({ name }) => ({ name, extension: undefined, ...outcomeOf(error) }));
  }
}

/** Compiles one and the same code with all presets. */
async function runPresets(): Promise<readonly PresetRow[]> {
  try {
    const project = await installPresets();
    return await mapTwoAtATime(await presetsOf(project), async (preset) => {
      const name = `${preset.settings}, ${preset.compiler}`;
      const outcome = await compilePreset(project, preset).catch(outcomeOf);
      return { name, ...preset, versions: project.versions, ...outcome };
    });
  } catch (error) {
    const nothing = { settings: "", compiler: compilers[0], versions: {} };
    return [{ name: "presets", ...nothing, ...outcomeOf(error) }];
  }
}
