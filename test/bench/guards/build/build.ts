import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { formatDiagnostic, generate } from "../../../../generator/index.js";
import { forms, schemas } from "../contenders/forms.js";
import { standaloneAjv } from "./ajv.js";
import { compileWithTypia } from "./typia.js";

const run = promisify(execFile);

const here = fileURLToPath(new URL("..", import.meta.url));

/** What Git and the linters ignore, beside `node_modules` so that packages are found from it. */
const folder = join(here, "dist");

/** What runs in processes of its own, after {@link buildGuards}. */
export const program: string = join(folder, "main.js");

/**
 * Builds the Batch package, and makes JavaScript of everything else that is measured: what
 * Guardsmith generates for other shapes, the code of Ajv and of typia, which are written ahead of
 * time as well, and the program that measures.
 */
export async function buildGuards(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  // What was built before may be of other sources.
  await run("npm", ["run", "build"], { cwd: join(here, "../../../generated") });
  await generateShapes();
  for (const [mode, allErrors] of [
    ["first-error", false],
    ["all-errors", true],
  ] as const) {
    await buildText(standaloneAjv(schemas, allErrors), `ajv-${mode}.js`);
  }
  await compileWithTypia(forms, folder);
  await build({
    entryPoints: [join(here, "child", "main.ts")],
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    target: "es2022",
    platform: "node",
    // The paths of this project lead to sources; what is measured is what consumers install.
    tsconfigRaw: {},
  });
}

/** Bundles a module with the parts of a library that its code needs. */
async function buildText(contents: string, file: string): Promise<void> {
  await build({
    stdin: { contents, resolveDir: here, loader: "js" },
    outfile: join(folder, file),
    bundle: true,
    format: "esm",
    target: "es2022",
    platform: "node",
  });
}

const withoutMapping = {
  code: "unreachable-option",
  at: "#/components/schemas/Event",
  reason: "Ajv takes no `mapping`",
} as const;

/** Generates JavaScript for the document beside this. */
async function generateShapes(): Promise<void> {
  const { files, diagnostics } = await generate({
    spec: join(here, "shapes.yaml"),
    config: { outputs: ["models", "guards"], target: "js", ignore: [withoutMapping] },
  });
  const problems = diagnostics.map((each) => formatDiagnostic(each, { color: false }));
  if (problems.length > 0) throw new Error(problems.join("\n\n"));
  await write("shapes/package.json", JSON.stringify({ type: "module" }));
  for (const { path, text } of files) {
    if (path.endsWith(".js")) await write(join("shapes", path), text);
  }
}

async function write(path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
