import type { BenchOptions } from "../section.js";

/** How processes are measured. */
export interface ProcessOptions extends BenchOptions {
  /** How many runs count, unless it has to be quick. */
  readonly runs: number;
}
