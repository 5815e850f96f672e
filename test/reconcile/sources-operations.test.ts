import { describe, expect, it } from "vitest";
import {
  compareTemplates,
  matchesTemplate,
  parsePathTemplate,
  pathSegments,
} from "../../generator/validate/operations/path-template.js";
import { isSampleArgument } from "../../generator/commands/samples/sample-argument.js";

describe("a path template", () => {
  it.each([
    ["/pets", "/pets", true],
    ["/pets", "/pets/", true],
    ["/pets/", "/pets", true],
    ["/pets", "/pets/1", false],
    ["/pets", "/Pets", false],
    ["/", "/", true],
    ["/pets/{id}", "/pets/1", true],
    ["/pets/{id}", "/pets/", false],
    ["/pets/{id}", "/pets/a/b", false],
    ["/pets/{id}", "/pets/a%2Fb", true],
    ["/pets/{id}/x", "/pets/1/x", true],
    ["/a b", "/a%20b", true],
    ["/%zz", "/%zz", true],
    ["/{name}.json", "/a.json", true],
    ["/{name}.json", "/.json", false],
    ["/{name}.json", "/a.xml", false],
    ["/{a}-{b}", "/1-2", true],
    ["/{a}-{b}", "/-2", false],
    ["/{a}-{b}", "/1-", false],
    ["/{a}-{b}", "/--2", true],
    ["/{a}{b}", "/1", false],
    ["/{a}{b}", "/12", true],
    ["/pets?type=cat", "/pets", true],
    ["/pets#cat", "/pets", true],
  ])("%s stands for %s: %s", (template, path, want) => {
    expect(matchesTemplate(parsePathTemplate(template), pathSegments(path))).toBe(want);
  });

  it("with many variables is matched in one pass", () => {
    const template = parsePathTemplate(`/${"{a}-".repeat(2000)}!`);
    expect(matchesTemplate(template, pathSegments(`/${"-".repeat(20_000)}`))).toBe(false);
  });

  it("comes before others that have more variables, at the first difference", () => {
    const paths = ["/{a}/{b}", "/{a}/x", "/a/{b}", "/a/x-{b}", "/a/x", "/{a}-{b}/x"];
    const sorted = paths
      .map((path) => ({ path, template: parsePathTemplate(path) }))
      .toSorted((left, right) => compareTemplates(left.template, right.template))
      .map(({ path }) => path);
    expect(sorted).toEqual(["/a/x", "/a/x-{b}", "/a/{b}", "/{a}/x", "/{a}/{b}", "/{a}-{b}/x"]);
  });
});

it.each([
  ["Batch=a.json", true],
  ["Batch=-", true],
  ["Batch=https://example.com/a", true],
  ["a.har", true],
  ["A.HAR", true],
  ["a.jsonl", true],
  ["a.ndjson", true],
  ["openapi.yaml", false],
  ["openapi.json", false],
  ["-", false],
  ["https://example.com/openapi?key=1", false],
  ["folder/a=b.yaml", false],
])("%s can only name samples: %s", (argument, want) => {
  expect(isSampleArgument(argument)).toBe(want);
});
