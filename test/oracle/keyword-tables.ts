import { expect } from "vitest";
import type { Json, JsonObject } from "../../generator/core/json.js";
import type { Guards } from "../support/guards.js";
import { expectAgreementAboutMany } from "./agreement.js";
import { ajvOracles, type Oracle } from "./ajv-oracle.js";
import { instances } from "./instances/instances.js";
import { documentOf } from "./keywords/document.js";
import { legacyRows, rows, type Row } from "./keywords/index.js";

/** The rows of a version of OpenAPI, and a document with a component for each. */
export interface KeywordTable {
  readonly version: string;
  readonly rows: readonly Row[];
  readonly document: JsonObject;
  /** The same as JSON Schema 2020-12, which the oracle reads, whatever version the document has. */
  readonly upgraded: JsonObject;
  readonly oracleAt: (name: string) => Oracle;
}

function tableOf(
  version: string,
  openapi: string,
  table: readonly Row[],
  schemas: readonly (readonly [name: string, schema: Json])[],
): KeywordTable {
  const upgraded = documentOf(
    "3.1.0",
    table.map(({ name, schema }) => [name, schema]),
  );
  const oracleAt = ajvOracles(upgraded);
  return {
    version,
    rows: table,
    document: documentOf(openapi, schemas),
    upgraded,
    oracleAt: (name) => oracleAt(`/components/schemas/${name}`),
  };
}

/** The tables of all versions. */
export const keywordTables: readonly KeywordTable[] = [
  tableOf(
    "OpenAPI 3.1",
    "3.1.0",
    rows,
    rows.map(({ name, schema }) => [name, schema]),
  ),
  tableOf(
    "OpenAPI 3.0",
    "3.0.4",
    legacyRows,
    legacyRows.map(({ name, legacy }) => [name, legacy]),
  ),
];

/** Expects that guards agree with the oracle about random instances, some valid and some not. */
export function expectAgreementAboutRow(
  { name, schema, valid, invalid, instead }: Row,
  { upgraded, oracleAt }: KeywordTable,
  guards: Guards,
  runs: number,
): void {
  const isValid = instead?.isValid ?? oracleAt(name);
  const tally = expectAgreementAboutMany(guards, isValid, instances(schema, upgraded), runs);
  expect(tally.valid > 0).toBe(valid.length > 0);
  expect(tally.invalid > 0).toBe(invalid.length > 0);
}
