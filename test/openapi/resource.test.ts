import { describe, expect, test } from "vitest";
import type { Place } from "../../generator/core/place.js";
import { Resources } from "../../generator/openapi/resource.js";

const file = "file:///a.json";
const at = (pointer: string, uri = file): Place => ({ uri, pointer });

/** A file with a schema that has an `$id`, in which there is another one. */
function resources(): Resources {
  const all = new Resources();
  all.add(file, at(""));
  all.add("https://example.com/outer", at("/$defs/a"), "https://example.com/alias");
  all.add("https://example.com/inner", at("/$defs/a/items"));
  return all;
}

describe("the resource around a place", () => {
  test.each([
    ["", file],
    ["/$defs", file],
    ["/$defs/ab", file],
    ["/$defs/a", "https://example.com/outer"],
    ["/$defs/a/properties/x", "https://example.com/outer"],
    ["/$defs/a/items/items", "https://example.com/inner"],
  ])("%j is %s", (pointer, uri) => {
    expect(resources().around(at(pointer))?.uri).toBe(uri);
  });

  test("is the only one of its file", () => {
    const all = new Resources();
    all.add(file, at(""));
    expect(all.around(at("/$defs/a"))?.uri).toBe(file);
    expect(all.around(at("", "file:///b.json"))).toBeUndefined();
  });
});

describe("a resource", () => {
  test.each([
    ["https://example.com/outer", "/$defs/a"],
    ["https://example.com/alias", "/$defs/a"],
    ["https://example.com/other", undefined],
  ])("with the URI %s is at %s", (uri, pointer) => {
    expect(resources().get(uri)?.root.pointer).toBe(pointer);
  });

  test("keeps its URI, and its place", () => {
    const all = resources();
    all.add("https://example.com/outer", at("/$defs/later"));
    all.add("https://example.com/second", at("/$defs/a"));
    expect(all.get("https://example.com/outer")?.root).toEqual(at("/$defs/a"));
    expect(all.get("https://example.com/second")).toBeUndefined();
    expect([all.hasRootAt(at("/$defs/later")), all.hasRootAt(at("/$defs"))]).toEqual([true, false]);
    expect(all.hasRootAt(at("", "file:///b.json"))).toBe(false);
  });

  test("has the anchors inside of it, the last one of a name", () => {
    const all = resources();
    all.addAnchor("x", at("/$defs/a/not"), false);
    all.addAnchor("x", at("/$defs/a/if"), true);
    all.addAnchor("y", at("/$defs/a/items/not"), false);
    const [outer, inner] = ["outer", "inner"].map((name) => all.get(`https://example.com/${name}`));
    expect(outer?.anchors).toEqual(new Map([["x", at("/$defs/a/if")]]));
    expect(outer?.dynamicAnchors).toEqual(new Map([["x", at("/$defs/a/if")]]));
    expect(inner?.anchors).toEqual(new Map([["y", at("/$defs/a/items/not")]]));
    expect(inner?.dynamicAnchors).toEqual(new Map());
  });
});

test.each([
  ["/$defs/a/items", "new", "/$defs/a"],
  ["/$defs/b", "old", ""],
])("the dialect at %s is the innermost: %s, named at %j", (pointer, dialect, root) => {
  const all = new Resources();
  expect(all.dialectAt(at(pointer))).toBeUndefined();
  expect(all.dialectRoot(at(pointer))).toBeUndefined();
  all.setDialect(at(""), "old");
  all.setDialect(at("/$defs/a"), "new");
  expect(all.dialectAt(at(pointer))).toBe(dialect);
  expect(all.dialectRoot(at(pointer))).toEqual(at(root));
});
