import { isPointer, parsePointer } from "../../core/pointer.js";

/**
 * Returns what a place of a document belongs to, for people.
 *
 * @param pointer A JSON pointer into a document, or into a file that it refers to.
 * @returns The name of a component, a method and a path, or what else tells places apart.
 */
export function ownerOf(pointer: string): string {
  const [group, first, second] = isPointer(pointer) ? parsePointer(pointer) : [];
  if (first === undefined) return "the document";
  switch (group) {
    case "paths":
    case "webhooks":
      return second === undefined || second === "parameters"
        ? first
        : `${second.toUpperCase()} ${first}`;
    case "components":
      return second ?? first;
    case "$defs":
    case "definitions":
      return first;
    default:
      return "the document";
  }
}
