import type { Section } from "../section.js";

/** Measures guards: there is nothing to measure yet. */
export function benchGuards(): Promise<readonly Section[]> {
  return Promise.resolve([]);
}
