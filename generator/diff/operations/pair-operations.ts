import { below, keyOfPlace, type Place } from "../../core/place.js";
import { membersOf, rootOf, type Found } from "../../openapi/navigate.js";
import type { Document } from "../../openapi/document.js";
import { methods, operationsOf, pathOperations } from "../../openapi/operations.js";
import type { Sides } from "../subject.js";
import { nearest } from "../../openapi/entries.js";
import type { Pair, Side } from "./call.js";

/** An operation of a document. */
export interface OperationAt {
  /** The path template, if its path has one. */
  readonly path?: string;
  readonly method: string;
  readonly pathItem: Found;
  readonly operation: Found;
  /** Where it is written, before references of the path are followed. */
  readonly entry: Place;
  /** Its name: `POST /batches`. */
  readonly label: string;
  /** The names of what it is among others: of two documents, operations with the same names are the same. */
  readonly group: string;
}

/** An operation of either document, or of both. */
export interface OperationPair {
  readonly old?: OperationAt | undefined;
  readonly new?: OperationAt | undefined;
  /** The document that the caller follows. */
  readonly caller: Side;
  /** Whether the other document has operations at the same path, webhook or callback. */
  readonly isGroupKnown: boolean;
}

/** Pairs the operations under `paths`, then those of webhooks. */
export function* pairOperations(sides: Sides): Generator<OperationPair> {
  const documents = { old: sides.old.document, new: sides.new.document };
  const paths = (side: Side): readonly OperationAt[] =>
    pathOperations(documents[side]).map(({ path, method, pathItem, operation }) => ({
      path,
      method,
      pathItem,
      operation,
      entry: entryAt(side, "paths", path, method),
      label: `${method} ${path}`,
      group: path,
    }));
  const webhooks = (side: Side): readonly OperationAt[] =>
    membersOf(documents[side], rootOf(documents[side]), "webhooks").flatMap(([name, pathItem]) =>
      operationsOf(documents[side], pathItem).map(([method, operation]) => ({
        method,
        pathItem,
        operation,
        entry: entryAt(side, "webhooks", name, method),
        label: `webhook ${name} ${method}`,
        group: name,
      })),
    );
  const entryAt = (side: Side, field: string, name: string, method: string): Place => {
    const root = { uri: documents[side].uri, pointer: "" };
    return methodAt(documents[side], below(root, field, name), method);
  };
  yield* pairAll({ old: paths("old"), new: paths("new") }, "old");
  yield* pairAll({ old: webhooks("old"), new: webhooks("new") }, "new");
}

/**
 * Pairs the callbacks of an operation. What calls an operation receives its callbacks, so the roles are
 * exchanged.
 */
export function* pairCallbacks(
  sides: Sides,
  operations: Pair<OperationAt>,
  label: string,
  caller: Side,
): Generator<OperationPair> {
  const callbacks = (side: Side): readonly OperationAt[] => {
    const { document } = sides[side];
    const { operation } = operations[side];
    return membersOf(document, operation, "callbacks").flatMap(([name, callback]) => {
      const items = membersOf(document, callback);
      return items.flatMap(([expression, pathItem]) =>
        operationsOf(document, pathItem).map(([method, inner]) => {
          const where = items.length === 1 ? name : `${name} ${expression}`;
          const path = below(operation.place, "callbacks", name, expression);
          return {
            method,
            pathItem,
            operation: inner,
            entry: methodAt(document, path, method),
            label: `${label} callback ${where} ${method}`,
            group: JSON.stringify([name, expression]),
          };
        }),
      );
    });
  };
  yield* pairAll({ old: callbacks("old"), new: callbacks("new") }, caller);
}

/**
 * Pairs operations by their groups and methods. Paths that differ only in the names of their variables are the
 * same, unless the other document has both.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#paths-object | OpenAPI 3.2, Paths Object}
 */
function* pairAll(
  operations: Pair<readonly OperationAt[]>,
  caller: Side,
): Generator<OperationPair> {
  const exact = new Map(operations.old.map((each) => [`${each.method} ${each.group}`, each]));
  const exactNew = new Set(operations.new.map((each) => `${each.method} ${each.group}`));
  const byShape = new Map<string, OperationAt>();
  for (const each of operations.old) {
    const shape = `${each.method} ${shapeOf(each)}`;
    if (exactNew.has(`${each.method} ${each.group}`) || byShape.has(shape)) continue;
    byShape.set(shape, each);
  }
  const groups = {
    old: new Set(operations.old.map(shapeOf)),
    new: new Set(operations.new.map(shapeOf)),
  };
  const paired = new Set<OperationAt>();
  for (const each of operations.new) {
    const shape = `${each.method} ${shapeOf(each)}`;
    const old = exact.get(`${each.method} ${each.group}`) ?? byShape.get(shape);
    if (old !== undefined && paired.has(old)) {
      yield { new: each, caller, isGroupKnown: true };
      continue;
    }
    if (old !== undefined) paired.add(old);
    yield { old, new: each, caller, isGroupKnown: groups.old.has(shapeOf(each)) };
  }
  for (const each of operations.old) {
    if (paired.has(each)) continue;
    yield { old: each, caller, isGroupKnown: groups.new.has(shapeOf(each)) };
  }
}

/** Returns where an operation is written, or the reference of its path. */
function methodAt(document: Document, path: Place, method: string): Place {
  const name = method.toLowerCase();
  return nearest(
    document,
    methods.includes(name) ? below(path, name) : below(path, "additionalOperations", method),
  );
}

/** Returns the group of an operation; for a path, without the names of its variables. */
function shapeOf({ path, group }: OperationAt): string {
  return path === undefined ? group : path.replace(/\{[^{}]*\}/g, "{}");
}

/** A key for two operations that are compared. */
export function keyOfPair({ old, new: now }: Pair<OperationAt>): string {
  return `${keyOfPlace(old.operation.place)} ${keyOfPlace(now.operation.place)}`;
}
