import { parseTree, type Node } from "jsonc-parser";
import { arrayIndex } from "../core/pointer.js";
import type { Span, TextNode } from "./text-tree.js";

/**
 * Parses a JSON text for positions only; slips in the text are forgiven.
 *
 * @param text A JSON text.
 * @returns The root value, or `undefined` when there is none.
 */
export function jsonTextTree(text: string): TextNode | undefined {
  const root = parseTree(text);
  return root === undefined ? undefined : textNode(root);
}

function textNode(node: Node, key?: Node): TextNode {
  return {
    value: span(node),
    ...(key === undefined ? {} : { key: span(key) }),
    child: (token) => (node.type === "object" ? member(node, token) : element(node, token)),
  };
}

function span({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

/** Of members with the same name the last one counts, as with `JSON.parse`. */
function member(object: Node, name: string): TextNode | undefined {
  const property = object.children?.findLast(({ children }) => children?.[0]?.value === name);
  const [key, value] = property?.children ?? [];
  return key === undefined || value === undefined ? undefined : textNode(value, key);
}

function element(node: Node, token: string): TextNode | undefined {
  const index = arrayIndex(token);
  const found = node.type !== "array" || index === undefined ? undefined : node.children?.[index];
  return found === undefined ? undefined : textNode(found);
}
