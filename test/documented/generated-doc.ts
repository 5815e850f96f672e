import type { JSDocableNode } from "ts-morph";

/**
 * @returns the description of a doc comment as its paragraphs, their line breaks and indentation undone;
 *   block tags such as `@example` are no part of it
 */
export function generatedDoc(node: JSDocableNode): readonly string[] {
  return node
    .getJsDocs()
    .flatMap((doc) => doc.getDescription().split(/\n\s*\n/))
    .map((paragraph) => paragraph.replaceAll(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
}
