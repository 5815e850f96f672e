/** Whether tests read all that they can, as `npm run test:corpus` has them do. */
export const isExhaustive: boolean = process.env.GUARDSMITH_EXHAUSTIVE === "1";

/** How often a random test runs: a fourth of the whole number, but for the run of the corpus. */
export function randomRuns(whole: number): number {
  return isExhaustive ? whole : Math.ceil(whole / 4);
}
