import { describe, expect, it } from "vitest";
import { loadGuard, validate } from "../../generator/index.js";
import { documentOf } from "../generate/package.js";

const text = documentOf({
  Pet: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
  "Odd-name": { type: "string", format: "date" },
});
const spec = { text };

describe("validate", () => {
  it("returns the issues of each value, in order", async () => {
    const values = new Set([{ name: "Rex" }, { name: 1 }, {}]);
    const { issues, diagnostics } = await validate({ spec, model: "Pet", values });
    expect(issues.map((all) => all.map(({ pointer, keyword }) => [pointer, keyword]))).toEqual([
      [],
      [["/name", "type"]],
      [["/name", "required"]],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    [false, "expected string, received 12345 (number)"],
    [true, "expected string, received number"],
  ])("hides values if asked to: %j", async (hideValues, want) => {
    const options = { spec, model: "Pet", values: [{ name: 12345 }], hideValues };
    const { issues } = await validate(options);
    expect(issues[0]?.[0]?.message).toBe(`name: ${want}`);
  });

  it("follows the settings", async () => {
    const options = { spec, model: "Odd-name", values: ["yesterday"] };
    expect((await validate(options)).issues).toEqual([[]]);
    const config = { formats: "assert" } as const;
    expect((await validate({ ...options, config })).issues[0]).toHaveLength(1);
  });
});

describe("loadGuard", () => {
  it("returns a guard for values that come one by one, and the name of its model", async () => {
    const { guard, name } = await loadGuard({ spec, model: "Odd-name" });
    expect(name).toBe("OddName");
    expect(guard?.("text")).toEqual([]);
    expect(guard?.(1)).toHaveLength(1);
  });
});

it.each<[what: string, options: Parameters<typeof loadGuard>[0], code: string, place: object]>([
  ["the model is not there", { spec, model: "Pte" }, "unknown-model", {}],
  ["the document is not there", { spec: "/nowhere.yaml", model: "Pet" }, "file-not-found", {}],
  [
    "the document is wrong",
    { spec: { text: text.replace('"string"', '"strin"') }, model: "Pet" },
    "malformed-keyword",
    { position: {} },
  ],
  ["a setting is wrong", { spec, model: "Pet", config: { outputs: [] } }, "invalid-config", {}],
])("no exception, but a diagnostic says that %s", async (_what, options, code, place) => {
  const loaded = await loadGuard(options);
  expect(loaded).toEqual({
    diagnostics: [expect.objectContaining({ severity: "error", code })],
  });
  if ("position" in place) expect(loaded.diagnostics[0]?.position?.line).toBeGreaterThan(1);
  const { issues, diagnostics } = await validate({ ...options, values: [1] });
  expect({ issues, diagnostics }).toEqual({ issues: [], diagnostics: loaded.diagnostics });
});
