import type { Json } from "../../generator/core/json.js";
import { describe, expect, it } from "vitest";
import { completeConfig } from "../../generator/config/complete-config.js";
import type { Policies } from "../../generator/config/policies.js";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { loadDocument } from "../../generator/load/load.js";
import { nodeHost } from "../../generator/load/node-host.js";
import { rootPlaces, rootsAt } from "../../generator/model/roots.js";
import { applyPolicies } from "../../generator/schema/policies/apply-policies.js";
import { findPolicies } from "../../generator/schema/policies/find-policies.js";
import type { Schema } from "../../generator/schema/schema.js";
import { openSchemas } from "../../generator/schema/schemas.js";
import { documentOf } from "../oracle/keywords/document.js";

/** Half a kilobyte of the stack for each link, if a function called itself for each. */
const length = 2_000;

const everything: Policies = {
  optional: "nullable",
  enums: "open",
  additionalProperties: "forbid",
  constraints: "types",
  response: { enums: "closed" },
};

/** Reads each component of a document by policies. */
async function read(
  components: Iterable<readonly [name: string, schema: Json]>,
): Promise<readonly Schema[]> {
  const log = new DiagnosticLog();
  const config = completeConfig({ spec: "-", policies: everything }, process.cwd());
  const text = JSON.stringify(documentOf("3.1.0", components));
  const document = await loadDocument({ text }, { ...config, host: nodeHost(process.cwd()), log });
  const written = openSchemas(document, config, log);
  const places = rootPlaces(document, config, log);
  const roots = rootsAt(places, written).map(({ schema }) => schema);
  const policed = applyPolicies(
    written,
    roots,
    findPolicies(document, config, roots, written.get),
    config,
    log,
  );
  expect(log.all).toEqual([]);
  expect(roots.filter(({ id }) => policed.differs(id, "response"))).toEqual([]);
  return places.map(({ place }) => policed.at(place));
}

type Link = (next: Json, index: number) => Json;

/** Components of which each refers to the next one. */
function chain(length: number, link: Link): readonly (readonly [string, Json])[] {
  return Array.from({ length }, (_, index) => {
    const isLast = index === length - 1;
    const next = isLast ? { type: "object" } : { $ref: `#/components/schemas/C${index + 1}` };
    return [`C${index}`, link(next, index)] as const;
  });
}

const links: Readonly<Record<string, Link>> = {
  "a reference": (next) => next,
  "a part": (next, index) => ({ allOf: [next], properties: { [`p${index}`]: { type: "string" } } }),
  "a part that requires what it describes": (next, index) => ({
    allOf: [next, { required: [`p${index}`], properties: { [`p${index}`]: { minLength: 1 } } }],
  }),
  "a part of which more is required": (next, index) => ({
    allOf: [next],
    required: [`p${index + 1}`, "id"],
    properties: { [`p${index}`]: { type: "string" }, id: { type: "string" } },
  }),
  "the schema of a property": (next) => ({ type: "object", properties: { next } }),
};

describe("a chain of references", () => {
  it.each(Object.entries(links))("may have any length, by %s", async (_what, link) => {
    expect(await read(chain(length, link))).toHaveLength(length);
  });
});

describe("at the end of a long chain", () => {
  const names = ["a", "b"];

  /** An object that describes properties, and refers to the end through a chain. */
  async function propertiesOver(end: Json): Promise<readonly (readonly string[])[]> {
    const inner = chain(length, (next, index) => {
      if (index === length - 1) return end;
      return index % 2 === 0 ? next : { allOf: [next] };
    });
    const top = {
      allOf: [{ $ref: "#/components/schemas/C0" }],
      properties: { a: { type: "string" }, b: { $ref: "#/components/schemas/C0" } },
    };
    const [first] = await read([["Top", top], ...inner]);
    const keywords = first?.kind === "object" ? first.keywords : {};
    const nullable = names.filter((name) => {
      const property = keywords.properties?.get(name);
      return property?.kind === "object" && property.revision !== undefined;
    });
    return [nullable, Object.keys(keywords)];
  }

  it.each<[what: string, end: Json, nullable: readonly string[], closing: string]>([
    ["nothing", { minLength: 1 }, ["a"], "additionalProperties"],
    ["a type without null", { type: "object" }, names, "additionalProperties"],
    ["a required property", { type: "object", required: ["a"] }, ["b"], "additionalProperties"],
    ["a property", { type: "object", properties: { c: {} } }, names, "unevaluatedProperties"],
  ])("it counts what is there: %s", async (_what, end, nullable, closing) => {
    const [found, keywords] = await propertiesOver(end);
    expect(found).toEqual(nullable);
    expect(keywords).toContain(closing);
  });
});
