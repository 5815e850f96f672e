import { describe, expect, test } from "vitest";
import { matchOperation, matchPath } from "../../generator/runtime/match-operation.js";
import type { Operation } from "../../generator/runtime/operation.js";

/** Operations without anything but a method and a path, written as `GET /batches`. */
function described(...routes: readonly string[]): readonly Operation[] {
  return routes.map((route) => {
    const [method = "", path = ""] = route.split(" ");
    return { id: route, method, path, responses: {} };
  });
}

/** What a request matches: the operation with the values of its path, or the status with `Allow`. */
function answer(routes: readonly string[], request: string, basePath?: string): unknown[] {
  const [method = "", path = ""] = request.split(" ");
  const url = `http://localhost${path}`;
  const match = matchOperation(described(...routes), { method, url }, { basePath });
  if (match.problem === undefined) return [match.operation.id, { ...match.path }];
  const { document, headers } = match.problem;
  return [document.status, ...Object.values(headers)];
}

const batches = [
  "GET /batches",
  "POST /batches",
  "GET /batches/{batch_id}",
  "POST /batches/{batch_id}/cancel",
];

describe("an operation is found by path and method", () => {
  test.each([
    ["GET /batches", ["GET /batches", {}]],
    ["GET /batches?limit=1#end", ["GET /batches", {}]],
    ["GET /batches/b1", ["GET /batches/{batch_id}", { batch_id: "b1" }]],
    ["POST /batches/b1/cancel", ["POST /batches/{batch_id}/cancel", { batch_id: "b1" }]],
    // Values are not decoded: their codecs do that.
    ["GET /batches/a%2Fb", ["GET /batches/{batch_id}", { batch_id: "a%2Fb" }]],
    ["GET /batches/%ZZ", ["GET /batches/{batch_id}", { batch_id: "%ZZ" }]],
    ["GET /b%61tches", ["GET /batches", {}]],
    // Other paths.
    ["GET /", [404]],
    ["GET /batch", [404]],
    ["GET /Batches", [404]],
    ["GET /batches/", [404]],
    ["GET //batches", [404]],
    ["GET /batches//", [404]],
    ["GET /batches/b1/", [404]],
    ["GET /batches/b1/cancel/now", [404]],
    ["POST /batches//cancel", [404]],
    ["GET /batche%ZZ", [404]],
    ["GET /toString", [404]],
    // Other methods.
    ["DELETE /batches", [405, "GET, HEAD, POST"]],
    ["PUT /batches/b1", [405, "GET, HEAD"]],
    ["GET /batches/b1/cancel", [405, "POST"]],
    ["OPTIONS /batches", [405, "GET, HEAD, POST"]],
    ["get /batches", [405, "GET, HEAD, POST"]],
    ["HEAD /batches", ["GET /batches", {}]],
    ["HEAD /batches/b1/cancel", [405, "POST"]],
  ])("%s", (request, expected) => {
    expect(answer(batches, request)).toEqual(expected);
  });

  test("which has the method itself, before GET answers HEAD", () => {
    const routes = ["GET /a", "HEAD /a", "OPTIONS /a", "PURGE /a"];
    expect(answer(routes, "HEAD /a")).toEqual(["HEAD /a", {}]);
    expect(answer(routes, "OPTIONS /a")).toEqual(["OPTIONS /a", {}]);
    expect(answer(routes, "PURGE /a")).toEqual(["PURGE /a", {}]);
    expect(answer(routes, "PUT /a")).toEqual([405, "GET, HEAD, OPTIONS, PURGE"]);
  });
});

describe("the most specific template is used", () => {
  test.each([
    ["a text before a variable", ["GET /a/{x}", "GET /a/b"], "GET /a/b", ["GET /a/b", {}]],
    ["a text before it, encoded", ["GET /a/{x}", "GET /a/é"], "GET /a/%c3%A9", ["GET /a/é", {}]],
    ["from the left", ["GET /{x}/c", "GET /b/{y}"], "GET /b/c", ["GET /b/{y}", { y: "c" }]],
    ["after one that ends", ["GET /b/d", "GET /{x}/c"], "GET /b/c", ["GET /{x}/c", { x: "b" }]],
    ["by the path alone", ["GET /a/b", "POST /a/{x}"], "POST /a/b", [405, "GET, HEAD"]],
    ["a part of a segment", ["GET /{x}", "GET /{x}.js"], "GET /a.js", ["GET /{x}.js", { x: "a" }]],
    [
      "the longest part",
      ["GET /{x}.js", "GET /{x}.d.js"],
      "GET /a.d.js",
      ["GET /{x}.d.js", { x: "a" }],
    ],
    ["the first of two", ["GET /{x}", "GET /{y}"], "GET /a", ["GET /{x}", { x: "a" }]],
    ["with its own names", ["GET /{x}", "PUT /{y}"], "PUT /a", ["PUT /{y}", { y: "a" }]],
    [
      "by its names, if nothing else separates them",
      ["GET /{a}{b}", "PUT /{c}{d}"],
      "PUT /;c=1;d=2",
      ["PUT /{c}{d}", { c: ";c=1", d: ";d=2" }],
    ],
    ["and all their methods", ["GET /{x}", "PUT /{y}"], "POST /a", [405, "GET, HEAD, PUT"]],
  ])("%s", (_, routes, request, expected) => {
    expect(answer(routes, request)).toEqual(expected);
    expect(answer([...routes, "GET /other"], request)).toEqual(expected);
  });
});

describe("a template may have variables in segments", () => {
  test.each([
    ["/{name}.json", "/a.json", { name: "a" }],
    ["/{name}.json", "/a.json.json", { name: "a.json" }],
    ["/{name}.json", "/a%2Ejson", { name: "a" }],
    ["/{name}.json", "/.json", undefined],
    ["/{name}.json", "/a.jsonl", undefined],
    ["/{name}:cancel", "/a%3Acancel", { name: "a" }],
    ["/{name}:cancel", "/b%20c:cancel", { name: "b%20c" }],
    ["/v{major}.{minor}", "/v1.2", { major: "1", minor: "2" }],
    ["/v{major}.{minor}", "/v1.2.3", { major: "1", minor: "2.3" }],
    ["/v{major}.{minor}", "/v.2", undefined],
    ["/v{major}.{minor}", "/v1.", undefined],
    ["/{a}-{b}.x", "/1-2.x", { a: "1", b: "2" }],
    ["/{a}-{b}.x", "/1-2.x.x", { a: "1", b: "2.x" }],
    ["/{a}x{b}x", "/1xx", undefined],
    ["/a{b}a", "/a", undefined],
    ["/a{b}a", "/aa", undefined],
    ["/{%C3%A9}", "/x", { "%C3%A9": "x" }],
    ["/é{x}", "/%C3%A91", { x: "1" }],
    ["/{x}é{y}", "/%F0%9F%98%80%C3%A9%C3%A9", { x: "%F0%9F%98%80", y: "%C3%A9" }],
    // Styles.
    ["/{id}", "/;id=1,2", { id: ";id=1,2" }],
    ["/{id}", "/.1.2", { id: ".1.2" }],
    ["/{a}{b}", "/;a=1;a=2;b=3", { a: ";a=1;a=2", b: ";b=3" }],
    ["/x{a}{b}", "/x.1.2", { a: ".1", b: ".2" }],
    ["/{a}{b}", "/12", undefined],
    // Names and braces.
    ["/{__proto__}/{toString}", "/1/2", { ["__proto__"]: "1", toString: "2" }],
    ["/{a", "/%7Ba", {}],
    ["/{}", "/%7B%7D", {}],
    // Malformed encoding stays as it is.
    ["/{x}.y", "/%ZZ%.y", { x: "%ZZ%" }],
    ["/{x}.y", "/%C3.y", { x: "%C3" }],
  ])("%s and %s", (path, requested, expected) => {
    const url = `https://a.example${requested}`;
    const match = matchOperation(described(`GET ${path}`), { method: "GET", url });
    expect(match.path && Object.entries(match.path)).toEqual(expected && Object.entries(expected));
    expect(matchPath({ path }, url)).toEqual(match.path);
  });
});

describe("a base path precedes all paths", () => {
  test.each([
    ["/v1", "/v1/batches", ["GET /batches", {}]],
    ["v1/", "/v1/batches", ["GET /batches", {}]],
    ["/api/v1", "/api/v%31/batches", ["GET /batches", {}]],
    ["/", "/batches", ["GET /batches", {}]],
    ["/v1", "/batches", [404]],
    ["/v1", "/v10/batches", [404]],
    ["/v1", "/v1", [404]],
    ["/v1", "/v1/v1/batches", [404]],
  ])("%s before %s", (basePath, path, expected) => {
    expect(answer(batches, `GET ${path}`, basePath)).toEqual(expected);
  });
});

test("operations may be a record, or a module with other exports", () => {
  const [listBatches, createBatch] = described(...batches);
  const all = {
    listBatches,
    createBatch,
    text: "GET /text",
    isBatch: () => true,
    nothing: undefined,
  };
  const url = "http://localhost/batches";
  expect(matchOperation(all, { method: "POST", url }).operation).toBe(createBatch);
  expect(matchOperation({}, { method: "POST", url }).problem?.document.status).toBe(404);
});

describe("the time follows the number of segments", () => {
  test("with thousands of operations that begin alike", () => {
    const routes = Array.from({ length: 5_000 }, (_, index) => `GET /a/{x}/b${index}/{y}`);
    const operations = described(...routes);
    const url = "http://localhost/a/1/b4999/2";
    matchOperation(operations, { method: "GET", url });
    const start = performance.now();
    for (let at = 0; at < 2_000; at++) matchOperation(operations, { method: "GET", url });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test("with paths that fit up to their ends in many ways", () => {
    // Each segment fits a text and a variable.
    const routes = Array.from({ length: 1_024 }, (_, index) => {
      const bits = index.toString(2).padStart(10, "0");
      return `GET /${bits.replace(/0/g, "a/").replace(/1/g, "{x}/")}end`;
    });
    const operations = described(...routes);
    const start = performance.now();
    const url = `http://localhost/${"a/".repeat(10)}other`;
    for (let at = 0; at < 10; at++) {
      expect(matchOperation(operations, { method: "GET", url }).problem?.document.status).toBe(404);
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test.each(["a/", "a-", "%", "%C3", "{", ".a"])("with 20,000 times %s", (part) => {
    const operations = described(
      "GET /{a}-{b}-{c}-{d}.a",
      "GET /{a}{b}{c}",
      "GET /a/{a}/a/{b}.{c}",
    );
    const start = performance.now();
    const url = `http://localhost/${part.repeat(20_000)}`;
    matchOperation(operations, { method: "GET", url });
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
