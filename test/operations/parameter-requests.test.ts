import { describe, expect, it } from "vitest";
import { cookie } from "../../generator/runtime/parameter-cookie.js";
import { deepObject } from "../../generator/runtime/parameter-deep-object.js";
import { form } from "../../generator/runtime/parameter-form.js";
import { querystring } from "../../generator/runtime/parameter-querystring.js";
import {
  asList,
  asNumber,
  asObject,
  asScalar,
  asText,
} from "../../generator/runtime/parameter-shapes.js";
import { simple } from "../../generator/runtime/parameter-simple.js";
import { parsePairs } from "../../generator/runtime/raw-pairs.js";
import { readParameters } from "../../generator/runtime/read-parameters.js";
import { writeParameters } from "../../generator/runtime/write-parameters.js";
import { parameter, readWritten } from "./parameter.js";

const asMore = asScalar(() => true);

it("writes and reads all parameters of a request", () => {
  const parameters = [
    parameter("batch_id", "path", simple(asText)),
    parameter("file", "path", simple(asText)),
    parameter("limit", "query", form(asNumber)),
    parameter("filter", "query", deepObject(asObject({ age: asNumber }))),
    parameter("after", "query", form(asText)),
    parameter("X-Ids", "header", simple(asList(asNumber))),
    parameter("session", "cookie", cookie(asText)),
    parameter("theme", "cookie", form(asText)),
  ];
  const call = {
    path: { batch_id: "a/b", file: "{batch_id}" },
    query: { limit: 10, filter: { age: 3 } },
    header: { "X-Ids": [1, 2] },
    cookie: { session: "a%20b", theme: "c d" },
  };
  const written = writeParameters("/batches/{batch_id}/files/{file}.json", parameters, call);
  expect(written).toEqual({
    path: "/batches/a%2Fb/files/%7Bbatch_id%7D.json",
    query: "limit=10&filter%5Bage%5D=3",
    headers: [["X-Ids", "1,2"]],
    cookie: "session=a%20b; theme=c%20d",
  });
  const path = { batch_id: "a%2Fb", file: "%7Bbatch_id%7D" };
  expect(readWritten(parameters, written, path)).toEqual(call);
});

it("reads a group for each location that has a parameter", () => {
  const parameters = [
    parameter("limit", "query", form(asNumber)),
    parameter("X", "header", simple(asText)),
  ];
  expect(readParameters(parameters, {})).toEqual({ query: {}, header: {} });
  expect(readParameters([], { query: "a=b" })).toEqual({});
});

describe("an exploded object", () => {
  const members = form(asObject({ R: asNumber }, asMore));
  const other = (name: string): ReturnType<typeof parameter> =>
    parameter(name, "query", form(asText));

  it("takes the names that no other parameter has", () => {
    const parameters = [other("limit"), parameter("color", "query", members), other("R B")];
    const query = "limit=1&R=2&x=3&R+B=4&color=5&limit=6";
    expect(readParameters(parameters, { query })).toEqual({
      query: { limit: "1", color: { R: 2, x: "3", color: "5" }, "R B": "4" },
    });
  });

  it("takes no members of a deep object", () => {
    const filter = parameter("filter", "query", deepObject(asObject({}, asMore)));
    const parameters = [parameter("color", "query", members), filter];
    const query = "R=1&filter%5Bage%5D=2&filter[x]=3&filtered[x]=4";
    expect(readParameters(parameters, { query })).toEqual({
      query: { color: { R: 1, "filtered[x]": "4" }, filter: { age: "2", x: "3" } },
    });
  });

  it("takes no properties of another one", () => {
    const size = parameter("size", "query", form(asObject({ width: asNumber })));
    const parameters = [size, parameter("color", "query", members)];
    expect(readParameters(parameters, { query: "R=1&width=2&x=3" })).toEqual({
      query: { size: { width: 2 }, color: { R: 1, x: "3" } },
    });
  });

  it("takes names of other locations", () => {
    const parameters = [
      parameter("x", "header", simple(asText)),
      parameter("color", "query", members),
    ];
    expect(readParameters(parameters, { query: "x=1" })).toEqual({
      query: { color: { x: "1" } },
      header: {},
    });
  });
});

describe("names of prototypes", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const own = (name: string, value: unknown): unknown => Object.fromEntries([[name, value]]);

  it.each(names)("%s is a parameter", (name) => {
    const parameters = [
      parameter(name, "path", simple(asText)),
      parameter(name, "query", form(asText)),
      parameter(name, "header", simple(asText)),
      parameter(name, "cookie", form(asText)),
    ];
    const group = own(name, "x");
    const call = { path: group, query: group, header: group, cookie: group };
    const written = writeParameters(`/{${name}}`, parameters, call);
    expect(written.path).toBe("/x");
    const read = readParameters(parameters, {
      path: { [name]: "x" },
      query: written.query,
      header: (header) => written.headers.find(([each]) => each === header)?.[1],
      cookie: written.cookie,
    });
    expect(read).toEqual(call);
    expect(Object.getPrototypeOf(read.query)).toBe(Object.prototype);
    const missing = parameters.filter((each) => each.in !== "path");
    expect(readParameters(missing, { header: () => null })).toEqual({
      query: {},
      header: {},
      cookie: {},
    });
    expect(() => writeParameters(`/{${name}}`, parameters, { path: {} })).toThrow(
      /cannot be missing/,
    );
  });

  it.each(names)("%s is a member", (name) => {
    for (const codec of [form, deepObject]) {
      const parameters = [parameter("color", "query", codec(asObject({ x: asText }, asText)))];
      const color = Object.fromEntries([
        [name, "1"],
        ["x", "2"],
      ]);
      const { query } = writeParameters("/", parameters, { query: { color } });
      const read = readParameters(parameters, { query });
      expect(read).toEqual({ query: { color } });
      const [value] = Object.values(read.query as Record<string, object>);
      expect(Object.keys(value ?? {})).toEqual([name, "x"]);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    }
    // It is not described, although every object has it.
    const parameters = [parameter("color", "query", form(asObject({ x: asText })))];
    expect(readParameters(parameters, { query: `${name}=1&x=2` })).toEqual({
      query: { color: { x: "2" } },
    });
  });
});

describe("hostile texts", () => {
  /** Reads a text, and fails if it takes as long as only more than linear time does. */
  function readInTime(query: string, ...parameters: Parameters<typeof readParameters>[0]): unknown {
    const start = performance.now();
    const { query: group } = readParameters(parameters, {
      query,
      cookie: query,
      header: () => query,
    });
    expect(performance.now() - start).toBeLessThan(30_000);
    return group;
  }
  const many = Array.from({ length: 100_000 }, (_, index) => index);

  it("has 100,000 pairs", () => {
    const query = many.map((index) => `n${index}=${index}`).join("&");
    expect(query.length).toBeGreaterThan(1_000_000);
    const group = readInTime(
      query,
      parameter("n99999", "query", form(asNumber)),
      parameter("rest", "query", form(asObject({}, asNumber))),
      parameter("filter", "query", deepObject(asObject({}))),
    ) as { rest: object; n99999: number };
    expect(group.n99999).toBe(99_999);
    expect(Object.keys(group.rest).length).toBe(99_999);
    const codec = querystring([{ name: "n7", codec: form(asNumber) }], form(asNumber));
    const whole = readParameters([parameter("it", "querystring", codec)], { query });
    expect(Object.keys(whole.querystring as object).length).toBe(100_000);
  });

  it("has 100,000 items", () => {
    const parameters = [
      parameter("a", "query", form(asList(asNumber))),
      parameter("b", "query", form(asList(asNumber), { explode: false })),
    ];
    const { query } = writeParameters("/", parameters, { query: { a: many, b: many } });
    expect(JSON.stringify(readInTime(query, ...parameters))).toBe(
      JSON.stringify({ a: many, b: many }),
    );
  });

  it.each([
    ["deep brackets", `f${"[a]".repeat(100_000)}=1`],
    ["open brackets", `f${"[".repeat(300_000)}=1`],
    ["spaces", `a${" ".repeat(300_000)}b`],
    ["plus signs", `f=${"+".repeat(300_000)}b`],
    ["percent signs", `f=${"%".repeat(300_000)}`],
    ["triples", `f=${"%41".repeat(100_000)}`],
    ["triples that are not UTF-8", `f=${"%ff".repeat(100_000)}`],
    ["delimiters", "&;,|=".repeat(60_000)],
    ["one member many times", "R=1&".repeat(75_000)],
    ["digits", `f=${"1".repeat(300_000)}`],
  ])("has %s", (_what, query) => {
    readInTime(
      query,
      parameter("f", "query", deepObject(asObject({}, asMore))),
      parameter("g", "query", form(asObject({ R: asList(asText) }, asMore))),
      parameter("f", "query", form(asNumber)),
      parameter("X", "header", simple(asList(asText))),
      parameter("c", "cookie", form(asList(asText))),
    );
  });
});

it("splits pairs without decoding them", () => {
  expect(parsePairs("a=b&c%20d=e+f&&g&=h&i=j=k", "&")).toEqual([
    ["a", "b"],
    ["c%20d", "e+f"],
    ["g", ""],
    ["", "h"],
    ["i", "j=k"],
  ]);
  expect(parsePairs("a=b; c=d ;e", ";")).toEqual([
    ["a", "b"],
    ["c", "d"],
    ["e", ""],
  ]);
  expect(parsePairs("", "&")).toEqual([]);
});
