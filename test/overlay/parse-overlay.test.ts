import { expect, test } from "vitest";
import { locate } from "../../generator/text/locate.js";
import { parseOverlay } from "../../generator/load/overlay/parse-overlay.js";
import { inputErrorOf } from "../diagnostics/input-error-of.js";
import { fileOf, overlayOf, shown } from "./applied.js";

/** What is wrong with a text of YAML as an overlay. */
async function problemsOf(text: string): Promise<readonly string[]> {
  const error = await inputErrorOf(() => parseOverlay(fileOf("o.yaml", text)));
  return error.diagnostics.map((found) => shown(locate(found, error.sources)));
}

const info = "info: { title: T, version: 1.0.0 }";

test("an overlay is read with its version, what it extends, and its actions", () => {
  const text = `overlay: 1.1.3
info: { title: T, version: "1", description: D, x-a: 1 }
extends: openapi.yaml
x-b: 2
actions:
  - { target: $.a, description: D, update: null, x-c: 3 }
  - { target: $.b, copy: $.a }
  - { target: $.c, remove: true }
  - { target: $.d, remove: false }
  - { target: $.e, remove: true, update: 1, copy: $.a }
`;
  const { version, extends: target, actions } = parseOverlay(fileOf("o.yaml", text));
  expect({ version, target }).toEqual({ version: "1.1", target: "openapi.yaml" });
  expect(actions).toMatchObject([
    { kind: "update", pointer: "/actions/0", target: { text: "$.a" }, update: null },
    { kind: "copy", pointer: "/actions/1", target: { text: "$.b" }, copy: { text: "$.a" } },
    { kind: "remove", pointer: "/actions/2", target: { text: "$.c" } },
    { kind: "remove", pointer: "/actions/4", target: { text: "$.e" } },
  ]);
});

test("an overlay can be JSON", () => {
  const text =
    '{"overlay": "1.0.0", "info": {"title": "T", "version": "1"}, "actions": [{"target": "$", "remove": true}]}';
  expect(parseOverlay(fileOf("o.json", text))).toMatchObject({ version: "1.0", actions: [{}] });
});

test.each<readonly [text: string, ...want: readonly string[]]>([
  ["[]", "1:1: error: the file is not an overlay: it has no field `overlay` (not-an-overlay)"],
  ["null", "1:1: error: the file is not an overlay: it has no field `overlay` (not-an-overlay)"],
  [
    "openapi: 3.1.0",
    "1:1: error: the file is not an overlay: it has no field `overlay` (not-an-overlay)",
  ],
  [
    "overlay: 1.0.0\nopenapi: 3.1.0",
    "1:1: error: the file is not an overlay: it has no field `overlay` (not-an-overlay)",
  ],
  [
    "overlay: 1.0",
    "1:10: error: the version of the overlay is 1; Guardsmith reads 1.0 and 1.1 (unsupported-overlay-version)",
  ],
  [
    "overlay: '1.0'",
    '1:10: error: the version of the overlay is "1.0"; Guardsmith reads 1.0 and 1.1 (unsupported-overlay-version)',
  ],
  [
    "overlay: 1.2.0",
    '1:10: error: the version of the overlay is "1.2.0"; Guardsmith reads 1.0 and 1.1 (unsupported-overlay-version)',
  ],
  [
    "overlay: 11.1.0",
    '1:10: error: the version of the overlay is "11.1.0"; Guardsmith reads 1.0 and 1.1 (unsupported-overlay-version)',
  ],
  [
    "overlay: { a: 1 }",
    '1:10: error: the version of the overlay is {"a":1}; Guardsmith reads 1.0 and 1.1 (unsupported-overlay-version)',
  ],
  [
    "overlay: 1.0.0",
    "1:1: error: the field `info` is missing (invalid-overlay)",
    "1:1: error: the field `actions` is missing (invalid-overlay)",
  ],
  [
    "overlay: 1.0.0\ninfo: { title: 1 }\nactions: {}",
    "3:10: error: `actions` must be a list of at least one action (invalid-overlay)",
    "2:7: error: the field `version` is missing (invalid-overlay)",
    "2:16: error: `title` must be a string (invalid-overlay)",
  ],
  [
    `overlay: 1.0.0\n${info}\nactions: []`,
    "3:10: error: `actions` must be a list of at least one action (invalid-overlay)",
  ],
  [
    `overlay: 1.0.0\ninfo: T\nactions: [{ target: $, remove: true }]`,
    "2:7: error: `info` must be an object (invalid-overlay)",
  ],
  [
    `overlay: 1.0.0\n${info}\nextends: 5\nactions: [{ target: $, remove: true }]`,
    "3:10: error: `extends` must be a string (invalid-overlay)",
  ],
  [
    `overlay: 1.0.0\n${info}\nextend: a\nactions: [{ target: $, remove: true }]`,
    "3:1: error: an overlay has no field `extend` here (unknown-overlay-field)",
  ],
  [
    `overlay: 1.0.0\ninfo: { title: T, version: "1", description: D }\nactions: [{ target: $, remove: true }]`,
    "2:33: error: Overlay 1.0 has no field `description` here (unknown-overlay-field)",
  ],
  [
    overlayOf("- { target: $, __proto__: 1, remove: true }"),
    "4:16: error: an overlay has no field `__proto__` here (unknown-overlay-field)",
  ],
  [
    overlayOf("- { target: $, constructor: 1, remove: true }"),
    "4:16: error: an overlay has no field `constructor` here (unknown-overlay-field)",
  ],
  [
    overlayOf("- { target: $, copy: $.a }", "1.0.0"),
    "4:16: error: Overlay 1.0 has no field `copy` here (unknown-overlay-field)",
  ],
  [
    overlayOf("- { target: $, remvoe: true }"),
    "4:16: error: an overlay has no field `remvoe` here (unknown-overlay-field)",
  ],
  [overlayOf("- $.a"), "4:3: error: an action must be an object (invalid-overlay)"],
  [overlayOf("- { remove: true }"), "4:3: error: the field `target` is missing (invalid-overlay)"],
  [
    overlayOf("- { target: $ }"),
    "4:3: error: the action does not say what to do (invalid-overlay)",
  ],
  [
    overlayOf("- { target: 5, remove: true }"),
    "4:13: error: `target` must be a string (invalid-overlay)",
  ],
  [
    overlayOf("- { target: $, remove: yes }"),
    "4:24: error: `remove` must be `true` or `false` (invalid-overlay)",
  ],
  [overlayOf("- { target: $, copy: 1 }"), "4:22: error: `copy` must be a string (invalid-overlay)"],
  [
    overlayOf("- { target: $, description: [], remove: true }"),
    "4:29: error: `description` must be a string (invalid-overlay)",
  ],
  [
    overlayOf("- { target: $, update: 1, copy: $.a }"),
    "4:27: error: an action cannot have both `update` and `copy` (invalid-overlay)",
  ],
  [
    overlayOf("- { target: '$.a[', remove: true }\n- { target: $, copy: $b }"),
    "4:13: error: this is not a JSONPath query: unclosed bracketed selection, at character 5 (invalid-jsonpath)",
    "5:22: error: this is not a JSONPath query: expected '.', '..' or a bracketed selection, found 'b', at character 2 (invalid-jsonpath)",
  ],
  [
    overlayOf("- { target: paths, remove: true }"),
    "4:13: error: this is not a JSONPath query: it must begin with `$` (invalid-jsonpath)",
  ],
  [
    overlayOf("- { target: '', remove: true }"),
    "4:13: error: this is not a JSONPath query: it must begin with `$` (invalid-jsonpath)",
  ],
  [
    overlayOf("- { target: '$[?foo(@)]', remove: true }"),
    "4:13: error: this is not a JSONPath query: no such function 'foo', at character 4 (invalid-jsonpath)",
  ],
])("what is wrong is said with its place: %j", async (text, ...want) => {
  expect(await problemsOf(text)).toEqual(want.map((each) => `o.yaml:${each}`));
});

test("no more than 20 mistakes are reported", async () => {
  expect(await problemsOf(overlayOf("- $\n".repeat(30)))).toHaveLength(20);
});
