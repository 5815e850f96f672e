import type { SourceText } from "../../generator/core/source-text.js";
import type { Json } from "../../generator/core/json.js";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { nodeFinder } from "../../generator/text/find-node.js";
import { textLines } from "../../generator/text/text-lines.js";
import type { TextNode } from "../../generator/text/text-tree.js";
import { YamlBlocks } from "../../generator/text/yaml-blocks.js";
import { yamlTextTree } from "../../generator/text/yaml-text-tree.js";
import { InputError } from "../../generator/core/failure.js";
import { parseSource } from "../../generator/text/parse.js";
import { spoiltYamlText } from "../support/random-yaml.js";

type Way = readonly string[];

function sourceOf(text: string): SourceText {
  return { uri: "file:///a.yaml", name: "a.yaml", text, format: "yaml" };
}

/** The ways to a value and to all values inside it. */
function waysIn(value: Json, way: Way = []): Way[] {
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [way, ...members.flatMap(([name, at]) => waysIn(at, [...way, name]))];
}

function valueOf(text: string): Json | undefined {
  try {
    return parseSource(sourceOf(text), new DiagnosticLog()).value;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return undefined;
  }
}

/** Where a node and its name begin, and how far they go on the same line. */
function shown(text: string, node: TextNode | undefined): readonly (number | string)[] {
  return [node?.value, node?.key].flatMap((span) => {
    if (span === undefined) return [-1];
    const marked = text.slice(span.start, span.end).trimEnd();
    return [span.start, /[\r\n]/.test(marked) ? "" : marked];
  });
}

/** Compares what is found for some ways with what the tree of the whole text has there. */
function compare(text: string, ways: readonly Way[]): void {
  const root = yamlTextTree(text);
  const isShort = text.length < 10_000;
  let find = nodeFinder(sourceOf(text), textLines(text));
  for (const way of ways) {
    // Once the whole text had to be parsed, nothing is found by lines any more.
    if (isShort) find = nodeFinder(sourceOf(text), textLines(text));
    let node = root;
    for (const token of way) {
      const child = node?.child(token);
      if (child === undefined) break;
      node = child;
    }
    const got = shown(text, find(way));
    if (got.join() !== shown(text, node).join()) {
      expect({ text, way, found: got }).toEqual({ text, way, found: shown(text, node) });
    }
  }
}

test("in random texts, every value is found where the tree of the text has it", () => {
  fc.assert(
    fc.property(spoiltYamlText, (text) => {
      const value = valueOf(text);
      if (value === undefined) return;
      compare(
        text,
        waysIn(value).flatMap((way) => [way, [...way, "nowhere"]]),
      );
    }),
    { numRuns: 2000 },
  );
});

const usual = `---
# Comment
info: {title: x}

paths:
  /a/{b}?c=d:e:
    # Comment
    get:
      description: |
        # x
        get: y
      parameters:
      - name: a
      - name: b
    put: &p
      x: 1
  'quoted': # Comment
    "double":
      x: 2
  <<: {m: 3}
  last: one
    two
components: *p
`;

describe("lines tell where a value stands", () => {
  test.each<[Way, string | undefined]>([
    [["info"], "info: {title: x}\n\n"],
    [["info", "title"], "info: {title: x}\n\n"],
    [["components"], "components: *p\n"],
    [["nowhere"], undefined],
    [[], undefined],
  ])("%j", (way, lines) => {
    const block = new YamlBlocks(textLines(usual)).find(way);
    expect(block && usual.slice(block.start, block.end)).toBe(lines);
  });

  test.each<[Way, string]>([
    [
      ["paths", "/a/{b}?c=d:e", "get", "parameters", "0", "name"],
      "      parameters:\n      - name: a\n      - name: b\n",
    ],
    [["paths", "/a/{b}?c=d:e", "put", "x"], "    put: &p\n      x: 1\n"],
    [["paths", "quoted", "double", "x"], "      x: 2\n"],
    [["paths", "last"], "  last: one\n    two\n"],
  ])("%j", (way, lines) => {
    const text = usual.replace(/ {2}<<.*\n/, "");
    const block = new YamlBlocks(textLines(text)).find(way);
    expect(block && text.slice(block.start, block.end)).toBe(lines);
    compare(text, [way]);
  });

  test("but where a key is of no usual form, its mapping is taken as a whole", () => {
    const block = new YamlBlocks(textLines(usual)).find(["paths", "last"]);
    expect(block && usual.slice(block.start).startsWith("paths:")).toBe(true);
  });

  test("but where a carriage return stands alone, no line that the parser sees ends there", () => {
    const text = "info: |\n  x\rpaths: x\npaths:\n  /a: z\n";
    expect(valueOf(text)).toEqual({ info: "x\rpaths: x\n", paths: { "/a": "z" } });
    compare(text, [["paths"], ["paths", "/a"]]);
  });
});

// Documents as they are published, which are not part of the repository.
const corpus = resolve(
  import.meta.dirname,
  "../..",
  process.env.GUARDSMITH_CORPUS ?? "../shared/specs",
);
const isThere = existsSync(corpus);
if (!isThere) {
  console.warn(
    `Places in published YAML files are not compared: there is no folder ${corpus} (GUARDSMITH_CORPUS)`,
  );
}

test.skipIf(!isThere)("in published files, values are found where their trees have them", () => {
  const files = readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ya?ml$/.test(file))
    .filter((file, index) => file === "openai.yaml" || index % 20 === 0);
  for (const file of files) {
    const text = readFileSync(resolve(corpus, file), "utf8");
    const value = valueOf(text);
    expect(value).toBeDefined();
    const ways = waysIn(value ?? null);
    const step = Math.ceil(ways.length / 400);
    compare(
      text,
      ways.filter(({ length }, index) => length > 3 && index % step === 0),
    );
  }
});
