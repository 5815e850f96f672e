import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reportDiagnostics } from "../../generator/commands/report.js";
import { workflowLog, type Annotation } from "../../generator/commands/workflow-log.js";
import type { LocatedDiagnostic } from "../../generator/core/diagnostic.js";
import { keptLog } from "../support/annotations.js";
import { temporaryFolder } from "../write/temporary-folder.js";
import { obeyedCommands } from "./runner.js";

const annotation: Annotation = { severity: "error", title: "code", message: "wrong" };
const position = { line: 3, column: 5 };

describe("an annotation", () => {
  it.each<[given: Partial<Annotation>, want: string]>([
    [{}, "::error title=code::wrong"],
    [{ severity: "warning" }, "::warning title=code::wrong"],
    [{ file: "a.yaml" }, "::error file=folder/a.yaml,title=code::wrong"],
    [{ file: "../a.yaml" }, "::error file=a.yaml,title=code::wrong"],
    [{ file: "/repository/a.yaml" }, "::error file=a.yaml,title=code::wrong"],
    [{ file: "a.yaml", position }, "::error file=folder/a.yaml,line=3,col=5,title=code::wrong"],
    [
      { file: "a.yaml", position, length: 4 },
      "::error file=folder/a.yaml,line=3,col=5,endLine=3,endColumn=9,title=code::wrong",
    ],
    // What is not a file of the repository is named in the message.
    [{ file: "../../a.yaml", position }, "::error title=code::../../a.yaml:3:5: wrong"],
    [
      { file: "https://a.example/b", position },
      "::error title=code::https://a.example/b:3:5: wrong",
    ],
    [{ file: "<stdin>" }, "::error title=code::<stdin>: wrong"],
  ])("%j is %s", (given, want) => {
    const { log, commands } = keptLog();
    log.annotate({ ...annotation, ...given });
    expect(commands).toEqual([`${want}\n`]);
  });

  it.each([
    "a,b:c=d%0Ae::f",
    "\n::add-mask::x\r::error::y",
    "x\u2028::error::y ##[add-mask]z ##vso[task.x]",
    "\u001b]0;x\u0007\u202e",
    "%25%0A%3A%2C",
  ])("with %j everywhere is one command, with these texts", (evil) => {
    const { log, commands } = keptLog();
    log.annotate({ severity: "error", title: evil, message: evil, file: evil, position });
    const text = commands.join("");
    expect(text).not.toMatch(/[^\n\u0020-\u007e]/);
    const [command, ...others] = obeyedCommands(text);
    expect(others).toEqual([]);
    expect(command?.name).toBe("error");
    const [file = "", line, col, title = "", ...more] = command?.properties.split(",") ?? [];
    expect([line, col, more]).toEqual(["line=3", "col=5", []]);
    const shown = (value: string): string =>
      value.replace(/%3A/g, ":").replace(/%2C/g, ",").replace(/%25/g, "%");
    // The runner is the first to see the text; what it reads is what was meant, made visible.
    expect(shown(title)).toBe(`title=${shown(command?.data ?? "")}`);
    expect(shown(file)).toContain("file=folder/");
  });

  it("is one of ten of its severity, as GitHub shows no more", () => {
    const { log, commands } = keptLog();
    for (let count = 0; count < 25; count++) {
      log.annotate(annotation);
      log.annotate({ ...annotation, severity: "warning" });
    }
    expect(commands.filter((command) => command.startsWith("::error"))).toHaveLength(10);
    expect(commands.filter((command) => command.startsWith("::warning"))).toHaveLength(10);
  });

  it("is made for errors, for one warning of each kind, and then for others", () => {
    const { log, commands } = keptLog();
    const io = { cwd: "/", color: false, colorOutput: false, workflow: log };
    const diagnostics: readonly LocatedDiagnostic[] = [
      { severity: "warning", code: "renamed-model", message: "a" },
      { severity: "warning", code: "renamed-model", message: "b" },
      { severity: "warning", code: "unknown-keyword", message: "c", help: "d" },
      { severity: "error", code: "not-openapi", message: "e" },
    ];
    reportDiagnostics(diagnostics, {
      ...io,
      stdin: () => ({ [Symbol.asyncIterator]: () => expect.unreachable() }),
      stdout: () => undefined,
      stderr: () => undefined,
      progress: () => undefined,
      now: () => new Date("2026-11-29"),
    });
    expect(commands).toEqual([
      "::error title=not-openapi::e\n",
      "::warning title=renamed-model::a\n",
      "::warning title=unknown-keyword::c: d\n",
      "::warning title=renamed-model::b\n",
    ]);
  });
});

describe("the summary of a job", () => {
  it("is added to", async () => {
    const cwd = await temporaryFolder();
    const summaryFile = join(cwd, "summary.md");
    const log = workflowLog({ cwd, summaryFile, write: () => undefined });
    await log.summarize("a\n");
    await log.summarize("b\n");
    expect(await readFile(summaryFile, "utf8")).toBe("a\nb\n");
  });

  it("is left out where it cannot be written", async () => {
    const cwd = await temporaryFolder();
    await workflowLog({ cwd, summaryFile: cwd, write: () => undefined }).summarize("a");
    await workflowLog({ cwd, write: () => undefined }).summarize("a");
  });
});
