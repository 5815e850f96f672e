import { expect, it, test } from "vitest";
import type { OperationFilter } from "../../generator/config/selection.js";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { filterDiff } from "../../generator/diff/filter-diff.js";
import type { Sides } from "../../generator/diff/subject.js";
import type { ReadModels } from "../../generator/model/read-models.js";
import { diagnoseModels } from "../../generator/validate/diagnose-models.js";
import { breaking, compatible, diffOf, meaning } from "./hand-made.js";

/** Reads a document whose operations have tags and refer to components. */
async function documentWith(
  operations: Readonly<Record<string, { readonly tag: string; readonly model: string }>>,
): Promise<ReadModels> {
  const paths = Object.fromEntries(
    Object.entries(operations).map(([path, { tag, model }]) => {
      const schema = { $ref: `#/components/schemas/${model}` };
      const content = { "application/json": { schema } };
      const responses = { 200: { description: "", content } };
      return [path, { get: { tags: [tag], responses } }];
    }),
  );
  const schemas = {
    Pet: { type: "object", properties: { owner: { $ref: "#/components/schemas/Owner" } } },
    Owner: { type: "object" },
    Shop: { type: "object" },
  };
  const info = { title: "Pets", version: "1" };
  const document = { openapi: "3.1.0", info, paths, components: { schemas } };
  const { result } = await diagnoseModels(
    () => ({ spec: document }),
    (read) => read,
  );
  if (result === undefined) throw new Error("The document is wrong.");
  return result;
}

const sides: Sides = {
  old: await documentWith({
    "/pets": { tag: "Pets", model: "Pet" },
    "/old/{id}": { tag: "Old", model: "Shop" },
  }),
  new: await documentWith({
    "/pets": { tag: "Pets", model: "Pet" },
    "/shops/{id}/open": { tag: "Shops", model: "Shop" },
  }),
};

const diff = diffOf(
  [
    { ...breaking, id: "both", operations: ["GET /pets", "GET /shops/{id}/open"] },
    { ...compatible, id: "shop", operations: ["GET /shops/{id}/open"] },
    { ...breaking, id: "old", operations: ["GET /old/{id}"] },
    { ...breaking, id: "unreached", operations: [] },
  ],
  {
    meaning: [
      { ...meaning, id: "of Owner", component: "Owner" },
      { ...meaning, id: "of Shop", component: "Shop" },
    ],
    documentation: [
      { id: "pets", pointer: "/paths/~1pets/get/summary", keyword: "summary", message: "" },
      { id: "path", pointer: "/paths/~1pets2/get/summary", keyword: "summary", message: "" },
      { id: "title", pointer: "/info/title", keyword: "title", message: "" },
    ],
  },
);

test.each<[filter: OperationFilter, ids: readonly string[]]>([
  [{ paths: ["/pets"] }, ["both", "of Owner", "pets"]],
  [{ tags: ["Pets"] }, ["both", "of Owner", "pets"]],
  [{ paths: ["/shops/**"] }, ["both", "shop", "of Shop"]],
  [{ paths: ["/shops/*"], tags: ["Old"] }, ["old", "of Shop"]],
  [{ tags: ["Pets", "Shops"] }, ["both", "shop", "of Owner", "of Shop", "pets"]],
  [{ operations: ["GET /old/*"] }, ["old", "of Shop"]],
])("%j leaves what reaches such an operation in either document", (filter, ids) => {
  const left = filterDiff(diff, filter, sides, new DiagnosticLog());
  const entries = [...left.changes, ...left.meaning, ...left.documentation];
  expect(entries.map(({ id }) => id)).toEqual(ids);
});

it("counts and judges what is left", () => {
  const only = { paths: ["/shops/**"], tags: [] };
  const { changes, ...rest } = diff;
  const left = filterDiff({ ...rest, changes: changes.slice(1) }, only, sides, new DiagnosticLog());
  expect([left.verdict, left.counts.breaking, left.counts.compatible]).toEqual(["minor", 0, 1]);
});

it("warns of an entry that neither document has", () => {
  const log = new DiagnosticLog();
  filterDiff(diff, { paths: ["/pet", "/old/*"], tags: ["Shops"] }, sides, log);
  expect(log.all.map(({ code, message, help }) => [code, message, help])).toEqual([
    [
      "unmatched-operation-filter",
      'the filter `paths` has "/pet", which matches no path or webhook with operations',
      'did you mean "/pets"?',
    ],
  ]);
});
