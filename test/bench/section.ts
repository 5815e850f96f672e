/** A table of results, as it is printed and written to RESULTS.md. */
export interface Section {
  readonly title: string;
  /** What was measured and how, in a sentence or two; Markdown. */
  readonly about: string;
  readonly columns: readonly string[];
  /** Names first, then what was measured, as `4.50 s ± 3 %`: `against.ts` reads it back. */
  readonly rows: readonly (readonly string[])[];
  /** Goals that the numbers are checked against, each met or not. */
  readonly goals: readonly Goal[];
}
export interface Goal {
  readonly text: string;
  readonly measured: string;
  readonly isMet: boolean;
}
export interface BenchOptions {
  /** Only see that everything works: a few iterations, numbers mean nothing. */
  readonly quick: boolean;
}
