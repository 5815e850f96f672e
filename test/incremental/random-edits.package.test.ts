import { afterAll, expect, it } from "vitest";
import { isExhaustive } from "../support/random-runs.js";
import { expectFreshAfterEdits, type Tally } from "./random-edits.js";

/** How many documents there are, and how often each is edited. */
const documents = isExhaustive ? 12 : 6;
const edits = isExhaustive ? 25 : 6;

const tally: Tally = { packages: 0, kept: 0 };

afterAll(() => {
  expect(tally.packages).toBeGreaterThan((documents * edits) / 2);
  expect(tally.kept).toBeGreaterThan(5 * tally.packages);
});

it.each(Array.from({ length: documents }, (_, index) => index))(
  `leads to the files that an empty folder gets after each of ${edits} edits of document %i`,
  (index) => expectFreshAfterEdits(index, edits, tally),
);
