import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isSeq,
  type Pair,
  type ParsedNode,
  visit,
  type YAMLMap,
} from "yaml";
import { arrayIndex } from "../core/pointer.js";
import { composeYaml, isMergeKey, keyName } from "./yaml-document.js";
import type { Span, TextNode } from "./text-tree.js";

type ParsedPair = Pair<ParsedNode, ParsedNode | null>;
type AliasTargets = ReadonlyMap<Alias, ParsedNode>;

/**
 * Parses a YAML text for positions only, ignoring errors.
 *
 * The position of an aliased value is that of the alias; the values inside it are at the anchor. A merged
 * member is in the mapping that it was merged from.
 *
 * @param text A YAML text.
 * @returns The root value, or undefined if there is none.
 */
export function yamlTextTree(text: string): TextNode | undefined {
  const composed = composeYaml(text);
  if (composed.kind !== "document") return undefined;
  const { contents } = composed.document;
  return contents === null ? undefined : textNode(aliasTargets(composed.document), contents);
}

/**
 * Parses some lines of a YAML text for positions.
 *
 * @param text The lines.
 * @param offset Their offset in the whole text.
 * @returns The root value, with its positions in the whole text. Undefined if the lines have an error, or
 *   could depend on other lines.
 */
export function yamlBlockTree(text: string, offset: number): TextNode | undefined {
  const composed = composeYaml(text);
  if (composed.kind !== "document" || composed.second !== undefined) return undefined;
  const { contents, errors, warnings } = composed.document;
  if (contents === null || errors.length > 0 || warnings.length > 0) return undefined;
  const related: unknown[] = [];
  visit(composed.document, {
    Node: (_key, node) => {
      if (isAlias(node) || node.anchor !== undefined) related.push(node);
    },
  });
  return related.length === 0 ? shifted(textNode(new Map(), contents), offset) : undefined;
}

function shifted({ value, key, child }: TextNode, offset: number): TextNode {
  const move = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset });
  return {
    value: move(value),
    ...(key !== undefined && { key: move(key) }),
    child: (token) => {
      const found = child(token);
      return found === undefined ? undefined : shifted(found, offset);
    },
  };
}

/** Returns the node of each alias of a document, in one pass: `Alias.resolve` takes one for each alias. */
function aliasTargets(document: Document.Parsed): AliasTargets {
  const anchors = new Map<string, ParsedNode>();
  const targets = new Map<Alias, ParsedNode>();
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target !== undefined) targets.set(node, target);
      } else if (node.anchor !== undefined) {
        // The document was parsed, so its nodes are parsed nodes.
        anchors.set(node.anchor, node as ParsedNode);
      }
    },
  });
  return targets;
}

function textNode(targets: AliasTargets, node: ParsedNode, key?: ParsedNode): TextNode {
  return {
    value: span(node),
    ...(key === undefined ? {} : { key: span(key) }),
    child: (token) => {
      const target = dereferenced(targets, node);
      if (isMap(target)) return member(targets, target, token, new Set());
      const index = arrayIndex(token);
      const found = isSeq(target) && index !== undefined ? target.items[index] : undefined;
      return found === undefined ? undefined : textNode(targets, found);
    },
  };
}

function span({ range: [start, end] }: ParsedNode): Span {
  return { start, end };
}

/** Returns the node of an alias, or any other node itself. */
function dereferenced(targets: AliasTargets, node: ParsedNode | null): ParsedNode | undefined {
  return isAlias(node) ? targets.get(node) : (node ?? undefined);
}

/** @param seen The mappings that were searched: a merge key may lead back to its own mapping. */
function member(
  targets: AliasTargets,
  map: YAMLMap.Parsed,
  name: string,
  seen: Set<YAMLMap.Parsed>,
): TextNode | undefined {
  if (seen.has(map)) return undefined;
  seen.add(map);
  const own = map.items.find(({ key }) => keyName(key) === name);
  if (own !== undefined) return textNode(targets, own.value ?? own.key, own.key);
  for (const source of map.items.flatMap((pair) => mergeSources(targets, pair))) {
    const merged = member(targets, source, name, seen);
    if (merged !== undefined) return merged;
  }
  return undefined;
}

/** Returns the mappings of a merge key, in the order of precedence. */
function mergeSources(targets: AliasTargets, pair: ParsedPair): readonly YAMLMap.Parsed[] {
  if (!isMergeKey(pair.key)) return [];
  const value = dereferenced(targets, pair.value);
  const candidates = isSeq(value) ? value.items : [value ?? null];
  return candidates
    .map((candidate) => dereferenced(targets, candidate))
    .filter((candidate) => isMap(candidate));
}
