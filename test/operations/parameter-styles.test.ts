import { describe, expect, it } from "vitest";
import { cookie } from "../../generator/runtime/parameter-cookie.js";
import { deepObject } from "../../generator/runtime/parameter-deep-object.js";
import { pipeDelimited, spaceDelimited } from "../../generator/runtime/parameter-delimited.js";
import { form } from "../../generator/runtime/parameter-form.js";
import { label } from "../../generator/runtime/parameter-label.js";
import { matrix } from "../../generator/runtime/parameter-matrix.js";
import {
  asEither,
  asList,
  asNumber,
  asObject,
  asText,
} from "../../generator/runtime/parameter-shapes.js";
import { simple } from "../../generator/runtime/parameter-simple.js";
import type { ParameterShape, StyleOptions } from "../../generator/runtime/parameter-style.js";
import type { ParameterCodec, ParameterLocation } from "../../generator/runtime/parameter.js";
import { readOne, writeOne } from "./parameter.js";

type Style = (shape: ParameterShape, options?: StyleOptions) => ParameterCodec;

/** A style with `explode`, and the texts of the values below; undefined: nothing is sent. */
type Row = readonly [
  name: string,
  location: ParameterLocation,
  style: Style,
  explode: boolean,
  empty: string | undefined,
  text: string,
  list: string,
  object: string,
];

const color = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };
const asColors = asObject({ R: asNumber, G: asNumber, B: asNumber });

// https://spec.openapis.org/oas/v3.2.0.html#style-examples; the column of the empty text is that of 3.1.
const rows: readonly Row[] = [
  [
    "matrix",
    "path",
    matrix,
    false,
    ";color",
    ";color=blue",
    ";color=blue,black,brown",
    ";color=R,100,G,200,B,150",
  ],
  [
    "matrix",
    "path",
    matrix,
    true,
    ";color",
    ";color=blue",
    ";color=blue;color=black;color=brown",
    ";R=100;G=200;B=150",
  ],
  ["label", "path", label, false, undefined, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
  ["label", "path", label, true, undefined, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
  ["simple", "path", simple, false, undefined, "blue", "blue,black,brown", "R,100,G,200,B,150"],
  ["simple", "path", simple, true, undefined, "blue", "blue,black,brown", "R=100,G=200,B=150"],
  ["simple", "header", simple, false, "", "blue", "blue,black,brown", "R,100,G,200,B,150"],
  ["simple", "header", simple, true, "", "blue", "blue,black,brown", "R=100,G=200,B=150"],
  [
    "form",
    "query",
    form,
    false,
    "color=",
    "color=blue",
    "color=blue,black,brown",
    "color=R,100,G,200,B,150",
  ],
  [
    "form",
    "query",
    form,
    true,
    "color=",
    "color=blue",
    "color=blue&color=black&color=brown",
    "R=100&G=200&B=150",
  ],
  [
    "form",
    "cookie",
    form,
    false,
    "color=",
    "color=blue",
    "color=blue,black,brown",
    "color=R,100,G,200,B,150",
  ],
  // The specification says that `&` is wrong in cookies.
  [
    "form",
    "cookie",
    form,
    true,
    "color=",
    "color=blue",
    "color=blue; color=black; color=brown",
    "R=100; G=200; B=150",
  ],
  // The specification leaves single texts undefined here: they are as in the style form.
  [
    "spaceDelimited",
    "query",
    spaceDelimited,
    false,
    "color=",
    "color=blue",
    "color=blue%20black%20brown",
    "color=R%20100%20G%20200%20B%20150",
  ],
  [
    "pipeDelimited",
    "query",
    pipeDelimited,
    false,
    "color=",
    "color=blue",
    "color=blue%7Cblack%7Cbrown",
    "color=R%7C100%7CG%7C200%7CB%7C150",
  ],
  // So is all with explode.
  [
    "spaceDelimited",
    "query",
    spaceDelimited,
    true,
    "color=",
    "color=blue",
    "color=blue&color=black&color=brown",
    "R=100&G=200&B=150",
  ],
  [
    "pipeDelimited",
    "query",
    pipeDelimited,
    true,
    "color=",
    "color=blue",
    "color=blue&color=black&color=brown",
    "R=100&G=200&B=150",
  ],
  // And so is all but the object.
  [
    "deepObject",
    "query",
    deepObject,
    false,
    "color=",
    "color=blue",
    "color=blue&color=black&color=brown",
    "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
  ],
  [
    "deepObject",
    "query",
    deepObject,
    true,
    "color=",
    "color=blue",
    "color=blue&color=black&color=brown",
    "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
  ],
  [
    "cookie",
    "cookie",
    cookie,
    false,
    "color=",
    "color=blue",
    "color=blue,black,brown",
    "color=R,100,G,200,B,150",
  ],
  [
    "cookie",
    "cookie",
    cookie,
    true,
    "color=",
    "color=blue",
    "color=blue; color=black; color=brown",
    "R=100; G=200; B=150",
  ],
];

describe.each(rows)("%s in %s", (_name, location, style, explode, empty, text, list, members) => {
  const values: readonly [string, ParameterShape, unknown, string | undefined][] = [
    ["the empty text", asText, "", empty],
    ["a text", asText, "blue", text],
    ["a list", asList(asText), color, list],
    ["an object", asColors, object, members],
  ];

  it.each(values)(`explode ${explode}: %s`, (_kind, shape, value, sent) => {
    const codec = style(shape, { explode });
    if (sent === undefined) {
      expect(() => writeOne(codec, location, value)).toThrow(
        /^path\.color: a value in a path cannot/,
      );
    } else {
      expect(writeOne(codec, location, value)).toBe(sent);
      expect(readOne(codec, location, sent)).toEqual(value);
    }
  });

  it(`explode ${explode}: the first shape whose value is valid`, () => {
    const codec = style(asEither(asColors, asList(asText), asText), { explode });
    const is = (value: unknown): boolean => JSON.stringify(value) === JSON.stringify(color);
    expect(writeOne(codec, location, color)).toBe(list);
    expect(readOne(codec, location, list, { is })).toEqual(color);
  });

  it(`explode ${explode}: nothing for an empty list or object, and for what is not there`, () => {
    for (const [shape, value] of [
      [asList(asText), []],
      [asColors, {}],
      [asText, undefined],
    ] as const) {
      const codec = style(shape, { explode });
      if (location === "path")
        expect(() => writeOne(codec, location, value)).toThrow(/^path\.color/);
      else expect(writeOne(codec, location, value)).toBe(undefined);
      expect(readOne(codec, location, undefined)).toBe(undefined);
    }
  });
});

it("reads delimiters that are not encoded", () => {
  const rows: readonly [ParameterCodec, string][] = [
    [pipeDelimited(asList(asText)), "color=blue|black%7cbrown"],
    [spaceDelimited(asList(asText)), "color=blue+black%20brown"],
    [deepObject(asColors), "color[R]=100&color%5bG%5d=200&color[B%5D=150"],
  ];
  expect(rows.map(([codec, text]) => readOne(codec, "query", text))).toEqual([
    color,
    color,
    object,
  ]);
});
