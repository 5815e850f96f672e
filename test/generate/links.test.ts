import { describe, expect, it } from "vitest";
import type { Json } from "../../generator/core/json.js";
import { shapes } from "../bench/growth/shapes.js";
import { guardOf } from "../validate/read-document.js";
import { documentOf, generateSchemas } from "./package.js";

/** What is generated for one schema of many that are linked, and what its guard says. */
interface Sample {
  readonly shape: string;
  readonly links: number;
  readonly model: string;
  readonly type: string;
  readonly valid: Json;
  readonly invalid: Json;
}

const samples: readonly Sample[] = [
  {
    ...{ shape: "allOf chain", links: 60, model: "M0" },
    type: "export interface M0 extends M1 {\n  p0: string;\n}",
    valid: Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p${index}`, ""])),
    invalid: Object.fromEntries(Array.from({ length: 59 }, (_, index) => [`p${index}`, ""])),
  },
  {
    ...{ shape: "allOf chain", links: 3000, model: "M2998" },
    type: "export interface M2998 extends M2999 {\n  p2998: string;\n}",
    valid: { p2998: "", p2999: "" },
    invalid: { p2998: "" },
  },
  {
    ...{ shape: "allOf chain, base first", links: 3000, model: "M1" },
    type: "export interface M1 extends M0 {\n  p1: string;\n}",
    valid: { p0: "", p1: "" },
    invalid: { p1: "" },
  },
  {
    ...{ shape: "allOf chain that narrows", links: 3000, model: "M2997" },
    type: "export interface M2997 extends M2998 {\n  id?: string;\n  p2997?: string;\n}",
    valid: { p2999: "", id: "" },
    invalid: { p2999: "", id: 1 },
  },
  {
    ...{ shape: "$ref chain", links: 3000, model: "M2998" },
    type: "export type M2998 = M2999;",
    valid: { p2999: "" },
    invalid: {},
  },
  {
    ...{ shape: "property chain", links: 3000, model: "M2998" },
    type: "export interface M2998 {\n  next?: M2999;\n}",
    valid: { next: { p2999: "" } },
    invalid: { next: {} },
  },
  {
    ...{ shape: "property circle", links: 300, model: "M299" },
    type: "export interface M299 {\n  next?: M0;\n}",
    valid: { next: { next: {} } },
    invalid: { next: { next: 1 } },
  },
  {
    ...{ shape: "items chain", links: 3000, model: "M2998" },
    type: "export type M2998 = M2999[];",
    valid: [{ p2999: "" }],
    invalid: [{}],
  },
  {
    ...{ shape: "anyOf chain", links: 3000, model: "M2998" },
    type: "export type M2998 = M2999 | string;",
    valid: "",
    invalid: 1,
  },
  {
    ...{ shape: "inline fan, constants", links: 3000, model: "Whole" },
    type: '"value 2999"',
    valid: "value 2999",
    invalid: "value 3000",
  },
];

describe("schemas that are linked", () => {
  it.each(samples)(
    "$links times in a $shape have the right $model",
    async ({ shape, links, model, type, valid, invalid }) => {
      const schemas = shapes.find(({ name }) => name === shape)?.schemas(links) ?? {};
      const { texts, diagnostics } = await generateSchemas(schemas, {
        outputs: ["models", "guards"],
      });
      expect(diagnostics).toEqual([]);
      expect(texts[`models/${model.toLowerCase()}.ts`]).toContain(type);
      const guard = await guardOf(documentOf(schemas), model);
      expect([guard(valid), guard(invalid).length > 0]).toEqual([[], true]);
    },
  );

  it("are judged by what all of many options say", async () => {
    const schemas = shapes.find(({ name }) => name === "oneOf fan")?.schemas(100) ?? {};
    const guard = await guardOf(documentOf(schemas), "Whole");
    expect(guard({ p99: "" })).toEqual([]);
    expect(guard({ p98: "", p99: "" })).toHaveLength(1);
  });

  it("3,000 times leave `unevaluatedProperties` the properties that none of them has", async () => {
    const chain = shapes.find(({ name }) => name === "allOf chain")?.schemas(3000) ?? {};
    const { texts } = await generateSchemas(
      { Top: { $ref: "#/components/schemas/M0", unevaluatedProperties: false }, ...chain },
      { outputs: ["models", "guards"] },
    );
    expect(texts["guards/top.ts"]).toContain('key === "p2999"');
  });

  it("in a circle, each a union, are reported once", async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [
        `M${index}`,
        { anyOf: [{ $ref: `#/components/schemas/M${(index + 1) % 3000}` }, { type: "string" }] },
      ]),
    );
    await expect(generateSchemas(schemas)).rejects.toThrow(
      /^the reference leads back to itself without going into the value: M0 → .* → … → .* → M0$/,
    );
  });
});
