import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { htmlReport } from "../../generator/commands/reconcile-reports/html/page.js";
import { dumpPage, findChromium } from "../runtimes/browser.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import {
  changeOf,
  contradiction,
  everything,
  evidenceAt,
  found,
  hostile,
  report,
} from "./found.js";

const page = htmlReport(report(everything));
const hostilePage = htmlReport(hostile());

/** Names without a place to break at, and more rows than fit on a screen. */
const longPage = htmlReport(
  report(
    found({
      samples: 400,
      changes: Array.from({ length: 40 }, (_, index) =>
        changeOf(
          [
            contradiction({
              place: {
                uri: "file:///a",
                pointer: `/components/schemas/${"Long".repeat(60)}/${index}`,
              },
              expected: "x".repeat(500),
              subjects: ["W".repeat(300)],
              evidence: Array.from({ length: 60 }, (__, line) => evidenceAt(line, "y".repeat(200))),
              samples: 60,
            }),
          ],
          { summary: "z".repeat(300), choice: "because".repeat(60) },
        ),
      ),
    }),
    `${"folder/".repeat(40)}${"openapi".repeat(40)}.yaml`,
  ),
);

describe("the page", () => {
  it("forbids everything but its own style sheet", () => {
    const [, styles = ""] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
    const hash = createHash("sha256").update(styles).digest("base64");
    const [, policy = ""] =
      /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page) ?? [];
    expect(policy.replaceAll("&#39;", "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(styles).not.toMatch(/url\(|@import|@font-face/);
  });

  it.each([
    ["of a bit of everything", page],
    ["of hostile text", hostilePage],
    ["of long names", longPage],
  ])("%s has no scripts, nothing that is loaded, and no styles in attributes", (_what, text) => {
    expect(text).not.toMatch(/<(?:script|img|link|iframe|object|embed|base|form|a)\b/i);
    expect(text).not.toMatch(/<[^>]*\s(?:on\w+|style|src|href)\s*=/i);
    expect(text).not.toMatch(/[^\n\u0020-\u007e…]/);
  });

  it("shows hostile text as it is", () => {
    expect(hostilePage).toContain("&#60;script&#62;alert(2)&#60;/<wbr />script&#62;");
    expect(hostilePage).toContain("<title>\\u001b]0;x\\u0007");
    expect(hostilePage).toContain("&#38;lt;");
  });

  it("has a bar for each cause, a table for each model, and the evidence", () => {
    expect(page.match(/<svg role="img"/g) ?? page.match(/role="img"/g)).toHaveLength(3);
    const headings = Array.from(page.matchAll(/<h3>\s*(.*?) <span>(.*?)<\/span>/g), ([, a, b]) => [
      a,
      b,
    ]);
    expect(headings).toEqual([
      ["Batch", "2 places"],
      ["Error", "1 place"],
      ["POST /batches", "1 place"],
    ]);
    for (const text of [
      "openapi.yaml:47:5",
      "batches.jsonl:5",
      "accept null",
      "Needs a decision",
    ]) {
      expect(page).toContain(text);
    }
    expect(page).toContain("batches.jsonl:8");
    expect(page).toContain("there is a comma before the end of an object");
  });

  it("says how much of the evidence it leaves out", () => {
    expect(longPage).toContain("<li>… and 35 more</li>");
  });

  it("says where nothing is wrong", () => {
    const text = htmlReport(report(found({ samples: 3, accepted: 3, acceptedAfter: 3 })));
    expect(text).toContain("No sample contradicts the document.");
    expect(text).not.toMatch(/<h2>|<table>|<svg/);
  });

  it("is the same for the same report", () => {
    expect(htmlReport(report(everything))).toBe(page);
  });
});

const chromium = await findChromium().catch(() => undefined);
if (chromium === undefined) console.log("the page: skipped in a browser, there is no Chromium");

/** What a browser makes of the page in a window of some width. */
interface Shown {
  readonly scrollWidth: number;
  readonly innerWidth: number;
  readonly background: string;
  readonly bar: string;
  readonly label: string;
  readonly foreign: number;
}

/** A page around the page, since a window cannot be that narrow, and no script runs in the page. */
function wrapped(text: string, width: number): string {
  const escaped = text.replace(/[&"]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<!doctype html><meta charset="utf-8"><iframe width="${width}" height="900" srcdoc="${escaped}"></iframe>
<p id="shown"></p><script>
onload = () => {
  const { contentWindow: inner, contentDocument: page } = document.querySelector("iframe");
  const bar = page.querySelector("rect.settled"), cell = page.querySelector("td");
  document.getElementById("shown").textContent = JSON.stringify({
    scrollWidth: page.documentElement.scrollWidth,
    innerWidth: inner.innerWidth,
    background: inner.getComputedStyle(page.body).backgroundColor,
    bar: inner.getComputedStyle(bar).fill,
    label: inner.getComputedStyle(cell, "::before").content,
    foreign: page.querySelectorAll("script, img, [onload], [onerror], link, a").length,
  });
};
</script>`;
}

describe.skipIf(chromium === undefined)("the page in a browser", () => {
  async function shown(text: string, width: number, isDark = false): Promise<Shown> {
    const folder = await temporaryFolder();
    await put(folder, { "page.html": wrapped(text, width) });
    const options = [`--blink-settings=preferredColorScheme=${isDark ? 0 : 1}`];
    const file = join(folder, "page.html");
    const { output } = await dumpPage(chromium ?? "", folder, file, options);
    const [, json = ""] = /<p id="shown">(.*?)<\/p>/.exec(output) ?? [];
    // The script in the page around it writes nothing else.
    return JSON.parse(json) as Shown;
  }

  it.each([
    ["a bit of everything", 360, page],
    ["a bit of everything", 1200, page],
    ["hostile text", 360, hostilePage],
    ["long names", 360, longPage],
    ["long names", 1200, longPage],
  ])("is not wider than the window: %s at %d pixels", async (_what, width, text) => {
    const { scrollWidth, innerWidth, foreign } = await shown(text, width);
    expect(innerWidth).toBe(width);
    expect(scrollWidth).toBeLessThanOrEqual(innerWidth);
    expect(foreign).toBe(0);
  });

  it("labels what was the cell of a table on a phone", async () => {
    expect((await shown(page, 360)).label).toBe('"In the document"');
    expect((await shown(page, 1200)).label).toBe("none");
  });

  it("is light or dark, as the reader prefers", async () => {
    const [light, dark] = [await shown(page, 1200), await shown(page, 1200, true)];
    expect(light).toMatchObject({ background: "rgb(251, 251, 250)", bar: "rgb(43, 111, 179)" });
    expect(dark).toMatchObject({ background: "rgb(21, 24, 27)", bar: "rgb(110, 168, 221)" });
  });
});
