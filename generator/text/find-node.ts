import type { SourceText } from "../core/source-text.js";
import { jsonTextTree } from "./json-text-tree.js";
import { textLines, type TextLines } from "./text-lines.js";
import type { TextNode } from "./text-tree.js";
import { YamlBlocks } from "./yaml-blocks.js";
import { yamlBlockTree, yamlTextTree } from "./yaml-text-tree.js";

/**
 * Finds the value at the end of a way through a text, or the nearest one around it that is there;
 * `undefined`, where the text has no value at all.
 */
export type FindNode = (tokens: readonly string[]) => TextNode | undefined;

/**
 * Prepares to find values in a text. Nothing is parsed before the first question.
 *
 * @param source The text.
 * @param lines Its lines.
 */
export function nodeFinder(source: SourceText, lines: TextLines): FindNode {
  const { format } = source;
  const text = source.mended ?? source.text;
  const parse = format === "json" ? jsonTextTree : yamlTextTree;
  let tree: { readonly root: TextNode | undefined } | undefined;
  const findInTree: FindNode = (tokens) => {
    tree ??= { root: parse(text) };
    return tree.root && descend(tree.root, tokens).node;
  };
  if (format === "json") return findInTree;
  const findInBlock = blockNodeFinder(text, text === lines.text ? lines : textLines(text));
  return (tokens) => (tree === undefined ? findInBlock(tokens) : undefined) ?? findInTree(tokens);
}

/** Finds values in the lines that they stand in; `undefined`, where those do not tell enough. */
function blockNodeFinder(text: string, lines: TextLines): FindNode {
  const blocks = new YamlBlocks(lines);
  /** The blocks that were parsed, by where they begin. */
  const roots = new Map<number, TextNode | undefined>();
  return (tokens) => {
    const block = blocks.find(tokens);
    if (block === undefined) return undefined;
    const { start, end, depth } = block;
    if (!roots.has(start)) roots.set(start, yamlBlockTree(text.slice(start, end), start));
    const root = roots.get(start);
    if (root === undefined) return undefined;
    // The block is a mapping with one member, whose name is the last token that led to it.
    const { node, isWhole } = descend(root, tokens.slice(depth - 1));
    return isWhole ? node : undefined;
  };
}

function descend(
  root: TextNode,
  tokens: readonly string[],
): { readonly node: TextNode; readonly isWhole: boolean } {
  let node = root;
  for (const token of tokens) {
    const child = node.child(token);
    if (child === undefined) return { node, isWhole: false };
    node = child;
  }
  return { node, isWhole: true };
}
