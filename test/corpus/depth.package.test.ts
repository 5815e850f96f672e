import { beforeAll, describe, expect, test } from "vitest";
import { loadPackage, type LoadedPackage } from "../support/load-package.js";

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** Schemas that lead back to themselves, and large ones. */
const schemas = {
  List: {
    type: "object",
    required: ["value"],
    properties: { value: { type: "string" }, next: ref("List") },
  },
  Tree: {
    type: "object",
    properties: { leaf: { type: "string" }, children: { type: "array", items: ref("Tree") } },
  },
  Nest: { type: "array", items: ref("Nest") },
  Mapping: { type: "object", additionalProperties: ref("Mapping") },
  AnyValue: {
    anyOf: [
      { type: "string" },
      { type: "array", items: ref("AnyValue") },
      { type: "object", additionalProperties: ref("AnyValue") },
    ],
  },
  One: {
    oneOf: [{ type: "string" }, { type: "array", items: ref("One") }],
  },
  Numbers: { type: "array", items: { type: "number" } },
  Objects: {
    type: "array",
    items: { type: "object", required: ["id"], properties: { id: { type: "number" } } },
  },
  Choices: { type: "array", items: { anyOf: [{ type: "number" }, ref("Choice")] } },
  Choice: { type: "object", required: ["id"], properties: { id: { type: "number" } } },
  Distinct: { type: "array", uniqueItems: true },
  Dictionary: { type: "object", additionalProperties: { type: "number" } },
  Named: { type: "object", propertyNames: { pattern: "^k" }, maxProperties: 100_000 },
  Closed: { type: "object", properties: { a: true }, additionalProperties: false },
  Either: { anyOf: [ref("Numbers"), { type: "array", items: { type: "boolean" } }] },
  EitherOne: { oneOf: [ref("Numbers"), { type: "array", items: { type: "boolean" } }] },
  Part: { allOf: [{ anyOf: [ref("Numbers"), ref("Dictionary")] }] },
};

type Name = keyof typeof schemas;

/** Wraps a value in itself a number of times. */
function nested(depth: number, innermost: unknown, wrap: (inner: unknown) => unknown): unknown {
  let value = innermost;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
}

/** An array of one value again and again. */
function filled(length: number, value: unknown): readonly unknown[] {
  return Array.from({ length }, () => value);
}

const depth = 5000;

/** What wraps a value of a model into one that is deeper by one level, and what is at the bottom. */
const recursive: readonly {
  readonly name: Name;
  readonly wrap: (inner: unknown) => unknown;
  readonly good: unknown;
  readonly bad: unknown;
}[] = [
  { name: "List", wrap: (next) => ({ value: "", next }), good: { value: "" }, bad: {} },
  { name: "Tree", wrap: (child) => ({ children: [child] }), good: {}, bad: { leaf: 1 } },
  { name: "Nest", wrap: (item) => [item], good: [], bad: 1 },
  { name: "Mapping", wrap: (member) => ({ member }), good: {}, bad: 1 },
  { name: "AnyValue", wrap: (item) => [item], good: "", bad: 1 },
  { name: "AnyValue", wrap: (member) => ({ member }), good: "", bad: 1 },
  { name: "One", wrap: (item) => [item], good: "", bad: 1 },
];

let loaded: LoadedPackage;

beforeAll(async () => {
  loaded = await loadPackage({
    spec: {
      text: JSON.stringify({
        openapi: "3.1.0",
        info: { title: "Depth", version: "1" },
        components: { schemas },
      }),
    },
  });
});

describe("a value that is nested 5,000 levels deep", () => {
  test.each(recursive)("is judged by the guards of $name: $good", ({ name, wrap, good, bad }) => {
    const { is, validate } = loaded.guards(name);
    const [valid, invalid] = [nested(depth, good, wrap), nested(depth, bad, wrap)];
    expect(is(valid)).toBe(true);
    expect(is(invalid)).toBe(false);
    expect(validate(valid).issues).toBeUndefined();
    expect(validate(invalid).issues?.length).toBeGreaterThan(0);
  });
});

describe("a value that contains itself", () => {
  const list: Record<string, unknown> = { value: "" };
  list.next = list;
  const nest: unknown[] = [];
  nest.push(nest);
  const map: Record<string, unknown> = {};
  map.member = map;

  test.each<readonly [Name, unknown]>([
    ["List", list],
    ["Nest", nest],
    ["Mapping", map],
    ["AnyValue", nest],
    ["AnyValue", map],
  ])("ends in a RangeError by the guards of %s, as in every walk of it", (name, value) => {
    // JSON has no such values.
    const { is, validate } = loaded.guards(name);
    for (const guard of [is, validate]) {
      let outcome: unknown;
      try {
        outcome = guard(value);
      } catch (error) {
        outcome = error;
      }
      expect(outcome).toBeInstanceOf(RangeError);
    }
  });
});

describe("a large value", () => {
  const million = 1_000_000;
  const keys = (member: (index: number) => unknown, count = 100_000): object =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, member(index)]));

  const cases: readonly {
    readonly name: Name;
    readonly what: string;
    readonly value: () => unknown;
    readonly issues: number;
  }[] = [
    {
      name: "Numbers",
      what: "a million numbers",
      value: () => filled(million, 1),
      issues: 0,
    },
    {
      name: "Numbers",
      what: "a million strings",
      value: () => filled(million, ""),
      issues: million,
    },
    {
      name: "Objects",
      what: "a million objects",
      value: () => filled(million, { id: 1 }),
      issues: 0,
    },
    {
      name: "Objects",
      what: "a million wrong objects",
      value: () => filled(million, {}),
      issues: million,
    },
    {
      name: "Choices",
      what: "a million choices",
      value: () => filled(million, { id: 1 }),
      issues: 0,
    },
    {
      name: "Choices",
      what: "a million wrong choices",
      value: () => filled(million, {}),
      issues: million,
    },
    {
      name: "Distinct",
      what: "a million different numbers",
      value: () => Array.from({ length: million }, (_, i) => i),
      issues: 0,
    },
    { name: "Dictionary", what: "100,000 members", value: () => keys(() => 1), issues: 0 },
    {
      name: "Dictionary",
      what: "100,000 wrong members",
      value: () => keys(() => ""),
      issues: 100_000,
    },
    { name: "Named", what: "100,000 names", value: () => keys(() => 1), issues: 0 },
    { name: "Named", what: "a member too many", value: () => keys(() => 1, 100_001), issues: 1 },
    {
      name: "Closed",
      what: "100,000 unknown members",
      value: () => keys(() => 1),
      issues: 100_000,
    },
    { name: "Part", what: "a million numbers", value: () => filled(million, 1), issues: 0 },
    {
      name: "Either",
      what: "a million strings",
      value: () => filled(million, ""),
      issues: million,
    },
    {
      name: "EitherOne",
      what: "a million strings",
      value: () => filled(million, ""),
      issues: million,
    },
    {
      name: "Part",
      what: "a million strings",
      value: () => filled(million, ""),
      issues: million,
    },
    { name: "Part", what: "100,000 members", value: () => keys(() => 1), issues: 0 },
  ];

  test.each(cases)("is judged by the guards of $name: $what", ({ name, value: make, issues }) => {
    const { is, validate } = loaded.guards(name);
    const value = make();
    expect(is(value)).toBe(issues === 0);
    const found = validate(value, { maxIssues: Infinity }).issues?.length ?? 0;
    // More than anyone reads are not kept.
    expect(found).toBe(Math.min(issues, 10_000));
  });
});
