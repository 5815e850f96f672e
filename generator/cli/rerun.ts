/**
 * The command line that does what a `--check` found to be missing. Values of headers are hidden, where
 * they are not taken from the environment.
 *
 * @param args The arguments of the check, without the interpreter and the script.
 * @returns A line for a POSIX shell.
 */
export function rerunOf(args: readonly string[]): string {
  const shown = args.map((arg, index) => {
    const [, option = "", line = ""] = /^(--header=|-H)(.+)$/s.exec(arg) ?? [];
    if (option !== "") return option + hidden(line);
    return ["--header", "-H"].includes(args[index - 1] ?? "") ? hidden(arg) : arg;
  });
  return ["guardsmith", ...shown.filter((arg) => arg !== "--check").map(quote)].join(" ");
}

function hidden(line: string): string {
  return line.includes("${") ? line : `${line.split(":", 1)[0] ?? ""}: ***`;
}

function quote(arg: string): string {
  return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", String.raw`'\''`)}'`;
}
