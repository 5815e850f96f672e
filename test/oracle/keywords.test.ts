import type { Json } from "../../generator/core/json.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectAgreement, expectAgreementAboutMany, seed } from "./agreement.js";
import { ajvOracles } from "./ajv-oracle.js";
import { compile } from "./compile.js";
import { instances } from "./instances/instances.js";
import { documentOf } from "./keywords/document.js";
import { legacyRows, rows, type Row } from "./keywords/index.js";
import { inMemory, loadPackage } from "../support/load-package.js";
import { typeErrors } from "./type-check.js";

const runs = 900;

const tables = [
  {
    version: "OpenAPI 3.1",
    table: rows,
    loaded: await loadPackage(
      inMemory(
        documentOf(
          "3.1.0",
          rows.map(({ name, schema }) => [name, schema]),
        ),
      ),
    ),
  },
  {
    version: "OpenAPI 3.0",
    table: legacyRows,
    loaded: await loadPackage(
      inMemory(
        documentOf(
          "3.0.4",
          legacyRows.map(({ name, legacy }) => [name, legacy]),
        ),
      ),
    ),
  },
];

describe.each(tables)("the package of a document of $version", ({ table, loaded }) => {
  // Whatever version the document has, the oracle reads JSON Schema 2020-12.
  const document = documentOf(
    "3.1.0",
    table.map(({ name, schema }) => [name, schema]),
  );
  const oracleAt = ajvOracles(document);

  test("has every component as a model of its name", () => {
    const names = loaded.models.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(table.map(({ name }) => name)));
  });

  test("compiles under all strict settings", () => {
    expect(compile(loaded.folder)).toEqual([]);
  });

  const accepted = ({ name, schema, valid }: Row): readonly [string, readonly Json[]] => {
    const generated = fc.sample(instances(schema, document), { seed, numRuns: 20 });
    return [name, [...valid, ...generated].filter(loaded.guards(name).is)];
  };

  test("has types that have every value which the guards accept", () => {
    const typable = table.filter(({ untypable }) => untypable === undefined);
    expect(typeErrors(loaded, typable.map(accepted))).toEqual([]);
  });

  const untypable = table.filter((row) => row.untypable !== undefined);
  test.each(untypable)("cannot say the type of $name: $untypable", (row) => {
    expect(typeErrors(loaded, [accepted(row)])).not.toEqual([]);
  });

  describe.each(titled(table))("%s", (_title, { name, schema, valid, invalid, instead }) => {
    const pointer = `/components/schemas/${name}`;
    const isValid = instead?.isValid ?? oracleAt(pointer);

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
      const generated = instances(schema, document);
      const tally = expectAgreementAboutMany(loaded.guards(name), isValid, generated, runs);
      expect(tally.valid > 0).toBe(valid.length > 0);
      expect(tally.invalid > 0).toBe(invalid.length > 0);
    });

    if (instead !== undefined) {
      test(`by hand, since ${instead.reason}`, () => {
        const { isValid: isExpected, wrongAbout } = instead;
        expect(oracleAt(pointer)(wrongAbout)).toBe(!isExpected(wrongAbout));
      });
    }
  });
});

function titled(table: readonly Row[]): readonly (readonly [title: string, row: Row])[] {
  return table.map((row) => [`${row.name} ${row.about}`, row]);
}
