import type { Document } from "./document.js";
import { entriesOf, type Entry } from "./entries.js";
import { rootOf, type Found } from "./navigate.js";

/** The objects that can have servers, the innermost first: the inner ones override the outer ones. */
export type ServerLevel = "operation" | "pathItem" | "root";
export const serverLevels: readonly ServerLevel[] = ["operation", "pathItem", "root"];

/** The servers of an operation. */
export interface Servers {
  /** Which object has them; the root, if none does. */
  readonly level: ServerLevel;
  readonly list: readonly Entry[];
}

/**
 * Returns the servers of an operation: the innermost list that has any.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#operation-object | OpenAPI 3.2, Operation Object}
 */
export function serversOf(
  document: Document,
  operation: { readonly operation: Found; readonly pathItem: Found },
): Servers {
  for (const level of serverLevels) {
    const list = entriesOf(document, objectAt(document, operation, level), "servers");
    if (list.length > 0) return { level, list: list.map(([, entry]) => entry) };
  }
  return { level: "root", list: [] };
}

/** Returns the object at a level of an operation. */
export function objectAt(
  document: Document,
  operation: { readonly operation: Found; readonly pathItem: Found },
  level: ServerLevel,
): Found {
  return level === "root" ? rootOf(document) : operation[level];
}
