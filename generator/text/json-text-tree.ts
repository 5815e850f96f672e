import { parseTree, type Node } from "jsonc-parser";
import type { Span, TextNode } from "./text-tree.js";

/**
 * Parses a JSON text for positions only, ignoring errors.
 *
 * @param text A JSON text.
 * @returns The root value, or undefined if there is none.
 */
export function jsonTextTree(text: string): TextNode | undefined {
  const root = parseTree(text);
  return root === undefined ? undefined : textNode(root);
}

function textNode(node: Node, key?: Node): TextNode {
  let children: ReadonlyMap<string, TextNode> | undefined;
  return {
    value: span(node),
    ...(key === undefined ? {} : { key: span(key) }),
    child: (token) =>
      (children ??= node.type === "object" ? members(node) : elements(node)).get(token),
  };
}

function span({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

/** Of several members with the same name, the last one counts, as with `JSON.parse`. */
function members({ children = [] }: Node): ReadonlyMap<string, TextNode> {
  const nodes = new Map<string, TextNode>();
  for (const { children: [key, value] = [] } of children) {
    if (key !== undefined && value !== undefined)
      nodes.set(String(key.value), textNode(value, key));
  }
  return nodes;
}

function elements({ type, children = [] }: Node): ReadonlyMap<string, TextNode> {
  if (type !== "array") return new Map();
  return new Map(children.map((child, index) => [String(index), textNode(child)]));
}
