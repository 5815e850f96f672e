import type { Json, JsonObject } from "../../generator/core/json.js";
import { describe, expect, it } from "vitest";
import type { Policies } from "../../generator/config/policies.js";
import { docsOf, loadPoliced, typeOf } from "./policed.js";

const text = { type: "string" };

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

const schemas: Readonly<Record<string, JsonObject>> = {
  Job: {
    type: "object",
    required: ["status"],
    properties: {
      status: { type: "string", enum: ["on", "off"] },
      owner: ref("Owner"),
      note: text,
      limits: { type: "object", properties: { most: { type: "integer", minimum: 1 } } },
    },
  },
  Owner: { type: "object", properties: { name: text } },
  List: { type: "array", items: ref("Job") },
  Plain: { type: "object", required: ["a"], properties: { a: text } },
  Secret: {
    type: "object",
    properties: { id: { ...text, readOnly: true }, kind: { enum: ["a", "b"] } },
  },
};

const loaded = new Map<string, ReturnType<typeof loadPoliced>>();

/** The package of the schemas by some policies, which is made once. */
function load(policies: Policies): ReturnType<typeof loadPoliced> {
  const key = JSON.stringify(policies);
  const known = loaded.get(key) ?? loadPoliced(Object.entries(schemas), policies);
  loaded.set(key, known);
  return known;
}

describe("a policy for one direction", () => {
  it.each<[policies: Policies, names: readonly string[]]>([
    // The last is there for its read-only property.
    [{ enums: "open" }, ["SecretRequest"]],
    [{ enums: "open", response: { enums: "open" } }, ["SecretRequest"]],
    [
      { response: { enums: "open" } },
      [
        "JobResponse",
        "JobResponseStatus",
        "ListResponse",
        "SecretRequest",
        "SecretResponse",
        "SecretResponseKind",
      ],
    ],
    [
      { request: { optional: "nullable" } },
      ["JobRequest", "JobRequestLimits", "OwnerRequest", "ListRequest", "SecretRequest"],
    ],
    [
      { request: { constraints: "types" } },
      ["JobRequest", "JobRequestLimits", "ListRequest", "SecretRequest"],
    ],
    [
      { models: { Owner: { response: { additionalProperties: "forbid" } } } },
      ["JobResponse", "OwnerResponse", "ListResponse", "SecretRequest"],
    ],
  ])(
    "makes models for that direction where it makes a difference, there or further on: %j",
    async (policies, names) => {
      const { models } = await load(policies);
      const formed = models.flatMap(({ name, direction }) =>
        direction === undefined ? [] : [name],
      );
      expect(formed).toEqual(names);
    },
  );

  it("leaves the model itself as it is for both", async () => {
    const found = await load({ response: { enums: "open", optional: "nullable" } });
    expect(typeOf(found, "Job")).toBe(
      "{ status: JobStatus; owner?: Owner; note?: string; limits?: JobLimits; }",
    );
    expect(typeOf(found, "JobResponse")).toBe(
      "{ status: JobResponseStatus; owner?: OwnerResponse | null; note?: string | null; limits?: JobResponseLimits | null; }",
    );
    expect(found.models.map(({ name }) => name)).not.toContain("JobRequest");
  });

  it.each<[model: string, value: Json, isValid: boolean]>([
    ["Job", { status: "new" }, false],
    ["JobResponse", { status: "new" }, true],
    ["JobResponse", { status: "on", owner: { name: null } }, true],
    ["Job", { status: "on", owner: { name: null } }, false],
    ["JobResponse", { status: 1 }, false],
    ["ListResponse", [{ status: "new", note: null }], true],
    ["List", [{ status: "on", note: null }], false],
    ["JobResponse", { status: "on", limits: { most: 0 } }, false],
  ])("is what the guards of its models decide by: %s, %j", async (model, value, isValid) => {
    const found = await load({ response: { enums: "open", optional: "nullable" } });
    expect(found.guards(model).is(value)).toBe(isValid);
  });

  it("shares what is written inside a model where it makes no difference", async () => {
    const found = await load({ response: { enums: "open" } });
    expect(typeOf(found, "JobResponse")).toBe(
      "{ status: JobResponseStatus; owner?: Owner; note?: string; limits?: JobLimits; }",
    );
  });

  it("goes with properties that are read-only", async () => {
    const found = await load({ request: { enums: "open" } });
    expect(typeOf(found, "SecretRequest")).toBe("{ kind?: SecretRequestKind; }");
    expect(docsOf(found, "export interface SecretRequest")).toBe(
      "As sent in requests, without read-only properties.",
    );
    expect(docsOf(found, "export interface JobRequest")).toBe("As sent in requests.");
    expect(found.guards("SecretRequest").is({ kind: "c" })).toBe(true);
    expect(found.guards("Secret").is({ kind: "c" })).toBe(false);
  });
});

describe("what a policy changed", () => {
  it.each<[policies: Policies, declared: string, docs: string]>([
    [
      { enums: "open" },
      "export type JobStatus =",
      "Accepts other strings as well, by the policy `enums: open`.",
    ],
    [{ enums: "open" }, "export const jobStatusValues", "The known values of {@link JobStatus}."],
    [
      { optional: "nullable" },
      "note?:",
      "Accepts `null` as well, by the policy `optional: nullable`.",
    ],
    [
      { constraints: "types" },
      "most?:",
      "Only its structure is checked, by the policy `constraints: types`. @minimum 1",
    ],
    [
      { additionalProperties: "forbid" },
      "export interface Plain",
      "Accepts no further properties, by the policy `additionalProperties: forbid`.",
    ],
    [{ constraints: "types" }, "export interface Plain", ""],
  ])("is reported in a doc comment: %j, %s", async (policies, declared, docs) => {
    expect(docsOf(await load(policies), declared)).toBe(docs);
  });
});
