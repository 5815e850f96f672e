import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { runNode } from "../consumer/processes.js";

/** What attw finds out about a package. */
export interface AttwFindings {
  /** The exit code: 0 if all is well. */
  readonly code: number;
  /** The kinds of problems, each once, in order. */
  readonly problems: readonly string[];
  /** The entry points that attw looked up. */
  readonly checked: readonly string[];
}

/**
 * Runs attw on a tarball, as a package of ES modules.
 *
 * @param tarball The path of the tarball.
 * @param entries Entry points that a wildcard of the manifest stands for: attw does not expand it.
 */
export async function runAttw(tarball: string, entries: readonly string[]): Promise<AttwFindings> {
  const manifest = fileURLToPath(import.meta.resolve("@arethetypeswrong/cli/package.json"));
  // The manifest of a tool names its program.
  const { bin } = JSON.parse(await readFile(manifest, "utf8")) as { bin: { attw: string } };
  const { code, output } = await runNode(dirname(tarball), [
    join(dirname(manifest), bin.attw),
    tarball,
    // `require` of ES modules, which Node.js 20.19 and later know and attw warns of.
    ...["--ignore-rules", "cjs-resolves-to-esm"],
    // As JSON, a long report would be cut off where there are problems.
    ...["--format", "ascii", "--no-color", "--no-emoji"],
    ...["--include-entrypoints", ...entries],
  ]);
  // Each problem leads to a page about it.
  const problems = output.matchAll(/^(?!\(ignored).*\/problems\/(\w+)\.md$/gm);
  const checked = output.matchAll(/^"[\w-]+(.*)"\n\nnode10: (?!\(wildcard)/gm);
  return {
    code,
    problems: kindsOf([...problems].map(([, kind = ""]) => kind)),
    checked: [...checked].map(([, path = ""]) => `.${path}`),
  };
}

/**
 * Runs publint on a tarball.
 *
 * @param tarball The path of the tarball.
 * @returns The kinds of messages, down to mere suggestions, each once, in order.
 */
export async function runPublint(tarball: string): Promise<readonly string[]> {
  const bytes = new Uint8Array(await readFile(tarball));
  const pack = { tarball: bytes.buffer };
  const { messages } = await publint({ pkgDir: "package", pack, strict: true });
  return kindsOf(messages.map(({ code }) => code));
}

function kindsOf(kinds: readonly string[]): readonly string[] {
  return [...new Set(kinds)].toSorted();
}
