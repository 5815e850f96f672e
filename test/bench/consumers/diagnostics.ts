/** What the compiler tells about a compilation. */
export interface Diagnostics {
  readonly instantiations: number;
  readonly types: number;
  /** In seconds. */
  readonly check: number;
  /** In seconds. */
  readonly total: number;
  /** In bytes. */
  readonly memory: number;
  /** How many errors there are. */
  readonly errors: number;
}

/**
 * Reads what `tsc --extendedDiagnostics` printed.
 *
 * @throws when a figure is missing
 */
export function readDiagnostics(output: string): Diagnostics {
  const figure = (name: string): number => {
    const [, digits] = new RegExp(`^${name}:\\s+([\\d.]+)[Ks]?$`, "m").exec(output) ?? [];
    if (digits === undefined) throw new Error(`no “${name}” in:\n${output.slice(0, 2_000)}`);
    return Number(digits);
  };
  return {
    instantiations: figure("Instantiations"),
    types: figure("Types"),
    check: figure("Check time"),
    total: figure("Total time"),
    memory: figure("Memory used") * 1024,
    errors: output.split(/error TS\d+:/).length - 1,
  };
}
