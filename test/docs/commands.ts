import { createProgram } from "../../generator/cli/program.js";
import { fencesOf } from "../readme/blocks.js";

/** A command line of Guardsmith in a Markdown file. */
export interface Command {
  /** Where it is: `docs/guide/ci.md:22`. */
  readonly place: string;
  /** What follows the name of the program. */
  readonly args: readonly string[];
}

/** Where a command begins: in a line of a shell, of a workflow or of a transcript, or in a string. */
const beginning =
  /(?:^\s*|[|&;(] ?|[$:-] |")(?:(?:npx|pnpm|pnpm exec|yarn|bunx) )?guardsmith (.*)$/;

/** Finds the commands in the code of a Markdown file, and in what a line of its text quotes. */
export function commandsOf(file: string, markdown: string): readonly Command[] {
  const fences = fencesOf(file, markdown);
  const inFences = fences.flatMap(({ line, text }) =>
    text.split("\n").map((each, index) => [line + index, each] as const),
  );
  const fenced = new Set(inFences.map(([line]) => line));
  const quoted = markdown
    .split(/\r?\n/)
    .flatMap((each, index) =>
      fenced.has(index + 1)
        ? []
        : [...each.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => [index + 1, code] as const),
    );
  return [...inFences, ...quoted].flatMap(([line, text]) => {
    const [, rest] = beginning.exec(text) ?? [];
    // A usage line names what a command may have.
    const isCommand = rest !== undefined && !rest.includes("[options]");
    return isCommand ? [{ place: `${file}:${line}`, args: wordsOf(rest) }] : [];
  });
}

/** The words of a command, up to a comment, a redirection, another command or the rest of a sentence. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const [, single, double, plain = ""] of text.matchAll(
    /'([^']*)'|"([^"]*)"|([^\s'"|&;)]+|[|&;)"])/g,
  )) {
    if (/^(?:[#>]|[|&;)"]$)/.test(plain)) break;
    words.push(single ?? double ?? plain.replace(/,$/, ""));
    if (plain.endsWith(",")) break;
  }
  return words;
}

/** What is wrong with the arguments of a command; undefined, if nothing is. */
export async function usageError(args: readonly string[]): Promise<string | undefined> {
  const run = (): Promise<void> => Promise.resolve();
  const actions = {
    init: run,
    generate: run,
    clean: run,
    validate: run,
    sample: run,
    diff: run,
    reconcile: run,
  };
  const print = (): void => undefined;
  const program = createProgram("0.0.0", actions, { stdout: print, stderr: print });
  try {
    await program.parseAsync(args, { from: "user" });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return "exitCode" in error && error.exitCode === 0 ? undefined : error.message;
  }
}
