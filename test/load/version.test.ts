import { describe, expect, test } from "vitest";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { locate } from "../../generator/text/locate.js";
import { parseSource } from "../../generator/text/parse.js";
import { openApiRoot, openApiVersion } from "../../generator/openapi/version.js";
import { inputErrorOf } from "../diagnostics/input-error-of.js";
import { sourceOf } from "./parse-outcome.js";

function versionOf(text: string): { version: string; log: DiagnosticLog } {
  const log = new DiagnosticLog();
  const source = parseSource(sourceOf("yaml", text), log);
  return { version: openApiVersion(source, log), log };
}

describe("a version as the specification writes it is accepted without a word", () => {
  test.each([
    ["openapi: 3.0.0", "3.0"],
    ["openapi: 3.0.4", "3.0"],
    ["openapi: 3.1.0", "3.1"],
    ["openapi: '3.1.2'", "3.1"],
    ["openapi: 3.1.0-rc1", "3.1"],
    ["openapi: 3.2.0", "3.2"],
    ["openapi: 3.2.17", "3.2"],
  ])("%s is %s", (text, want) => {
    const { version, log } = versionOf(text);
    expect(version).toBe(want);
    expect(log.all).toEqual([]);
  });
});

describe("a version that is recognisable is accepted with a warning", () => {
  test.each([
    ["openapi: 3.0", "3.0", "not 3"],
    ["openapi: 3.1", "3.1", "not 3.1"],
    ["openapi: 3.2", "3.2", "not 3.2"],
    ['openapi: "3.1"', "3.1", 'not "3.1"'],
  ])("%s is %s", (text, want, ending) => {
    const { version, log } = versionOf(text);
    expect(version).toBe(want);
    expect(log.all).toEqual([
      {
        severity: "warning",
        code: "malformed-version",
        message: `the OpenAPI version must be a string of three numbers, ${ending}`,
        help: `write "${want}.0"`,
        place: { uri: "file:///spec/openapi.yaml", pointer: "/openapi" },
      },
    ]);
  });
});

describe("any other file is refused", () => {
  test.each([
    ["openapi: 2.0.0", "unsupported-version", "1:10"],
    ["openapi: 3.3.0", "unsupported-version", "1:10"],
    ["openapi: 4.0.0", "unsupported-version", "1:10"],
    ["openapi: 3.10.0", "unsupported-version", "1:10"],
    ["openapi: 3.1.x", "unsupported-version", "1:10"],
    ["openapi: v3.1.0", "unsupported-version", "1:10"],
    ["openapi: 2", "unsupported-version", "1:10"],
    ["openapi: 3.3", "unsupported-version", "1:10"],
    ["openapi:", "unsupported-version", "1:9"],
    ["openapi: [3.1.0]", "unsupported-version", "1:10"],
    ["openapi: true", "unsupported-version", "1:10"],
    ['swagger: "2.0"', "swagger-2", "1:1"],
    ["swagger: 2.0", "swagger-2", "1:1"],
    ["info: {}", "not-openapi", "1:1"],
    ["OpenAPI: 3.1.0", "not-openapi", "1:1"],
    ["[openapi]", "not-openapi", "1:1"],
    ["openapi", "not-openapi", "1:1"],
    ["# nothing", "not-openapi", "?:?"],
  ])("%s is %s", async (text, code, where) => {
    const error = await inputErrorOf(() => versionOf(text));
    const [diagnostic] = error.diagnostics;
    if (diagnostic === undefined) throw new Error("There is no diagnostic");
    const { position } = locate(diagnostic, error.sources);
    expect(error.diagnostics).toHaveLength(1);
    expect(diagnostic.code).toBe(code);
    expect(`${position?.line ?? "?"}:${position?.column ?? "?"}`).toBe(where);
  });

  test.each([
    [
      '{"$schema": "https://json-schema.org/draft/2020-12/schema"}',
      "components.schemas refers to it",
    ],
    ["$defs: { a: {} }", "components.schemas refers to it"],
    ["type: object", "components.schemas refers to it"],
    ["paths: {}", "name the file that refers to this one"],
    ["components: { schemas: {} }", "name the file that refers to this one"],
    ["asyncapi: 3.0.0\ninfo: {}", "AsyncAPI"],
    ["Pet: { type: object }", 'as in openapi: "3.1.0"'],
  ])("%s, with what to do", async (text, help) => {
    const error = await inputErrorOf(() => versionOf(text));
    expect(error.diagnostics).toMatchObject([
      { code: "not-openapi", help: expect.stringContaining(help) as string },
    ]);
  });

  test("a Swagger description with the name of a converter", async () => {
    const error = await inputErrorOf(() => versionOf("swagger: '2.0'"));
    expect(error.diagnostics[0]?.help).toMatch(/swagger2openapi.*Swagger Converter/);
  });

  test("another version with those that are read", async () => {
    const error = await inputErrorOf(() => versionOf("openapi: 3.3.0"));
    expect(error.diagnostics[0]?.message).toBe(
      'the OpenAPI version is "3.3.0"; Guardsmith reads 3.0, 3.1, 3.2',
    );
  });
});

test("the root of a file is its value", () => {
  const source = parseSource(sourceOf("yaml", "openapi: 3.1.0\ninfo: {}"), new DiagnosticLog());
  expect(openApiRoot(source)).toBe(source.value);
});
