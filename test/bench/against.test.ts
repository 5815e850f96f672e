import { describe, expect, it } from "vitest";
import { against, figureOf, readResults } from "./against.js";
import { markdownOf } from "./print.js";
import type { Section } from "./section.js";

/** A table with a time for each name. */
function tableOf(times: Readonly<Record<string, string>>): Section {
  const rows = Object.entries(times).map(([name, time]) => [name, "a remark", time]);
  return { title: "Speed", about: "", columns: ["name", "how", "time"], rows, goals: [] };
}

/** The ratios by name, of a run beside one that was written to Markdown. */
function ratiosOf(
  now: Readonly<Record<string, string>>,
  then: Readonly<Record<string, string>>,
): unknown {
  const recorded = readResults(`# Results\n\n${markdownOf(tableOf(then))}\n`).get("Speed");
  return Object.fromEntries(against(tableOf(now), recorded).rows);
}

describe("a figure in a cell", () => {
  it.each([
    ["4.50 s ± 3 %", { value: 4.5, unit: "s", noise: 3 }],
    ["1,234 ns · 2.00×", { value: 1234, unit: "ns", noise: 0 }],
    ["97.1 ns ± 2 % · 1.00×", { value: 97.1, unit: "ns", noise: 2 }],
    ["290 MiB", { value: 290, unit: "MiB", noise: 0 }],
    ["1.83 ×", { value: 1.83, unit: "×", noise: 0 }],
    ["718,204", { value: 718204, unit: "", noise: 0 }],
    ["—", undefined],
    ["`isM`", undefined],
    ["s 4", undefined],
  ])("%s", (cell, figure) => {
    expect(figureOf(cell)).toEqual(figure);
  });
});

describe("a run beside a recorded one", () => {
  it("has a ratio for each row and column of both", () => {
    expect(ratiosOf({ Guardsmith: "2.20 s", more: "1 s" }, { Guardsmith: "2.00 s" })).toEqual({
      Guardsmith: "1.10 ×",
      more: "—",
    });
  });

  it("puts what is within the noise of both runs into brackets", () => {
    expect(
      ratiosOf(
        { "Guardsmith, cold": "2.20 s ± 3 %", "Guardsmith, warm": "2.20 s ± 6 %" },
        { "Guardsmith, cold": "2.00 s ± 4 %", "Guardsmith, warm": "2.00 s ± 4 %" },
      ),
    ).toEqual({ "Guardsmith, cold": "1.10 × ± 7 %", "Guardsmith, warm": "(1.10 × ± 10 %)" });
  });

  it("takes out how much slower the machine was for the peers", () => {
    expect(
      ratiosOf(
        { zod: "20 s", typia: "11 s", ajv: "10 s", Guardsmith: "3 s" },
        { zod: "10 s", typia: "5 s", ajv: "5 s", Guardsmith: "1 s" },
      ),
    ).toEqual({ zod: "1.00 ×", typia: "1.10 ×", ajv: "1.00 ×", Guardsmith: "1.50 ×" });
  });

  it("compares no figures of different units", () => {
    expect(ratiosOf({ Guardsmith: "2.20 s" }, { Guardsmith: "2,000 ms" })).toEqual({
      Guardsmith: undefined,
    });
  });

  it("says that there is none", () => {
    expect(against(tableOf({ Guardsmith: "1 s" }), undefined).columns).toEqual([
      "the recorded run has no such table",
    ]);
  });

  it("finds a name with a line in it", () => {
    expect(ratiosOf({ "Guardsmith a|b": "3 s" }, { "Guardsmith a|b": "1 s" })).toEqual({
      "Guardsmith a|b": "3.00 ×",
    });
  });
});
