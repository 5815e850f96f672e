import { describe, expect, it, test } from "vitest";
import { apply, overlayOf, valueAfter } from "./applied.js";

describe("names that objects inherit", () => {
  test.each(["__proto__", "constructor", "hasOwnProperty", "toString"])(
    "%s is an ordinary member",
    (name) => {
      const actions = `- { target: $, update: { ${name}: { polluted: 1 } } }`;
      const added = valueAfter("a: 1", overlayOf(actions));
      expect(JSON.stringify(added)).toBe(`{"a":1,"${name}":{"polluted":1}}`);
      expect(Object.getPrototypeOf(added)).toBe(Object.prototype);
      expect({}).not.toHaveProperty("polluted");

      const merging = `- { target: $.${name}, update: { b: 2 } }\n- { target: $.c, copy: $.${name} }`;
      const merged = valueAfter(`{ ${name}: { a: 1 }, c: {} }`, overlayOf(merging));
      expect(JSON.stringify(merged)).toBe(`{"${name}":{"a":1,"b":2},"c":{"a":1,"b":2}}`);

      const removed = valueAfter(
        `{ ${name}: { a: 1 }, c: {} }`,
        overlayOf(`- { target: $.${name}, remove: true }`),
      );
      expect(JSON.stringify(removed)).toBe('{"c":{}}');
    },
  );

  test.each(["__proto__", "constructor", "length"])("%s is not found where it is not", (name) => {
    const { document, diagnostics } = apply(
      "{ a: {}, b: [1] }",
      overlayOf(`- { target: $.*.${name}, remove: true }`),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(["unmatched-overlay-action"]);
    expect(document?.value).toEqual({ a: {}, b: [1] });
  });
});

/** A list in a list in a list, and so on. */
function nested(levels: number): string {
  return "[".repeat(levels) + "]".repeat(levels);
}

describe("a document cannot be made too large", () => {
  const thousand = `[${"1,".repeat(1000)}]`;
  const doubling = "- { target: $.a, copy: $.a }\n".repeat(30);
  const intoItself = "- { target: $.a.b, copy: $ }\n".repeat(30);
  const everywhere = `- { target: '$.a[0][*]', update: 0 }\n- { target: '$.b[*]', update: ${thousand} }`;
  const overAndOver = `- { target: "$.a[0][${"*,".repeat(1000)} *]", update: 0 }`;

  test.each([
    ["by doubling a list", `a: [${thousand}]`, doubling, "overlay-too-large"],
    [
      "by copies of the whole into itself",
      `a: { b: [${thousand}] }`,
      intoItself,
      "overlay-too-large",
    ],
    [
      "by putting a value in many places",
      `{ a: [${thousand}], b: [${"[],".repeat(1000)}] }`,
      everywhere,
      "overlay-too-large",
    ],
    ["by selecting the same again and again", `a: [${thousand}]`, overAndOver, "overlay-too-large"],
    ["by nesting a value in others", "a: []", deepening(101), "nested-too-deeply"],
  ])("%s", (_what, given, actions, want) => {
    const { document, diagnostics } = apply(given, overlayOf(actions));
    expect(diagnostics[0]).toMatchObject({ severity: "error", code: want, file: "overlay.yaml" });
    expect(document).toBeUndefined();
  });

  it.each([
    ["1.0.0", 98],
    ["1.1.0", 100],
  ])("but can be nested as deeply as one that is read, by version %s", (version, levels) => {
    const value = valueAfter("a: []", overlayOf(deepening(levels), version));
    expect(JSON.stringify(value)).toBe(`{"a":${nested(499)}}`);
    const { diagnostics } = apply("a: []", overlayOf(deepening(levels + 1), version));
    expect(diagnostics.map(({ code }) => code)).toEqual(["nested-too-deeply"]);
  });
});

/** Actions that bring the innermost of 400 lists by as many further down. */
function deepening(levels: number): string {
  const innermost = "'$..[?length(@) == 0]'";
  return `- { target: $.a, update: ${nested(400)} }\n- { target: ${innermost}, update: ${nested(levels)} }`;
}

describe("a query", () => {
  it.each([
    ["of a hundred thousand steps", `$${".a".repeat(100_000)}`],
    ["with a filter of a hundred thousand steps", `$[?@${".a".repeat(100_000)}]`],
    ["with ten thousand brackets", `$[?${"(".repeat(10_000)}@.a${")".repeat(10_000)}]`],
    ["with ten thousand negations", `$[?${"!".repeat(10_000)}@.a]`],
  ])("%s is refused, or selects nothing", (_what, target) => {
    const actions = `- { target: ${JSON.stringify(target)}, remove: true }`;
    const { diagnostics } = apply("a: { a: 1 }", overlayOf(actions));
    expect(diagnostics.map(({ code }) => code)).toEqual([
      expect.stringMatching(/^(?:invalid-jsonpath|unmatched-overlay-action)$/),
    ]);
  });

  it("goes as deep as documents do", () => {
    const deep = `${"[".repeat(499)}x${"]".repeat(499)}`;
    const actions = "- { target: \"$..[?@ == 'x']\", update: y }";
    expect(JSON.stringify(valueAfter(`a: ${deep}`, overlayOf(actions)))).toContain('"y"');
  });
});
