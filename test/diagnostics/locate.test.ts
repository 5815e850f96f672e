import type { SourceText } from "../../generator/core/source-text.js";
import type { Place } from "../../generator/core/place.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic, LocatedDiagnostic } from "../../generator/core/diagnostic.js";
import { locate } from "../../generator/text/locate.js";
import { isJsonArray, isJsonObject, type Json } from "../../generator/core/json.js";
import { joinPointer } from "../../generator/core/pointer.js";

const uri = "file:///spec/openapi";

function located(
  format: SourceText["format"],
  text: string,
  where: Pick<Diagnostic, "place" | "offset">,
): LocatedDiagnostic {
  const source: SourceText = { uri, name: `openapi.${format}`, text, format };
  const diagnostic: Diagnostic = {
    severity: "error",
    code: "not-openapi",
    message: "m",
    ...where,
  };
  return locate(diagnostic, new Map([[uri, source]]));
}

/** `line:column`, and what is underlined. */
function found(
  format: SourceText["format"],
  text: string,
  pointer: string,
  part?: Place["part"],
): string {
  const place: Place = {
    uri,
    pointer,
    ...(part === undefined ? {} : { part }),
  };
  const { position, frame } = located(format, text, { place });
  const rows = frame?.split("\n") ?? [];
  const at = rows.findIndex((row) => row.startsWith(">"));
  const [line = "", marker = ""] = rows.slice(at, at + 2);
  const start = marker.indexOf("^");
  const marked = line.slice(start, start + marker.slice(start).length);
  return `${position?.line ?? "?"}:${position?.column ?? "?"} ${marked}`;
}

test("the related places of a diagnostic are found too", () => {
  const related = [
    { message: "first", place: { uri, pointer: "/a" } },
    { message: "elsewhere", place: { uri: "https://e.com/x.yaml", pointer: "/b" } },
  ];
  const source: SourceText = { uri, name: "openapi.yaml", text: "a: 1\nb: 2\n", format: "yaml" };
  const diagnostic: Diagnostic = {
    severity: "warning",
    code: "not-openapi",
    message: "m",
    place: { uri, pointer: "/b" },
    related,
  };
  expect(locate(diagnostic, new Map([[uri, source]]))).toMatchObject({
    position: { line: 2, column: 4 },
    related: [
      { message: "first", file: "openapi.yaml", position: { line: 1, column: 4 } },
      { message: "elsewhere", file: "https://e.com/x.yaml" },
    ],
  });
});

const json = `{
  "openapi": "3.1.0",
  "paths": { "/a/{b}": { "x~y": [10, { "z": true }] } },
  "": { "": null },
  "empty": {}
}`;

describe("in JSON", () => {
  test.each([
    ["", "value", "1:1 {"],
    ["/openapi", "value", '2:14 "3.1.0"'],
    ["/openapi", "key", '2:3 "openapi"'],
    ["/paths/~1a~1{b}/x~0y/0", "value", "3:34 10"],
    ["/paths/~1a~1{b}/x~0y/1/z", "value", "3:45 true"],
    ["/paths/~1a~1{b}", "key", '3:14 "/a/{b}"'],
    ["/", "key", '4:3 ""'],
    ["//", "value", "4:13 null"],
    ["/empty", "value", "5:12 {}"],
  ] as const)("%j, its %s, is at %s", (pointer, part, want) => {
    expect(found("json", json, pointer, part)).toBe(want);
  });

  test("of two members with one name the last one counts, as for JSON.parse", () => {
    expect(found("json", '{"a": 1, "a": 2}', "/a")).toBe("1:15 2");
  });
});

const yaml = `openapi: 3.1.0
paths:
  /a/{b}:
    x~y: [10, { z: true }]
    200: ok
    1.10: 'quoted'
  "":
    - - deep
    - |
      block
      text
none:
last: 😀 # comment
`;

describe("in YAML", () => {
  test.each([
    ["", "value", "1:1 o"],
    ["/openapi", "value", "1:10 3.1.0"],
    ["/openapi", "key", "1:1 openapi"],
    ["/paths", "value", "3:3 /"],
    ["/paths", "key", "2:1 paths"],
    ["/paths/~1a~1{b}/x~0y/0", "value", "4:11 10"],
    ["/paths/~1a~1{b}/x~0y/1/z", "value", "4:20 true"],
    ["/paths/~1a~1{b}/200", "key", "5:5 200"],
    ["/paths/~1a~1{b}/1.10", "value", "6:11 'quoted'"],
    ["/paths/", "key", '7:3 ""'],
    ["/paths//0/0", "value", "8:9 deep"],
    ["/paths//1", "value", "9:7 |"],
    ["/none", "key", "12:1 none"],
    ["/none", "value", "12:6 "],
    ["/last", "value", "13:7 😀"],
  ] as const)("%j, its %s, is at %s", (pointer, part, want) => {
    expect(found("yaml", yaml, pointer, part)).toBe(want);
  });

  test("a mapping on one line is underlined, one on several is marked", () => {
    expect(found("yaml", "a:\n  b: 1\n\nc: 2", "/a")).toBe("2:3 b: 1");
    expect(found("yaml", "a:\n  b: 1\n  c: 2", "/a")).toBe("2:3 b");
  });

  const shared = `
base: &base { a: 1, b: { c: 2 } }
more: &more
  <<: *base
  d: 3
alias: *more
list:
  - <<: [{ e: 4 }, *more]
    b: own
`;

  test.each([
    ["/alias", "value", "6:8 *more"],
    ["/alias", "key", "6:1 alias"],
    ["/alias/d", "value", "5:6 3"],
    ["/alias/b/c", "value", "2:29 2"],
    ["/more/a", "key", "2:15 a"],
    ["/list/0/e", "value", "8:15 4"],
    ["/list/0/d", "value", "5:6 3"],
    ["/list/0/b", "value", "9:8 own"],
  ] as const)("%j, its %s, comes by an alias or a merge key from %s", (pointer, part, want) => {
    expect(found("yaml", shared, pointer, part)).toBe(want);
  });

  test("an anchor that is defined twice is followed to the definition before the alias", () => {
    const text = "a: &x {k: 1}\nb: *x\nc: &x {k: 2}\nd: *x";
    expect(found("yaml", text, "/b/k")).toBe("1:11 1");
    expect(found("yaml", text, "/d/k")).toBe("3:11 2");
  });

  test.each([
    ["an alias inside its own value", "a: &a { b: *a }", "/a/b/b/x", "1:12 *a"],
    ["a merge key that leads to itself", "a: &a { <<: *a }", "/a/x", "1:7 {"],
    ["an alias without an anchor", "a: *none", "/a/x", "1:4 *none"],
    ["a merge key with a text", "a: { <<: text }", "/a/x", "1:4 {"],
  ])("%s ends the search", (_name, text, pointer, want) => {
    expect(found("yaml", text, pointer)).toMatch(want);
  });

  test("a quoted << is an ordinary key", () => {
    expect(found("yaml", "'<<': { a: 1 }", "/<</a")).toBe("1:12 1");
    expect(found("yaml", "'<<': { a: 1 }", "/a")).toMatch("1:1 ");
  });
});

describe("a pointer that leads nowhere means its nearest ancestor", () => {
  const array = '3:33 [10, { "z": true }]';
  test.each([
    ["json", "/openapi/x", '2:14 "3.1.0"'],
    ["json", "/empty/missing/deeper", "5:12 {}"],
    ["json", "/paths/~1a~1{b}/x~0y/7", array],
    ["json", "/paths/~1a~1{b}/x~0y/00", array],
    ["json", "/paths/~1a~1{b}/x~0y/-", array],
    ["json", "/toString", "1:1 {"],
    ["json", "no pointer", "1:1 {"],
    ["yaml", "/openapi/x", "1:10 3.1.0"],
    ["yaml", "/paths/~1a~1{b}/x~0y/01", "4:10 [10, { z: true }]"],
    ["yaml", "/constructor", "1:1 o"],
  ] as const)("in %s, %j is at %s", (format, pointer, want) => {
    const text = format === "json" ? json : yaml;
    expect(found(format, text, pointer)).toBe(want);
  });

  test("when the key is asked for, the key of that ancestor is meant", () => {
    expect(found("yaml", yaml, "/openapi/x", "key")).toBe("1:1 openapi");
    expect(found("json", json, "/missing", "key")).toBe("1:1 {");
  });
});

describe("the column", () => {
  test.each([
    ["json", '{\r\n  "a": 1\r\n}', "/a", "2:8 1"],
    ["yaml", "a:\r\n  b: 1\r\n", "/a/b", "2:6 1"],
    ["json", '{\t"a":\t1}', "/a", "1:8 1"],
    ["yaml", "a:\t1", "/a", "1:4 1"],
    ["json", '{"😀": 1}', "/😀", "1:8 1"],
    ["yaml", "😀: 1", "/😀", "1:5 1"],
    ["json", '\ufeff{"a": 1}', "/a", "1:7 1"],
    ["yaml", "\ufeffa: 1", "/a", "1:4 1"],
  ] as const)(
    "in %s text %j counts UTF-16 code units of the line",
    (format, text, pointer, want) => {
      expect(found(format, text, pointer)).toBe(want);
    },
  );
});

test("every value of any JSON text is found, read as JSON and as YAML", () => {
  const pointers = (value: Json, pointer = ""): [string, Json][] => [
    [pointer, value],
    ...(isJsonObject(value) || isJsonArray(value)
      ? Object.entries(value).flatMap(([name, child]) =>
          pointers(child, joinPointer(pointer, name)),
        )
      : []),
  ];
  fc.assert(
    fc.property(
      fc.jsonValue({ stringUnit: "binary" }),
      fc.constantFrom("json" as const, "yaml" as const),
      (given, format) => {
        const text = JSON.stringify(given);
        // What was stringified and parsed is JSON.
        const value = JSON.parse(text) as Json;
        for (const [pointer, child] of pointers(value)) {
          const { position } = located(format, text, {
            place: { uri, pointer },
          });
          expect(position?.line).toBe(1);
          const rest = text.slice((position?.column ?? 0) - 1);
          expect(rest.startsWith(JSON.stringify(child))).toBe(true);
        }
      },
    ),
  );
});

describe("a diagnostic", () => {
  test("with a text position needs no parsing, so it is found in a broken text", () => {
    const offset = { uri, offset: 4 };
    expect(located("yaml", "a:\n\t- 1", { offset }).position).toEqual({
      line: 2,
      column: 2,
    });
  });

  test("with both is at the text position", () => {
    const where = { offset: { uri, offset: 5 }, place: { uri, pointer: "/a" } };
    expect(located("yaml", "a: 1\na: 2", where).position?.line).toBe(2);
  });

  test("keeps what it says, and gets the name of the file", () => {
    const place = { uri, pointer: "/a" };
    expect(located("yaml", "a: 1", { place })).toEqual({
      severity: "error",
      code: "not-openapi",
      message: "m",
      place,
      file: "openapi.yaml",
      position: { line: 1, column: 4 },
      length: 1,
      frame: "> 1 | a: 1\n    |    ^",
    });
  });

  test("without a place stays as it is", () => {
    const diagnostic = { severity: "error", code: "not-openapi", message: "m" } as const;
    expect(locate(diagnostic, new Map())).toEqual(diagnostic);
  });

  test("of a file that was not read has its URI alone", () => {
    const place = { uri: "file:///other.yaml", pointer: "/a" };
    const { file, position } = located("yaml", "a: 1", { place });
    expect([file, position]).toEqual(["file:///other.yaml", undefined]);
  });

  test("of a text without any value has the name of the file alone", () => {
    const place = { uri, pointer: "/a" };
    const { file, position, frame } = located("json", "", { place });
    expect([file, position, frame]).toEqual(["openapi.json", undefined, undefined]);
  });

  test("of a text that is nested too deeply has the name of the file alone", () => {
    const place = { uri, pointer: "/0" };
    const text = "[".repeat(100_000);
    expect(located("yaml", text, { place }).position).toBeUndefined();
  });
});
