import type { JsonObject } from "../../generator/core/json.js";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { transform } from "esbuild";
import {
  formatDiagnostic,
  generate,
  type GenerateOptions,
  type GenerateResult,
  type Model,
  type OutputFile,
} from "../../generator/index.js";
import { afterFile } from "./cleanup.js";
import { guardsOf, jsonDocumentOf, type Guards } from "./guards.js";

/** A package that was generated, written to a folder of its own, and imported. */
export interface LoadedPackage {
  /** Where its files are, as TypeScript and as JavaScript. */
  readonly folder: string;
  /** The TypeScript files that were generated, by their paths in the folder. */
  readonly files: readonly OutputFile[];
  readonly models: readonly Model[];
  /** What `index.ts` exports. */
  readonly exports: Readonly<Record<string, unknown>>;
  /**
   * The guards of a model, by its name.
   *
   * @throws when there is no such model
   */
  readonly guards: (model: string) => Guards;
}

export { inMemory } from "./guards-in-memory.js";

/**
 * Generates the models and guards of a document, and what else the options name, as they are printed,
 * and imports them. The folder is removed after the tests of the file. Where nothing is about files,
 * `guardsInMemory` takes a hundredth of the time.
 *
 * @param options - what to generate, as for `generate`
 * @returns the package
 * @throws when nothing could be generated, with the diagnostics as a user would see them
 */
export async function loadPackage(options: GenerateOptions): Promise<LoadedPackage> {
  const { files, models } = await generateFrom(options);
  const folder = await realpath(await mkdtemp(join(tmpdir(), "guardsmith-oracle-")));
  afterFile(() => rm(folder, { recursive: true, force: true }));
  await write(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  await Promise.all(
    files.map(async ({ path, text }) => {
      await write(join(folder, path), text);
      if (!path.endsWith(".ts")) return;
      await write(join(folder, javaScriptPath(path)), await withoutTypes(text));
    }),
  );
  const document = jsonDocumentOf(options);
  const index = pathToFileURL(join(folder, "index.js")).href;
  // A module namespace is an object of its exports, whatever these are.
  const exports = (await import(/* @vite-ignore */ index)) as Record<string, unknown>;
  return {
    folder,
    files,
    models,
    exports,
    guards: (name) => {
      const model = models.find((each) => each.name === name);
      if (model === undefined) throw new Error(`There is no model ${name}.`);
      return guardsOf(model, exports, document);
    },
  };
}

/**
 * The JSON Schemas of a package that was loaded with them.
 *
 * @returns what gives the schema of a model, by its name
 */
export async function loadJsonSchemas({
  folder,
  models,
}: LoadedPackage): Promise<(model: string) => JsonObject> {
  const modules = new Map<string, Record<string, unknown>>();
  for (const { module } of models) {
    const url = pathToFileURL(join(folder, "json-schema", `${module}.js`)).href;
    // A module namespace is an object of its exports, whatever these are.
    modules.set(module, (await import(/* @vite-ignore */ url)) as Record<string, unknown>);
  }
  return (name) => {
    const model = models.find((each) => each.name === name);
    const schema = model && modules.get(model.module)?.[model.exports.jsonSchema];
    if (typeof schema !== "object") throw new Error(`There is no JSON Schema of ${name}.`);
    // What the schemas are is what their tests are about.
    return schema as JsonObject;
  };
}

async function generateFrom(options: GenerateOptions): Promise<GenerateResult> {
  const result = await generate({
    ...options,
    config: {
      outputs: ["models", "guards"],
      importExtension: "js",
      format: "none",
      ...options.config,
    },
  });
  if (result.files.length > 0) return result;
  const diagnostics = result.diagnostics.map((each) => formatDiagnostic(each, { color: false }));
  throw new Error(`Nothing was generated.\n\n${diagnostics.join("\n\n")}`);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function javaScriptPath(path: string): string {
  return path.replace(/\.ts$/, ".js");
}

async function withoutTypes(text: string): Promise<string> {
  const { code } = await transform(text, {
    loader: "ts",
    target: "es2022",
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  return code;
}
