import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import type { LocatedDiagnostic } from "../../generator/core/diagnostic.js";
import { formatDiagnostic } from "../../generator/text/format-diagnostic.js";

const full: LocatedDiagnostic = {
  severity: "error",
  code: "unresolvable-reference",
  message: 'cannot resolve the reference "#/components/schemas/Nope"',
  help: "define it, or correct the name",
  place: { uri: "file:///x", pointer: "/components/schemas/Foo" },
  file: "spec/openapi.yaml",
  position: { line: 12, column: 7 },
  frame: "  11 | Foo:\n> 12 |   $ref: x\n     |         ^\n  13 | Bar:",
};

describe("without colours", () => {
  test("everything that is known is printed, the place first", () => {
    expect(formatDiagnostic(full, { color: false })).toBe(
      `spec/openapi.yaml:12:7: error: cannot resolve the reference "#/components/schemas/Nope" (unresolvable-reference)
  11 | Foo:
> 12 |   $ref: x
     |         ^
  13 | Bar:
  at /components/schemas/Foo
  help: define it, or correct the name`,
    );
  });

  test.each<[string, LocatedDiagnostic, string]>([
    [
      "no place",
      { severity: "error", code: "empty-file", message: "a.yaml is empty" },
      "error: a.yaml is empty (empty-file)",
    ],
    [
      "a file without a position",
      { severity: "warning", code: "not-openapi", message: "m", file: "a.yaml" },
      "a.yaml: warning: m (not-openapi)",
    ],
    [
      "the whole file as its place",
      {
        severity: "error",
        code: "not-openapi",
        message: "m",
        file: "a.yaml",
        position: { line: 1, column: 1 },
        place: { uri: "file:///a.yaml", pointer: "" },
      },
      "a.yaml:1:1: error: m (not-openapi)",
    ],
  ])("a diagnostic with %s is one line", (_name, given, want) => {
    expect(formatDiagnostic(given, { color: false })).toBe(want);
  });

  test("further places are before the help, each with its position", () => {
    const other = {
      message: "`list` stands here, too",
      place: { uri: "file:///x", pointer: "/a" },
    };
    const related = [{ ...other, file: "a.yaml", position: { line: 3, column: 5 } }, other];
    const rows = formatDiagnostic({ ...full, related }, { color: false }).split("\n");
    expect(rows.slice(-3)).toEqual([
      "  see: a.yaml:3:5: `list` stands here, too",
      "  see: `list` stands here, too",
      "  help: define it, or correct the name",
    ]);
  });

  test("control characters from a document are escaped wherever they stand", () => {
    const nasty = "\u001b[31m\n\u202e";
    const text = formatDiagnostic(
      {
        severity: "error",
        code: "not-openapi",
        message: nasty,
        help: nasty,
        file: nasty,
        place: { uri: "x", pointer: `/${nasty}` },
      },
      { color: false },
    );
    const shown = "\\u001b[31m\\n\\u202e";
    expect(text).toBe(`${shown}: error: ${shown} (not-openapi)\n  at /${shown}\n  help: ${shown}`);
  });
});

describe("with colours", () => {
  test("the text is the same under the colours", () => {
    const colored = formatDiagnostic(full, { color: true });
    expect(stripVTControlCharacters(colored)).toBe(formatDiagnostic(full, { color: false }));
  });

  test("an error is red, and so is the marker", () => {
    const rows = formatDiagnostic(full, { color: true }).split("\n");
    expect(rows[0]).toContain("\u001b[31merror:");
    expect(rows[3]).toContain("\u001b[31m     |         ^");
    expect(rows[2]).toBe("> 12 |   $ref: x");
  });

  test("a warning is yellow, and so is the marker", () => {
    const warning = { ...full, severity: "warning" } as const;
    const rows = formatDiagnostic(warning, { color: true }).split("\n");
    expect(rows[0]).toContain("\u001b[33mwarning:");
    expect(rows[3]).toContain("\u001b[33m     |         ^");
  });

  test("no escape of a document gets through", () => {
    const nasty = { ...full, message: "\u001b[2J" };
    expect(formatDiagnostic(nasty, { color: true })).not.toContain("\u001b[2J");
  });
});
