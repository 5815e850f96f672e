import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { batchDocument, openaiDocument } from "../documents.js";
import { heyApiArguments, openapiTypescriptScript } from "../generation/peers.js";
import { configure, createProject, type Project } from "../generation/project.js";
import { folderOf } from "../processes/installed.js";
import { measure } from "../processes/measure.js";
import { median } from "../processes/rounds.js";
import type { Workspace } from "../processes/workspace.js";
import type { BenchOptions, Section } from "../section.js";
import { mebibytes, nothing, seconds } from "../units.js";
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

/** Measures what the compiler takes to check a program that imports everything that is generated. */
export async function benchConsumers(
  { quick }: BenchOptions,
  workspace: Workspace,
): Promise<readonly Section[]> {
  const document = quick ? batchDocument : openaiDocument("consumers");
  if (document === undefined) return [];
  const subjects = await subjectsOf(workspace, document);
  const runs = quick ? 1 : 3;
  for (let run = 0; run < runs; run += 1) {
    for (const { name, folder, results } of subjects) {
      process.stderr.write(`run ${run + 1} of ${runs}: tsc, ${name}\n`);
      results.push(await check(workspace, folder));
    }
  }
  return [
    {
      title: `Consumers: type-checking all of the ${quick ? "Batch" : "OpenAI"} package`,
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
    },
  ];
}

async function subjectsOf(workspace: Workspace, document: string): Promise<readonly Subject[]> {
  const ours = await createProject(workspace, "consumer-guardsmith", document);
  await configure(ours, ["models", "guards", "package"]);
  await run(workspace, ours.folder, [workspace.guardsmith, "generate"]);
  await run(workspace, ours.output, [compiler(), "--project", "tsconfig.json"]);
  const sources = join(ours.output, "src");
  const hey = await createProject(workspace, "consumer-hey-api", document);
  await run(workspace, hey.folder, heyApiArguments());
  const types = await createProject(workspace, "consumer-openapi-typescript", document);
  await run(workspace, types.folder, [
    openapiTypescriptScript(),
    ...["openapi.yaml", "-o", "out/api.ts"],
  ]);
  return [
    await subjectOf(
      "Guardsmith, as installed",
      ours,
      "installed",
      await consumerOfModels(sources, "./out/dist/index.js"),
    ),
    await subjectOf(
      "Guardsmith, as sources",
      ours,
      "sources",
      await consumerOfModels(sources, "./out/src/index.js"),
    ),
    await subjectOf("hey-api: types, zod", hey, "zod", await consumerOfZod(hey.output)),
    await subjectOf(
      "openapi-typescript: types",
      types,
      "components",
      await consumerOfComponents(types.document),
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

/** Has the compiler check a project; errors are counted, since outputs may have them. */
async function check(workspace: Workspace, project: string): Promise<Diagnostics> {
  const args = [compiler(), "--project", project, "--noEmit", "--extendedDiagnostics"];
  const { output } = await measure(workspace, { cwd: workspace.folder, args });
  return readDiagnostics(output);
}

/** Brings about what programs consume. */
async function run(workspace: Workspace, cwd: string, args: readonly string[]): Promise<void> {
  const { code, output } = await measure(workspace, { cwd, args });
  if (code !== 0) throw new Error(`${args.join(" ")} failed:\n${output}`);
}

function compiler(): string {
  return join(folderOf("typescript"), "bin/tsc");
}

function rowOf(name: string, count: number, results: readonly Diagnostics[]): readonly string[] {
  const medianOf = (figure: keyof Diagnostics): number =>
    median(results.map((result) => result[figure]));
  const number = (value: number): string => value.toLocaleString("en");
  const errors = medianOf("errors");
  return [
    name,
    number(count),
    number(medianOf("instantiations")),
    number(medianOf("types")),
    seconds(medianOf("check")),
    seconds(medianOf("total")),
    mebibytes(medianOf("memory")),
    errors === 0 ? nothing : number(errors),
  ];
}
