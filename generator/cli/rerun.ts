/**
 * Returns the command line that makes the changes that a `--check` found. Values of headers are hidden,
 * unless they come from the environment.
 *
 * @param args The arguments of the check, without the interpreter and the script.
 * @param userAgent The package manager that started the process, as `npm_config_user_agent` names it;
 *   empty, if a shell started it.
 * @returns A line for a POSIX shell.
 */
export function rerunOf(args: readonly string[], userAgent = ""): string {
  const [manager = ""] = userAgent.split("/");
  const start = starts.get(manager) ?? [];
  const others = args
    .map((arg, index) => withoutSecret(arg, args[index - 1]))
    .filter((arg, index) => !isOfCheck(arg, args[index - 1]));
  return [...start, "guardsmith", ...others.map(quote)].join(" ");
}

/** Whether an argument only says to check, or how to print the result. */
function isOfCheck(arg: string, before = ""): boolean {
  return arg === "--check" || /^--format(?:=|$)/.test(arg) || before === "--format";
}

function withoutSecret(arg: string, before = ""): string {
  const [, option = "", line = ""] = /^(--header=|-H)(.+)$/s.exec(arg) ?? [];
  if (option !== "") return option + hidden(line);
  return ["--header", "-H"].includes(before) ? hidden(arg) : arg;
}

function hidden(line: string): string {
  return line.includes("${") ? line : `${line.split(":", 1)[0] ?? ""}: ***`;
}

/** How each package manager runs a program that is installed in the project. */
const starts: ReadonlyMap<string, readonly string[]> = new Map([
  ["npm", ["npx"]],
  ["pnpm", ["pnpm", "exec"]],
  ["yarn", ["yarn", "run"]],
  ["bun", ["bunx"]],
]);

function quote(arg: string): string {
  return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", String.raw`'\''`)}'`;
}
