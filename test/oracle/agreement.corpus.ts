import { describe, test } from "vitest";
import { guardsInMemory, inMemory } from "../support/guards-in-memory.js";
import { describeAgreement } from "./batch.js";
import { expectAgreementAboutRow, keywordTables } from "./keyword-tables.js";

// What `keywords.test.ts` and `batch.test.ts` ask about some instances, about many more.

const runs = 900;

describe.each(keywordTables)("the guards of a document of $version", async (table) => {
  const { guards } = await guardsInMemory(inMemory(table.document));

  test.each(table.rows)(`agree with Ajv in ${runs} instances of $name`, (row) => {
    expectAgreementAboutRow(row, table, guards(row.name), runs);
  });
});

describeAgreement(2000);
