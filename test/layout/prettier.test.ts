import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { SpecInput } from "../../generator/load/read.js";
import { randomComponents } from "../oracle/random-components.js";
import { compareWithPrettier, draftsOf } from "./drafts.js";

const documents: readonly (readonly [name: string, spec: () => Promise<SpecInput>])[] = [
  ...["spec/openapi.yaml", "test/fixtures/pets-3.0.yaml", "test/fixtures/keywords-3.1.yaml"].map(
    (path) => [path, () => documentAt(path)] as const,
  ),
  [
    "random schemas",
    () =>
      Promise.resolve({
        uri: "file:///random.json",
        text: JSON.stringify({
          openapi: "3.1.0",
          info: { title: "Random", version: "1" },
          components: { schemas: Object.fromEntries(randomComponents()) },
        }),
      }),
  ],
];

async function documentAt(path: string): Promise<SpecInput> {
  const url = new URL(`../../${path}`, import.meta.url);
  return { uri: url.href, text: await readFile(fileURLToPath(url), "utf8") };
}

describe.each(documents)("the layout of the modules of %s", (name, spec) => {
  // What openapi-typescript makes of schemas that are `true` or `false` is nothing.
  const outputs = [
    ...(["models", "guards", "json-schema"] as const),
    ...(name === "random schemas" ? [] : (["openapi"] as const)),
  ];

  it.each([
    [80, 2],
    [100, 2],
    [120, 4],
    [60, 2],
    [40, 3],
  ])(
    "is one that Prettier does not change: %i columns, indented by %i",
    async (width, tabWidth) => {
      expect(
        await compareWithPrettier(await draftsOf(await spec(), { outputs }), width, tabWidth),
      ).toEqual({
        changed: [],
        unknown: [],
      });
    },
  );
});

it("is left to Prettier where names are in quotes that are not ASCII", async () => {
  const drafts = await draftsOf(await documentAt("test/fixtures/awkward-names.json"));
  const { changed, unknown } = await compareWithPrettier(drafts, 80);
  expect(changed).toEqual([]);
  expect(unknown.length).toBeGreaterThan(0);
});
