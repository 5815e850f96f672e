import type { SourceText } from "../core/source-text.js";
import { jsonTextTree } from "./json-text-tree.js";
import type { FoundNode, TextNode } from "./text-tree.js";
import { YamlBlocks, type YamlBlock } from "./yaml-blocks.js";
import { yamlBlockTree, yamlTextTree } from "./yaml-text-tree.js";

/**
 * Returns the value at a path in a text, or the nearest existing one around it; undefined if the text has no
 * value.
 */
export type FindNode = (tokens: readonly string[]) => FoundNode | undefined;

/**
 * Returns a function that finds values in a text. Nothing is parsed before its first call.
 *
 * @param source The text.
 */
export function nodeFinder(source: SourceText): FindNode {
  const { format } = source;
  const text = source.mended ?? source.text;
  const parse = format === "json" ? jsonTextTree : yamlTextTree;
  let tree: { readonly root: TextNode | undefined } | undefined;
  const findInTree: FindNode = (tokens) => {
    tree ??= { root: parse(text) };
    return tree.root && descend(tree.root, tokens);
  };
  if (format === "json") return findInTree;
  const findInBlock = blockNodeFinder(text);
  return (tokens) => (tree === undefined ? findInBlock(tokens) : undefined) ?? findInTree(tokens);
}

/** Returns a function that finds values by their lines, and returns undefined if lines are not enough. */
function blockNodeFinder(text: string): FindNode {
  const blocks = new YamlBlocks(text);
  const roots = new Map<YamlBlock, TextNode | undefined>();
  return (tokens) => {
    const found = blocks.find(tokens);
    if (found === undefined) return undefined;
    const { block, depth, isNearest } = found;
    const value = isNearest ? blocks.valueOf(block) : undefined;
    if (value !== undefined) return { value, ...(block.key !== undefined && { key: block.key }) };
    if (depth === 0) return undefined;
    if (!roots.has(block)) roots.set(block, parseBlock(block, text));
    const root = roots.get(block);
    if (root === undefined) return undefined;
    // Parsed alone, the block is a collection with one member or item.
    const name = block.key === undefined ? "0" : (tokens[depth - 1] ?? "");
    const own = root.child(name);
    return own && descend(own, tokens.slice(depth));
  };
}

/** Parses the lines of a block, at the column that it has in the text. */
function parseBlock({ start, end, column }: YamlBlock, text: string): TextNode | undefined {
  return yamlBlockTree(" ".repeat(column) + text.slice(start, end), start - column);
}

/** Returns the value at a path, or the nearest existing one around it. */
function descend(root: TextNode, tokens: readonly string[]): TextNode {
  let node = root;
  for (const token of tokens) {
    const child = node.child(token);
    if (child === undefined) break;
    node = child;
  }
  return node;
}
