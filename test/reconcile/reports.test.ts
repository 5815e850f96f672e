import { describe, expect, it } from "vitest";
import { annotateReport } from "../../generator/commands/reconcile-reports/github.js";
import { jsonReport, type JsonReport } from "../../generator/commands/reconcile-reports/json.js";
import { markdownReport } from "../../generator/commands/reconcile-reports/markdown.js";
import { ownerOf } from "../../generator/commands/reconcile-reports/owner.js";
import { prettyReport } from "../../generator/commands/reconcile-reports/pretty.js";
import type { ReconcileReport } from "../../generator/commands/reconcile-reports/report.js";
import { keptLog } from "../support/annotations.js";
import { markdownParts } from "../support/markdown.js";
import {
  changeOf,
  contradiction,
  evidenceAt,
  everything,
  found,
  hostile,
  leftOf,
  report,
} from "./found.js";

const reported = report(everything);
const well = report(found({ samples: 3, accepted: 3, acceptedAfter: 3 }));

describe("the report for people", () => {
  it("has what changes settle by cause, what is left, what cannot be used, and the counts", () => {
    expect(prettyReport(reported, false)).toBe(`null not allowed: 2 places
  openapi.yaml:46:5: expected an integer
    at /components/schemas/Error/properties/line/type
    1 sample of Batch, Error: received null at /model in batches.jsonl:3
    change: accept null
    why there: the component, as both of its uses are contradicted
  openapi.yaml:47:5: expected a string
    at /components/schemas/Batch/properties/model/type
    3 samples of Batch, such as received null at /model in batches.jsonl:3
    change: accept null

required property missing: 1 place
  openapi.yaml:34:5: expected the property "endpoint"
    at /components/schemas/Batch/required
    1 sample of Batch: received nothing in batches.jsonl:7
    change: do not require "endpoint"

to decide: 1 contradiction
  openapi.yaml:60:5: type not allowed, expected an object
    at /paths/~1batches/post/responses/200/content/json/schema/type
    1 sample of POST /batches 200: received "{{batch}}" (string) in batches.jsonl:9
    to decide: a template is no value of any schema

samples that cannot be used: 1
  batches.jsonl:8: Batch: it is not JSON: trailing comma

JSON errors that were tolerated: 1
  openapi.yaml /components/schemas/Error/x-oaiMeta/example: Error: there is a comma before the end of an object

12 samples: 6 accepted by the document as it is, 11 with 3 changes, 1 contradiction to decide, 1 more cannot be used, 1 JSON error tolerated
`);
  });

  it.each([
    [found(), "0 samples\n"],
    [found({ samples: 3, accepted: 3, acceptedAfter: 3 }), "3 samples: all accepted\n"],
    [
      found({ samples: 1, changes: [changeOf([contradiction()])], acceptedAfter: 1 }),
      "1 sample: 0 accepted by the document as it is, 1 with 1 change\n",
    ],
  ])("sums up at the end", (reconciliation, want) => {
    const text = prettyReport(report(reconciliation), false);
    expect(text.split("\n\n").at(-1)).toBe(want);
  });

  it.each([
    [["A"], "1 sample of A: "],
    [["A", "B", "C"], "1 sample of A, B, C: "],
    [["A", "B", "C", "D", "E"], "1 sample of A, B, C and 2 more: "],
  ])("names some of the subjects: %j", (subjects, want) => {
    const shared = found({ changes: [changeOf([contradiction({ subjects })])] });
    expect(prettyReport(report(shared), false)).toContain(`    ${want}received null`);
  });

  it("is only coloured on demand", () => {
    expect(prettyReport(reported, false)).not.toContain("\u001b[");
    expect(prettyReport(reported, true)).toContain("\u001b[");
    expect(prettyReport(well, true)).toContain("\u001b[32m");
  });

  it("has the cause with the most places first, and places in the order of the lines", () => {
    const at = (length: number): string => `/${"x".repeat(length)}`;
    const one = contradiction({ cause: "other", place: { uri: "file:///a", pointer: at(1) } });
    const others = [9, 3].map((length) =>
      contradiction({ cause: "bound-exceeded", place: { uri: "file:///a", pointer: at(length) } }),
    );
    const { causes } = report(found({ changes: [changeOf([one]), changeOf(others)] }));
    expect(
      causes.map(({ cause, settled }) => [
        cause,
        settled.map(({ place, otherPlaces }) => [place, ...otherPlaces].map(({ line }) => line)),
      ]),
    ).toEqual([
      ["bound-exceeded", [[4, 10]]],
      ["other", [[2]]],
    ]);
  });
});

const names = ["a", "bb", "ccc", "dddd", "eeeee", "ffffff", "ggggggg"];
const nulls = names.map((name, index) =>
  contradiction({
    place: {
      uri: "file:///openapi.yaml",
      pointer: `/components/schemas/A/properties/${name}/type`,
    },
    subjects: ["A"],
    // The same two samples show all of them.
    evidence: [
      evidenceAt(1, "null", `/${name}`),
      evidenceAt(2 - (index % 2), "null", `/x/${name}`),
    ],
    expected: index === 0 ? "a number" : "a string",
  }),
);
const grouped = report(
  found({ samples: 2, changes: [changeOf(nulls, { summary: "accept null in many" })] }),
);

describe("several places that one change settles", () => {
  it("are one entry for people", () => {
    expect(prettyReport(grouped, false)).toBe(`null not allowed: 7 places
  openapi.yaml:39:5: expected a number and a string
    at /components/schemas/A/properties/a/type
    and at /components/schemas/A/properties/bb/type, /components/schemas/A/properties/ccc/type, /components/schemas/A/properties/dddd/type, /components/schemas/A/properties/eeeee/type, /components/schemas/A/properties/ffffff/type and 1 more
    2 samples of A, such as received null at /a in batches.jsonl:1
    change: accept null in many

2 samples: 0 accepted by the document as it is, 0 with 1 change
`);
  });

  it("are one row in Markdown, and one annotation", async () => {
    expect(markdownReport(grouped).match(/accept null/g)).toHaveLength(1);
    expect(markdownReport(grouped)).toContain("| null not allowed | 7 | 7 | 0 |");
    const commands = await annotated(grouped, "error");
    expect(commands).toHaveLength(1);
    expect(commands[0]).toContain("/ffffff/type and 1 more: expected a number");
  });

  it("all are in the JSON", () => {
    // What it is, is what is tested.
    const { contradictions } = JSON.parse(jsonReport(grouped)) as JsonReport;
    expect(contradictions).toMatchObject([{ samples: 2, evidence: { length: 14 } }]);
    expect(contradictions[0]?.places.map(({ line }) => line)).toEqual([39, 40, 41, 42, 43, 44, 45]);
  });
});

describe("the report as JSON", () => {
  it("has all contradictions with all of their evidence", () => {
    // What it is, is what is tested.
    const value = JSON.parse(jsonReport(reported)) as JsonReport;
    expect(value).toMatchObject({
      document: "openapi.yaml",
      summary: { samples: 12, accepted: 6, acceptedAfter: 11, changes: 3, left: 1 },
      unusable: [{ sample: { file: "batches.jsonl", line: 8 }, subject: "Batch" }],
      slips: [{ subject: "Error", reason: "there is a comma before the end of an object" }],
    });
    expect(value.contradictions).toHaveLength(4);
    expect(value.contradictions[2]).toEqual({
      cause: "null-not-allowed",
      places: [
        {
          file: "openapi.yaml",
          line: 47,
          column: 5,
          pointer: "/components/schemas/Batch/properties/model/type",
        },
      ],
      subjects: ["Batch"],
      expected: "a string",
      samples: 3,
      evidence: [3, 4, 5].map((line) => ({
        sample: { file: "batches.jsonl", line, pointer: "" },
        pointer: "/model",
        received: "null",
      })),
      change: {
        summary: "accept null",
        places: [
          {
            file: "openapi.yaml",
            line: 42,
            column: 5,
            pointer: "/components/schemas/Batch/properties/model",
          },
        ],
      },
    });
    expect(value.contradictions[3]).toMatchObject({
      left: "a template is no value of any schema",
    });
  });

  it("keeps hostile text as it is", () => {
    const value = JSON.parse(jsonReport(hostile())) as JsonReport;
    expect(value.document).toBe(hostile().document);
  });
});

describe("the report as Markdown", () => {
  it("has a table of the causes, one for each cause, and lists", () => {
    const text = markdownReport(reported);
    expect(text).toMatch(/^### Samples contradict `openapi\.yaml`\n\n12 samples: .*\.\n/);
    expect(text).toContain("\n| null not allowed | 2 | 2 | 0 |\n");
    expect(text).toContain("\n| type not allowed | 1 | 0 | 1 |\n");
    expect(text).toContain("<details><summary>null not allowed: 2 places</summary>\n\n| place |");
    expect(text).toContain(
      "| `openapi.yaml:47:5` `/components/schemas/Batch/properties/model/type` | `a string` | " +
        "`null` in `batches.jsonl:3` | 3 | `accept null` |\n",
    );
    expect(text).toMatch(/#### To decide\n\n- `openapi\.yaml:60:5` .*\*\*a template is/);
  });

  it("is short where nothing is wrong", () => {
    expect(markdownReport(well)).toBe(
      "### The samples fit `openapi.yaml`\n\n3 samples: all accepted.\n",
    );
  });

  it("fits into a comment, whatever its content", () => {
    const long = contradiction({ expected: "x".repeat(10_000), evidence: [] });
    const unusable = hostile().unusable;
    const many = found({
      changes: Array.from({ length: 500 }, () => changeOf([long])),
      left: Array.from({ length: 500 }, () => ({ ...long, reason: "y".repeat(10_000) })),
      unusable: Array.from({ length: 500 }, () => unusable).flat(),
    });
    const text = markdownReport(report(many));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain("| … and 480 more | ");
    expect(text.match(/^- … and 480 more$/gm)).toHaveLength(2);
  });

  it.each([
    ["`", "`` ` ``"],
    ["a``b", "``` a``b ```"],
    [" ", "`   `"],
    ["a|b", "`a\\|b`"],
    ["@user <b> https://x", "`@user <b> https://x`"],
  ])("has %j of a document as code that it cannot leave", (expected, want) => {
    const text = markdownReport(
      report(found({ changes: [changeOf([contradiction({ expected })])] })),
    );
    expect(text).toContain(` | ${want} | `);
  });

  it.each([
    ["ask @user", "ask @\u2060user"],
    ["see #12", "see #\u206012"],
    ["https://a.example", "https:\u2060//a.example"],
    ["www.a.example", "www\u2060.a.example"],
    ["<b>&amp;", "\\<b\\>\\&amp;"],
    ["[a](b) ![c](d)", "\\[a\\](b) !\\[c\\](d)"],
    ["**a** _b_ `c` ~d~", "\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\~d\\~"],
    ["a | b \\ c", "a \\| b \\\\ c"],
  ])("mentions, links and marks up nothing in a sentence: %j", (reason, want) => {
    const text = markdownReport(report(found({ left: [leftOf({ reason })] })));
    expect(text).toContain(` **${want}**\n`);
  });

  it("has nothing of a document that is more than text and code", () => {
    const { blocks, inline, headings, html } = markdownParts(markdownReport(hostile()));
    expect(headings).toHaveLength(2);
    expect(blocks.filter((block) => block.startsWith("td_open"))).toHaveLength(4 + 5);
    expect(new Set(blocks)).toEqual(
      new Set([
        ...["heading_open h3", "heading_open h4", "paragraph_open p", "html_block "],
        ...["table_open table", "thead_open thead", "tbody_open tbody", "tr_open tr"],
        ...["th_open th", "td_open td", "bullet_list_open ul", "list_item_open li"],
      ]),
    );
    expect(
      html.every((block) => /^<\/?details>(?:<summary>[\w :]*<\/summary>)?\n$/.test(block)),
    ).toBe(true);
    expect(inline).toEqual(new Set(["text", "code_inline", "strong_open", "strong_close"]));
  });
});

/** The commands for GitHub. */
async function annotated(
  of: ReconcileReport,
  severity: "error" | "warning",
): Promise<readonly string[]> {
  const { log, commands } = keptLog();
  await annotateReport(of, severity, log);
  return commands;
}

describe("the report as annotations", () => {
  it("has one for each contradiction, and for what cannot be used", async () => {
    const lines = await annotated(reported, "error");
    expect(lines).toHaveLength(5);
    expect(lines[2]).toBe(
      "::error file=folder/openapi.yaml,line=47,col=5,title=Batch%3A null not allowed::" +
        "/components/schemas/Batch/properties/model/type: expected a string; 3 samples, such as null in batches.jsonl:3; change: accept null\n",
    );
    expect(lines[3]).toContain("to decide: a template is no value of any schema");
    expect(lines[4]).toMatch(/^::warning title=a sample that cannot be used::batches\.jsonl:8: /);
    expect((await annotated(reported, "warning"))[0]).toMatch(/^::warning file=/);
  });

  it("names no file where the document is none", async () => {
    const place = { uri: "https://example.com/openapi.yaml", pointer: "/x" };
    const remote = report(
      found({ changes: [changeOf([contradiction({ place })])] }),
      "https://example.com/a",
    );
    expect((await annotated(remote, "error"))[0]).toMatch(
      /^::error title=.*?::https:\/\/example\.com\/a:2:5: \/x: /,
    );
  });
});

it.each([
  ["as text", prettyReport(hostile(), false)],
  ["as JSON", jsonReport(hostile())],
  ["as Markdown", markdownReport(hostile())],
  ["as annotations", (await annotated(hostile(), "error")).join("")],
])(
  "a report %s sends no escapes of a document, and begins no line with its text",
  (_what, text) => {
    // A word joiner is what Markdown has in mentions.
    expect(text).not.toMatch(/[^\n\u0020-\u007e…\u2060]/);
    expect(text).not.toMatch(/^::error::/m);
  },
);

it.each([
  ["/components/schemas/Batch/properties/model", "Batch"],
  ["/components/responses/Gone/content", "Gone"],
  ["/paths/~1batches~1{id}/get/responses/200", "GET /batches/{id}"],
  ["/paths/~1batches/parameters/0", "/batches"],
  ["/webhooks/done/post/requestBody", "POST done"],
  ["/$defs/Pet/type", "Pet"],
  ["/properties/a/type", "the document"],
  ["", "the document"],
  ["no pointer", "the document"],
])("the place %s belongs to %s", (pointer, want) => {
  expect(ownerOf(pointer)).toBe(want);
});
