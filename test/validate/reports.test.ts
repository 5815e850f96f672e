import { describe, expect, it } from "vitest";
import type { DataFile, FileIssue, Report } from "../../generator/validate/report.js";
import { githubReport } from "../../generator/commands/validate-reports/github.js";
import { jsonReport, type JsonReport } from "../../generator/commands/validate-reports/json.js";
import { prettyReport } from "../../generator/commands/validate-reports/pretty.js";
import { keptLog } from "../support/annotations.js";

function issue(pointer: string, message: string): FileIssue {
  const texts = { expected: "", received: "", schemaPath: "" };
  return { line: 3, column: 5, pointer, path: [], keyword: "type", message, ...texts };
}

const evil = "\u001b[31m\u009b\u202e\r\n::error::%0A";
const counts = { values: 2, invalid: 1, issues: 2 };
const summary = { ...counts, files: 2, unreadable: 1 };

/** What a report prints of two files: one with issues, one that cannot be read. */
function printed(
  make: (write: (text: string) => void) => Report,
  file: DataFile = { name: "a,b: 100%.json", path: "/a,b: 100%.json" },
): string {
  let text = "";
  const report = make((more) => (text += more));
  report.begin(file);
  report.found(file, [issue("", "first")]);
  report.found(file, [issue("/a", evil)]);
  report.end(file, counts);
  const other = { name: "gone.json", path: "/gone.json" };
  report.begin(other);
  const none = { values: 0, invalid: 0, issues: 0 };
  report.end(other, none, { code: "file-not-found", message: "there is no file" });
  report.done(summary);
  return text;
}

describe("the report for people", () => {
  it("has a line for each issue, and no character that a terminal obeys", () => {
    expect(printed((write) => prettyReport(write, false))).toBe(
      [
        "a,b: 100%.json:3:5: first",
        String.raw`a,b: 100%.json:3:5: /a: \u001b[31m\u009b\u202e\r\n::error::%0A`,
        "2 files, 2 values: 1 invalid, 2 issues, 1 file not read",
        "",
      ].join("\n"),
    );
  });

  it("is coloured on demand", () => {
    expect(printed((write) => prettyReport(write, true))).toContain("\u001b[");
  });

  it.each([
    [{ files: 1, values: 1, invalid: 0, issues: 0, unreadable: 0 }, "1 file, 1 value: all valid\n"],
    [
      { files: 1, values: 3, invalid: 1, issues: 1, unreadable: 0 },
      "1 file, 3 values: 1 invalid, 1 issue\n",
    ],
    [
      { files: 2, values: 0, invalid: 0, issues: 0, unreadable: 2 },
      "2 files, 0 values: 2 files not read\n",
    ],
  ])("sums up %j", (result, want) => {
    let text = "";
    prettyReport((more) => (text += more), false).done(result);
    expect(text).toBe(want);
  });
});

describe("the report as JSON", () => {
  it("is one document that says all, and has no character that a terminal obeys", () => {
    const text = printed(jsonReport);
    const want: JsonReport = {
      files: [
        {
          file: "a,b: 100%.json",
          issues: [issue("", "first"), issue("/a", evil)],
          summary: counts,
        },
        {
          file: "gone.json",
          issues: [],
          summary: { values: 0, invalid: 0, issues: 0 },
          error: { code: "file-not-found", message: "there is no file" },
        },
      ],
      summary,
    };
    expect(JSON.parse(text)).toEqual(want);
    expect(text).not.toMatch(/[^\n\u0020-\u007e]/);
  });

  it("is a document if there is no file", () => {
    let text = "";
    jsonReport((more) => (text += more)).done(summary);
    expect(JSON.parse(text)).toEqual({ files: [], summary });
  });
});

describe("the report for GitHub", () => {
  const pretty = printed((write) => prettyReport(write, false));

  it("is that for people, with an annotation for each issue", () => {
    const { log, commands } = keptLog();
    expect(
      printed((write) => githubReport(prettyReport(write, false), "Pet", log), {
        name: "a,b: 100%.json",
        path: "/a,b: 100%.json",
      }),
    ).toBe(pretty);
    const at = "file=folder/a%2Cb%3A 100%25.json,line=3,col=5,title=Pet%3A type";
    expect(commands).toEqual([
      `::error ${at}::first\n`,
      `::error ${at}::${String.raw`/a: \u001b[31m\u009b\u202e\r\n::error::%250A`}\n`,
    ]);
  });

  it("says the place in the message where the data came by standard input", () => {
    const { log, commands } = keptLog();
    printed((write) => githubReport(prettyReport(write, false), "Pet", log), { name: "<stdin>" });
    expect(commands[0]).toBe("::error title=Pet%3A type::<stdin>:3:5: first\n");
  });
});
