import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { runRounds, type Contender } from "../processes/rounds.js";
import type { Workspace } from "../processes/workspace.js";
import type { Section } from "../section.js";
import { mebibytes, nothing, seconds } from "../units.js";
import type { Outputs } from "./outputs.js";

/** Something that a program imports. */
interface Import {
  readonly name: string;
  /** The folder that the program is in. */
  readonly folder: string;
  /** The program, as it is without a bundler. */
  readonly text: string;
}

/**
 * Measures what a program takes that imports one guard, or all of them, by itself and bundled.
 *
 * @param outputs What is imported.
 * @param runs How often each program runs.
 */
export async function benchImports(
  workspace: Workspace,
  outputs: Outputs,
  runs: number,
): Promise<Section> {
  const imports = importsOf(outputs);
  const contenders = [await emptyProgram(workspace)];
  for (const each of imports)
    contenders.push(await bundled(each, "modules"), await bundled(each, "one file"));
  const results = await runRounds(workspace, contenders, { warmUps: 1, runs });
  const base = results[0]?.usage;
  return {
    title: "Consumers: importing what was generated",
    about:
      "Whole processes of Node.js that import a guard, or all, and end; medians of " +
      `${runs}. As modules, the files that were generated are loaded, compiled to JavaScript; as one ` +
      "file, esbuild has left out what is not used. Beyond: without what an empty program takes.",
    columns: ["imported", "time", "beyond", "peak memory", "beyond an empty program"],
    rows: results.map(({ name, usage, noise }) => [
      name,
      seconds(usage?.wall, noise?.wall),
      usage && base ? seconds(usage.wall - base.wall) : nothing,
      mebibytes(usage?.peak),
      usage && base ? mebibytes(usage.peak - base.peak) : nothing,
    ]),
    goals: [],
  };
}

function importsOf({ guardsmith, heyApi }: Outputs): readonly Import[] {
  const value = JSON.stringify({ id: "batch" });
  const ours = { folder: guardsmith.folder };
  const theirs = { folder: heyApi.folder };
  return [
    {
      ...ours,
      name: "Guardsmith: `isBatch` from its module",
      text: `import { isBatch } from "./out/dist/guards/batch.js"; isBatch(${value});`,
    },
    {
      ...ours,
      name: "Guardsmith: `isBatch` from the package",
      text: `import { isBatch } from "./out/dist/index.js"; isBatch(${value});`,
    },
    {
      ...ours,
      name: "Guardsmith: all",
      text: `import * as api from "./out/dist/index.js"; Object.keys(api);`,
    },
    {
      ...theirs,
      name: "hey-api, zod: `zBatch`",
      text: `import { zBatch } from "./out/zod.gen.ts"; zBatch.safeParse(${value});`,
    },
    {
      ...theirs,
      name: "hey-api, zod: all",
      text: `import * as api from "./out/zod.gen.ts"; Object.keys(api);`,
    },
  ];
}

async function emptyProgram({ folder }: Workspace): Promise<Contender> {
  await writeFile(join(folder, "empty.mjs"), "");
  return { name: "nothing", cwd: folder, args: ["empty.mjs"] };
}

/** A program as JavaScript: with its modules as they are, or in one file with all that it uses. */
async function bundled(
  { name, folder, text }: Import,
  form: "modules" | "one file",
): Promise<Contender> {
  const file = `${name}-${form}`.replace(/\W+/g, "-");
  const source = join(folder, `${file}.ts`);
  await writeFile(source, text);
  const isOne = form === "one file";
  await build({
    entryPoints: [source],
    outfile: join(folder, `${file}.mjs`),
    bundle: true,
    format: "esm",
    // Of Guardsmith, the modules are JavaScript; of hey-api, its one module is made into it.
    external: isOne ? [] : ["./out/dist/*", "zod"],
    logLevel: "error",
  });
  return { name: `${name}, ${form}`, cwd: folder, args: [`${file}.mjs`] };
}
