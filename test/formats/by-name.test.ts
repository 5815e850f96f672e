import { describe, expect, test } from "vitest";
import type { Formats } from "../../generator/config/formats.js";
import { importsOfFormats } from "../../generator/emit/runtime-formats.js";
import { knownFormats } from "../../generator/schema/keywords/formats.js";
import { generate } from "../../generator/index.js";
import { guardsInMemory } from "../support/guards-in-memory.js";

/** A document with a component for each schema. */
function documentWith(schemas: Readonly<Record<string, object>>): string {
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Formats", version: "1" },
    components: { schemas },
  });
}

describe("formats of the config", () => {
  test.each<[Formats, string, unknown, boolean]>([
    ["annotate", "uuid", "a", true],
    ["assert", "uuid", "a", false],
    [{}, "uuid", "a", true],
    [{ uuid: "assert" }, "uuid", "a", false],
    [{ uuid: "assert" }, "date", "a", true],
    [{ "*": "assert" }, "date", "a", false],
    [{ "*": "assert", date: "annotate" }, "date", "a", true],
    [{ "*": "assert", date: "annotate" }, "time", "a", false],
    [{ "*": "annotate", date: "assert" }, "date", "a", false],
    [{ int8: "assert" }, "int8", 128, false],
    [{ int8: "assert" }, "int16", 1e9, true],
    [{ "x-iban": "^[A-Z]{2}[0-9]{2}" }, "x-iban", "DE89", true],
    [{ "x-iban": "^[A-Z]{2}[0-9]{2}" }, "x-iban", "de89", false],
    [{ "x-iban": "^[A-Z]{2}[0-9]{2}" }, "x-iban", 1, true],
    [{ "x-iban": "^[A-Z]{2}[0-9]{2}" }, "uuid", "a", true],
    [{ uuid: "^[0-9a-f]{32}$" }, "uuid", "2eb8aa08aa9811eab4aa73b441d16380", true],
    [{ uuid: "^[0-9a-f]{32}$" }, "uuid", "2eb8aa08-aa98-11ea-b4aa-73b441d16380", false],
    [{ int32: "^a$" }, "int32", 1.5, true],
    [{ letters: "^\\p{L}+$" }, "letters", "é", true],
    [{ "one character": "^.$" }, "one character", "😀", true],
    [{ "x-code": "^[A-Z\\-]+$" }, "x-code", "A-B", true],
    [{ "x-code": "\\A[A-Z]+$" }, "x-code", "aA", false],
    [{ "1/é$": "^/$" }, "1/é$", "a", false],
    [{ "": "^/$" }, "", "a", false],
    [{ uuid: "assert" }, "toString", "a", true],
    ["assert", "constructor", "a", true],
    [{ constructor: "^c" }, "constructor", "a", false],
    [{ prototype: "^p" }, "prototype", "p", true],
    [{ "*": "assert", hasOwnProperty: "^h" }, "hasOwnProperty", "a", false],
    [Object.fromEntries([["__proto__", "^p"]]), "__proto__", "a", false],
  ])("with %j, %s of %j: %j", async (formats, format, value, valid) => {
    const text = documentWith({ Model: { format } });
    const { guards } = await guardsInMemory({ spec: { text }, config: { formats } });
    const { is, validate } = guards("Model");
    expect([is(value), validate(value).issues === undefined]).toEqual([valid, valid]);
    expect(validate(value).issues ?? []).toHaveLength(valid ? 0 : 1);
  });

  test("an issue names a format by its name, and not by its expression", async () => {
    const text = documentWith({ Model: { type: "string", format: "x-iban" } });
    const formats = { "x-iban": "^[A-Z]{2}" };
    const { guards } = await guardsInMemory({ spec: { text }, config: { formats } });
    expect(guards("Model").validate("a").issues).toMatchObject([
      { keyword: "format", expected: "a string in the format x-iban" },
    ]);
  });
});

describe("the runtime of a package", () => {
  const all = documentWith(
    Object.fromEntries(
      [...knownFormats.keys()].map((format, index) => [`Model${index}`, { format }]),
    ),
  );

  test.each<[Formats, readonly string[]]>([
    ["annotate", []],
    [{ uuid: "assert", int32: "assert", password: "assert", "x-iban": "^[A-Z]" }, []],
    [{ date: "assert" }, ["format-date"]],
    [{ "date-time": "assert" }, ["format-date", "format-date-time", "format-time"]],
    [{ email: "assert" }, ["format-email", "format-ipv4", "format-ipv6"]],
    [{ uri: "assert" }, ["format-ipv4", "format-ipv6", "format-uri", "uri-syntax"]],
    [{ "uri-template": "assert" }, ["format-uri-template", "iri-syntax"]],
    [{ hostname: "assert" }, ["format-hostname", "idna", "idna-joining", "punycode"]],
  ])("with %j, has of formats only %j", async (formats, modules) => {
    const config = { formats, outputs: ["models", "guards"], format: "none" } as const;
    const { files } = await generate({ spec: { text: all }, config });
    const names = files.flatMap(({ path }) => /^runtime\/(.+)\.ts$/.exec(path)?.[1] ?? []);
    expect(names.filter((name) => Object.hasOwn(importsOfFormats, name)).sort()).toEqual(modules);
  });
});
