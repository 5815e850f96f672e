import { parseArgs } from "node:util";

/** What a benchmark run is asked for. */
export interface BenchArguments {
  readonly help: boolean;
  readonly quick: boolean;
  /** The parts to run; undefined for all. */
  readonly only: ReadonlySet<string> | undefined;
  readonly runs: number;
  /** The file with an earlier run to compare with. */
  readonly against: string | undefined;
}

/**
 * Reads the arguments of `npm run bench`.
 *
 * @param args The arguments.
 * @param parts The names of all parts.
 * @throws Error A message for the user.
 */
export function readArguments(args: readonly string[], parts: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: "boolean", default: false, short: "h" },
      quick: { type: "boolean", default: false },
      only: { type: "string", multiple: true },
      runs: { type: "string", default: "5" },
      against: { type: "string" },
    },
  });
  const only = values.only?.flatMap((list) => list.split(","));
  const unknown = only?.find((name) => !parts.includes(name));
  if (unknown !== undefined) {
    throw new Error(`there is no part "${unknown}"; the parts are ${parts.join(", ")}`);
  }
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) {
    throw new Error(`--runs takes a number from 1, not "${values.runs}"`);
  }
  return { ...values, only: only && new Set(only), runs, against: values.against };
}

/**
 * The help of `npm run bench`.
 *
 * @param parts The parts, each with what it measures.
 */
export function usage(parts: readonly (readonly [name: string, about: string])[]): string {
  const width = Math.max(...parts.map(([name]) => name.length));
  const list = parts.map(([name, about]) => `  ${name.padEnd(width)}  ${about}`);
  return `usage: npm run bench -- [options]

Measures Guardsmith beside other libraries. A run of all parts writes test/bench/RESULTS.md.

  --only PART,...  only these parts; writes nothing
  --runs N         how many runs a median is taken of (default 5); fewer than 5 write nothing
  --against FILE   compares with an earlier run, as in test/bench/RESULTS.md: ratios with their noise
  --quick          only sees that everything works; the numbers mean nothing
  -h, --help       this text

Parts:
${list.join("\n")}
`;
}
