import type { BenchOptions, Section } from "../section.js";
import { buildGuards } from "./build/build.js";
import { assertAllAnswers, measureAll, measureQuickly } from "./measure.js";
import { sizes } from "./size.js";
import { tablesOf } from "./tables.js";

/**
 * Measures guards beside those of others.
 *
 * @throws when anyone gives a wrong answer
 */
export async function benchGuards({ quick }: BenchOptions): Promise<readonly Section[]> {
  await buildGuards();
  await assertAllAnswers();
  const times = await (quick ? measureQuickly() : measureAll());
  return [...tablesOf(times), await sizes()];
}
