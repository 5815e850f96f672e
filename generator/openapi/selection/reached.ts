import { isJsonArray, isJsonObject, ownMember } from "../../core/json.js";
import { keyOfPlace, placesAround } from "../../core/place.js";
import { componentNodes, componentSchemas } from "../components.js";
import type { Document } from "../document.js";
import { looksLikeReference } from "../references.js";
import { nodeAt, referenceOf, type Node } from "../walk.js";
import { walkDocument } from "../walk-document.js";

/**
 * Returns the components that some nodes of a document use, by the keys of their places. A reference to a
 * part of a component uses it, and a discriminator uses all schemas that it can select.
 */
export function reachedComponents(
  starts: readonly Node[],
  document: Document,
): ReadonlySet<string> {
  const components = componentNodes(document);
  const childrenOf = childFinder(components, document);
  const reached = new Set<string>();
  walkDocument(
    starts,
    document,
    () => undefined,
    (node) => {
      const further: Node[] = [];
      for (const place of placesAround(node.place)) {
        const key = keyOfPlace(place);
        const component = components.get(key);
        if (component === undefined || reached.has(key)) continue;
        reached.add(key);
        further.push(component);
      }
      if (node.kind === "Schema" && node.form === "one") further.push(...childrenOf(node));
      return further;
    },
  );
  return reached;
}

/** Returns a function that finds the schemas that a discriminator can select without a reference. */
function childFinder(
  components: ReadonlyMap<string, Node>,
  document: Document,
): (schema: Node) => readonly Node[] {
  let extending: ReadonlyMap<string, readonly Node[]> | undefined;
  const seen = new Set<string>();
  return ({ value, place }) => {
    const discriminator = isJsonObject(value) ? ownMember(value, "discriminator") : undefined;
    if (!isJsonObject(discriminator)) return [];
    const names = componentSchemas(document);
    const mapping = ownMember(discriminator, "mapping");
    const targets = [
      ...(isJsonObject(mapping) ? Object.values(mapping) : []),
      ownMember(discriminator, "defaultMapping"),
    ];
    const found = targets.flatMap((name) => {
      if (typeof name !== "string" || looksLikeReference(name)) return [];
      const named = names.get(name);
      return (named && components.get(keyOfPlace(named))) ?? [];
    });
    extending ??= extensions(components, document);
    // Schemas that extend this one indirectly count too.
    const pending = [keyOfPlace(place)];
    for (const key of pending) {
      if (seen.has(key)) continue;
      seen.add(key);
      for (const child of extending.get(key) ?? []) {
        found.push(child);
        pending.push(keyOfPlace(child.place));
      }
    }
    return found;
  };
}

/** Returns the component schemas that extend others by `allOf`, by the places of the others. */
function extensions(
  components: ReadonlyMap<string, Node>,
  document: Document,
): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  for (const node of components.values()) {
    const allOf = isJsonObject(node.value) ? ownMember(node.value, "allOf") : undefined;
    if (node.kind !== "Schema" || !isJsonArray(allOf)) continue;
    for (const part of allOf) {
      const reference = referenceOf(nodeAt("Schema", part, node.place));
      const resolved =
        reference === undefined ? undefined : document.resolve(reference, node.place);
      if (resolved?.kind !== "found") continue;
      const key = keyOfPlace(resolved.place);
      found.set(key, [...(found.get(key) ?? []), node]);
    }
  }
  return found;
}
