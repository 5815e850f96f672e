import { existsSync, statSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import type { DefaultTheme } from "vitepress";
import { describe, expect, test } from "vitest";
import { pathOutside } from "../../docs/.vitepress/link-to-repository.js";
import { nav, sidebar } from "../../docs/.vitepress/pages.js";
import { slugOf } from "../../docs/.vitepress/slug.js";
import { markdownParts } from "../support/markdown.js";
import { markdownFiles } from "./markdown-files.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const files = markdownFiles();
const anchors = new Map([...files].map(([file, text]) => [file, anchorsOf(text)] as const));
const pages = [...files.keys()].filter((file) => file.startsWith("docs/"));

describe("a link to a file of the project", () => {
  test.each([...files])("leads somewhere: %s", (file, text) => {
    const links = linksOf(text);
    expect(links.flatMap((link) => problemOf(file, link) ?? [])).toEqual([]);
  });

  test.each([
    ["a file that is not there", "nowhere.md", "there is no nowhere.md"],
    ["a heading that is not there", "README.md#nowhere", "README.md has no #nowhere"],
    ["a heading of its own file that is not there", "#nowhere", "CONTRIBUTING.md has no #nowhere"],
    ["a path of the site", "/guide/ci", "/guide/ci is no link on GitHub"],
    ["a folder above the project", "../README.md", "../README.md leaves the project"],
    ["a folder", "test/", undefined],
    ["another server", "https://example.com", undefined],
  ])("is found wrong where it should be: %s", (_what, link, problem) => {
    expect(problemOf("CONTRIBUTING.md", link)).toBe(problem);
  });
});

describe("the anchor of a heading", () => {
  test.each([
    ["What you get", "what-you-get"],
    ["`--watch`", "--watch"],
    ["Files: what is written, kept and removed", "files-what-is-written-kept-and-removed"],
    ["A.b_c/d (3.0)", "ab_cd-30"],
    ["Über 中文", "über-中文"],
  ])("is that of GitHub: %s", (heading, anchor) => {
    expect(slugOf(heading)).toBe(anchor);
  });

  test("has a number where it is there already", () => {
    expect([...anchorsOf("# A\n## A\n## A\n")]).toEqual(["a", "a-1", "a-2"]);
  });
});

describe("a link from a page to a file outside of docs", () => {
  test.each([
    ["guide/ci.md", "../../README.md", "README.md"],
    ["guide/ci.md", "../../examples/openai/README.md#top", "examples/openai/README.md#top"],
    ["index.md", "../test/bench/RESULTS.md", "test/bench/RESULTS.md"],
    ["guide/ci.md", "../reference/config.md#jobs", undefined],
    ["guide/ci.md", "files.md", undefined],
    ["guide/ci.md", "#formats", undefined],
    ["guide/ci.md", "https://example.com/../../a", undefined],
  ])("in %s, %s leads to %s of the repository", (page, href, path) => {
    expect(pathOutside(page, href)).toBe(path);
  });
});

describe("the sidebar", () => {
  const linked = sidebar.flatMap(linksIn).map((link) => `docs${link}.md`);

  test("has every page but the first one, once", () => {
    expect(linked.toSorted()).toEqual(pages.filter((page) => page !== "docs/index.md").toSorted());
  });

  test("has all that the navigation has", () => {
    const links = nav.flatMap((item) => ("link" in item ? [`docs${item.link}.md`] : []));
    expect(linked).toEqual(expect.arrayContaining(links));
  });

  test("has all that the first page leads to", () => {
    const links = [...(files.get("docs/index.md") ?? "").matchAll(/link: (\/[^\s}]+)/g)];
    expect(links.length).toBeGreaterThan(3);
    expect(linked).toEqual(expect.arrayContaining(links.map(([, link]) => `docs${link}.md`)));
  });
});

function linksIn({ link, items = [] }: DefaultTheme.SidebarItem): readonly string[] {
  return [...(link === undefined ? [] : [link]), ...items.flatMap(linksIn)];
}

/** The targets of links and images of a Markdown file. */
function linksOf(text: string): readonly string[] {
  const { targets, html } = markdownParts(text);
  const inHtml = html.flatMap((each) => [...each.matchAll(/\b(?:href|src)="([^"]*)"/g)]);
  return [...targets, ...inHtml.map(([, target = ""]) => target)];
}

/** The anchors that a Markdown file has on GitHub. */
function anchorsOf(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const slugs = markdownParts(text).headings.map((heading) => {
    const slug = slugOf(heading);
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  return new Set(slugs);
}

/** What is wrong with a link in a file; undefined, if nothing is. */
function problemOf(file: string, link: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(link)) return undefined;
  if (link.startsWith("/")) return `${link} is no link on GitHub`;
  const [target = "", anchor] = decodeURI(link).split("#");
  const path = target === "" ? file : posix.join(posix.dirname(file), target);
  if (path.startsWith("..")) return `${link} leaves the project`;
  if (!existsSync(root + path)) return `there is no ${path}`;
  if (anchor === undefined || statSync(root + path).isDirectory()) return undefined;
  const known = anchors.get(path);
  return known?.has(anchor) === false ? `${path} has no #${anchor}` : undefined;
}
