import { constants } from "node:buffer";
import { truncate } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openData } from "../../generator/commands/read-data.js";
import { inputErrorOf } from "../diagnostics/input-error-of.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

it.each([
  ["a.json", "document"],
  ["a", "document"],
  ["jsonl", "document"],
  ["a.jsonl", "lines"],
  ["a.JSONL", "lines"],
  ["a.ndjson", "lines"],
])("the name %s tells that a file is read as %s", async (name, kind) => {
  const folder = await temporaryFolder();
  await put(folder, { [name]: "1\n2\n" });
  const data = await openData({ name, path: join(folder, name) }, process.stdin);
  expect(data.kind).toBe(kind);
});

it("a value that fits into no string is refused before it is read", async () => {
  const folder = await temporaryFolder();
  await put(folder, { "a.json": "" });
  // A file with a hole: it takes no room on the disk.
  const path = join(folder, "a.json");
  await truncate(path, constants.MAX_STRING_LENGTH + 1);
  const { diagnostics } = await inputErrorOf(() =>
    openData({ name: "a.json", path }, process.stdin),
  );
  expect(diagnostics).toMatchObject([{ code: "file-too-large" }]);
});
