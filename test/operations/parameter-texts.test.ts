import { describe, expect, it } from "vitest";
import { jsonContent, textContent } from "../../generator/runtime/parameter-content.js";
import { cookie } from "../../generator/runtime/parameter-cookie.js";
import { deepObject } from "../../generator/runtime/parameter-deep-object.js";
import { pipeDelimited, spaceDelimited } from "../../generator/runtime/parameter-delimited.js";
import { form } from "../../generator/runtime/parameter-form.js";
import { label } from "../../generator/runtime/parameter-label.js";
import { matrix } from "../../generator/runtime/parameter-matrix.js";
import { querystring } from "../../generator/runtime/parameter-querystring.js";
import {
  asBoolean,
  asEither,
  asList,
  asNumber,
  asObject,
  asScalar,
  asText,
} from "../../generator/runtime/parameter-shapes.js";
import { simple } from "../../generator/runtime/parameter-simple.js";
import type { ParameterShape } from "../../generator/runtime/parameter-style.js";
import type { ParameterCodec, ParameterLocation } from "../../generator/runtime/parameter.js";
import { encodeExceptReserved } from "../../generator/runtime/percent-reserved.js";
import { readOne, writeOne } from "./parameter.js";

describe("what is encoded", () => {
  const whole = "aZ09-._~ !\"#$%&'()*+,/:;<=>?@[\\]^`{|}é€😀";
  const encoded =
    "aZ09-._~%20%21%22%23%24%25%26%27%28%29%2A%2B%2C%2F%3A%3B%3C%3D%3E%3F%40%5B%5C%5D%5E%60%7B%7C%7D%C3%A9%E2%82%AC%F0%9F%98%80";
  const reserved = { encode: encodeExceptReserved };
  const rows: readonly [string, ParameterCodec, ParameterLocation, unknown, string][] = [
    ["all but unreserved characters", form(asText), "query", whole, `color=${encoded}`],
    ["also in paths", simple(asText), "path", whole, encoded],
    ["also in the style form in cookies", form(asText), "cookie", whole, `color=${encoded}`],
    ["nothing in headers", simple(asText), "header", "a%20b;c=+é", "a%20b;c=+é"],
    ["nothing in the style cookie", cookie(asText), "cookie", "a%20b,c=+é", "color=a%20b,c=+é"],
    [
      "reserved characters may be left, but for those of the query",
      form(asText, reserved),
      "query",
      "/a?b:c@d!e$f'(g)*h,i;j #&=+[]%41%zz",
      "color=/a?b:c@d!e$f'(g)*h,i;j%20%23%26%3D%2B%5B%5D%41%25zz",
    ],
    [
      "reserved characters may be left, but for those of the path",
      simple(asText, reserved),
      "path",
      "/?:@!$&'()*+,;=#[]%2f",
      "%2F%3F:@!$&'()*+,;=%23%5B%5D%2f",
    ],
    [
      "separators in items are not left",
      form(asList(asText), { explode: false, ...reserved }),
      "query",
      ["a,b:c", "d"],
      "color=a%2Cb:c,d",
    ],
    [
      "separators in matrix parameters are not left",
      matrix(asList(asText), { explode: true, ...reserved }),
      "path",
      ["a;b=c", "d"],
      ";color=a%3Bb=c;color=d",
    ],
    [
      "separators in cookies are not left",
      form(asText, reserved),
      "cookie",
      "a;b:c",
      "color=a%3Bb:c",
    ],
  ];
  it.each(rows)("%s", (_what, codec, location, value, sent) => {
    expect(writeOne(codec, location, value)).toBe(sent);
  });

  it("names", () => {
    expect(writeOne(form(asText), "query", "x", "ids[] é")).toBe("ids%5B%5D%20%C3%A9=x");
    expect(readOne(form(asText), "query", "ids[]+%c3%a9=x", { name: "ids[] é" })).toBe("x");
    const codec = deepObject(asObject({}));
    expect(writeOne(codec, "query", { "a=b]&": 1 })).toBe("color%5Ba%3Db%5D%26%5D=1");
  });
});

describe("what is decoded", () => {
  const rows: readonly [string, ParameterCodec, ParameterLocation, string, unknown][] = [
    ["a plus sign in queries", form(asText), "query", "color=a+b%2Bc", "a b+c"],
    ["no plus sign in paths", simple(asText), "path", "a+b%2Bc", "a+b+c"],
    ["no plus sign in cookies", form(asText), "cookie", "color=a+b%2Bc", "a+b+c"],
    ["nothing in headers", simple(asText), "header", "a+b%2Bc", "a+b%2Bc"],
    ["nothing in the style cookie", cookie(asText), "cookie", "color=a+b%2Bc", "a+b%2Bc"],
    [
      "white space next to commas in headers",
      simple(asList(asText)),
      "header",
      "a, b ,\tc",
      ["a", "b", "c"],
    ],
    [
      "white space next to semicolons in cookies",
      form(asList(asText)),
      "cookie",
      "color=a ;color=b;\tx=y",
      ["a", "b"],
    ],
    ["malformed triples", form(asText), "query", "color=%zz%4%41%", "%zz%4A%"],
    ["triples that are not UTF-8", form(asText), "query", "color=%ff%c3", "%ff%c3"],
    [
      "separators after splitting",
      form(asList(asText), { explode: false }),
      "query",
      "color=a%2Cb,c",
      ["a,b", "c"],
    ],
    ["the first of repeated texts", form(asNumber), "query", "color=1&color=2", 1],
    [
      "the first of repeated members",
      form(asObject({ R: asNumber })),
      "query",
      "R=1&R=2",
      { R: 1 },
    ],
    ["a name without a value", form(asText), "query", "color&x", ""],
    ["a value with equals signs", form(asText), "query", "color=a=b", "a=b"],
    ["empty pairs", form(asList(asText)), "query", "&&color=a&&color=b&", ["a", "b"]],
    ["members without others", form(asObject({ R: asNumber })), "query", "R=1&utm=2", { R: 1 }],
    [
      "members with others",
      form(asObject({ R: asNumber }, asText)),
      "query",
      "R=1&utm=2",
      { R: 1, utm: "2" },
    ],
    [
      "further members of one text",
      form(asObject({ R: asNumber }), { explode: false }),
      "query",
      "color=R,1,X,2",
      { R: 1, X: "2" },
    ],
    [
      "a member without a value",
      form(asObject({ R: asNumber }), { explode: false }),
      "query",
      "color=R,1,X",
      "R,1,X",
    ],
    [
      "a list in an object",
      deepObject(asObject({ R: asList(asNumber) })),
      "query",
      "color[R]=1&color[R]=2",
      { R: [1, 2] },
    ],
    [
      "an object in an object",
      deepObject(asObject({ R: asObject({}) })),
      "query",
      "color[R][x]=1&color[R]=2",
      { "R][x": "1", R: "2" },
    ],
    ["a label without its dot", label(asText), "path", "blue", undefined],
    ["a matrix parameter without its semicolon", matrix(asText), "path", "color=blue", undefined],
    ["a matrix parameter with another name", matrix(asText), "path", ";colour=blue", undefined],
    [
      "all members of a matrix parameter",
      matrix(asObject({}), { explode: true }),
      "path",
      ";R=1;color=2",
      { R: "1", color: "2" },
    ],
    ["JSON", jsonContent(), "query", "color=%7B%22R%22%3A+1%7D", { R: 1 }],
    ["no JSON", jsonContent(), "query", "color=%7B", "{"],
    ["a text as content", textContent(asNumber), "header", "12", 12],
  ];
  it.each(rows)("%s", (_what, codec, location, text, value) => {
    expect(readOne(codec, location, text)).toEqual(value);
  });
});

describe("a text becomes what its shape says", () => {
  const isNumber = (value: unknown): boolean => typeof value === "number";
  const isNullable = (value: unknown): boolean => value === null || isNumber(value);
  const isAny = (): boolean => true;
  const isNone = (): boolean => false;
  const rows: readonly [ParameterShape, string, unknown][] = [
    [asText, "12", "12"],
    [asText, "null", "null"],
    [asNumber, "12", 12],
    [asNumber, "-1.5e+3", -1500],
    [asNumber, "1E2", 100],
    [asNumber, "-0", 0],
    [asNumber, "9007199254740991", 9007199254740991],
    [asNumber, "9007199254740992", 9007199254740992],
    [asNumber, "1152921504606847000", 1152921504606847000],
    // A digit would be lost.
    [asNumber, "9007199254740993", "9007199254740993"],
    [asNumber, "-9007199254740993", "-9007199254740993"],
    [asNumber, "1e400", "1e400"],
    [asNumber, "", ""],
    [asNumber, " 1", " 1"],
    [asNumber, "01", "01"],
    [asNumber, "+1", "+1"],
    [asNumber, "1.", "1."],
    [asNumber, ".5", ".5"],
    [asNumber, "0x10", "0x10"],
    [asNumber, "NaN", "NaN"],
    [asNumber, "Infinity", "Infinity"],
    [asNumber, "true", "true"],
    [asBoolean, "true", true],
    [asBoolean, "false", false],
    [asBoolean, "True", "True"],
    [asBoolean, "1", "1"],
    [asBoolean, "", ""],
    [asScalar(isAny), "12", "12"],
    [asScalar(isAny), "null", "null"],
    [asScalar(isNumber), "12", 12],
    [asScalar(isNumber), "null", "null"],
    [asScalar(isNullable), "null", null],
    [asScalar(isNullable), "true", "true"],
    [asScalar((value) => value === false), "false", false],
    [asScalar(isNone), "12", "12"],
    [asScalar((value) => value === undefined), "x", "x"],
  ];
  it.each(rows)("%#: %2$s", (shape, text, value) => {
    expect(readOne(form(shape), "query", `color=${encodeURIComponent(text)}`)).toBe(value);
  });

  const isString = (value: unknown): boolean => typeof value === "string";
  const asAll = asEither(asNumber, asText, asList(asText), asObject({ R: asNumber }));
  const either: readonly [string, (value: unknown) => boolean, unknown][] = [
    ["color=1", isAny, 1],
    ["color=1", isString, "1"],
    ["color=1", Array.isArray, ["1"]],
    ["color=1", isNone, 1],
    ["color=1&color=x", isAny, ["1", "x"]],
    ["color=1&color=x", isString, ["1", "x"]],
    ["R=1", isAny, { R: 1 }],
    ["R=1&color=x", isAny, "x"],
    ["R=1&color=x", isNone, "x"],
    ["x=1", isAny, undefined],
  ];
  it.each(either)("one of several shapes: %s, %s", (text, is, value) => {
    expect(readOne(form(asAll), "query", text, { is })).toEqual(value);
  });

  it("null, if the schema accepts it, but not the first shape", () => {
    const codec = form(asEither(asText, asScalar(isNullable)));
    expect(readOne(codec, "query", "color=null", { is: isNullable })).toBe(null);
  });

  it("the first of repeated texts, if all shapes are single values", () => {
    const codec = form(asEither(asNumber, asText));
    expect(readOne(codec, "query", "color=1&color=2", { is: isAny })).toBe(1);
  });
});

describe("what cannot be written", () => {
  const separator = /^\w+\.color: ".*" has a separator in it/;
  const scalar = /^\w+\.color: expected a string, number, boolean or null/;
  const segment = /^path\.color: a value in a path cannot be missing, empty, "\." or "\.\."/;
  const header = /^\w+\.color: a header cannot have/;
  const rows: readonly [string, ParameterCodec, ParameterLocation, unknown, RegExp][] = [
    ["an empty path", simple(asText), "path", "", segment],
    ["a missing path", simple(asText), "path", undefined, segment],
    ["one dot", simple(asText), "path", ".", segment],
    ["two dots", simple(asText), "path", "..", segment],
    ["encoded dots", simple(asText, { encode: encodeExceptReserved }), "path", ".%2e", segment],
    ["a list without items in a path", simple(asList(asText)), "path", [], segment],
    ["a list of one empty item in a path", simple(asList(asText)), "path", [""], segment],
    ["a label that is two dots", label(asText), "path", ".", segment],
    [
      "a dot in an item of an exploded label",
      label(asList(asText), { explode: true }),
      "path",
      ["a.b"],
      separator,
    ],
    ["a space in an item", spaceDelimited(asList(asText)), "query", ["a b"], separator],
    ["a bar in an item", pipeDelimited(asList(asText)), "query", ["a|b"], separator],
    ["a comma in an item of a header", simple(asList(asText)), "header", ["a,b"], separator],
    [
      "an equals sign in a name in a header",
      simple(asObject({}), { explode: true }),
      "header",
      { "a=b": 1 },
      separator,
    ],
    ["a line break in a header", simple(asText), "header", "a\r\nX-Admin: 1", header],
    ["a null character in a header", simple(asText), "header", "a\0", header],
    ["white space at the end of a header", simple(asText), "header", "a ", header],
    ["a character above U+00FF in a header", simple(asText), "header", "€", header],
    ["a line break in a header as content", textContent(), "header", "a\nb", header],
    [
      "a semicolon in a cookie",
      cookie(asText),
      "cookie",
      "a;b",
      /^cookie\.color: a cookie cannot have ";"/,
    ],
    [
      "a comma in an item of a cookie",
      cookie(asList(asText), { explode: false }),
      "cookie",
      ["a,b"],
      /cannot have ","/,
    ],
    [
      "an equals sign in the name of a cookie",
      cookie(asObject({})),
      "cookie",
      { "a=b": 1 },
      /cannot have "="/,
    ],
    ["a line break in a cookie", cookie(asText), "cookie", "a\nb", header],
    [
      "half of a surrogate pair",
      form(asText),
      "query",
      "a\ud800b",
      /^query\.color: has half of a surrogate pair/,
    ],
    ["NaN", form(asNumber), "query", NaN, scalar],
    ["an infinite number", form(asNumber), "query", Infinity, scalar],
    ["a bigint", form(asNumber), "query", 1n, scalar],
    ["a symbol", form(asText), "query", Symbol("x"), scalar],
    ["a list as a text", form(asText), "query", ["a"], scalar],
    ["a hole in a list", form(asList(asText)), "query", [undefined], scalar],
    ["a list in a list", form(asList(asList(asText))), "query", [["a"]], scalar],
    ["an object in a list", form(asList(asObject({})), { explode: false }), "query", [{}], scalar],
    [
      "an object in an object",
      deepObject(asObject({ R: asObject({}) })),
      "query",
      { R: { x: 1 } },
      scalar,
    ],
    [
      "a list in an object in one text",
      form(asObject({ R: asList(asText) }), { explode: false }),
      "query",
      { R: ["x"] },
      scalar,
    ],
    ["a date", form(asObject({})), "query", new Date(0), /expected an object/],
    ["a text as a list", form(asList(asText)), "query", "a", /expected a list/],
    [
      "none of several shapes",
      form(asEither(asList(asText), asNumber)),
      "query",
      {},
      /expected a list/,
    ],
    ["a function as JSON", jsonContent(), "query", () => 1, /expected a JSON value/],
    [
      "a query that is a list",
      querystring([], form(asText)),
      "querystring",
      [],
      /^querystring\.color: only an object/,
    ],
    [
      "a field of a query",
      querystring([], form(asText)),
      "querystring",
      { a: [] },
      /^querystring\.color: a: expected a string/,
    ],
  ];
  it.each(rows)("%s", (_what, codec, location, value, message) => {
    expect(() => writeOne(codec, location, value)).toThrow(TypeError);
    expect(() => writeOne(codec, location, value)).toThrow(message);
  });
});

describe("content and whole queries", () => {
  it.each([
    ["query", "color=%7B%22R%22%3A%22%E2%82%AC%22%7D"],
    ["cookie", "color=%7B%22R%22%3A%22%E2%82%AC%22%7D"],
    ["path", "%7B%22R%22%3A%22%E2%82%AC%22%7D"],
    ["querystring", "%7B%22R%22%3A%22%E2%82%AC%22%7D"],
    ["header", '{"R":"\\u20ac"}'],
  ] as const)("JSON in %s", (location, sent) => {
    expect(writeOne(jsonContent(), location, { R: "€" })).toBe(sent);
    expect(readOne(jsonContent(), location, sent)).toEqual({ R: "€" });
  });

  it("a query of fields", () => {
    const fields = [
      { name: "foo", codec: form(asText) },
      { name: "bar", codec: form(asBoolean) },
      { name: "filter", codec: deepObject(asObject({ age: asNumber })) },
      { name: "size", codec: form(asObject({ width: asNumber })) },
    ];
    const codec = querystring(fields, form(asScalar((value) => typeof value === "number")));
    const value = { foo: "a + b", bar: true, filter: { age: 1 }, size: { width: 2 }, more: 3 };
    const sent = "foo=a%20%2B%20b&bar=true&filter%5Bage%5D=1&width=2&more=3";
    expect(writeOne(codec, "querystring", value)).toBe(sent);
    expect(readOne(codec, "querystring", sent)).toEqual(value);
    expect(readOne(codec, "querystring", "foo=a+%2B+b&bar=true")).toEqual({
      foo: "a + b",
      bar: true,
    });
    expect(readOne(codec, "querystring", "")).toBe(undefined);
  });
});
