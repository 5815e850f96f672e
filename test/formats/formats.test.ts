import { Ajv2020 } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { describe, expect, test } from "vitest";
import type { Guards } from "../support/guards.js";
import { loadPackage } from "../support/load-package.js";
import { formatCases } from "./cases.js";

const formats = Object.entries(formatCases).map(([format, cases], index) => {
  const type = format.startsWith("int") ? "number" : "string";
  return { format, cases, type, model: `Model${index}` };
});

const rows = formats.flatMap(({ format, cases, type, model }) =>
  cases.map((each) => ({ ...each, format, type, model, shown: JSON.stringify(each.value) })),
);

const document = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Formats", version: "1" },
  components: {
    schemas: Object.fromEntries(
      formats.flatMap(({ format, type, model }) => [
        [`${model}Untyped`, { format }],
        [`${model}Typed`, { type, format }],
      ]),
    ) as unknown,
  },
});

const asserted = await loadPackage({ spec: { text: document }, config: { formats: "assert" } });
const annotated = await loadPackage({ spec: { text: document } });
// What the plugin ajv-formats adds in its mode "full".
const ajv = new Ajv2020({ formats: fullFormats, strict: false });

describe("with formats that are asserted", () => {
  test.each(rows)("$format of $shown: $valid", ({ value, valid, type, model }) => {
    const { is, validate } = asserted.guards(`${model}Untyped`);
    expect(verdicts(asserted.guards(`${model}Untyped`), value)).toEqual([valid, valid]);
    expect(is(value)).toBe(validate(value).issues === undefined);
    const typed = valid && typeof value === type;
    expect(verdicts(asserted.guards(`${model}Typed`), value)).toEqual([typed, typed]);
  });

  test.each(rows)(
    "ajv-formats says the same of $format of $shown, unless there is a reason",
    ({ format, value, valid, unlikeAjv }) => {
      const ajvSays = ajv.validate({ format }, value);
      expect({ ajvSays, unlikeAjv }).toEqual({
        ajvSays: unlikeAjv === undefined ? valid : !valid,
        unlikeAjv,
      });
    },
  );

  test.each(formats)("$format says nothing about a value of another type", ({ type, model }) => {
    const others = [null, true, [], {}, type === "string" ? 1.5 : "1.5"];
    for (const value of others) {
      expect(verdicts(asserted.guards(`${model}Untyped`), value)).toEqual([true, true]);
    }
  });

  test.each(rows.filter(({ valid, type }) => !valid && type === "string"))(
    "an issue names the format: $format of $shown",
    ({ value, model }) => {
      const { issues } = asserted.guards(`${model}Typed`).validate(value);
      expect(issues?.map(({ path, keyword }) => ({ path, keyword }))).toEqual([
        { path: [], keyword: "format" },
      ]);
    },
  );
});

describe("with formats that are annotations", () => {
  test.each(rows)("$format accepts $shown", ({ value, type, model }) => {
    expect(verdicts(annotated.guards(`${model}Untyped`), value)).toEqual([true, true]);
    const typed = typeof value === type;
    expect(verdicts(annotated.guards(`${model}Typed`), value)).toEqual([typed, typed]);
  });
});

/** What each of the two guards says about a value. */
function verdicts({ is, validate }: Guards, value: unknown): readonly [boolean, boolean] {
  return [is(value), validate(value).issues === undefined];
}
