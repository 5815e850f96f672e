import { expect, test } from "vitest";
import { normalizeUri, parseUrl, relativeUri, resolveUri } from "../../generator/core/uri.js";

const base = "file:///api/v1/openapi.yaml";

test.each([
  ["#/a", base, base, "/a"],
  ["", base, base, ""],
  ["#", base, base, ""],
  ["pet.yaml", base, "file:///api/v1/pet.yaml", ""],
  ["../pet.yaml#a%20b", base, "file:///api/pet.yaml", "a b"],
  ["https://example.com/a#b#c", base, "https://example.com/a", "b#c"],
  ["pet.yaml#%", base, "file:///api/v1/pet.yaml", "%"],
  ["pet.yaml#a", "stdin:", "pet.yaml", "a"],
  ["http://[", base, "http://[", ""],
])("%s from %s leads to %s and %j", (reference, from, uri, fragment) => {
  expect(resolveUri(reference, from)).toEqual({ uri, fragment });
});

test.each([
  ["https://a/%41%7e%2d", "https://a/A~-"],
  ["https://a/%c3%a4%2F", "https://a/%C3%A4%2F"],
  ["https://a/plain", "https://a/plain"],
])("%s is written %s", (uri, normal) => {
  expect(normalizeUri(uri)).toBe(normal);
});

test.each([
  [base, base, ""],
  [base, "file:///api/v1/pet.yaml", "pet.yaml"],
  [base, "file:///api/v1/a/b.yaml", "a/b.yaml"],
  [base, "file:///api/v2/pet.yaml", "../v2/pet.yaml"],
  [base, "file:///pet.yaml", "../../pet.yaml"],
  [base, "https://example.com/pet.yaml", "https://example.com/pet.yaml"],
  ["https://example.com/a", base, base],
])("from %s to %s is %j", (from, to, reference) => {
  expect(relativeUri(from, to)).toBe(reference);
});

test("a host with letters of Latin is one, however often it is asked", () => {
  for (let times = 0; times < 20_000; times += 1) {
    expect(parseUrl("https://ä.example/")?.hostname === "xn--4ca.example").toBe(true);
  }
});
