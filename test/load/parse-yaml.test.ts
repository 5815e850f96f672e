import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { isJsonObject, type Json } from "../../generator/core/json.js";
import { parseSource } from "../../generator/text/parse.js";
import { inputErrorOf } from "../diagnostics/input-error-of.js";
import { errorsOf, sourceOf, valueOf } from "./parse-outcome.js";

test("every JSON text has the same value when it is read as YAML", () => {
  fc.assert(
    fc.property(fc.json({ stringUnit: "binary" }), (text) => {
      expect(valueOf("yaml", text)).toEqual(JSON.parse(text));
    }),
  );
});

describe("a scalar is what the core schema of YAML 1.2 says", () => {
  test.each<[string, Json]>([
    ["text", "text"],
    ["'200'", "200"],
    ["200", 200],
    ["-0.5e3", -500],
    ["0x1F", 31],
    ["0o17", 15],
    ["017", 17],
    ["true", true],
    ["False", false],
    ["null", null],
    ["~", null],
    ["", null],
    ["yes", "yes"],
    ["off", "off"],
    ["2001-01-01", "2001-01-01"],
    ["2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"],
    ["12:30:45", "12:30:45"],
    ["1_000", "1_000"],
    ["3.1.0", "3.1.0"],
    ["9223372036854775807", 9223372036854775807],
    ['".nan"', ".nan"],
    ["! 12", "12"],
    ["!!str 12", "12"],
    ["!!int '12'", 12],
    ["!!float 1.5", 1.5],
    ["!!null ''", null],
    ["|\n  a\n  b", "a\nb\n"],
    [">-\n  a\n  b", "a b"],
  ])("%j is %j", (text, want) => {
    expect(valueOf("yaml", `key: ${text}\n`)).toEqual({ key: want });
  });

  test("even when the file says %YAML 1.1", () => {
    const text = "%YAML 1.1\n---\na: yes\nb: 2001-01-01\nc: 12:30:45";
    expect(valueOf("yaml", text)).toEqual({
      a: "yes",
      b: "2001-01-01",
      c: "12:30:45",
    });
  });
});

describe("a key is the text that is in the file", () => {
  test.each([
    ["200: ok", "200"],
    ["1.10: ok", "1.10"],
    ["0x1F: ok", "0x1F"],
    ["true: ok", "true"],
    ["null: ok", "null"],
    ["~: ok", "~"],
    ["2001-01-01: ok", "2001-01-01"],
    [".nan: ok", ".nan"],
    ["'': ok", ""],
    [": ok", ""],
    ["? 12\n: ok", "12"],
    ["/a/{b}: ok", "/a/{b}"],
    ["'<<': ok", "<<"],
    ["toString: ok", "toString"],
  ])("%j has the key %j", (text, key) => {
    expect(Object.entries(valueOf("yaml", text) ?? {})).toEqual([[key, "ok"]]);
  });
});

describe("the prototype of an object is out of reach", () => {
  test.each([
    ["a member", "__proto__: { polluted: true }"],
    ["a merged member", "a: &a { __proto__: { polluted: true } }\nb: { <<: *a }"],
    ["an alias", "a: &a { polluted: true }\n__proto__: *a"],
  ])("of %s named __proto__", (_name, text) => {
    const check = (value: Json): void => {
      if (!isJsonObject(value)) return;
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      Object.values(value).forEach(check);
    };
    const value = valueOf("yaml", text);
    check(value);
    expect(JSON.stringify(value)).toContain('"__proto__":{"polluted":true}');
  });

  test("and constructor is a member like any other", () => {
    expect(valueOf("yaml", "constructor: { prototype: 1 }")).toEqual({
      constructor: { prototype: 1 },
    });
  });
});

describe("aliases and merge keys", () => {
  test.each<[string, string, Json]>([
    ["an alias", "a: &x [1]\nb: *x", { a: [1], b: [1] }],
    ["an anchor on a text", "a: &x t\nb: *x", { a: "t", b: "t" }],
    ["an anchor on a key", "&x a: 1\nb: *x", { a: 1, b: "a" }],
    ["an anchor on nothing", "a: &x\nb: *x", { a: null, b: null }],
    ["an anchor that is set again", "a: &x 1\nb: *x\nc: &x 2\nd: *x", { a: 1, b: 1, c: 2, d: 2 }],
    ["a merge", "a: &x { k: 1 }\nb: { <<: *x }", { a: { k: 1 }, b: { k: 1 } }],
    [
      "a member before the merge",
      "a: &x { k: 1 }\nb: { k: 2, <<: *x }",
      { a: { k: 1 }, b: { k: 2 } },
    ],
    [
      "a member after the merge",
      "a: &x { k: 1 }\nb: { <<: *x, k: 2 }",
      { a: { k: 1 }, b: { k: 2 } },
    ],
    ["a merge of a mapping in place", "a: { <<: { k: 1 }, l: 2 }", { a: { k: 1, l: 2 } }],
    [
      "a merge of several, the first of which wins",
      "a: { <<: [{ k: 1 }, { k: 2, l: 3 }] }",
      { a: { k: 1, l: 3 } },
    ],
    ["a merge of nothing", "a: { <<: [] }", { a: {} }],
    ["two merge keys", "a: { <<: { k: 1 }, <<: { k: 2, l: 3 } }", { a: { k: 1, l: 3 } }],
    [
      "a merge of what was merged",
      "a: &x { k: 1 }\nb: &y { <<: *x }\nc: { <<: *y }",
      { a: { k: 1 }, b: { k: 1 }, c: { k: 1 } },
    ],
    ["<< among the elements of a sequence", "a: [<<]", { a: ["<<"] }],
  ])("%s", (_name, text, want) => {
    expect(valueOf("yaml", text)).toEqual(want);
  });

  test("an alias may be used as often as a large file needs", () => {
    const uses = Array.from({ length: 2000 }, (_, index) => `k${index}: *x`);
    const value = valueOf("yaml", ["x: &x { a: [1, 2, 3] }", ...uses].join("\n"));
    expect(Object.keys(value ?? {})).toHaveLength(2001);
  });

  test("mappings may be merged in a chain of any length", () => {
    const chain = Array.from(
      { length: 600 },
      (_, index) => `l${index + 1}: &l${index + 1} { <<: *l${index} }`,
    );
    const value = valueOf("yaml", ["l0: &l0 { a: 1 }", ...chain].join("\n"));
    expect(isJsonObject(value) && value.l600).toEqual({ a: 1 });
  });

  test.each([
    [
      "an alias without an anchor",
      "a: *x",
      "1:4 unknown-anchor the anchor &x is not defined before this alias",
    ],
    [
      "an alias before its anchor",
      "a: *x\nb: &x 1",
      "1:4 unknown-anchor the anchor &x is not defined before this alias",
    ],
    [
      "an alias inside its own sequence",
      "a: &x [1, *x]",
      "1:11 cyclic-alias the alias *x is inside the value that it refers to",
    ],
    [
      "an alias inside its own mapping",
      "a: &x { b: { c: *x } }",
      "1:17 cyclic-alias the alias *x is inside the value that it refers to",
    ],
    [
      "a merge of a mapping with itself",
      "a: &x { <<: *x }",
      "1:13 cyclic-alias the alias *x is inside the value that it refers to",
    ],
    ["a merge of a text", "a: { <<: text }", "1:6 yaml-merge only mappings can be merged with <<"],
    ["a merge of nothing at all", "<<:", "1:1 yaml-merge only mappings can be merged with <<"],
    [
      "a merge of a list with a text",
      "<<: [{}, text]",
      "1:1 yaml-merge only mappings can be merged with <<",
    ],
    [
      "an alias as a key",
      "a: &x 1\n*x : 2",
      "2:1 not-json a key must be a string, because JSON has no other keys",
    ],
  ])("%s is an error", (_name, text, want) => {
    expect(errorsOf("yaml", text)).toEqual([want]);
  });
});

describe("an attack by aliases ends with one error, soon", () => {
  const levels = (count: number, line: (level: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index + 1)).join("\n");

  test.each([
    [
      "billions of elements",
      `l0: &l0 [x]\n${levels(
        60,
        (n) =>
          `l${n}: &l${n} [${Array<string>(9)
            .fill(`*l${n - 1}`)
            .join(", ")}]`,
      )}`,
      "too-many-aliases",
    ],
    [
      "billions of merged members",
      `l0: &l0 { x: 1 }\n${levels(5000, (n) => `l${n}: &l${n} { <<: *l${n - 1}, k${n}: 1 }`)}`,
      "too-many-aliases",
    ],
    [
      "a nesting that no line shows",
      `l0: &l0 [x]\n${levels(600, (n) => `l${n}: &l${n} [*l${n - 1}]`)}`,
      "nested-too-deeply",
    ],
  ])(
    "%s",
    (_name, text, code) => {
      const codes = errorsOf("yaml", text).map((error) => error.split(" ")[1]);
      expect(codes.filter((found) => found === code)).not.toHaveLength(0);
      expect(new Set(codes)).toEqual(new Set([code]));
    },
    10_000,
  );
});

describe("what JSON does not have is an error", () => {
  test.each([
    ["a: .nan", "1:4 not-json JSON has no value .nan"],
    ["a: .NaN", "1:4 not-json JSON has no value .NaN"],
    ["a: [.inf]", "1:5 not-json JSON has no value .inf"],
    ["a: -.Inf", "1:4 not-json JSON has no value -.Inf"],
    ["a: 1e400", "1:4 number-too-large the number 1e400 is too large for JavaScript"],
    ["a: -.5e999", "1:4 number-too-large the number -.5e999 is too large for JavaScript"],
    ["? [a]\n: 1", "1:3 not-json a key must be a string, because JSON has no other keys"],
    ["? { a: 1 }\n: 1", "1:3 not-json a key must be a string, because JSON has no other keys"],
    ["!!int 5: 1", "1:1 not-json a key must be a string, because JSON has no other keys"],
    ["a: !!binary aGk=", "1:4 yaml-tag unresolved tag: tag:yaml.org,2002:binary"],
    ["a: !!set { b }", "1:4 yaml-tag unresolved tag: tag:yaml.org,2002:set"],
    ["a: !!omap [b: 1]", "1:4 yaml-tag unresolved tag: tag:yaml.org,2002:omap"],
    ["a: !!timestamp 2001-01-01", "1:4 yaml-tag unresolved tag: tag:yaml.org,2002:timestamp"],
    ["a: !!int text", "1:4 yaml-tag unresolved tag: tag:yaml.org,2002:int"],
    ["a: !!map text", "1:4 yaml-tag unresolved tag: tag:yaml.org,2002:map"],
    ["a: !include b.yaml", "1:4 yaml-tag unresolved tag: !include"],
    ["a: !thing { b: 1 }", "1:4 yaml-tag unresolved tag: !thing"],
    ["a: 1\n---\nb: 2", "2:1 several-documents a second YAML document starts here"],
    ["---\na: 1\n---\nb: 2\n---\nc: 3", "3:1 several-documents a second YAML document starts here"],
  ])("%j", (text, want) => {
    expect(errorsOf("yaml", text)).toEqual([want]);
  });

  test("one document may be marked as such", () => {
    expect(valueOf("yaml", "# comment\n---\na: 1\n...\n")).toEqual({ a: 1 });
  });
});

describe("a key that a mapping has twice is an error", () => {
  test.each([
    ["a: 1\na: 2", '2:1 duplicate-key duplicate key "a", first at line 1, column 1'],
    ["{ a: 1, 'a': 2 }", '1:9 duplicate-key duplicate key "a", first at line 1, column 3'],
    ["1: a\n'1': b", '2:1 duplicate-key duplicate key "1", first at line 1, column 1'],
    [
      "__proto__: 1\n__proto__: 2",
      '2:1 duplicate-key duplicate key "__proto__", first at line 1, column 1',
    ],
  ])("%j", (text, want) => {
    expect(errorsOf("yaml", text)).toEqual([want]);
  });

  test("also when the numbers that the keys look like are equal, but not the texts, it is none", () => {
    expect(valueOf("yaml", "1.0: a\n1.00: b")).toEqual({ "1.0": "a", "1.00": "b" });
  });
});

test("an error is also named by its pointer", async () => {
  const source = sourceOf("yaml", "x/y:\n  - a: .nan\n  - { b: 1, b: 2 }");
  const error = await inputErrorOf(() => parseSource(source, new DiagnosticLog()));
  expect(error.diagnostics.map(({ place }) => place?.pointer)).toEqual(["/x~1y/0/a", "/x~1y/1/b"]);
});

describe("an error of syntax is said where it is", () => {
  test.each([
    ["a tab", "a:\n\t- 1\n", "2:1 yaml-syntax tabs are not allowed as indentation"],
    ["no end of a text", "a: 'x", "1:6 yaml-syntax missing closing 'quote"],
    [
      "two colons",
      "a: b: c",
      "1:4 yaml-syntax nested mappings are not allowed in compact mappings",
    ],
    ["an unknown escape", 'a: "\\q"', "1:5 yaml-syntax invalid escape sequence \\q"],
    [
      "a reserved character",
      "a: @x",
      "1:4 yaml-syntax plain value cannot start with reserved character @",
    ],
  ])("%s", (_name, text, want) => {
    expect(errorsOf("yaml", text)).toEqual([want]);
  });

  test("several errors are said in the order of the text", () => {
    expect(errorsOf("yaml", "a: !x 1\nb: @x\nc: !y 2")).toEqual([
      "1:4 yaml-tag unresolved tag: !x",
      "2:4 yaml-syntax plain value cannot start with reserved character @",
      "3:4 yaml-tag unresolved tag: !y",
    ]);
  });
});

test("a warning of the parser is logged, and the value is there", () => {
  const log = new DiagnosticLog();
  const source = sourceOf("yaml", "%YAML 1.9\n---\na: 1");
  expect(parseSource(source, log).value).toEqual({ a: 1 });
  expect(log.all).toEqual([
    {
      severity: "warning",
      code: "yaml-warning",
      message: "unsupported YAML version 1.9",
      offset: { uri: source.uri, offset: 6 },
    },
  ]);
});

test.each(["", "# only a comment", "---\n"])("%j has the value null", (text) => {
  expect(valueOf("yaml", text)).toBeNull();
});

describe("nesting", () => {
  const forms: readonly (readonly [string, (depth: number) => string])[] = [
    ["flow sequences", (depth) => "[".repeat(depth) + "]".repeat(depth)],
    ["flow sequences around a text", (depth) => `${"[".repeat(depth)}x${"]".repeat(depth)}`],
    ["sequences around a quoted text", (depth) => `${"[".repeat(depth)}"x"${"]".repeat(depth)}`],
    [
      "sequences around a block text",
      (depth) => `${"- ".repeat(depth)}|\n ${" ".repeat(2 * depth)}x`,
    ],
    ["sequences around an alias", (depth) => `- &a x\n${"- ".repeat(depth)}*a`],
    ["block sequences", (depth) => `${"- ".repeat(depth)}x`],
    [
      "block mappings",
      (depth) => Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}a:`).join("\n"),
    ],
  ];

  test.each(forms)("of 500 %s is accepted", (_name, form) => {
    expect(valueOf("yaml", form(500))).not.toBeNull();
  });

  test.each(forms)("of 501 %s is an error", (_name, form) => {
    const errors = errorsOf("yaml", form(501));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("nested-too-deeply the file is nested more than 500 levels deep");
  });

  test.each(["[", "{", "- ", "? "])("of any number of %j does not end the process", (text) => {
    expect(errorsOf("yaml", text.repeat(100_000))[0]).toContain("nested-too-deeply");
  });
});
