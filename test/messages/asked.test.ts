import { describe, expect, test } from "vitest";
import { guardsInMemory, inMemory } from "../support/guards-in-memory.js";
import { arrayTables } from "./asked/arrays.js";
import { objectTables } from "./asked/objects.js";
import { components, type Row } from "./asked/row.js";
import { valueTables } from "./asked/values.js";

const tables = { ...objectTables, ...arrayTables, ...valueTables };
const rows = Object.values(tables).flat();
const nameOf = (row: Row): string => `Row${rows.indexOf(row)}`;
const loaded = await guardsInMemory(
  inMemory({
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    components: {
      schemas: {
        ...components,
        ...Object.fromEntries(rows.map((row) => [nameOf(row), row[1]])),
      },
    },
  }),
);

describe.each(Object.entries(tables))("%s", (_, table) => {
  test.each(table.map((row) => [row[0], row] as const))("%s", (_what, row) => {
    const [, , value, messages] = row;
    const issues = loaded.guards(nameOf(row)).validate(value).issues ?? [];
    expect(issues.map(({ message }) => message)).toEqual(messages);
  });
});
