import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../runtimes/outcome.js";
import { runInProject } from "./install.js";
import type { InstalledExample } from "./install-example.js";

/** Commands that a README shows together, and the output that it shows for them. */
export interface Commands {
  readonly commands: readonly string[];
  /** The lines of the output; a line `…` stands for some that the README leaves out. */
  readonly output: readonly string[];
}

/**
 * Finds the commands of a README: the blocks of `sh`, each with the block without a language that
 * follows it.
 */
export function commandsIn(markdown: string): readonly Commands[] {
  const blocks = markdown.matchAll(/^```sh\n(.*?)^```\n(?:\n```\n(.*?)^```\n)?/gms);
  return [...blocks].map(([, commands = "", output = ""]) => ({
    commands: linesOf(commands).map((line) => line.replace(/\s+#.*$/, "")),
    output: linesOf(output).filter((line) => line !== "…"),
  }));
}

/**
 * Returns the first line that is not in an output behind the lines before it; undefined where all are.
 * Times do not count, and lines may stand between.
 */
export function missingLine(shown: readonly string[], output: string): string | undefined {
  const printed = linesOf(output).map(withoutTime);
  let from = 0;
  return shown.find((line) => {
    const index = printed.indexOf(withoutTime(line), from);
    from = index + 1;
    return index === -1;
  });
}

/**
 * Runs all commands of the README of an example, and compares what they print with what it shows.
 * Installing is done already.
 *
 * @param tool The package whose version is reported.
 */
export async function runReadme(example: InstalledExample, tool: string): Promise<Outcome> {
  const { folder, path, versions } = example;
  const readme = await readFile(join(folder, "README.md"), "utf8");
  const blocks = commandsIn(readme);
  if (blocks.length === 0) return { kind: "failed", detail: "its README shows no command" };
  for (const { commands, output: shown } of blocks) {
    let printed = "";
    for (const command of commands) {
      const [program = "", ...args] = command.split(" ");
      if (args[0] === "install") continue;
      const { code, output } = await runInProject(folder, program, args, path);
      if (code !== 0) return { kind: "failed", detail: `${command}: exit code ${code}: ${output}` };
      printed += output;
    }
    const missing = missingLine(shown, printed);
    if (missing !== undefined) {
      const detail = `${commands.join("; ")} does not print "${missing}":\n${printed}`;
      return { kind: "failed", detail };
    }
  }
  return { kind: "passed", detail: `${tool} ${versions[tool] ?? ""}` };
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");
}

function withoutTime(line: string): string {
  return line.replaceAll(/\b\d+(?:\.\d+)? ?m?s\b/g, "… s");
}
