import { describe, expect, test } from "vitest";
import { normalizeUri, resolveUri } from "../../generator/core/uri.js";

describe("a reference", () => {
  test.each([
    ["#/a", "file:///s/openapi.yaml", "file:///s/openapi.yaml", "/a"],
    ["", "file:///s/openapi.yaml", "file:///s/openapi.yaml", ""],
    ["#", "file:///s/openapi.yaml", "file:///s/openapi.yaml", ""],
    ["b.yml", "file:///s/openapi.yaml", "file:///s/b.yml", ""],
    ["./a/../b.yml#/B", "file:///s/openapi.yaml", "file:///s/b.yml", "/B"],
    ["../b.yml#anchor", "file:///s/a/b/c.yml", "file:///s/a/b.yml", "anchor"],
    ["a b.yml", "file:///s/openapi.yaml", "file:///s/a%20b.yml", ""],
    ["/b.yml", "https://example.com/s/a.yml", "https://example.com/b.yml", ""],
    ["//example.org/b", "https://example.com/s/a.yml", "https://example.org/b", ""],
    ["https://example.com/b#/x", "file:///s/openapi.yaml", "https://example.com/b", "/x"],
    ["HTTPS://Example.COM/b", "stdin:", "https://example.com/b", ""],
    ["urn:example:b", "memory:", "urn:example:b", ""],
    ["#/a%7Eb/c%20d", "memory:", "memory:", "/a~b/c d"],
    ["#/100%", "memory:", "memory:", "/100%"],
  ])("%j in %s leads to %s # %s", (reference, base, uri, fragment) => {
    expect(resolveUri(reference, base)).toEqual({ uri, fragment });
  });

  test.each([
    ["models/b.yml#/B", "memory:", "models/b.yml"],
    ["models/b.yml#/B", "stdin:", "models/b.yml"],
    ["models/b.yml#/B", "openapi.yaml", "models/b.yml"],
    ["http://[", "file:///s/openapi.yaml", "http://["],
  ])("%j in %s stands for itself", (reference, base, uri) => {
    expect(resolveUri(reference, base).uri).toBe(uri);
  });
});

test.each([
  ["file:///s/a%62c.yml", "file:///s/abc.yml"],
  ["file:///s/%7euser/%c3%a9%2f.yml", "file:///s/~user/%C3%A9%2F.yml"],
  ["https://example.com/%61?q=%7E", "https://example.com/a?q=~"],
  ["https://example.com/a%20b", "https://example.com/a%20b"],
  ["urn:example:%61", "urn:example:a"],
])("%s is %s", (uri, want) => {
  expect(normalizeUri(uri)).toBe(want);
});
