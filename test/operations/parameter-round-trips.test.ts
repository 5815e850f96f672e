import fc from "fast-check";
import { expect, it } from "vitest";
import { jsonContent, textContent } from "../../generator/runtime/parameter-content.js";
import { cookie } from "../../generator/runtime/parameter-cookie.js";
import { deepObject } from "../../generator/runtime/parameter-deep-object.js";
import { pipeDelimited, spaceDelimited } from "../../generator/runtime/parameter-delimited.js";
import { form } from "../../generator/runtime/parameter-form.js";
import { label } from "../../generator/runtime/parameter-label.js";
import { matrix } from "../../generator/runtime/parameter-matrix.js";
import {
  asBoolean,
  asList,
  asNumber,
  asObject,
  asScalar,
  asText,
} from "../../generator/runtime/parameter-shapes.js";
import { simple } from "../../generator/runtime/parameter-simple.js";
import type { ParameterShape, StyleOptions } from "../../generator/runtime/parameter-style.js";
import type {
  Parameter,
  ParameterCodec,
  ParameterLocation,
} from "../../generator/runtime/parameter.js";
import { writeParameters } from "../../generator/runtime/write-parameters.js";
import { isExhaustive } from "../support/random-runs.js";
import { parameter, readWritten } from "./parameter.js";

/** What a style leaves out of the texts of its domain. */
interface Style {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly style: (shape: ParameterShape, options: StyleOptions) => ParameterCodec;
  /** Whether a text may be a single value, an item or a member. */
  readonly isText: (text: string, part: "whole" | "part" | "name", explode: boolean) => boolean;
  /** Whether a list in an object is repeated. */
  readonly repeats: (explode: boolean) => boolean;
}

const always = (): boolean => true;
const never = (): boolean => false;
const ifExploded = (explode: boolean): boolean => explode;
const isHeaderText = (text: string): boolean =>
  /^[\t -~\x80-\xff]*$/.test(text) && text.trim() === text;

const styles: readonly Style[] = [
  { name: "form", in: "query", style: form, isText: always, repeats: ifExploded },
  { name: "form in cookies", in: "cookie", style: form, isText: always, repeats: ifExploded },
  { name: "simple", in: "path", style: simple, isText: always, repeats: never },
  {
    name: "simple in headers",
    in: "header",
    style: simple,
    isText: (text, part, explode) =>
      isHeaderText(text) &&
      (part === "whole" || !text.includes(",")) &&
      !(part === "name" && explode && text.includes("=")),
    repeats: never,
  },
  { name: "matrix", in: "path", style: matrix, isText: always, repeats: ifExploded },
  {
    name: "label",
    in: "path",
    style: label,
    isText: (text, part, explode) => part === "whole" || !explode || !text.includes("."),
    repeats: never,
  },
  {
    name: "spaceDelimited",
    in: "query",
    style: spaceDelimited,
    isText: (text, part, explode) => part === "whole" || explode || !text.includes(" "),
    repeats: ifExploded,
  },
  {
    name: "pipeDelimited",
    in: "query",
    style: pipeDelimited,
    isText: (text, part, explode) => part === "whole" || explode || !text.includes("|"),
    repeats: ifExploded,
  },
  { name: "deepObject", in: "query", style: deepObject, isText: always, repeats: always },
  {
    name: "cookie",
    in: "cookie",
    style: cookie,
    isText: (text, part, explode) =>
      isHeaderText(text) &&
      !text.includes(";") &&
      (part === "whole" || explode || !text.includes(",")) &&
      !(part === "name" && text.includes("=")),
    repeats: ifExploded,
  },
];

// Texts with everything that has a meaning somewhere.
const special = Array.from('a1 .,;=&+%|[]/?#"\\{}~é\t');
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...special), maxLength: 6 }),
  fc.constantFrom("", "__proto__", "constructor", "null", "true", "12", "%41", "a[b]", "é", "..."),
);
const anyNumber = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => value + 0),
);

/** A value with its shape. */
interface Sample {
  readonly shape: ParameterShape;
  readonly value: unknown;
}

/** Single values with their shapes. A schema that accepts no text may accept all other kinds. */
function scalars(isText: (text: string) => boolean): fc.Arbitrary<Sample> {
  const asJson = asScalar((value) => typeof value !== "string");
  const json = fc.oneof(anyNumber, fc.boolean(), fc.constant(null));
  return fc.oneof(
    anyText.filter(isText).map((value) => ({ shape: asText, value })),
    anyText.filter(isText).map((value) => ({ shape: asScalar(always), value })),
    anyNumber.filter((value) => isText(String(value))).map((value) => ({ shape: asNumber, value })),
    fc.boolean().map((value) => ({ shape: asBoolean, value })),
    json.filter((value) => isText(String(value))).map((value) => ({ shape: asJson, value })),
  );
}

/** Lists of values of the same shape. */
function lists(isText: (text: string) => boolean): fc.Arbitrary<Sample> {
  const of = (item: fc.Arbitrary<unknown>, shape: ParameterShape): fc.Arbitrary<Sample> =>
    fc
      .array(item, { minLength: 1, maxLength: 4 })
      .map((value) => ({ shape: asList(shape), value }));
  return fc.oneof(
    of(anyText.filter(isText), asText),
    of(
      anyNumber.filter((value) => isText(String(value))),
      asNumber,
    ),
    of(fc.boolean(), asBoolean),
  );
}

/** Objects whose members are described, or not. */
function objects(
  isName: (text: string) => boolean,
  isText: (text: string) => boolean,
  hasLists: boolean,
): fc.Arbitrary<Sample> {
  const member = hasLists ? fc.oneof(scalars(isText), lists(isText)) : scalars(isText);
  const described = fc
    .dictionary(anyText.filter(isName), member, { minKeys: 1, maxKeys: 4, noNullPrototype: true })
    .map((members) => {
      const entries = Object.entries(members);
      const properties = Object.fromEntries(entries.map(([name, { shape }]) => [name, shape]));
      const value = Object.fromEntries(entries.map(([name, each]) => [name, each.value]));
      return { shape: asObject(properties), value };
    });
  const others = fc
    .dictionary(
      anyText.filter(isName),
      anyNumber.filter((value) => isText(String(value))),
      {
        minKeys: 1,
        maxKeys: 4,
        noNullPrototype: true,
      },
    )
    .map((value) => ({ shape: asObject({}, asNumber), value }));
  return fc.oneof(described, others);
}

/** Parameters of all styles, each with a value of its domain. */
const cases = fc
  .record({
    style: fc.constantFrom(...styles),
    explode: fc.boolean(),
    kind: fc.constantFrom("scalar", "list", "object"),
    name: anyText.filter((name) => name !== "" && isHeaderText(name) && !/[;={}]/.test(name)),
  })
  .chain(({ style, explode, kind, name }) => {
    const isWhole = (text: string): boolean => style.isText(text, "whole", explode);
    const isPart = (text: string): boolean => style.isText(text, "part", explode);
    const isName = (text: string): boolean => style.isText(text, "name", explode);
    const samples =
      kind === "scalar"
        ? scalars(isWhole)
        : kind === "list"
          ? lists(isPart)
          : objects(isName, isPart, style.repeats(explode));
    return samples.map((sample) => ({ style, explode, name, ...sample }));
  });

/** Sends one parameter, as it would be sent, and reads it. */
function roundTrip(
  all: readonly Parameter[],
  { name, in: location }: Parameter,
  value: unknown,
): unknown {
  const group = location === "querystring" ? value : Object.fromEntries([[name, value]]);
  const written = writeParameters("/x/{it}", all, { [location]: group });
  const read = readWritten(all, written, { [name]: written.path.slice(3) });
  return location === "querystring" ? read[location] : Object.entries(read[location] ?? {});
}

it("reading gives back what was written", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(cases, ({ style, explode, name, shape, value }) => {
      const isPath = style.in === "path";
      const one = parameter(
        isPath ? "it" : style.in === "header" ? "X-It" : name,
        style.in,
        style.style(shape, { explode }),
      );
      try {
        expect(roundTrip([one], one, value)).toEqual([[one.name, value]]);
      } catch (error) {
        // The domain of a path has no empty values, and none that are dots.
        if (isPath && error instanceof TypeError && error.message.includes("cannot be missing")) {
          const texts = one.codec.write(one.name, value, "path");
          expect(["", ".", ".."]).toContain(texts.join());
          return;
        }
        throw error;
      }
      seen.add(`${style.name} ${explode}`);
    }),
    { numRuns: isExhaustive ? 100_000 : 5_000 },
  );
  expect(seen.size).toBe(2 * styles.length);
});

it("content gives back every JSON value and every text", () => {
  const locations = fc.constantFrom<ParameterLocation>(
    "path",
    "query",
    "querystring",
    "header",
    "cookie",
  );
  fc.assert(
    fc.property(locations, fc.jsonValue(), (location, json) => {
      const one = parameter("it", location, jsonContent());
      const value = JSON.parse(JSON.stringify(json)) as unknown;
      expect(roundTrip([one], one, value)).toEqual(
        location === "querystring" ? value : [["it", value]],
      );
    }),
    { numRuns: isExhaustive ? 10_000 : 1_000 },
  );
  fc.assert(
    fc.property(locations, anyText, (location, text) => {
      fc.pre(location === "header" ? isHeaderText(text) : !/^\.{0,2}$/.test(text));
      const one = parameter("it", location, textContent());
      expect(roundTrip([one], one, text)).toEqual(
        location === "querystring" ? text : [["it", text]],
      );
    }),
    { numRuns: isExhaustive ? 10_000 : 1_000 },
  );
});
