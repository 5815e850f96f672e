import { expect, it } from "vitest";
import { isExhaustive } from "../support/random-runs.js";
import { checkPair } from "./check-pair.js";
import { randomPair } from "./random-pairs.js";

/** How many pairs are compared, and how many values are made of each in each way. */
const pairs = Number(process.env.GUARDSMITH_DIFF_PAIRS ?? (isExhaustive ? 2000 : 100));
const values = Number(process.env.GUARDSMITH_DIFF_VALUES ?? (isExhaustive ? 100 : 20));

/** The first pair. */
const first = Number(process.env.GUARDSMITH_DIFF_SEED ?? 0);

it(`says what Ajv says about ${pairs} random pairs of documents`, async () => {
  const total = { breaking: 0, compatible: 0, unknown: 0, missed: 0, survived: 0 };
  const faults: string[] = [];
  for (let seed = first; seed < first + pairs; seed += 1) {
    const checked = await checkPair(randomPair(seed), values, seed);
    faults.push(...checked.faults.map((fault) => `pair ${seed}: ${fault}`));
    total.breaking += checked.counts.breaking;
    total.compatible += checked.counts.compatible;
    total.unknown += checked.counts.unknown;
    total.missed += checked.missed.length;
    total.survived += checked.survived;
  }
  const all = total.breaking + total.compatible + total.unknown;
  const share = ((100 * total.unknown) / all).toFixed(1);
  console.log(
    `random pairs: ${all} entries, ${total.breaking} breaking, ${share} % unknown (${total.missed} of them with a payload); ${total.survived} values survive`,
  );
  expect(faults).toEqual([]);
  expect(total.breaking).toBeGreaterThan(pairs / 4);
  expect(total.survived).toBeGreaterThan(pairs * 10);
});
