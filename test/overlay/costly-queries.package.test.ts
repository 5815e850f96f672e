import { describe, expect, test } from "vitest";
import { CountedEnvironment } from "../../generator/load/overlay/counted-environment.js";
import { compileIRegexp, matches } from "../../generator/load/overlay/i-regexp.js";
import { TooCostlyError } from "../../generator/load/overlay/limits.js";
import { apply, overlayOf } from "./applied.js";

const letters = "x".repeat(40);
const document = JSON.stringify({
  items: Array.from({ length: 300 }, (_, id) => ({ id, name: letters })),
  one: { list: Array.from({ length: 20_000 }, (_, id) => id) },
  two: { list: Array.from({ length: 20_000 }, (_, id) => id) },
});

/** The result of an action with a target. */
function codesFor(target: string): readonly string[] {
  const { diagnostics } = apply(
    document,
    overlayOf(`- { target: ${JSON.stringify(target)}, remove: true }`),
  );
  return diagnostics.map(({ code, place }) => `${code} ${place?.pointer ?? ""}`);
}

describe("a query", () => {
  test.each([
    "$..[?$..[?$..[?$..x]]]",
    "$..[?count($..*..*) == 0]",
    "$.items[?$.one.list == $.two.list && @.none]",
    "$.items[?search(@.name, '((x{50}){50}){50}')]",
  ])("%s is too costly", (target) => {
    expect(codesFor(target)).toEqual(["overlay-too-costly /actions/0/target"]);
  });

  test.each([
    "$.items[?match(@.name, '(x+)+y')]",
    "$.items[?match(@.name, '(x|x)*y')]",
    "$.items[?search(@.name, '(x+x+)+y')]",
    "$.items[?search(@.name, '(x?){40}x{40}y')]",
    "$.items[?match(@.name, @.name)].none",
  ])("%s ends, and selects nothing", (target) => {
    expect(codesFor(target)).toEqual(["unmatched-overlay-action /actions/0/target"]);
  });

  test("selects as before what it can", () => {
    expect(codesFor("$.items[?match(@.name, '(x+)+') && @.id < 7]")).toEqual([]);
  });
});

describe("the steps of queries", () => {
  /** How many of the queries, each of 11 steps, end before the limit. */
  function endedOf(queries: number, limits: { query: number; document: number }): number {
    const environment = new CountedEnvironment(limits);
    const query = environment.compile("$[*]");
    environment.startDocument();
    let ended = 0;
    try {
      for (; ended < queries; ended += 1) {
        environment.startQuery();
        query.query(Array.from({ length: 10 }, () => 1));
      }
    } catch (error) {
      expect(error).toBeInstanceOf(TooCostlyError);
    }
    return ended;
  }

  test.each([
    [{ query: 10, document: 1000 }, 0],
    [{ query: 11, document: 1000 }, 20],
    [{ query: 11, document: 10 }, 0],
    [{ query: 1000, document: 110 }, 10],
    [{ query: 11, document: 120 }, 10],
  ])("have a limit each, and one in all: %o", (limits, ended) => {
    expect(endedOf(20, limits)).toBe(ended);
  });

  test("are counted separately for each document", () => {
    const environment = new CountedEnvironment({ query: 11, document: 11 });
    const query = environment.compile("$[*]");
    for (let document = 0; document < 3; document += 1) {
      environment.startDocument();
      environment.startQuery();
      expect(query.query([1, 2, 3]).length).toBe(3);
    }
  });
});

const patterns = [
  "a",
  "",
  "a|b",
  "ab|cd",
  "a*",
  "a+b?",
  "(ab)*",
  "(a|b)+c",
  "a{2}",
  "a{1,2}",
  "a{2,}",
  "a{0}",
  "[ab]",
  "[^a]",
  "[a-c]+",
  "[-a]",
  "[a-]",
  "\\p{Lu}",
  "\\P{L}",
  ".",
  "..",
  "a.c",
  "\\.",
  "\\n",
  "^a",
  "a$",
  "^a$",
  "(a*)*b",
  "(|a)b",
  "[\\]a]",
  "ä+",
  "😀.",
  "(a)(b)",
];
const texts = [
  "",
  "a",
  "b",
  "ab",
  "abab",
  "aab",
  "abc",
  "cd",
  "aaa",
  "A",
  "-",
  "]",
  ".",
  "\n",
  "a\nc",
  "ää",
  "😀x",
  "xaby",
];

test.each(patterns)("the regular expression %j matches what that of JavaScript does", (pattern) => {
  const expression = compileIRegexp(pattern);
  if (expression === undefined) throw new Error("not compiled");
  const source = pattern.replaceAll(/\\.|\./g, (part) => (part === "." ? "[^\\n\\r]" : part));
  for (const text of texts) {
    const spend = (): void => undefined;
    const isWhole = new RegExp(`^(?:${source})$`, "u").test(text);
    const isPart = new RegExp(source, "u").test(text);
    expect([
      text,
      matches(expression, text, true, spend),
      matches(expression, text, false, spend),
    ]).toEqual([text, isWhole, isPart]);
  }
});

test.each([
  "a**",
  "(",
  ")",
  "[",
  "[]",
  "a{2,1}",
  "a{",
  "\\d",
  "\\w",
  "(?=a)",
  "(?:a)",
  "\\1",
  "\\p{Nope}",
  "*",
])("%j is no regular expression of RFC 9485", (pattern) => {
  expect(compileIRegexp(pattern)).toBeUndefined();
});
