import type MarkdownIt from "markdown-it";
import { posix } from "node:path";

/**
 * Turns links from a page to files outside of `docs` into links to the repository, so that the same link
 * works on GitHub and on the site.
 *
 * @param markdown - The parser of the site.
 * @param repository - The address of the repository.
 */
export function linkToRepository(markdown: Pick<MarkdownIt, "core">, repository: string): void {
  markdown.core.ruler.push("link-to-repository", ({ tokens, env }) => {
    const { relativePath: page } = env;
    // What VitePress renders apart from a page, such as a title, has no links.
    if (typeof page !== "string") return;
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.attrGet("href");
      const path = href === null ? undefined : pathOutside(page, href);
      if (path !== undefined) token.attrSet("href", `${repository}/blob/main/${path}`);
    }
  });
}

/**
 * The path that a link leads to, from the root of the project; undefined where it leads to a page of the
 * site, or to another server.
 *
 * @param page - The page, relative to `docs`.
 * @param href - The target of a link in it.
 */
export function pathOutside(page: string, href: string): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|[#/])/i.test(href)) return undefined;
  const path = posix.join("docs", posix.dirname(page), href);
  return path.startsWith("docs/") ? undefined : path;
}
