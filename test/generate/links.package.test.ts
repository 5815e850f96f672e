import { describe, expect, it } from "vitest";
import type { Json } from "../../generator/core/json.js";
import { loadGuards } from "../../generator/validate/load-guards.js";
import { shapes } from "../bench/growth/shapes.js";
import { guardOf, readDocument } from "../validate/read-document.js";
import { declared } from "./declared.js";
import { documentOf } from "./package.js";

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
    ...{ shape: "allOf chain", links: 300, model: "M298" },
    type: "export interface M298 extends M299 {\n  p298: string;\n}",
    valid: { p298: "", p299: "" },
    invalid: { p298: "" },
  },
  {
    ...{ shape: "allOf chain, base first", links: 300, model: "M1" },
    type: "export interface M1 extends M0 {\n  p1: string;\n}",
    valid: { p0: "", p1: "" },
    invalid: { p1: "" },
  },
  {
    ...{ shape: "allOf chain that narrows", links: 300, model: "M297" },
    type: "export interface M297 extends M298 {\n  id?: string;\n  p297?: string;\n}",
    valid: { p299: "", id: "" },
    invalid: { p299: "", id: 1 },
  },
  {
    ...{ shape: "$ref chain", links: 300, model: "M298" },
    type: "export type M298 = M299;",
    valid: { p299: "" },
    invalid: {},
  },
  {
    ...{ shape: "property chain", links: 300, model: "M298" },
    type: "export interface M298 {\n  next?: M299;\n}",
    valid: { next: { p299: "" } },
    invalid: { next: {} },
  },
  {
    ...{ shape: "property circle", links: 300, model: "M299" },
    type: "export interface M299 {\n  next?: M0;\n}",
    valid: { next: { next: {} } },
    invalid: { next: { next: 1 } },
  },
  {
    ...{ shape: "items chain", links: 300, model: "M298" },
    type: "export type M298 = M299[];",
    valid: [{ p299: "" }],
    invalid: [{}],
  },
  {
    ...{ shape: "anyOf chain", links: 300, model: "M298" },
    type: "export type M298 = M299 | string;",
    valid: "",
    invalid: 1,
  },
  {
    ...{ shape: "inline fan, constants", links: 300, model: "Whole" },
    type: '"value 299"',
    valid: "value 299",
    invalid: "value 300",
  },
];

describe("schemas that are linked", () => {
  it.each(samples)(
    "$links times in a $shape have the right $model",
    async ({ shape, links, model, type, valid, invalid }) => {
      const document = await readDocument(documentOf(shapeOf(shape, links)));
      expect(declared(document, model)).toContain(type);
      const guard = loadGuards(document, [document.model(model)]).get(model);
      expect([guard?.(valid), (guard?.(invalid).length ?? 0) > 0]).toEqual([[], true]);
    },
  );

  it("are judged by all of many options", async () => {
    const guard = await guardOf(documentOf(shapeOf("oneOf fan", 100)), "Whole");
    expect(guard({ p99: "" })).toEqual([]);
    expect(guard({ p98: "", p99: "" })).toHaveLength(1);
  });

  it("300 times leave `unevaluatedProperties` the properties that none of them has", async () => {
    const Top = { $ref: "#/components/schemas/M0", unevaluatedProperties: false };
    const guard = await guardOf(documentOf({ Top, ...shapeOf("allOf chain", 300) }), "Top");
    const all = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`p${index}`, ""]));
    expect(guard(all)).toEqual([]);
    expect(guard({ ...all, p300: "" }).map(({ pointer }) => pointer)).toEqual(["/p300"]);
  });

  it("in a circle, each a union, are reported once", async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [
        `M${index}`,
        { anyOf: [{ $ref: `#/components/schemas/M${(index + 1) % 300}` }, { type: "string" }] },
      ]),
    );
    await expect(readDocument(documentOf(schemas))).rejects.toThrow(
      /^the reference leads back to itself without descending into the value: M0 → .* → … → .* → M0$/,
    );
  });
});

function shapeOf(name: string, links: number): object {
  const shape = shapes.find((each) => each.name === name);
  if (shape === undefined) throw new Error(`There is no shape ${name}.`);
  return shape.schemas(links);
}
