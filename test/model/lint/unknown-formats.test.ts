import { describe, expect, it } from "vitest";
import type { Config } from "../../../generator/config/config.js";
import type { Formats } from "../../../generator/config/formats.js";
import { sourceText } from "../../../generator/text/source-text.js";
import { diagnosticsOf, documentWith } from "./warnings-of.js";

const schemas = {
  A: { type: "string", format: "iban" },
  B: {
    type: "object",
    properties: { a: { format: "iban" }, b: { format: "uid" }, c: { format: "uuid" } },
    required: ["a"],
  },
  C: { type: "array", items: { format: "iban" } },
  D: { type: "string", format: "binary" },
};

/** The places of the warnings of unknown formats, each with others that it names. */
async function warned(
  formats: Formats,
  settings: Partial<Config> = {},
): Promise<readonly (readonly (string | undefined)[])[]> {
  const found = await diagnosticsOf(documentWith(schemas), { formats, ...settings });
  return found
    .filter(({ code }) => code === "unknown-format")
    .map(({ place, related = [] }) =>
      [place, ...related.map((each) => each.place)].map((each) =>
        each?.pointer.replace("/components/schemas/", ""),
      ),
    );
}

describe("a format that is asserted, and that guards do not know", () => {
  const iban = ["A/format", "B/properties/a/format", "C/items/format"];
  const uid = ["B/properties/b/format"];

  it.each<[Formats, readonly (readonly string[])[]]>([
    ["annotate", []],
    ["assert", [iban, uid]],
    [{}, []],
    [{ uuid: "assert" }, []],
    [{ iban: "assert" }, [iban]],
    [{ "*": "assert", uid: "annotate" }, [iban]],
    [{ "*": "assert", uid: "^u" }, [iban]],
    [{ "*": "assert", uid: "^u", iban: "^[A-Z]{2}" }, []],
    [{ "*": "annotate", "x-never-used": "assert" }, [[]]],
  ])("with %j, is a warning at %j", async (formats, places) => {
    const found = await warned(formats);
    expect(found.map((each) => each.filter((place) => place !== undefined))).toEqual(places);
  });

  it("is where the config names it, if that is a file", async () => {
    const source = sourceText(
      { uri: "file:///c.yaml", name: "c.yaml" },
      "formats:\n  iban: assert\n",
    );
    const formats = { iban: "assert" };
    expect(await diagnosticsOf(documentWith(schemas), { formats, source })).toMatchObject([
      { code: "unknown-format", file: "c.yaml", position: { line: 2, column: 3 } },
    ]);
  });

  it("is not one where policies leave out what a format decides", async () => {
    expect(await warned("assert", { policies: { constraints: "types" } })).toEqual([]);
  });

  it("says how often it is there, and what may be meant", async () => {
    const found = await diagnosticsOf(documentWith(schemas), { formats: "assert" });
    expect(
      found
        .filter(({ code }) => code === "unknown-format")
        .map(({ message, help }) => ({ message, help })),
    ).toEqual([
      {
        message: 'Guardsmith does not know the format "iban", so guards do not check it (3 places)',
        help: 'give it a regular expression in the config, as in `formats: { "iban": "^…$" }`, or `annotate`',
      },
      {
        message: 'Guardsmith does not know the format "uid", so guards do not check it (1 place)',
        help: 'did you mean `uuid`? If not, give it a regular expression in the config, as in `formats: { "uid": "^…$" }`, or `annotate`',
      },
    ]);
  });
});

describe("a format that is asserted and for another type", () => {
  it.each([
    [{ type: "string", format: "int32" }, 1],
    [{ type: "string", format: "int64" }, 0],
    [{ type: "integer", format: "uuid" }, 1],
    [{ type: "integer", format: "x-iban" }, 1],
    [{ type: ["integer", "string"], format: "uuid" }, 0],
  ])("%j: %i warnings", async (schema, count) => {
    const formats = { "*": "assert", "x-iban": "^[A-Z]{2}" };
    const found = await diagnosticsOf(documentWith({ A: schema }), { formats });
    expect(found.filter(({ code }) => code === "ineffective-keyword")).toHaveLength(count);
  });
});

describe("a default that a format of the config excludes", () => {
  it.each([
    ["assert", "uuid", 1],
    [{ "x-iban": "^[A-Z]{2}" }, "x-iban", 1],
    [{ "x-iban": "^[a-z]{2}" }, "x-iban", 0],
    [{ uuid: "annotate" }, "uuid", 0],
  ] as const)("with %j, is found: %s", async (formats, format, count) => {
    const schema = { type: "string", format, default: "de" };
    const found = await diagnosticsOf(documentWith({ A: schema }), { formats });
    expect(found.filter(({ code }) => code === "invalid-default")).toHaveLength(count);
  });
});
