import MarkdownIt, { type Token } from "markdown-it";

/** What a Markdown document consists of, as a reader sees it. */
export interface MarkdownParts {
  /** The kinds of its blocks, in their order, each with its tag: `heading_open h2`. */
  readonly blocks: readonly string[];
  /** Whatever is inside of lines: `text`, `code_inline`, `link_open`, `image`, `html_inline`, … */
  readonly inline: ReadonlySet<string>;
  /** The targets of links and images. */
  readonly targets: readonly string[];
  /** The texts of headings, code blocks and code spans. */
  readonly headings: readonly string[];
  readonly fences: readonly string[];
  readonly spans: readonly string[];
  /** The HTML between the blocks. */
  readonly html: readonly string[];
  /** All words that are shown. */
  readonly words: string;
}

/** Parses Markdown as GitHub does, but for what GitHub links by itself. */
export function markdownParts(text: string): MarkdownParts {
  const parser = new MarkdownIt({ html: true });
  // Renderers that are not careful may follow any link.
  parser.validateLink = () => true;
  const tokens = parser.parse(text, {});
  const inside = tokens.flatMap(({ children }) => children ?? []);
  const contents = (all: readonly Token[], type: string): readonly string[] =>
    all.filter((token) => token.type === type).map(({ content }) => content);
  return {
    blocks: tokens
      .filter(({ type }) => type !== "inline" && !type.endsWith("_close"))
      .map(({ type, tag }) => `${type} ${tag}`),
    inline: new Set(inside.map(({ type }) => type)),
    targets: inside.flatMap((token) => {
      const target = token.attrGet("href") ?? token.attrGet("src");
      return target === null ? [] : [target];
    }),
    headings: tokens.flatMap(({ content }, index) =>
      tokens[index - 1]?.type === "heading_open" ? [content] : [],
    ),
    fences: contents(tokens, "fence"),
    spans: contents(inside, "code_inline"),
    html: contents(tokens, "html_block"),
    words: contents(inside, "text").join(""),
  };
}
