import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { code, codeBlock, inline, plain, row } from "../../generator/text/markdown.js";
import { markdownParts } from "../support/markdown.js";

describe("plain text in Markdown", () => {
  it.each([
    "plain text, (v2.0) a-b",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "12) item",
    "=====",
    "---",
    "***",
    "___",
    "~~~",
    "```sh",
    "> quote",
    "| a | b |",
    "    indented",
    "<b>bold</b> <!-- comment --> &lt;",
    "[a](b) ![c](d) [e]: f",
    "<https://a.example>",
    "**a** _b_ `c` ~~d~~ $e$",
    "back\\slash \\* \\",
    ": a\u0000\u202e\n\n# b",
  ])("%j is a paragraph of text", (text) => {
    const parts = markdownParts(`${plain(text)}\n`);
    expect(parts.blocks).toEqual(["paragraph_open p"]);
    expect([...parts.inline]).toEqual(["text"]);
    expect(parts.words).toBe(
      text.trim().replace("\u0000", "\\u0000").replace("\u202e", "\\u202e").replaceAll("\n", "\\n"),
    );
  });
});

describe("a line of Markdown inside of another one", () => {
  it.each([
    ["a `b | c` **d** _e_ ~~f~~", "a `b | c` **d** _e_ ~~f~~"],
    ["see [the docs](https://a.example/b?c=d)", "see [the docs](https://a.example/b?c=d)"],
    ["`` a`b ``", "`` a`b ``"],
    ["escaped \\* \\` \\[a](https://b)", "escaped \\* \\` \\[a\\](https://b)"],
    ["a `b", "a \\`b"],
    ["a ``b` c", "a \\`\\`b\\` c"],
    ["<b>bold</b>", "\\<b\\>bold\\</b\\>"],
    ["![a](https://b.example/c.png)", "\\![a](https://b.example/c.png)"],
    ["[a](javascript:alert(1))", "\\[a\\](javascript:alert(1))"],
    ["[a](<javascript:b>) [c][d]", "\\[a\\](\\<javascript:b\\>) \\[c\\]\\[d\\]"],
    ["[![a](https://b)](https://c)", "\\[\\![a](https://b)\\](https://c)"],
    ["a | b", "a \\| b"],
    ["c:\\d", "c:\\\\d"],
  ])("%j is %j", (text, want) => {
    expect(inline(text)).toBe(want);
  });
});

const pieces = [
  ..."`*_[]()<>!|#\\~&:-+=1. \t\n\r".split(""),
  ...["```", "~~~", "\n\n", "](javascript:x)", "](https://a.example)", "<script>", "<!--", "-->"],
  ...["</details>", "&lt;", "word", "a", "\u2028", "\u001b[1m", "](data:x)", "[x]: y", "  \n"],
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((all) => all.join(""));

it("a document has the structure that it is given, whatever texts are in it", () => {
  fc.assert(
    fc.property(texts, texts, texts, (first, second, third) => {
      const document = [
        `### ${code(first)}`,
        plain(`x${second}`),
        `- ${plain(third)}: ${code(second)}`,
        codeBlock(["$ a", first, second, third], "diff"),
        [
          row("a", "b"),
          "| --- | --- |",
          row(plain(first), inline(second)),
          row(code(third), ""),
        ].join("\n"),
        "<details><summary>more</summary>",
        plain(`y${third}`),
        "</details>",
        "## end",
      ].join("\n\n");
      const { blocks, inline: kinds, targets, fences, html, headings } = markdownParts(document);
      expect(blocks).toEqual([
        "heading_open h3",
        "paragraph_open p",
        "bullet_list_open ul",
        "list_item_open li",
        "paragraph_open p",
        "fence code",
        "table_open table",
        ...["thead_open thead", "tr_open tr", "th_open th", "th_open th"],
        ...["tbody_open tbody", "tr_open tr", "td_open td", "td_open td"],
        ...["tr_open tr", "td_open td", "td_open td"],
        "html_block ",
        "paragraph_open p",
        "html_block ",
        "heading_open h2",
      ]);
      expect(headings.at(-1)).toBe("end");
      expect(html).toEqual(["<details><summary>more</summary>\n", "</details>\n"]);
      expect(fences[0]?.split("\n")).toHaveLength(5);
      expect([...kinds]).not.toContain("image");
      expect([...kinds]).not.toContain("html_inline");
      expect(targets.filter((target) => !target.startsWith("https://"))).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});
