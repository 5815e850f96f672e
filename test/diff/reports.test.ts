import { Ajv } from "ajv";
import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import {
  markAccepted,
  type AcceptedBreak,
  type ReportedChange,
} from "../../generator/commands/accepted-breaks.js";
import { jsonReport } from "../../generator/commands/diff-reports/json.js";
import { markdownReport } from "../../generator/commands/diff-reports/markdown.js";
import { prettyReport } from "../../generator/commands/diff-reports/pretty.js";
import type { DiffReport } from "../../generator/commands/diff-reports/report.js";
import type { Change, Diff } from "../../generator/diff/diff-result.js";
import { markdownParts } from "../support/markdown.js";
import {
  breaking,
  compatible,
  diffOf,
  documentation,
  everything,
  issue,
  meaning,
  removed,
  types,
  unknown,
} from "./hand-made.js";

const place = { uri: "file:///accepted.yaml", pointer: "/0" };

/** The report of differences, some of which are accepted. */
function reportOf(diff: Diff, ...entries: readonly Omit<AcceptedBreak, "place">[]): DiffReport {
  const listed = entries.map((entry) => ({ ...entry, place }));
  return { ...diff, changes: markAccepted(diff.changes, { entries: listed }, "2026-11-29") };
}

const accepting = [
  { id: removed.id, reason: "nobody called it" },
  { id: unknown.id, reason: "for now", until: "2026-11-29" },
  { id: breaking.id, reason: "a release of grace", until: "2026-11-28" },
];

describe("the pretty report", () => {
  it("begins with the verdict and what breaks, with payloads and places", () => {
    expect(prettyReport(reportOf(everything), false)).toBe(
      [
        "major: data that was valid is rejected (3 breaking, 1 unknown, 1 breaking for types, 1 compatible, 1 of meaning, 1 of documentation)",
        "",
        "breaking: 3 changes",
        '  Order /properties/status/enum: "lost" is no longer accepted',
        "    in requests of POST /orders",
        "    old: git:main:openapi.yaml:12:7",
        "    new: openapi.yaml:14:9",
        "    the old document accepts this request body (application/json), the new one does not:",
        '      {"status":"lost"}',
        '    because status: expected "open", received "lost" (string)',
        "    id: order-status",
        "  GET /orders /paths/~1orders/get/parameters/0: `limit` is required",
        "    in requests of GET /orders",
        "    the old document accepts leaving out the parameter query limit, the new one does not",
        '    because status: expected "open", received "lost" (string)',
        "    id: limit-required",
        "  DELETE /orders /paths/~1orders/delete: the operation is gone",
        "    in requests of DELETE /orders",
        "    decided by the rule operation-removed, not by a payload",
        "    id: no-delete",
        "",
        "unknown: 1 change",
        "  Order /properties/code/pattern: the pattern is another one",
        "    in responses of GET /orders, POST /orders, GET /orders/{id} and 1 more",
        "    `pattern` cannot be decided; 200 payloads tried",
        "    id: pattern",
        "",
        "breaking for types: 1 change",
        "  Order /properties/note: `note` is gone",
        "    in responses",
        "    type of Order.note: string | undefined → nothing",
        "    id: no-note",
        "",
        "compatible: 1 change",
        "  Order /properties/usage: `usage` is new and optional (in responses)",
        "",
        "meaning: 1 change",
        "  Order /properties/limit/default: the default is 20, not 10",
        "",
        "documentation: 1 change",
        "  /paths/~1orders/get/summary: the summary is another one",
        "",
      ].join("\n"),
    );
  });

  it("shows what is accepted apart, and what no longer is as a break", () => {
    const text = prettyReport(reportOf(everything, ...accepting), false);
    const [breaks = "", accepted = ""] = ["breaking: 2 changes", "accepted: 2 changes"].map(
      (heading) => text.split("\n\n").find((section) => section.startsWith(heading)),
    );
    expect(breaks).toContain("no longer accepted since the end of 2026-11-28: a release of grace");
    expect(accepted).toContain("accepted: nobody called it");
    expect(accepted).toContain("accepted until 2026-11-29: for now");
    expect(text).toContain("2 accepted");
  });

  it("counts each change in the list in which it is shown", () => {
    const both: Change = { ...breaking, types: "breaking" };
    const text = prettyReport(reportOf(diffOf([both, removed, compatible]), ...accepting), false);
    expect(text).toContain("(1 breaking, 1 accepted, 1 compatible)");
  });

  it("names no operation for a change of the whole document, and no rule for types alone", () => {
    const servers: Change = { ...removed, pointer: "/servers/0", message: "it is gone" };
    const component: Change = { ...types, rule: "component-removed" };
    const text = prettyReport(reportOf(diffOf([servers, component])), false);
    expect(text).toContain("  /servers/0: it is gone\n");
    expect(text).not.toContain("component-removed");
  });

  it("says in one line that nothing changes", () => {
    expect(prettyReport(reportOf(diffOf([])), false)).toBe("none: nothing changes\n");
  });

  it("shortens payloads and lists", () => {
    const value = Array.from({ length: 50 }, (_, index) => `${index} ${"x".repeat(200)}`);
    const proof = { part: "component", value, acceptedBy: "old", issue } as const;
    const many = Array.from({ length: 12 }, () => compatible);
    const text = prettyReport(reportOf(diffOf([{ ...breaking, proof }, ...many])), false);
    expect(text).toContain("… and 32 more lines");
    expect(text).toContain("  … and 2 more\n");
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(150);
  });

  it("escapes control characters, and paints only if asked to", () => {
    const wild: Change = { ...breaking, message: "a\u001b[31mb", component: "O\u202er" };
    expect(prettyReport(reportOf(diffOf([wild])), false)).not.toMatch(/[\u001b\u202e]/);
    expect(prettyReport(reportOf(diffOf([breaking])), true)).toContain("\u001b[1m");
  });
});

describe("the JSON report", () => {
  const schema = JSON.parse(
    readFileSync(new URL("../../diff.schema.json", import.meta.url), "utf8"),
  ) as Readonly<Record<string, unknown>>;
  const isValid = new Ajv().compile(closed(schema) as object);

  test.each<[what: string, report: DiffReport]>([
    ["everything", reportOf(everything)],
    ["accepted changes", reportOf(everything, ...accepting)],
    ["nothing", reportOf(diffOf([]))],
  ])("fits its schema, which lists all members: %s", (_what, report) => {
    const json: unknown = JSON.parse(jsonReport(report));
    expect([isValid(json), isValid.errors]).toEqual([true, null]);
    expect(json).toEqual(report);
  });

  test.each<[what: string, change: (report: DiffReport) => unknown]>([
    ["another verdict", (report) => ({ ...report, verdict: "huge" })],
    ["no counts", ({ verdict, changes }) => ({ verdict, changes, meaning: [], documentation: [] })],
    ["a change without an id", (report) => ({ ...report, changes: [{ ...breaking, id: 1 }] })],
    [
      "a proof with neither a value nor its absence",
      (report) => ({
        ...report,
        changes: [{ ...breaking, proof: { part: "component", acceptedBy: "old", issue } }],
      }),
    ],
  ])("does not fit its schema with %s", (_what, change) => {
    expect(isValid(change(reportOf(everything)))).toBe(false);
  });

  it("shortens nothing, and escapes control characters", () => {
    const value = "\u0085".repeat(200_000);
    const proof = { part: "component", value, acceptedBy: "old", issue } as const;
    const text = jsonReport(reportOf(diffOf([{ ...breaking, proof }])));
    expect(text).not.toContain("\u0085");
    const { changes } = JSON.parse(text) as { changes: readonly ReportedChange[] };
    expect(changes[0]?.proof).toEqual(proof);
  });
});

describe("the Markdown report", () => {
  it("shows the verdict, breaks with payloads, and folds the rest", () => {
    const text = markdownReport(
      reportOf(
        diffOf([breaking, compatible], { meaning: [meaning], documentation: [documentation] }),
      ),
    );
    expect(text).toBe(
      [
        "### major: data that was valid is rejected",
        "",
        "1 breaking, 1 compatible, 1 of meaning, 1 of documentation.",
        "",
        "#### Breaking",
        "",
        '- `Order` `/properties/status/enum`: "lost" is no longer accepted',
        "  in requests of `POST /orders`",
        "",
        "  the old document accepts this request body (application/json), the new one does not:",
        "",
        "  ```json",
        '  {"status":"lost"}',
        "  ```",
        "",
        '  because `status: expected "open", received "lost" (string)`',
        "",
        "  old `git:main:openapi.yaml:12:7`, new `openapi.yaml:14:9`, id `order-status`",
        "",
        "<details><summary>compatible: 1 change</summary>",
        "",
        "- `Order` `/properties/usage`: `usage` is new and optional (in responses)",
        "",
        "</details>",
        "",
        "<details><summary>meaning: 1 change</summary>",
        "",
        "- `Order` `/properties/limit/default`: the default is 20, not 10",
        "",
        "</details>",
        "",
        "<details><summary>documentation: 1 change</summary>",
        "",
        "- `/paths/~1orders/get/summary`: the summary is another one",
        "",
        "</details>",
        "",
      ].join("\n"),
    );
  });

  it("shows what is accepted, folded, with the reason", () => {
    const text = markdownReport(reportOf(diffOf([removed]), ...accepting));
    expect(text).toContain("<summary>accepted: 1 change</summary>");
    expect(text).toContain("**accepted: nobody called it**");
    expect(text).not.toContain("#### Breaking");
  });

  it.each([
    "</details><script>alert(1)</script>",
    "```\n# Heading",
    "@octocat #1 https://example.com",
    "![x](https://example.com/x.png)",
    "`a` | b",
    "- item\n\n1. item",
  ])("makes no markup of texts of the documents: %j", (text) => {
    const wild: Change = {
      ...breaking,
      id: text,
      component: text,
      pointer: text,
      operations: [text],
      message: text,
      proof: {
        part: "header",
        name: text,
        status: text,
        mediaType: text,
        value: { [text]: text },
        acceptedBy: "new",
        issue: { ...issue, message: text },
      },
      typeChange: { member: text, old: text, new: text },
      old: { file: text, line: 1, column: 1 },
    };
    const note = { ...meaning, component: text, pointer: text, message: text };
    const diff = diffOf([wild, { ...removed, message: text }, { ...compatible, message: text }], {
      meaning: [note],
      documentation: [note],
    });
    const report = markdownReport(reportOf(diff, { id: removed.id, reason: text }));
    const { blocks, inline, html, words, fences } = markdownParts(report);
    const usual = ["bullet_list_open ul", "fence code", "html_block ", "list_item_open li"];
    const known = [...usual, "heading_open h3", "heading_open h4", "paragraph_open p"];
    expect(blocks.filter((block) => !known.includes(block))).toEqual([]);
    expect(blocks.filter((block) => block.startsWith("heading"))).toHaveLength(2);
    const parts = ["text", "code_inline", "softbreak", "strong_open", "strong_close"];
    expect([...inline].filter((type) => !parts.includes(type))).toEqual([]);
    expect(
      html.filter((tags) => !/^<\/?details>(?:<summary>[\w :]+<\/summary>)?\n$/.test(tags)),
    ).toEqual([]);
    expect(fences).toHaveLength(1);
    // Outside of code, nothing becomes a mention or a link.
    expect(words).not.toMatch(/@\w|#\d|:\/\/\w/);
  });

  it("stays below the limit of a comment, and says what is left out", () => {
    const value = Array.from({ length: 100 }, (_, index) => `${index} ${"x".repeat(100)}`);
    const proof = { part: "component", value, acceptedBy: "old", issue } as const;
    const changes = Array.from({ length: 300 }, (_, index) => ({
      ...breaking,
      id: String(index),
      proof,
    }));
    const notes = Array.from({ length: 150 }, () => meaning);
    const text = markdownReport(reportOf(diffOf(changes, { meaning: notes })));
    expect(text.length).toBeLessThan(65_536);
    const shown = text.match(/^- /gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(10);
    expect(text).toContain(`${450 - shown} entries are left out here`);
  });
});

/** Returns a schema whose objects have no members but those that it describes. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, closed(value)]),
  );
  return inner.type === "object" ? { ...inner, additionalProperties: false } : inner;
}
