import { detect, resolveCommand, type Agent } from "package-manager-detector";
import { configIn, findConfig } from "../../config/find-config.js";
import { severalSpecs } from "../../config/find-spec.js";
import { loadJobs } from "../../config/load-config.js";
import { inputError } from "../../core/failure.js";
import { shownPath } from "../../output/shown-path.js";
import { writeTextFile } from "../../output/write-text-file.js";
import type { CommandIo, ExitCode } from "../command-io.js";
import { absolutePath, entryPath, statusOf, withSlashes } from "../files.js";
import { runGenerate } from "../generate.js";
import { locatedErrors } from "../located-errors.js";
import { reportDiagnostics } from "../report.js";
import { addScript } from "./add-script.js";
import { newConfig } from "./config-text.js";
import { findDocuments } from "./find-documents.js";
import { readProject, type Project } from "./project.js";

/** The arguments of `guardsmith init`. */
export interface InitCommandOptions {
  /** The document: a path relative to the working directory, or a URL. Default: the one that is found. */
  readonly spec?: string | undefined;
}

/**
 * Sets up a project: writes a config and a script, and generates for the first time. Existing files and
 * scripts are kept, so it can be run again.
 *
 * @param options The arguments of the command.
 * @param io The parts of the process that the command uses; its working directory is the project.
 * @returns The exit code of the process: that of `generate`, or 2 if nothing could be set up.
 */
export async function runInit({ spec }: InitCommandOptions, io: CommandIo): Promise<ExitCode> {
  try {
    const { cwd } = io;
    const project = await readProject(cwd);
    const there = await configIn(cwd);
    const config = there ?? (await writeConfig(await documentOf(spec, cwd), project, io));
    if (there !== undefined) {
      if (spec !== undefined) await checkDocument(spec, there, cwd);
      io.stdout(`kept ${shownPath(there, cwd)}: it exists\n`);
    }
    const script = await writeScript(project, io);
    const exitCode = await runGenerate({ config, rerun: "guardsmith generate" }, io);
    if (exitCode === 0) await printNext(script, project, io);
    return exitCode;
  } catch (error) {
    reportDiagnostics(await locatedErrors(error), io);
    return 2;
  }
}

function isUrl(spec: string): boolean {
  return /^https?:\/\//i.test(spec);
}

/** Returns the document as the config names it. */
async function documentOf(given: string | undefined, cwd: string): Promise<string> {
  if (given !== undefined) {
    if (isUrl(given)) return given;
    const status = await statusOf(absolutePath(given, cwd));
    if (status?.isFolder === false) return withSlashes(given);
    const message = status === undefined ? `there is no file ${given}` : `${given} is a directory`;
    const help = "name the OpenAPI document, as in `guardsmith init openapi.yaml`";
    throw inputError([
      { code: status === undefined ? "file-not-found" : "file-unreadable", message, help },
    ]);
  }
  const [found, ...others] = await findDocuments(cwd);
  if (found === undefined) {
    const message =
      "no OpenAPI document was found in this folder, or in api, spec, docs or openapi";
    const help = "name it, as in `guardsmith init path/to/openapi.yaml`";
    throw inputError([{ code: "missing-spec", message, help }]);
  }
  if (others.length > 0) {
    const help = `name one of them, as in \`guardsmith init ${found}\``;
    throw inputError([{ ...severalSpecs([found, ...others]), help }]);
  }
  return found;
}

/** Writes the config, and returns its path. */
async function writeConfig(
  spec: string,
  project: Project,
  { cwd, stdout }: CommandIo,
): Promise<string> {
  const { name, text, settings } = newConfig(spec, project);
  const path = entryPath(cwd, name);
  const around = await findConfig(cwd);
  await writeTextFile(path, text, cwd);
  stdout(`wrote ${name}: ${spec} is generated into ${settings.out ?? "generated"}\n`);
  if (around !== undefined) stdout(`${shownPath(around, cwd)} no longer applies to this folder\n`);
  return path;
}

/** Throws if the existing config does not name the document. */
async function checkDocument(spec: string, config: string, cwd: string): Promise<void> {
  const jobs = await loadJobs({ cwd, file: config });
  const wanted = isUrl(spec) ? spec : absolutePath(spec, cwd);
  if (jobs.some((job) => job.config.spec === wanted)) return;
  throw inputError([
    {
      code: "existing-config",
      message: `${shownPath(config, cwd)} exists and does not name ${spec}`,
      help: "change its `spec`, or give the document a job of its own in `jobs`",
    },
  ]);
}

/** Adds the script, and returns its name. */
async function writeScript(
  project: Project,
  { cwd, stdout }: CommandIo,
): Promise<string | undefined> {
  const { name, text } = addScript(project);
  if (name === undefined) {
    if (project.manifest !== undefined) stdout("kept package.json: no script can be added\n");
  } else if (text === undefined) {
    stdout(`kept the script ${name} of package.json\n`);
  } else {
    await writeTextFile(entryPath(cwd, "package.json"), text, cwd);
    stdout(`added the script ${name} to package.json\n`);
  }
  return name;
}

/** Prints the next steps, as commands of the package manager of the project. */
async function printNext(
  script: string | undefined,
  { manifest, hasGuardsmith }: Project,
  { cwd, stdout }: CommandIo,
): Promise<void> {
  const agent = (await detect({ cwd }))?.agent ?? "npm";
  const lines = [
    ...(manifest !== undefined && !hasGuardsmith
      ? [[shell(agent, "add", "-D", "guardsmith"), "so that the script finds it"] as const]
      : []),
    [
      script === undefined ? "guardsmith generate" : shell(agent, "run", script),
      "after each change of the document",
    ] as const,
    ["guardsmith generate --check", "in CI: fails if the output is not up to date"] as const,
  ];
  const width = Math.max(...lines.map(([command]) => command.length));
  stdout(`\nNext:\n${lines.map(([line, why]) => `  ${line.padEnd(width)}  # ${why}\n`).join("")}`);
}

function shell(agent: Agent, command: "add" | "run", ...args: string[]): string {
  const resolved = resolveCommand(agent, command, args);
  return resolved === null
    ? `npm ${command} ${args.join(" ")}`
    : [resolved.command, ...resolved.args].join(" ");
}
