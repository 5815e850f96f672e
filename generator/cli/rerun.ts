/**
 * The command line that does what a `--check` found to be missing.
 *
 * @param args The arguments of the check, without the interpreter and the script.
 * @returns A line for a POSIX shell.
 */
export function rerunOf(args: readonly string[]): string {
  return ["guardsmith", ...args.filter((arg) => arg !== "--check").map(quote)].join(" ");
}

function quote(arg: string): string {
  return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", String.raw`'\''`)}'`;
}
