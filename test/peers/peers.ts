import { execFile } from "node:child_process";
import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { loadGuard } from "../../generator/index.js";
import type { Json } from "../../generator/core/json.js";
import { heyApiArguments, kubbScript, orvalArguments } from "../bench/generation/peers.js";
import { versionOf } from "../bench/processes/installed.js";
import { cases } from "./cases.js";

/** A generator, and what its checks of a document decide. */
export interface Peer {
  /** Its name, and what was used of it. */
  readonly name: string;
  /**
   * Generates the checks of all cases.
   *
   * @param folder An empty folder with `openapi.yaml`.
   * @returns For the index of a case, the check; undefined if there is none.
   */
  readonly checks: (folder: string) => Promise<Checks>;
}

export type Checks = (index: number) => ((value: Json) => boolean) | undefined;

/** The name of the component with a case. */
function nameOf(index: number): string {
  return `Case${index}`;
}

/** A document with a component for each case, and an operation that answers with it. */
function documentOf(): Json {
  const names = cases.map((_, index) => nameOf(index));
  return {
    openapi: "3.1.0",
    info: { title: "Cases", version: "1.0.0" },
    paths: Object.fromEntries(names.map((name) => [`/${name}`, { get: operationOf(name) }])),
    components: {
      schemas: Object.fromEntries(names.map((name, i) => [name, cases[i]?.schema ?? true])),
    },
  };
}

function operationOf(name: string): Json {
  const schema = { $ref: `#/components/schemas/${name}` };
  const ok = { description: "ok", content: { "application/json": { schema } } };
  return { operationId: `get${name}`, responses: { 200: ok } };
}

/** Guardsmith, and the generators of Zod schemas, each by its command line or its library. */
export const peers: readonly Peer[] = [
  { name: "Guardsmith", checks: guardsmithChecks },
  {
    name: `hey-api ${versionOf("@hey-api/openapi-ts")}`,
    checks: async (folder) => {
      await runNode(folder, heyApiArguments());
      return zodChecks(folder, "out/zod.gen.ts", (name) => `z${name}`);
    },
  },
  {
    name: `orval ${versionOf("orval")}`,
    checks: async (folder) => {
      await runNode(folder, orvalArguments());
      return zodChecks(folder, "out/api.ts", (name) => `get${name}Response`);
    },
  },
  {
    name: `kubb ${versionOf("@kubb/core")}`,
    checks: async (folder) => {
      await writeFile(join(folder, "kubb.js"), kubbScript);
      await runNode(folder, ["kubb.js"]);
      return zodChecks(folder, "out/index.ts", (name) => `${name.replace("C", "c")}Schema`);
    },
  },
];

async function guardsmithChecks(folder: string): Promise<Checks> {
  const spec = join(folder, "openapi.yaml");
  const loaded = await Promise.all(
    cases.map((_, index) => loadGuard({ spec, model: nameOf(index) })),
  );
  return (index) => {
    const guard = loaded[index]?.guard;
    return guard && ((value) => guard(value).length === 0);
  };
}

/** The checks of the Zod schemas that a module exports. */
async function zodChecks(
  folder: string,
  module: string,
  exportOf: (name: string) => string,
): Promise<Checks> {
  const outfile = join(folder, "checks.mjs");
  const entryPoints = [join(folder, module)];
  await build({ entryPoints, outfile, bundle: true, format: "esm", logLevel: "silent" });
  // What it exports is looked at one by one.
  const exports = (await import(pathToFileURL(outfile).href)) as Record<string, unknown>;
  return (index) => {
    const schema = exports[exportOf(nameOf(index))];
    return isZodSchema(schema) ? (value) => schema.safeParse(value).success : undefined;
  };
}

interface ZodSchema {
  readonly safeParse: (value: Json) => { readonly success: boolean };
}

function isZodSchema(value: unknown): value is ZodSchema {
  return typeof value === "object" && value !== null && "safeParse" in value;
}

async function runNode(folder: string, args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, args, { cwd: folder });
}

/** Gives a folder the document, in JSON, which is YAML too, and the packages of the project. */
export async function prepareFolder(folder: string): Promise<void> {
  await writeFile(join(folder, "openapi.yaml"), JSON.stringify(documentOf()));
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const packages = fileURLToPath(new URL("../../node_modules", import.meta.url));
  await symlink(packages, join(folder, "node_modules"), "junction");
}
