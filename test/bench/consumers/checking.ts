import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Project } from "../generation/project.js";
import { measure } from "../processes/measure.js";
import type { Workspace } from "../processes/workspace.js";
import type { Section } from "../section.js";
import { median, spread } from "../spread.js";
import { mebibytes, nothing, seconds } from "../units.js";
import { compiler, type Outputs } from "./outputs.js";
import { readDiagnostics, type Diagnostics } from "./diagnostics.js";
import {
  consumerOfComponents,
  consumerOfModels,
  consumerOfZod,
  type Consumer,
} from "./programs.js";

/** A program to be checked, and what it consumes. */
interface Subject {
  readonly name: string;
  readonly folder: string;
  readonly count: number;
  readonly results: Diagnostics[];
}

/**
 * Measures the time and memory of the compiler for a program that imports everything that is
 * generated.
 *
 * @param outputs What is imported.
 * @param runs How often each is checked.
 */
export async function benchChecking(
  workspace: Workspace,
  outputs: Outputs,
  runs: number,
): Promise<Section> {
  const subjects = await subjectsOf(outputs);
  for (let run = 0; run < runs; run += 1) {
    for (const { name, folder, results } of subjects) {
      process.stderr.write(`run ${run + 1} of ${runs}: tsc, ${name}\n`);
      results.push(await check(workspace, folder));
    }
  }
  return {
    title: "Consumers: type-checking all that was generated",
    about:
      "`tsc --noEmit --extendedDiagnostics` on a program that imports all that was generated and " +
      "asks for each type and its properties: of Guardsmith every model, of hey-api `z.infer` of " +
      `every zod schema, of openapi-typescript every component. Medians of ${runs}. The ` +
      "package as installed has declarations; as sources, its guards are checked with the program. " +
      "Errors are those in what was generated.",
    columns: [
      "generator",
      "types used",
      "instantiations",
      "types",
      "check",
      "total",
      "memory",
      "errors",
    ],
    rows: subjects.map(({ name, count, results }) => rowOf(name, count, results)),
    goals: [],
  };
}

async function subjectsOf({
  guardsmith,
  heyApi,
  openapiTypescript,
}: Outputs): Promise<readonly Subject[]> {
  const sources = join(guardsmith.output, "src");
  return [
    await subjectOf(
      "Guardsmith, as installed",
      guardsmith,
      "installed",
      await consumerOfModels(sources, "./out/dist/index.js"),
    ),
    await subjectOf(
      "Guardsmith, as sources",
      guardsmith,
      "sources",
      await consumerOfModels(sources, "./out/src/index.js"),
    ),
    await subjectOf("hey-api: types, zod", heyApi, "zod", await consumerOfZod(heyApi.output)),
    await subjectOf(
      "openapi-typescript: types",
      openapiTypescript,
      "components",
      await consumerOfComponents(openapiTypescript.document),
    ),
  ];
}

/** Writes a program beside the output that it consumes, with a project of the compiler for it. */
async function subjectOf(
  name: string,
  { folder }: Project,
  program: string,
  { text, count }: Consumer,
): Promise<Subject> {
  await writeFile(join(folder, `${program}.ts`), text);
  const config = { compilerOptions, files: [`${program}.ts`] };
  await writeFile(join(folder, `tsconfig.${program}.json`), JSON.stringify(config));
  return { name, folder: join(folder, `tsconfig.${program}.json`), count, results: [] };
}

/** With the resolution of bundlers, which all outputs are made for. */
const compilerOptions = {
  target: "ES2022",
  lib: ["ES2022", "DOM"],
  module: "ESNext",
  moduleResolution: "Bundler",
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Runs the compiler on a project. Errors are counted, because outputs may have them. */
async function check(workspace: Workspace, project: string): Promise<Diagnostics> {
  const args = [compiler(), "--project", project, "--noEmit", "--extendedDiagnostics"];
  const { output } = await measure(workspace, { cwd: workspace.folder, args });
  return readDiagnostics(output);
}

function rowOf(name: string, count: number, results: readonly Diagnostics[]): readonly string[] {
  const medianOf = (figure: keyof Diagnostics): number =>
    median(results.map((result) => result[figure]));
  const spreadOf = (figure: keyof Diagnostics): number =>
    spread(results.map((result) => result[figure]));
  const number = (value: number): string => value.toLocaleString("en");
  const errors = medianOf("errors");
  return [
    name,
    number(count),
    number(medianOf("instantiations")),
    number(medianOf("types")),
    seconds(medianOf("check"), spreadOf("check")),
    seconds(medianOf("total"), spreadOf("total")),
    mebibytes(medianOf("memory")),
    errors === 0 ? nothing : number(errors),
  ];
}
