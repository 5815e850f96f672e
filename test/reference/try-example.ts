import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { createProgram } from "../../generator/cli/program.js";
import type { CommandIo, ExitCode } from "../../generator/commands/command-io.js";
import { runClean } from "../../generator/commands/clean.js";
import { runDiff } from "../../generator/commands/diff.js";
import { runGenerate } from "../../generator/commands/generate.js";
import { runInit } from "../../generator/commands/init/init.js";
import { runReconcile } from "../../generator/commands/reconcile.js";
import { runSample } from "../../generator/commands/sample.js";
import { runValidate } from "../../generator/commands/validate.js";
import { runWatch } from "../../generator/commands/watch.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import type { Example } from "./sections.js";

/** What became of an example. */
export interface Tried {
  readonly exitCode: ExitCode;
  /** The codes that were printed, each once. */
  readonly codes: readonly string[];
  readonly stderr: string;
}

/** Runs an example in a folder of its own, as the command line does. */
export async function tryExample({ files, args }: Example): Promise<Tried> {
  // Nothing outside of the folder of the project is read, not even looked for.
  const cwd = join(await temporaryFolder(), "project");
  await mkdir(cwd);
  const settings = { spec: "openapi.yaml", format: "none" };
  const isConfigured = Object.keys(files).some((path) => path.startsWith("guardsmith.config."));
  if (!isConfigured) await put(cwd, { "guardsmith.config.json": JSON.stringify(settings) });
  await put(cwd, files);
  let stderr = "";
  let exitCode: ExitCode = 0;
  const io: CommandIo = {
    cwd,
    color: false,
    colorOutput: false,
    stdin: () => Readable.from([]),
    stdout: () => undefined,
    stderr: (text) => (stderr += text),
    progress: () => undefined,
    now: () => new Date("2026-11-29"),
  };
  const program = createProgram("0.0.0", {
    init: async (options) => {
      exitCode = await runInit(options, io);
    },
    generate: async ({ watch = false, ...options }) => {
      const given = { ...options, rerun: "guardsmith generate" };
      exitCode = watch
        ? await runWatch(given, io, AbortSignal.timeout(10_000))
        : await runGenerate(given, io);
    },
    clean: async (options) => {
      exitCode = await runClean(options, io);
    },
    validate: async (options) => {
      exitCode = await runValidate(options, io);
    },
    sample: async (options) => {
      exitCode = await runSample(options, io);
    },
    diff: async (options) => {
      exitCode = await runDiff(options, io);
    },
    reconcile: async (options) => {
      exitCode = await runReconcile(options, io);
    },
  });
  await program.parseAsync(args, { from: "user" });
  const found = [...stderr.matchAll(/^.*?(?:error|warning): .* \(([\w-]+)\)$/gm)];
  return { exitCode, codes: [...new Set(found.map(([, code = ""]) => code))].sort(), stderr };
}
