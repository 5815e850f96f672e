import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { format, resolveConfig } from "prettier";
import { expect, it } from "vitest";
import { cases, type Case } from "./cases.js";
import { peers, prepareFolder, type Checks, type Peer } from "./peers.js";

const page = "docs/explanation/other-tools.md";

const introduction = `# Checks by other tools

What the checks that generators write decide, for schemas of one keyword each: \`exact\` if they accept
and reject what the schema does, by JSON Schema 2020-12 (Ajv agrees on every value). Guardsmith writes
guards, the others Zod schemas. \`npx vitest run --config vitest.corpus.config.js test/peers --update\`
runs the generators and writes this page.
`;

it.each(cases)("has values on both sides: $title", ({ schema, valid, invalid }) => {
  const ajv = new Ajv2020({ strict: false, multipleOfPrecision: 9 });
  // The schemas of the cases are objects.
  const validate = ajv.compile(schema as object);
  expect(valid.map((value) => validate(value))).toEqual(valid.map(() => true));
  expect(invalid.map((value) => validate(value))).toEqual(invalid.map(() => false));
});

it(`finds what ${page} shows`, async () => {
  const verdicts: (readonly string[])[] = [];
  for (const peer of peers) verdicts.push(await verdictsOf(peer));
  expect(verdicts[0]).toEqual(cases.map(() => "exact"));
  const rows = [
    ["schema", ...peers.map(({ name }) => name)],
    ["---", ...peers.map(() => "---")],
    ...cases.map(({ title }, index) => [title, ...verdicts.map((each) => each[index] ?? "")]),
    ["exact", ...verdicts.map((each) => `${exactIn(each)} of ${cases.length}`)],
  ];
  const table = rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  const options = await resolveConfig(page);
  const text = await format(`${introduction}\n${table}\n`, { ...options, parser: "markdown" });
  await expect(text).toMatchFileSnapshot(`../../${page}`);
});

/** What the checks of a generator decide: a verdict for each case. */
async function verdictsOf(peer: Peer): Promise<readonly string[]> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "guardsmith-peers-")));
  try {
    await prepareFolder(folder);
    const checks = await peer.checks(folder);
    return cases.map((each, index) => verdictOf(each, checks(index)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function verdictOf({ valid, invalid }: Case, check: ReturnType<Checks>): string {
  if (check === undefined) return "no check";
  try {
    const isTooStrict = valid.some((value) => !check(value));
    const isTooLoose = invalid.some((value) => check(value));
    if (isTooStrict && isTooLoose) return "wrong both ways";
    return isTooStrict ? "rejects valid values" : isTooLoose ? "accepts invalid values" : "exact";
  } catch {
    return "throws";
  }
}

function exactIn(verdicts: readonly string[]): number {
  return verdicts.filter((verdict) => verdict === "exact").length;
}
