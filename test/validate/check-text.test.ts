import { beforeAll, describe, expect, it } from "vitest";
import { checkDocument, checkLine } from "../../generator/validate/check-text.js";
import type { FileIssue } from "../../generator/validate/report.js";
import type { Guard } from "../../generator/validate/guard.js";
import { documentOf } from "../generate/package.js";
import { guardOf } from "./read-document.js";

const file = { name: "data.json" };
let guard: Guard;

beforeAll(async () => {
  const properties = {
    name: { type: "string" },
    tags: { type: "array", items: { type: "string" } },
    "a/b~c": { type: "object", required: ["x"] },
  };
  const text = documentOf({ Pet: { type: "object", required: ["name"], properties } });
  guard = await guardOf(text, "Pet");
});

/** `line:column pointer keyword` of each. */
function shown(issues: readonly FileIssue[]): readonly string[] {
  return issues.map(
    ({ line, column, pointer, keyword }) => `${line}:${column} ${pointer} ${keyword}`,
  );
}

const deep = `${"[".repeat(501)}${"]".repeat(501)}`;

describe("a text that is one value", () => {
  it.each<[text: string, want: readonly string[]]>([
    ['{"name":"Rex"}', []],
    ['\u{feff}{"name":"Rex"}\r\n', []],
    ["[]", ["1:1  type"]],
    ['\n  {"name": 1}', ["2:12 /name type"]],
    ['\u{feff}{"name": 1}', ["1:10 /name type"]],
    ['{\r\n  "name": 1\r\n}', ["2:11 /name type"]],
    ['{"name":"a",\n"tags":["b",\n  1]}', ["3:3 /tags/1 type"]],
    // What is missing has no place: the object around it has.
    ["\n {}", ["2:2 /name required"]],
    ['{"name":"a",\n"a/b~c":\n  {}}', ["3:3 /a~1b~0c/x required"]],
    // The text is wrong.
    ['{"name":\n}', ["2:1  json-syntax"]],
    ['{"name":"a"}\n{"name":"b"}', ["2:1  json-syntax"]],
    ['{"name":"a",\n "name":"b"}', ["2:2 /name duplicate-key"]],
    ['{"name":"a",\n "tags":1e999}', ["2:9  number-too-large"]],
    ["{'name':1}", ["1:2  json-syntax"]],
    ['\u{feff}\u{feff}{"name":"a"}', ["1:1  json-syntax"]],
    [deep, ["1:501  nested-too-deeply"]],
  ])("as %j has the issues %j", (text, want) => {
    expect(shown(checkDocument(Buffer.from(text), file, guard))).toEqual(want);
  });

  it.each([
    ["of another encoding", Buffer.from([0x7b, 0xff, 0x7d])],
    ["of UTF-16", Buffer.from('\u{feff}{"name":"Rex"}', "utf16le")],
  ])("is wrong where it is %s", (_what, bytes) => {
    expect(shown(checkDocument(bytes, file, guard))).toEqual(["1:1  not-utf8"]);
  });

  it("has all members of an issue of the guard", () => {
    const [issue] = guard({ name: 1 });
    const [found] = checkDocument(Buffer.from('{"name":1}'), file, guard);
    expect(found).toEqual({ ...issue, pointer: "/name", line: 1, column: 9 });
  });
});

describe("a line of JSON Lines", () => {
  it.each<[text: string, want: readonly string[]]>([
    ['{"name":"Rex"}\r', []],
    ['\u{feff}{"name":"Rex"}', []],
    ['  {"name":1}\r', ["7:11 /name type"]],
    ['{"name":\r1}', ["8:1 /name type"]],
    ['{"name":\r\r"a",\rx}', ["10:1  json-syntax"]],
    [" {}", ["7:2 /name required"]],
    ['{"name":', ["7:9  json-syntax"]],
    ['{"name":"a","name":"b"}', ["7:13 /name duplicate-key"]],
  ])("as %j has the issues %j", (text, want) => {
    expect(shown(checkLine(Buffer.from(text), 7, file, guard))).toEqual(want);
  });
});
