import { keyOfPlace } from "../core/place.js";
import { valueAt, type Document } from "./document.js";
import { referencesOf } from "./references.js";
import { walk, type Node } from "./walk.js";

/**
 * Visits some nodes of a document, the nodes inside them, and all targets of references from there: each
 * once, outer ones first.
 *
 * @param further Returns further nodes to visit because of a node. Default: none.
 */
export function walkDocument(
  starts: readonly Node[],
  document: Document,
  visit: (node: Node) => void,
  further: (node: Node) => readonly Node[] = () => [],
): void {
  const seen = new Set<string>();
  const pending = [...starts];
  // Targets of references are appended while the loop runs.
  for (const start of pending) {
    walk(start, (node) => {
      const key = `${node.kind} ${node.form} ${keyOfPlace(node.place)}`;
      if (seen.has(key)) return false;
      seen.add(key);
      visit(node);
      for (const other of further(node)) pending.push(other);
      for (const { text, target } of referencesOf(node)) {
        const found = document.resolve(text, node.place);
        if (found.kind === "missing") continue;
        const value = valueAt(found.place, document);
        if (value !== undefined) pending.push({ ...target, place: found.place, value });
      }
      return true;
    });
  }
}
