import { ownMember } from "../../core/json.js";
import { below, type Place } from "../../core/place.js";
import type { Document } from "../document.js";
import { entriesAt, membersOf, rootOf, type Found } from "../navigate.js";
import { methods, operationsOf } from "../operations.js";
import { nodeIn } from "../walk.js";

/** A path or a webhook, with its operations. */
export interface SelectablePath {
  /** The path template, or the name of the webhook. */
  readonly path: string;
  /** The place of its name. It may be a reference to another place. */
  readonly place: Place;
  readonly operations: readonly SelectableOperation[];
}

/** An operation that can be selected. */
export interface SelectableOperation {
  readonly path: string;
  /** The method in capitals: `GET`. */
  readonly method: string;
  readonly id: string | undefined;
  readonly tags: readonly string[];
  /** Its place: paths that refer to one Path Item Object share its operations. */
  readonly place: Place;
}

/** Returns the paths and webhooks of a document. Callbacks belong to their operations. */
export function selectablePaths(document: Document): readonly SelectablePath[] {
  return ["paths", "webhooks"].flatMap((field) => {
    const items = new Map(membersOf(document, rootOf(document), field));
    const map = nodeIn(rootOf(document), field);
    const entries = map === undefined ? [] : [...entriesAt(document, map)];
    return entries.map(([path, { place }]) => {
      const item = items.get(path);
      const operations =
        item === undefined
          ? []
          : operationsOf(document, item).map((each) => selectable(path, item, each));
      return { path, place, operations };
    });
  });
}

function selectable(
  path: string,
  item: Found,
  [method, { value }]: readonly [string, Found],
): SelectableOperation {
  const id = ownMember(value, "operationId");
  const tags = ownMember(value, "tags");
  const field = method.toLowerCase();
  const isFixed = methods.includes(field) && ownMember(item.value, field) !== undefined;
  return {
    path,
    method,
    id: typeof id === "string" ? id : undefined,
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [],
    place: isFixed ? below(item.place, field) : below(item.place, "additionalOperations", method),
  };
}
