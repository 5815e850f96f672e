import type { SourceText } from "../../generator/core/source-text.js";
import type { Json } from "../../generator/core/json.js";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { nodeFinder } from "../../generator/text/find-node.js";
import type { FoundNode } from "../../generator/text/text-tree.js";
import { YamlBlocks } from "../../generator/text/yaml-blocks.js";
import { yamlTextTree } from "../../generator/text/yaml-text-tree.js";
import { InputError } from "../../generator/core/failure.js";
import { parseSource } from "../../generator/text/parse.js";
import { spoiltYamlText } from "../support/random-yaml.js";
import { isExhaustive, randomRuns } from "../support/random-runs.js";

// Documents as they are published, which are not part of the repository; `npm run test:corpus` reads them.
const corpus = resolve(
  import.meta.dirname,
  "../..",
  process.env.GUARDSMITH_CORPUS ?? "../shared/specs",
);
const numRuns = randomRuns(2000);

type Way = readonly string[];

function sourceOf(text: string): SourceText {
  return { uri: "file:///a.yaml", name: "a.yaml", text, format: "yaml" };
}

/** The ways to a value and to all values inside it. */
function waysIn(value: Json, way: Way = []): Way[] {
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [way, ...members.flatMap(([name, at]) => waysIn(at, [...way, name]))];
}

/** What a text is read as: its value, and the text in which places are looked up. */
function read(text: string): { readonly value: Json; readonly mended?: string } | undefined {
  try {
    return parseSource(sourceOf(text), new DiagnosticLog());
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return undefined;
  }
}

/** Where a node and its name begin, and how far they go on the same line. */
function shown(text: string, node: FoundNode | undefined): readonly (number | string)[] {
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
  let find = nodeFinder(sourceOf(text));
  for (const way of ways) {
    // Once the whole text had to be parsed, nothing is found by lines any more.
    if (isShort) find = nodeFinder(sourceOf(text));
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
      const source = read(text);
      if (source === undefined) return;
      compare(
        source.mended ?? text,
        waysIn(source.value).flatMap((way) => [way, [...way, "nowhere"]]),
      );
    }),
    { numRuns },
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
      - name: 'b' # Comment
      -
        # Comment
        name: c
        in: "x y"
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

/** The lines that are found for a way, and the value that they show: where it begins, and its first line. */
function found(text: string, way: Way): readonly (string | undefined)[] {
  const blocks = new YamlBlocks(text);
  const block = blocks.find(way)?.block;
  const value = block && blocks.valueOf(block);
  return [block, value].map((span) => span && text.slice(span.start, span.end).split("\n")[0]);
}

describe("lines tell where a value stands", () => {
  test.each<[way: Way, line: string | undefined, value: string | undefined]>([
    [["info"], "info: {title: x}", undefined],
    [["info", "title"], "info: {title: x}", undefined],
    [["components"], "components: *p", undefined],
    [["nowhere"], "---", "info: {title: x}"],
    [[], "---", "info: {title: x}"],
  ])("%j", (way, ...lines) => {
    expect(found(usual, way)).toEqual(lines);
  });

  const get = ["paths", "/a/{b}?c=d:e", "get"];
  test.each<[way: Way, line: string, value: string | undefined]>([
    [get, "get:", "description: |"],
    [[...get, "description"], "description: |", undefined],
    [[...get, "parameters"], "parameters:", "- name: a"],
    [[...get, "parameters", "0"], "- name: a", "name: a"],
    [[...get, "parameters", "0", "name"], "name: a", "a"],
    [[...get, "parameters", "1"], "- name: 'b' # Comment", undefined],
    [[...get, "parameters", "2"], "-", "name: c"],
    [[...get, "parameters", "2", "in"], 'in: "x y"', '"x y"'],
    [["paths", "/a/{b}?c=d:e", "put", "x"], "put: &p", undefined],
    [["paths", "quoted"], "'quoted': # Comment", '"double":'],
    [["paths", "quoted", "double", "x"], "x: 2", "2"],
    [["paths", "last"], "last: one", undefined],
  ])("%j", (way, ...lines) => {
    const text = usual.replace(/ {2}<<.*\n/, "");
    expect(found(text, way)).toEqual(lines);
    compare(text, [way]);
  });

  test("but where a key is of no usual form, its mapping is taken as a whole", () => {
    expect(found(usual, ["paths", "last"])).toEqual(["paths:", undefined]);
  });

  test.each<[way: Way, value: string]>([
    [["a", "nowhere"], "{x: 1}"],
    [["a", "x", "nowhere"], "1}"],
    [["b", "nowhere"], "y: 2"],
    [["b", "y", "nowhere"], "2"],
    [["nowhere"], "a: {x: 1}"],
    [[], "a: {x: 1}"],
  ])(
    "for a missing value, so do the lines of the value that would contain it: %j",
    (way, value) => {
      const unreadable = "[".repeat(10_000);
      const text = `a: {x: 1}\nb:\n  y: 2\nc: ${unreadable}\n`;
      expect(yamlTextTree(text)).toBeUndefined();
      const node = nodeFinder(sourceOf(text))(way);
      expect(node && text.slice(node.value.start).split("\n")[0]).toBe(value);
    },
  );

  test("but where a carriage return stands alone, no line that the parser sees ends there", () => {
    const text = "info: |\n  x\rpaths: x\npaths:\n  /a: z\n";
    expect(read(text)?.value).toEqual({ info: "x\rpaths: x\n", paths: { "/a": "z" } });
    compare(text, [["paths"], ["paths", "/a"]]);
  });
});

test.skipIf(!isExhaustive || !existsSync(corpus))(
  "in published files, values are found where their trees have them",
  () => {
    const files = readdirSync(corpus, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.ya?ml$/.test(file))
      .filter((file, index) => file === "openai.yaml" || index % 20 === 0);
    for (const file of files) {
      const text = readFileSync(resolve(corpus, file), "utf8");
      const source = read(text);
      expect(source).toBeDefined();
      const ways = waysIn(source?.value ?? null).flatMap((way) => [way, [...way, "nowhere"]]);
      const step = Math.ceil(ways.length / 400);
      compare(
        source?.mended ?? text,
        ways.filter(({ length }, index) => length > 3 && index % step === 0),
      );
    }
  },
);
