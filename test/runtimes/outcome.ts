/** The result of running something with the package. */
export interface Outcome {
  readonly kind: "passed" | "failed" | "skipped";
  /** The version that ran, what went wrong, or why nothing was run. */
  readonly detail: string;
}

/** A line of the table. */
export interface Row extends Outcome {
  readonly name: string;
}

/**
 * Prints the result of everything.
 *
 * @returns Lines such as `passed   Node.js 20   v20.20.2`, and a sum.
 */
export function tableOf(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(
    ({ kind, name, detail }) =>
      `${`${kind}:`.padEnd(9)} ${name.padEnd(width)}  ${detail.trim().replaceAll("\n", "\n  ")}`,
  );
  const kinds = ["passed", "failed", "skipped"] as const;
  const sums = kinds.map((kind) => `${rows.filter((row) => row.kind === kind).length} ${kind}`);
  return `${lines.join("\n")}\n${sums.join(", ")}\n`;
}
