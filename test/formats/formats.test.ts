import { Ajv2020 } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { describe, expect, test } from "vitest";
import { knownFormats } from "../../generator/schema/keywords/formats.js";
import type { Guards } from "../support/guards.js";
import { guardsInMemory } from "../support/guards-in-memory.js";
import { formatCases } from "./format-cases.js";

const formats = Object.entries(formatCases).map(([format, cases], index) => ({
  format,
  cases,
  types: knownFormats.get(format)?.types ?? [],
  model: `Model${index}`,
}));

const rows = formats.flatMap(({ format, cases, types, model }) =>
  cases.map((each) => ({ ...each, format, types, model, shown: JSON.stringify(each.value) })),
);

const document = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Formats", version: "1" },
  components: {
    schemas: Object.fromEntries(
      formats.flatMap(({ format, types, model }) => [
        [`${model}Untyped`, { format }],
        [`${model}Typed`, { type: types, format }],
      ]),
    ) as unknown,
  },
});

const asserted = await guardsInMemory({ spec: { text: document }, config: { formats: "assert" } });
const annotated = await guardsInMemory({ spec: { text: document } });
// What the plugin ajv-formats adds in its mode "full".
const ajv = new Ajv2020({ formats: fullFormats, strict: false });

describe("with formats that are asserted", () => {
  test("every format that is known has cases", () => {
    expect(formats.map(({ format }) => format).sort()).toEqual([...knownFormats.keys()].sort());
  });

  test.each(rows)("$format of $shown: $valid", ({ value, valid, model }) => {
    expect(verdicts(asserted.guards(`${model}Untyped`), value)).toEqual([valid, valid]);
    expect(verdicts(asserted.guards(`${model}Typed`), value)).toEqual([valid, valid]);
  });

  test.each(rows.filter(({ format }) => Object.hasOwn(fullFormats, format)))(
    "ajv-formats says the same of $format of $shown, unless there is a reason",
    ({ format, value, valid, unlikeAjv }) => {
      const ajvSays = ajv.validate({ format }, value);
      expect({ ajvSays, unlikeAjv }).toEqual({
        ajvSays: unlikeAjv === undefined ? valid : !valid,
        unlikeAjv,
      });
    },
  );

  test.each(formats)("$format says nothing about a value of another type", ({ types, model }) => {
    const others = [null, true, [], {}, ...(types.includes("string") ? [] : ["a"])];
    for (const value of types.includes("number") ? others : [...others, 1.5]) {
      expect(verdicts(asserted.guards(`${model}Untyped`), value)).toEqual([true, true]);
      expect(verdicts(asserted.guards(`${model}Typed`), value)).toEqual([false, false]);
    }
  });

  test.each(rows.filter(({ valid, value }) => !valid && typeof value === "string"))(
    "an issue names the format: $format of $shown",
    ({ format, value, model }) => {
      const { issues } = asserted.guards(`${model}Typed`).validate(value);
      expect(issues?.map(({ path, keyword, expected }) => ({ path, keyword, expected }))).toEqual([
        { path: [], keyword: "format", expected: `a string in the format ${format}` },
      ]);
    },
  );
});

describe("with formats that are annotations", () => {
  test.each(rows)("$format accepts $shown", ({ value, model }) => {
    expect(verdicts(annotated.guards(`${model}Untyped`), value)).toEqual([true, true]);
    expect(verdicts(annotated.guards(`${model}Typed`), value)).toEqual([true, true]);
  });
});

/** What each of the two guards says about a value. */
function verdicts({ is, validate }: Guards, value: unknown): readonly [boolean, boolean] {
  return [is(value), validate(value).issues === undefined];
}
