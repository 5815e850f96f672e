import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { errorCodes, warningCodes } from "../../generator/core/diagnostic-code.js";
import { schemasExample, sectionsOf } from "./sections.js";
import { tryExample } from "./try-example.js";

const root = new URL("../../", import.meta.url);
const page = readFileSync(new URL("docs/reference/diagnostics.md", root), "utf8");
const sections = sectionsOf(page);

describe("the reference of codes", () => {
  it("has a section for each code, and no other", () => {
    const written = sections.map(({ code, severity }) => `${severity} ${code}`);
    const codes = [
      ...errorCodes.map((code) => `Error ${code}`),
      ...warningCodes.map((code) => `Warning ${code}`),
    ];
    expect(written.toSorted()).toEqual(codes.toSorted());
  });

  it("lists no code that is never reported", () => {
    const sources = readdirSync(new URL("generator", root), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !path.endsWith("diagnostic-code.ts"))
      .map((path) => readFileSync(new URL(`generator/${path}`, root), "utf8"));
    const reported = (code: string): boolean =>
      sources.some((text) => text.includes(JSON.stringify(code)));
    expect([...errorCodes, ...warningCodes].filter((code) => !reported(code))).toEqual([]);
  });

  it("shows how a warning is ignored", async () => {
    const [, text = ""] = /^```yaml\n(.*?)^```$/ms.exec(page) ?? [];
    expect(text).toContain("x-guardsmith-ignore");
    expect(await tryExample(schemasExample(text))).toEqual({ exitCode: 0, codes: [], stderr: "" });
    const without = await tryExample(
      schemasExample(text.replaceAll("x-guardsmith-ignore", "x-no")),
    );
    expect(without.codes).toEqual(["untyped-properties"]);
  });

  const examples = sections.flatMap(({ example, ...section }) =>
    example === undefined ? [] : [{ ...section, example }],
  );
  it.each(examples)("shows $code in line $line", async ({ severity, example }) => {
    const { codes, exitCode, stderr } = await tryExample(example);
    expect(codes, stderr).toEqual(example.codes);
    expect(exitCode, stderr).toBe(severity === "Warning" ? 0 : 2);
  });
});
