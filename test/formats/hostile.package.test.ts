import { expect, test } from "vitest";
import { guardsInMemory } from "../support/guards-in-memory.js";
import { knownFormats } from "../../generator/schema/keywords/formats.js";

/** For formats of strings that may be long, how a valid one begins, and what may be repeated in it. */
const long: Readonly<Record<string, readonly [start: string, piece: string][]>> = {
  base64url: [["", "AA"]],
  byte: [["", "AAAA"]],
  "date-time": [["2026-02-28T12:00:00.", "1"]],
  "date-time-local": [["2026-02-28T12:00:00.", "1"]],
  decimal: [
    ["", "1"],
    ["1.", "1"],
  ],
  decimal128: [
    ["0", "0"],
    ["0.", "0"],
    ["1e", "1"],
  ],
  duration: [
    ["P", "1"],
    ["P1Y", "1"],
  ],
  email: [
    ["", "a."],
    ['"', "\\a"],
    ["a@", "a."],
    ["a@[", "1"],
  ],
  hostname: [
    ["", "a."],
    ["xn--", "a-"],
  ],
  "idn-email": [
    ["é@", "é."],
    ['"', "\\a"],
  ],
  "idn-hostname": [
    ["", "é。"],
    ["é", "·"],
    ["ب", "\u200c"],
    ["xn--", "9"],
  ],
  int64: [["", "1"]],
  iri: [
    ["a:?", "\ue000"],
    ["a://", "é@"],
    ["a:", "\u{10300}"],
  ],
  "iri-reference": [["", "é/"]],
  "json-pointer": [
    ["", "/~0"],
    ["/", "~1"],
  ],
  language: [
    ["de", "-abcde"],
    ["x", "-a"],
    ["de", "-a-bb"],
  ],
  "media-range": [
    ["a/b", ";c=d"],
    ['a/b;c="', "\\a"],
    ["a/b;", " "],
    ["a/b", ' ; c="d"'],
  ],
  regex: [
    ["", "a|"],
    ["", "(?:a)*"],
    ["", "\\("],
  ],
  "relative-json-pointer": [
    ["", "1"],
    ["0", "/~0"],
  ],
  "sf-binary": [[":", "a"]],
  "sf-string": [['"', '\\"']],
  "sf-token": [["", "a/"]],
  time: [["12:00:00.", "1"]],
  "time-local": [["12:00:00.", "1"]],
  uint64: [["", "1"]],
  unixtime: [["", "1"]],
  uri: [
    ["a:", "%41"],
    ["a://", "@"],
    ["a://[", ":"],
    ["a://a:", "1"],
  ],
  "uri-reference": [
    ["", "a/"],
    ["?", "%41"],
  ],
  "uri-template": [
    ["", "{a}"],
    ["{a", ".a"],
    ["{a", ",a"],
    ["", "%41"],
  ],
};

/** What may be repeated in no format. */
const pieces = ["é", "\ud800", "<", "\n", "\\", " \t", "(", "[", "{", "::", "a-", "0", "a@", "%"];

const names = [...knownFormats].filter(([, { types }]) => types.includes("string"));

const { guards } = await guardsInMemory({
  spec: {
    text: JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Formats", version: "1" },
      components: {
        schemas: Object.fromEntries(names.map(([format], index) => [`Model${index}`, { format }])),
      },
    }),
  },
  config: { formats: "assert" },
});

// What takes a number of steps that grows faster than the text takes hours for these.
test.each(names.map(([format], index) => [format, `Model${index}`] as const))(
  "%s decides long texts, whatever is repeated in them",
  (format, model) => {
    const { is } = guards(model);
    const starts = long[format] ?? [];
    const texts = [
      ...starts.map(([start, piece]) => repeated(start, piece, 8_000_000)),
      ...["", ...starts.map(([start]) => start)].flatMap((start) =>
        pieces.map((piece) => repeated(start, piece, 200_000)),
      ),
    ];
    const verdicts = texts.map((text) => typeof is(text));
    expect(new Set(verdicts)).toEqual(new Set(["boolean"]));
  },
);

/** A text that would be valid, where it may be repeated, but for its end. */
function repeated(start: string, piece: string, length: number): string {
  return `${start}${piece.repeat(Math.ceil(length / piece.length))}\u0001`;
}
