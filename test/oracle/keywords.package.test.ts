import type { Json } from "../../generator/core/json.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inMemory } from "../support/guards-in-memory.js";
import { loadPackage } from "../support/load-package.js";
import { expectAgreement, seed } from "./agreement.js";
import { compile } from "./compile.js";
import { instances } from "./instances/instances.js";
import type { Row } from "./keywords/index.js";
import { expectAgreementAboutRow, keywordTables } from "./keyword-tables.js";
import { randomRuns } from "../support/random-runs.js";
import { typeErrors } from "./type-check.js";

/** How many instances of each schema are asked about. */
const runs = randomRuns(900);

describe.each(keywordTables)("the package of a document of $version", async (table) => {
  const { rows, document, upgraded, oracleAt } = table;
  const loaded = await loadPackage(inMemory(document));

  test("has every component as a model of its name", () => {
    const names = loaded.models.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(rows.map(({ name }) => name)));
  });

  test("compiles under all strict settings", () => {
    expect(compile(loaded.folder)).toEqual([]);
  });

  const accepted = ({ name, schema, valid }: Row): readonly [string, readonly Json[]] => {
    const generated = fc.sample(instances(schema, upgraded), { seed, numRuns: 20 });
    return [name, [...valid, ...generated].filter(loaded.guards(name).is)];
  };

  test("has types that have every value which the guards accept", () => {
    const typable = rows.filter(({ untypable }) => untypable === undefined);
    expect(typeErrors(loaded, typable.map(accepted))).toEqual([]);
  });

  const untypable = rows.filter((row) => row.untypable !== undefined);
  test.each(untypable)("cannot say the type of $name: $untypable", (row) => {
    expect(typeErrors(loaded, [accepted(row)])).not.toEqual([]);
  });

  describe.each(rows.map((row) => [`${row.name} ${row.about}`, row] as const))("%s", (_, row) => {
    const { name, valid, invalid, instead } = row;
    const isValid = instead?.isValid ?? oracleAt(name);

    test("in the instances of the table", () => {
      const guards = loaded.guards(name);
      for (const value of valid) expectAgreement(guards, value, true);
      for (const value of invalid) expectAgreement(guards, value, false);
    });

    test("by the oracle as by the table", () => {
      expect(valid.filter((value) => !isValid(value))).toEqual([]);
      expect(invalid.filter((value) => isValid(value))).toEqual([]);
    });

    test(`in ${runs} instances`, () => {
      expectAgreementAboutRow(row, table, loaded.guards(name), runs);
    });

    if (instead !== undefined) {
      test(`by hand, since ${instead.reason}`, () => {
        const { isValid: isExpected, wrongAbout } = instead;
        expect(oracleAt(name)(wrongAbout)).toBe(!isExpected(wrongAbout));
      });
    }
  });
});
