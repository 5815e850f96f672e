import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { InputError } from "../../generator/core/failure.js";
import { parseAnyYaml, parseYaml } from "../../generator/text/parse-yaml.js";
import { readUsualYaml } from "../../generator/text/usual-yaml.js";
import { indentedYamlText, spoiltYamlText } from "../support/random-yaml.js";
import { sourceOf } from "./parse-outcome.js";
import { isExhaustive, randomRuns } from "../support/random-runs.js";

// Documents as they are published, which are not part of the repository; `npm run test:corpus` reads them.
const corpus = resolve(
  import.meta.dirname,
  "../..",
  process.env.GUARDSMITH_CORPUS ?? "../shared/specs",
);
const numRuns = randomRuns(2000);

/** The value of a text and the warnings, or its errors; members in their order. */
function outcomeOf(parse: typeof parseYaml, text: string): string {
  const log = new DiagnosticLog();
  try {
    return JSON.stringify([parse(sourceOf("yaml", text), log), log.all]);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return JSON.stringify([error.diagnostics, log.all]);
  }
}

describe("a usual text is read without its node tree", () => {
  test.each([
    [
      "a: 1\nb: [x, 'y', \"z\"]\nc:\n  - d: null\n    e: ~\n  -\n    f: true\ng:\n- .5\n- 1e3\n- -017\n",
    ],
    ["---\n# Comment\na: |\n  x\n   y\n\n  z\nb: >-\n  x\n  y\n\n  # z\nc: x # Comment\n"],
    ["a: |+\n  x\n\nb: one\n  two\n\n  three\nc: 'one\n\n  two'\n"],
    ["200: a\n'1.0': b\n$ref: '#/a~1b'\n/a/{b}?c=d:\n  get: {}\n"],
    ['{"a": [1, {"b": false}], "__proto__": {"c": 1}}\n'],
    ["x: 1.0\ny: True\nNo: yes\n"],
  ])("%j", (text) => {
    expect(readUsualYaml(text)).toBeDefined();
    expect(outcomeOf(parseYaml, text)).toBe(outcomeOf(parseAnyYaml, text));
  });
});

describe("what is not usual is left to the node tree", () => {
  test.each([
    // Anchors, aliases, tags, merge keys
    ["a: &b 1\nc: *b\n"],
    ["&a b: 1\n"],
    ["a: !!str 1\n"],
    ["a: ! 1\n"],
    ["a: !<tag:yaml.org,2002:int> 1\n"],
    ["a: &b {x: 1}\nc:\n  <<: *b\n"],
    ["<<: {a: 1}\n"],
    // Several documents, directives
    ["a: 1\n---\nb: 2\n"],
    ["a: 1\n...\n"],
    ["%YAML 1.1\n---\na: yes\n"],
    // Keys that are another text than what they would be as values
    ["1.0: a\n"],
    ["{1.0}\n"],
    ["0x10: a\n"],
    ["True: a\n"],
    ["~: a\n"],
    ["{~}\n"],
    ["{: a}\n"],
    ["[null, {: a}]\n"],
    [": a\n"],
    ["{{}}\n"],
    ["{a, [b]}\n"],
    ["{a: b}: c\n"],
    ["[a]: b\n"],
    ["? a\n: b\n"],
    ["?"],
    // Numbers
    ["a: -0\n"],
    ["a: 0o17\n"],
    ["a: 0x1F\n"],
    ["a: .inf\n"],
    ["a: .NaN\n"],
    ["a: 1e400\n"],
    // Characters
    ["a:\tb\n"],
    ["a: b\r\nc: d\r\n"],
    ["\ufeffa: b\n"],
    ["a: \u2028\n"],
    ["a: \u0085\n"],
    ["a: \u0000\n"],
    // What is wrong
    ["a: 1\na: 2\n"],
    ["a: 'x\ny'\n"],
    ['- {\n"a": 1\n}\n'],
    ["{}#\n"],
    ["'a'#\n"],
    ["{#\n}\n"],
    ["{ a: 1\n# c\n}\n"],
    ["|1-\na\n"],
    ["a: |1-\n b\n"],
    [" |+\n#.5\n"],
    ["|\n   \n#1.5\n"],
    ["|+\n\n "],
    ["a: |\n    \n\n  # c\nb: 1\n"],
    ["a:\n  b: >-\n\n      \n\n\n   # c\nd: 1\n"],
    ["a:\n  - |- # c\n      \n   \n\n   # c\n"],
    [""],
    ["---\n"],
    ["a:\n    -\n- b\n"],
    ["- - -\n  - a\n"],
    ["- - |-\n  -\n   \n- a\n"],
    ["- - a\n  - # c\n   # c\n    \n- b\n"],
    ["a: b: c\n"],
    ["[a\n"],
    [`${"[".repeat(600)}${"]".repeat(600)}`],
    [`${"- ".repeat(600)}a\n`],
  ])("%j", (text) => {
    expect(readUsualYaml(text)).toBeUndefined();
    expect(outcomeOf(parseYaml, text)).toBe(outcomeOf(parseAnyYaml, text));
  });
});

test.each([
  ["every YAML text", spoiltYamlText, numRuns],
  ["every text of a few lines", indentedYamlText, numRuns * 5],
])("%s has the value or the errors that its node tree has", (_name, texts, runs) => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(outcomeOf(parseYaml, text)).toBe(outcomeOf(parseAnyYaml, text));
    }),
    { numRuns: runs },
  );
});

test("most random texts are usual", () => {
  const texts = fc.sample(spoiltYamlText, 500);
  const usual = texts.filter((text) => readUsualYaml(text) !== undefined);
  expect(usual.length).toBeGreaterThan(texts.length / 10);
});

test.skipIf(!isExhaustive || !existsSync(corpus))(
  "published files have the values that their node trees have",
  () => {
    const texts = readdirSync(corpus, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.ya?ml$/.test(file))
      .map((file) => readFileSync(resolve(corpus, file), "utf8"));
    const usual = texts.filter((text) => readUsualYaml(text) !== undefined);
    expect(usual.length).toBeGreaterThan(texts.length * 0.9);
    for (const text of usual) {
      expect(outcomeOf(parseYaml, text) === outcomeOf(parseAnyYaml, text)).toBe(true);
    }
  },
);
