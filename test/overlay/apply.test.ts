import { describe, expect, it, test } from "vitest";
import { apply, fileOf, overlayOf, shown, valueAfter } from "./applied.js";
import { applyOverlays } from "../../generator/load/overlay/apply-overlays.js";
import { parseOverlay } from "../../generator/load/overlay/parse-overlay.js";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";

/** What is given, the actions, and what comes out; flow mappings of YAML. */
type Row = readonly [what: string, given: string, actions: string, want: unknown];

describe("an update", () => {
  test.each<Row>([
    [
      "adds members",
      "{ a: { x: 1 } }",
      "- { target: $.a, update: { y: 2 } }",
      { a: { x: 1, y: 2 } },
    ],
    [
      "replaces primitives",
      "{ a: 1, b: x }",
      "- { target: $, update: { a: y } }",
      { a: "y", b: "x" },
    ],
    ["replaces a value by null", "{ a: 1 }", "- { target: $, update: { a: null } }", { a: null }],
    ["replaces null", "{ a: null }", "- { target: $, update: { a: 1 } }", { a: 1 }],
    [
      "merges objects in objects",
      "{ a: { b: { c: 1, d: 2 } } }",
      "- { target: $, update: { a: { b: { d: 3, e: 4 } } } }",
      { a: { b: { c: 1, d: 3, e: 4 } } },
    ],
    [
      "puts the items of a list in an object behind those that are there",
      "{ a: { b: [1, 2] } }",
      "- { target: $.a, update: { b: [2, 3] } }",
      { a: { b: [1, 2, 2, 3] } },
    ],
    ["leaves all as it is with nothing", "{ a: 1 }", "- { target: $, update: {} }", { a: 1 }],
    [
      "is made in every place that is selected",
      "{ a: { x: {} }, b: { x: {} }, c: {} }",
      "- { target: $.*.x, update: { y: 1 } }",
      { a: { x: { y: 1 } }, b: { x: { y: 1 } }, c: {} },
    ],
    [
      "is made once in a place that is selected twice",
      "{ a: [] }",
      "- { target: \"$['a','a']\", update: 1 }",
      { a: [1] },
    ],
    [
      "is made in a value and in what is inside of it",
      "{ a: { a: { a: {} } } }",
      "- { target: $..a, update: { x: 1 } }",
      { a: { a: { a: { x: 1 }, x: 1 }, x: 1 } },
    ],
    [
      "is made in what a filter selects",
      "{ a: [{ n: x }, { n: y }] }",
      "- { target: \"$.a[?@.n == 'y']\", update: { z: 1 } }",
      { a: [{ n: "x" }, { n: "y", z: 1 }] },
    ],
    [
      "is made in what the action before it has left",
      "{ a: {} }",
      "- { target: $, update: { b: {} } }\n- { target: $.b, update: { c: 1 } }",
      { a: {}, b: { c: 1 } },
    ],
    [
      "has no effect beside `remove: true`",
      "{ a: {}, b: 1 }",
      "- { target: $.a, update: { c: 1 }, remove: true }",
      { b: 1 },
    ],
    [
      "has its effect beside `remove: false`",
      "{ a: {} }",
      "- { target: $.a, update: { c: 1 }, remove: false }",
      { a: { c: 1 } },
    ],
  ])("%s", (_what, given, actions, want) => {
    expect(valueAfter(given, overlayOf(actions, "1.0.0"))).toEqual(want);
    expect(valueAfter(given, overlayOf(actions, "1.1.0"))).toEqual(want);
  });

  test.each<readonly [given: string, actions: string, first: unknown, second: unknown]>([
    ["[1]", "- { target: $.a, update: 2 }", [1, 2], [1, 2]],
    ["[1]", "- { target: $.a, update: null }", [1, null], [1, null]],
    ["[1]", "- { target: $.a, update: { b: 1 } }", [1, { b: 1 }], [1, { b: 1 }]],
    ["[1]", "- { target: $.a, update: [2, 3] }", [1, [2, 3]], [1, 2, 3]],
    ["[1]", "- { target: $.a, update: [] }", [1, []], [1]],
    ["[1]", "- { target: $.a, update: [[2]] }", [1, [[2]]], [1, [2]]],
  ])(
    "of the list %s by %s appends in 1.0, and concatenates in 1.1",
    (a, actions, first, second) => {
      expect(valueAfter(`a: ${a}`, overlayOf(actions, "1.0.0"))).toEqual({ a: first });
      expect(valueAfter(`a: ${a}`, overlayOf(actions, "1.1.0"))).toEqual({ a: second });
    },
  );

  test.each<Row>([
    ["a text", "{ a: { b: x } }", "- { target: $.a.b, update: y }", { a: { b: "y" } }],
    ["by another type", "{ a: x }", "- { target: $.a, update: 1 }", { a: 1 }],
    [
      "an item of a list",
      "{ a: [1, 2, 3] }",
      "- { target: '$.a[1]', update: 0 }",
      { a: [1, 0, 3] },
    ],
    ["everywhere", "{ a: 1, b: 2 }", "- { target: $.*, update: 0 }", { a: 0, b: 0 }],
  ])("replaces a primitive value in 1.1: %s", (_what, given, actions, want) => {
    expect(valueAfter(given, overlayOf(actions))).toEqual(want);
  });
});

describe("a removal", () => {
  test.each<Row>([
    [
      "of a member",
      "{ a: 1, b: { c: 2, d: 3 } }",
      "- { target: $.b.c, remove: true }",
      { a: 1, b: { d: 3 } },
    ],
    ["of an item", "{ a: [x, y, z] }", "- { target: '$.a[1]', remove: true }", { a: ["x", "z"] }],
    [
      "of several items",
      "{ a: [1, 2, 3, 4] }",
      "- { target: '$.a[0, 2]', remove: true }",
      { a: [2, 4] },
    ],
    ["of all items", "{ a: [1, 2, 3] }", "- { target: '$.a[*]', remove: true }", { a: [] }],
    [
      "of the last item",
      "{ a: [1, 2, 3] }",
      "- { target: '$.a[-1]', remove: true }",
      { a: [1, 2] },
    ],
    [
      "of an item in an item",
      "{ a: [[1, 2], [3, 4]] }",
      "- { target: '$.a[*][0]', remove: true }",
      { a: [[2], [4]] },
    ],
    [
      "of what is inside of another",
      "{ a: { a: { b: 1 } }, c: 1 }",
      "- { target: $..a, remove: true }",
      { c: 1 },
    ],
    ["of null", "{ a: null }", "- { target: $.a, remove: true }", {}],
    [
      "of primitive items by a filter",
      "{ a: [x, y, x] }",
      "- { target: \"$.a[?@ == 'x']\", remove: true }",
      { a: ["y"] },
    ],
    [
      "before an update, which then replaces",
      "{ a: [1, 2] }",
      "- { target: $.a, remove: true }\n- { target: $, update: { a: [3] } }",
      { a: [3] },
    ],
  ])("%s", (_what, given, actions, want) => {
    expect(valueAfter(given, overlayOf(actions, "1.0.0"))).toEqual(want);
    expect(valueAfter(given, overlayOf(actions, "1.1.0"))).toEqual(want);
  });
});

describe("a copy", () => {
  test.each<Row>([
    [
      "merges",
      "{ a: { x: 1 }, b: { y: 2 } }",
      "- { target: $.b, copy: $.a }",
      { a: { x: 1 }, b: { x: 1, y: 2 } },
    ],
    [
      "appends",
      "{ a: { x: 1 }, b: [0] }",
      "- { target: $.b, copy: $.a }",
      { a: { x: 1 }, b: [0, { x: 1 }] },
    ],
    ["concatenates", "{ a: [1], b: [0] }", "- { target: $.b, copy: $.a }", { a: [1], b: [0, 1] }],
    ["replaces", "{ a: 1, b: x }", "- { target: $.b, copy: $.a }", { a: 1, b: 1 }],
    [
      "reaches many places",
      "{ a: { x: 1 }, b: [{}, {}] }",
      "- { target: '$.b[*]', copy: $.a }",
      { a: { x: 1 }, b: [{ x: 1 }, { x: 1 }] },
    ],
    [
      "takes the value from before the action",
      "{ a: { x: 1 } }",
      "- { target: $, copy: $.a }\n- { target: $.a, copy: $ }",
      { a: { x: 1, a: { x: 1 } }, x: 1 },
    ],
    [
      "moves with an update before it and a removal after it",
      "{ paths: { /a: { get: 1 } } }",
      "- { target: $.paths, update: { /b: {} } }\n- { target: \"$.paths['/b']\", copy: \"$.paths['/a']\" }\n- { target: \"$.paths['/a']\", remove: true }",
      { paths: { "/b": { get: 1 } } },
    ],
  ])("%s", (_what, given, actions, want) => {
    expect(valueAfter(given, overlayOf(actions))).toEqual(want);
  });
});

describe("an action that cannot be applied", () => {
  test.each<readonly [given: string, actions: string, version: string, want: string]>([
    [
      "a: 1",
      "- target: $.b\n  update: 1",
      "1.1.0",
      "4:11: warning: the target selects nothing in openapi.yaml, so the action changes nothing (unmatched-overlay-action)",
    ],
    [
      "a: 1",
      "- target: $.b\n  remove: true",
      "1.0.0",
      "4:11: warning: the target selects nothing in openapi.yaml, so the action changes nothing (unmatched-overlay-action)",
    ],
    [
      "a: 1",
      "- target: $.b\n  copy: $.c",
      "1.1.0",
      "4:11: warning: the target selects nothing in openapi.yaml, so the action changes nothing (unmatched-overlay-action)",
    ],
    [
      "a: 1",
      "- target: $\n  remove: true",
      "1.1.0",
      "4:11: error: the action would remove the whole document (overlay-removes-root)",
    ],
    [
      "a: x",
      "- target: $.a\n  update: y",
      "1.0.0",
      "4:11: error: the target selects a primitive value, and Overlay 1.0 updates only objects and arrays (overlay-conflict)",
    ],
    [
      "a: 1\nb: {}\nc: []",
      "- target: $.*\n  update: 1",
      "1.1.0",
      "4:11: error: the target selects primitive values and objects and arrays, and one value cannot be merged into both (overlay-conflict)",
    ],
    [
      "a: x",
      "- target: $\n  update: { b: 1, a: [1] }",
      "1.1.0",
      "5:22: error: an array cannot be merged into a primitive value at /a of openapi.yaml (overlay-conflict)",
    ],
    [
      "a: { b: [] }",
      "- target: $.a\n  update: { b: { c: 1 } }",
      "1.0.0",
      "5:16: error: an object cannot be merged into an array at /a/b of openapi.yaml (overlay-conflict)",
    ],
    [
      "a: {}",
      "- target: $\n  update:\n    a:",
      "1.1.0",
      "6:7: error: a primitive value cannot be merged into an object at /a of openapi.yaml (overlay-conflict)",
    ],
    [
      "a: {}",
      "- target: $\n  update: 5",
      "1.1.0",
      "5:11: error: a primitive value cannot be merged into an object at the top of openapi.yaml (overlay-conflict)",
    ],
    [
      "a: 1\nb: {}",
      "- target: $.a\n  copy: $.b",
      "1.1.0",
      "5:9: error: an object cannot be merged into a primitive value at /a of openapi.yaml (overlay-conflict)",
    ],
    [
      "a: {}",
      "- target: $.a\n  copy: $.b",
      "1.1.0",
      "5:9: error: `copy` must select one value, but selects none (overlay-copy-source)",
    ],
    [
      "a: {}\nb: [1, 2]",
      "- target: $.a\n  copy: $.b[*]",
      "1.1.0",
      "5:9: error: `copy` must select one value, but selects 2 (overlay-copy-source)",
    ],
  ])("to %j: %j of version %s", (given, actions, version, want) => {
    const { document, diagnostics } = apply(given, overlayOf(actions, version));
    expect(diagnostics.map(shown)).toEqual([`overlay.yaml:${want}`]);
    // Actions that select nothing succeed.
    const isWarning = want.includes(" warning: ");
    expect(document?.value).toEqual(isWarning ? fileOf("openapi.yaml", given).value : undefined);
  });

  it("is reported with all others of its overlay, and the overlays after it are not applied", () => {
    const first = overlayOf(
      "- { target: $.a, update: 1 }\n- { target: $, remove: true }\n- { target: $.x, remove: true }\n- { target: $.a, update: [] }",
    );
    const { diagnostics } = apply("a: {}", first, overlayOf("- { target: $.y, remove: true }"));
    expect(diagnostics.map(({ file, position, code }) => [file, position?.line, code])).toEqual([
      ["overlay.yaml", 6, "unmatched-overlay-action"],
      ["overlay.yaml", 4, "overlay-conflict"],
      ["overlay.yaml", 5, "overlay-removes-root"],
      ["overlay.yaml", 7, "overlay-conflict"],
    ]);
  });

  it("is reported once for a value that does not fit in many places, and at every value that does not", () => {
    const actions = "- target: $.*\n  update: { x: 1, y: 1 }";
    const { diagnostics } = apply("a: { x: [], y: [] }\nb: { x: [], y: [] }", overlayOf(actions));
    expect(diagnostics.map(({ position }) => position?.column)).toEqual([16, 22]);
    expect(diagnostics.map(({ message }) => / at (\S+) of /.exec(message)?.[1])).toEqual([
      "/a/x",
      "/a/y",
    ]);
  });
});

describe("overlays", () => {
  it("are applied in their order, each to the result of the one before", () => {
    const first = overlayOf("- { target: $, update: { b: { c: 1 } } }", "1.0.0");
    const second = overlayOf("- { target: $.b, update: { c: 2 } }", "1.1.7");
    expect(valueAfter("a: 1", first, second)).toEqual({ a: 1, b: { c: 2 } });
  });

  it("do not change their input, and share with it what they do not touch", () => {
    const text = "a: { b: [1, 2] }\nc: { d: {} }";
    const entry = fileOf("openapi.yaml", text);
    const actions = "- { target: $.a.b, update: { x: 1 } }\n- { target: '$.a.b[0]', remove: true }";
    const overlay = parseOverlay(fileOf("overlay.yaml", overlayOf(actions)));
    const before = structuredClone(entry.value);
    const update = structuredClone(overlay.source.value);
    const { value } = applyOverlays(entry, [overlay], new DiagnosticLog());
    expect(value).toEqual({ a: { b: [2, { x: 1 }] }, c: { d: {} } });
    expect(entry.value).toEqual(before);
    expect(overlay.source.value).toEqual(update);
    expect(Object.entries(value ?? {})[1]?.[1]).toBe(Object.entries(entry.value ?? {})[1]?.[1]);
  });
});
