import fc from "fast-check";
import { expect, test } from "vitest";
import { isJsonArray, isJsonObject, type Json } from "../../generator/core/json.js";
import { originAt } from "../../generator/core/origin.js";
import { joinPointer, resolvePointer } from "../../generator/core/pointer.js";
import { locate } from "../../generator/text/locate.js";
import { apply, overlayOf } from "./applied.js";

/** Where a value of the document after overlays stands, as `file:line:column` and the pointer there. */
function placeAfter(text: string, overlays: readonly string[], pointer: string): string {
  const { document } = apply(text, ...overlays);
  if (document === undefined) throw new Error("The overlay cannot be applied");
  const place = { uri: document.uri, pointer };
  const found = { severity: "error", code: "not-openapi", message: "m", place } as const;
  const { file, position, place: read } = locate(found, new Map([[document.uri, document]]));
  return `${file ?? ""}:${position?.line ?? 0}:${position?.column ?? 0} ${read?.pointer ?? ""}`;
}

const given = `a:
  b: 1
list:
  - one
  - two
  - { three: 3 }
  - four
`;

test.each<readonly [what: string, actions: string, pointer: string, want: string]>([
  ["what no action touches", "- { target: $.list, remove: true }", "/a/b", "openapi.yaml:2:6 /a/b"],
  [
    "a new member",
    "- { target: $.a, update: { c: { d: 1 } } }",
    "/a/c",
    "overlay.yaml:4:31 /actions/0/update/c",
  ],
  [
    "a value in a new member",
    "- { target: $.a, update: { c: { d: 1 } } }",
    "/a/c/d",
    "overlay.yaml:4:36 /actions/0/update/c/d",
  ],
  [
    "the object around a new member",
    "- { target: $.a, update: { c: 1 } }",
    "/a",
    "openapi.yaml:2:3 /a",
  ],
  [
    "what is beside a new member",
    "- { target: $.a, update: { c: 1 } }",
    "/a/b",
    "openapi.yaml:2:6 /a/b",
  ],
  [
    "a value that is replaced",
    "- { target: $.a, update: { b: 2 } }",
    "/a/b",
    "overlay.yaml:4:31 /actions/0/update/b",
  ],
  [
    "a selected value that is replaced",
    "- { target: $.a.b, update: 2 }",
    "/a/b",
    "overlay.yaml:4:28 /actions/0/update",
  ],
  [
    "a new item",
    "- { target: $.list, update: { x: 1 } }",
    "/list/4/x",
    "overlay.yaml:4:34 /actions/0/update/x",
  ],
  [
    "new items",
    "- { target: $.list, update: [5, 6] }",
    "/list/5",
    "overlay.yaml:4:33 /actions/0/update/1",
  ],
  [
    "the items before new ones",
    "- { target: $.list, update: [5, 6] }",
    "/list/3",
    "openapi.yaml:7:5 /list/3",
  ],
  [
    "an item behind one that is removed",
    "- { target: '$.list[1]', remove: true }",
    "/list/1/three",
    "openapi.yaml:6:14 /list/2/three",
  ],
  [
    "an item before one that is removed",
    "- { target: '$.list[1]', remove: true }",
    "/list/0",
    "openapi.yaml:4:5 /list/0",
  ],
  [
    "an item behind two that are removed",
    "- { target: '$.list[0, 1]', remove: true }",
    "/list/1",
    "openapi.yaml:7:5 /list/3",
  ],
  [
    "an item behind those of two actions",
    "- { target: '$.list[0]', remove: true }\n- { target: '$.list[0]', remove: true }",
    "/list/0/three",
    "openapi.yaml:6:14 /list/2/three",
  ],
  [
    "a new member in an item that moved",
    "- { target: '$.list[0]', remove: true }\n- { target: '$.list[1]', update: { x: 1 } }",
    "/list/1/x",
    "overlay.yaml:5:39 /actions/1/update/x",
  ],
  [
    "an old member in it",
    "- { target: '$.list[0]', remove: true }\n- { target: '$.list[1]', update: { x: 1 } }",
    "/list/1/three",
    "openapi.yaml:6:14 /list/2/three",
  ],
  [
    "an item that moved after a member was put into it",
    "- { target: '$.list[2]', update: { x: 1 } }\n- { target: '$.list[0]', remove: true }",
    "/list/1/x",
    "overlay.yaml:4:39 /actions/0/update/x",
  ],
  ["a copy", "- { target: $.a, copy: '$.list[2]' }", "/a/three", "openapi.yaml:6:14 /list/2/three"],
  [
    "a copy of what an action put there",
    "- { target: $.a, update: { c: { d: 1 } } }\n- { target: $, copy: $.a }",
    "/c/d",
    "overlay.yaml:4:36 /actions/0/update/c/d",
  ],
  [
    "a member that is missing",
    "- { target: $.a, update: { c: { d: 1 } } }",
    "/a/c/missing",
    "overlay.yaml:4:31 /actions/0/update/c/missing",
  ],
  [
    "a member that came back",
    "- { target: $.a, remove: true }\n- { target: $, update: { a: { b: 2 } } }",
    "/a/b",
    "overlay.yaml:5:34 /actions/1/update/a/b",
  ],
  [
    "a name that must be escaped",
    "- { target: $.a, update: { c/d: { e~f: 1 } } }",
    "/a/c~1d/e~0f",
    "overlay.yaml:4:40 /actions/0/update/c~1d/e~0f",
  ],
])("%s is found where it was written", (_what, actions, pointer, want) => {
  expect(placeAfter(given, [overlayOf(actions)], pointer)).toBe(want);
});

test("a value is found in the overlay also where it has the same pointer in both files", () => {
  const actions = "- { target: '$.actions[0].update', update: 2 }";
  const place = placeAfter("actions: [{ update: 1 }]", [overlayOf(actions)], "/actions/0/update");
  expect(place).toBe("overlay.yaml:4:44 /actions/0/update");
});

test("a value is found in the overlay that wrote it last", () => {
  const overlays = [1, 2, 3].map((b) =>
    overlayOf(`- { target: $.a, update: { b: ${b}, c${b}: 1 } }`),
  );
  const places = ["/a/b", "/a/c1", "/a/c3"].map((pointer) => placeAfter(given, overlays, pointer));
  expect(places).toEqual([
    "overlay2.yaml:4:31 /actions/0/update/b",
    "overlay.yaml:4:38 /actions/0/update/c1",
    "overlay2.yaml:4:38 /actions/0/update/c3",
  ]);
});

/** The JSON pointer of every value. */
function pointersIn(value: Json, pointer = ""): readonly string[] {
  if (!isJsonObject(value) && !isJsonArray(value)) return [pointer];
  const inner = Object.entries(value).flatMap(([token, part]) => {
    return pointersIn(part, joinPointer(pointer, token));
  });
  return [pointer, ...inner];
}

test("every value is found where it was written, whatever the actions", () => {
  const names = fc.constantFrom("a", "b", "c/~", "__proto__");
  const { value: json } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.integer(),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(names, tie("value"), { maxKeys: 3 }),
    ),
  }));
  const targets = fc.constantFrom(
    "$",
    "$.*",
    "$..a",
    "$..b",
    "$..[0]",
    "$..[1]",
    "$.a",
    "$.b",
    "$.*.*",
  );
  const action = fc.oneof(
    fc.record({ target: targets, update: json }),
    fc.record({ target: targets, copy: fc.constantFrom("$.a", "$.b", "$.a[0]", "$") }),
    fc.record({ target: targets, remove: fc.constant(true) }),
  );
  const info = { title: "T", version: "1" };
  let seen = 0;
  fc.assert(
    fc.property(
      fc.dictionary(names, json, { minKeys: 1 }),
      fc.array(action, { minLength: 1, maxLength: 4 }),
      (document, actions) => {
        const overlays = actions.map((each) =>
          JSON.stringify({ overlay: "1.1.0", info, actions: [each] }),
        );
        const { document: after } = apply(JSON.stringify(document), ...overlays);
        if (after?.origin === undefined) return;
        for (const pointer of pointersIn(after.value)) {
          const value = resolvePointer(after.value, pointer);
          // What is around a change still stands where it was; only primitive values are the same.
          if (typeof value !== "number") continue;
          const { source, pointer: read } = originAt(after.origin, pointer);
          const written = JSON.parse(source.text) as Json; // It was parsed before.
          expect(resolvePointer(written, read)).toBe(value);
          seen += 1;
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(seen).toBeGreaterThan(100);
});
