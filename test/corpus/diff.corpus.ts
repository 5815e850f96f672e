import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type { Json } from "../../generator/core/json.js";
import type { Change, Diff } from "../../generator/diff/diff-result.js";
import { diff } from "../../generator/index.js";
import { Files } from "./files.js";
import { ajvOracles } from "./oracle.js";
import { UpgradedSchemas } from "./upgraded-schemas.js";

// Documents as they are published, which are not part of the repository.
const corpus = resolve(
  import.meta.dirname,
  "../..",
  process.env.GUARDSMITH_CORPUS ?? "../shared/specs",
);

const first = "openai-history/2025-03-11.yaml";
const before = "openai-history/2026-08-14-before.yaml";
const after = "openai-history/2026-08-14-after.yaml";
const today = "openai.yaml";

const history = [first, "openai-history/2026-07-22.yaml", before, after, today];
const others = ["box.json", "digitalocean/specification/DigitalOcean-public.v2.yaml"];

const isThere = [...history, ...others].every((path) => existsSync(join(corpus, path)));
if (!isThere) console.log(`corpus: skipped, the documents are not in ${corpus}`);

const mostShown = 20;

test.skipIf(!isThere).each(others)("%s does not differ from itself", async (spec) => {
  const found = await compared(spec, spec);
  expect(found).toMatchObject({ verdict: "none", changes: [], meaning: [], documentation: [] });
});

test
  .skipIf(!isThere)
  .each(history.slice(1).map((next, index): [string, string] => [history[index] ?? first, next]))(
  "%s → %s: Ajv confirms each break",
  async (old, next) => {
    expect(wrongProofs(await compared(old, next), old, next)).toEqual([]);
  },
);

test.skipIf(!isThere)("the string form of an error vanishes once in each component", async () => {
  const { changes } = await compared(before, after);
  const about = changes.map(({ component = "", pointer, direction, data }) =>
    [component, pointer, direction, data].join(" "),
  );
  const at = "/properties/error/anyOf/0";
  expect(about.toSorted()).toEqual([
    `BetaMCPToolCall ${at} request breaking`,
    `BetaMCPToolCall ${at} response compatible`,
    `MCPToolCall ${at} request breaking`,
    `MCPToolCall ${at} response compatible`,
  ]);
});

test.skipIf(!isThere)("the changes of Batch since 2025-03-11", async () => {
  const found = await compared(first, today);
  const own = found.changes.filter(({ component }) => component === "Batch");
  for (const change of own) console.log(`corpus: ${shown(change)}`);
  expect(wrongProofs(found, first, today)).toEqual([]);
  expect(own.filter(({ data }) => data !== "compatible")).toEqual([]);
  const pointers = new Set(own.map(({ pointer }) => pointer));
  expect(pointers).toContain("/properties/model");
  expect(pointers).toContain("/properties/usage");
  const formats = found.meaning.filter(
    ({ component, keyword }) => component === "Batch" && keyword === "format",
  );
  expect(formats).toHaveLength(9);
});

/** Compares two documents, and prints what that took. */
async function compared(old: string, next: string): Promise<Diff> {
  const start = performance.now();
  const { diff: found, diagnostics } = await diff({ old, new: next, cwd: corpus });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (found === undefined) throw new Error(JSON.stringify(diagnostics.slice(0, mostShown)));
  const { breaking, compatible, unknown } = found.counts;
  const share = (100 * unknown) / Math.max(breaking + compatible + unknown, 1);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `corpus: ${old} → ${next}: ${breaking} breaking, ${compatible} compatible, ${unknown} unknown (${share.toFixed(2)} %), ${found.counts.types} of types, ${found.meaning.length} of meaning; ${seconds} s, at most ${peak} MiB so far`,
  );
  for (const change of found.changes.filter(({ data }) => data === "unknown").slice(0, mostShown)) {
    console.log(`corpus: ${shown(change)}`);
  }
  return found;
}

function shown({
  component = "",
  pointer,
  direction,
  data,
  types,
  message,
  construct,
}: Change): string {
  const said = construct === undefined ? "" : ` (${construct})`;
  return `${direction} ${component}${pointer}: ${data}, ${types}: ${message.slice(0, 200)}${said}`;
}

/** The payloads of components about which Ajv says something else. */
function wrongProofs({ changes }: Diff, old: string, next: string): readonly string[] {
  let confirmed = 0;
  const sides = { old: judge(old), new: judge(next) };
  const wrong = changes.flatMap((change) => {
    const { component, direction, proof } = change;
    if (component === undefined || proof === undefined || !("value" in proof)) return [];
    const isValid = (side: "old" | "new"): boolean =>
      sides[side](component, direction)(proof.value);
    const to = proof.acceptedBy === "old" ? "new" : "old";
    confirmed += 1;
    return isValid(proof.acceptedBy) && !isValid(to)
      ? []
      : [`${shown(change)}: ${JSON.stringify(proof.value).slice(0, 300)}`];
  });
  console.log(`corpus: Ajv was asked about ${confirmed} payloads`);
  return wrong;
}

type Judge = (component: string, direction: Change["direction"]) => (value: Json) => boolean;

/** Has Ajv decide about the values of components. */
function judge(spec: string): Judge {
  const files = new Files();
  const uri = pathToFileURL(join(corpus, spec)).href;
  const version = files.at({ uri, pointer: "/openapi" });
  const isOld = typeof version === "string" && version.startsWith("3.0");
  const both = new UpgradedSchemas(files, isOld, "both");
  const upgraded = {
    request: new UpgradedSchemas(files, isOld, "request", both),
    response: new UpgradedSchemas(files, isOld, "response", both),
  };
  const nameOf = (component: string, direction: Change["direction"]): string => {
    const token = component.replaceAll("~", "~0").replaceAll("/", "~1");
    return upgraded[direction].nameOf({ uri, pointer: `/components/schemas/${token}` });
  };
  let known = 0;
  let oracleOf = ajvOracles(new Map());
  return (component, direction) => {
    const name = nameOf(component, direction);
    const all = new Map(
      [both, upgraded.request, upgraded.response].flatMap(({ all: own }) => [...own]),
    );
    if (all.size > known) {
      oracleOf = ajvOracles(all);
      known = all.size;
    }
    return (value) => oracleOf(name)(value).length === 0;
  };
}
