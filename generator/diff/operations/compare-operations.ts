import type { ChangeDraft } from "../draft.js";
import type { OperationPart, Sides } from "../subject.js";
import { otherThan, type Call } from "./call.js";
import { compareParameters } from "./compare-parameters.js";
import { compareRequestBody } from "./compare-request-body.js";
import { compareResponses } from "./compare-responses.js";
import { compareSecurity } from "./compare-security.js";
import { compareServers } from "./compare-servers.js";
import { mergeChanges, oneSided, type Finding } from "./finding.js";
import { keyOfPair, pairCallbacks, pairOperations, type OperationPair } from "./pair-operations.js";

/** The result of the comparison of operations. */
export interface OperationDifferences {
  /** The schemas of the operations that both documents have. */
  readonly parts: readonly OperationPart[];
  /** The changes that need no comparison of schemas. */
  readonly changes: readonly ChangeDraft[];
}

/**
 * Compares the operations of two documents: of paths, webhooks and callbacks.
 *
 * @returns Each change once, in the order of the new document, then what only the old one has.
 */
export function compareOperations(sides: Sides): OperationDifferences {
  const parts: OperationPart[] = [];
  const changes: ChangeDraft[] = [];
  for (const pair of pairOperations(sides)) {
    for (const finding of comparePair(sides, pair, new Set())) {
      if ("part" in finding) parts.push(finding.part);
      else changes.push(finding.change);
    }
  }
  return { parts, changes: mergeChanges(changes) };
}

/** @param seen The pairs that were compared since the operation of a path or a webhook: callbacks can be circular. */
function* comparePair(sides: Sides, pair: OperationPair, seen: Set<string>): Generator<Finding> {
  const { old, new: now, caller } = pair;
  if (old === undefined || now === undefined) {
    yield* onlyOperation(sides, pair);
    return;
  }
  const operations = { old, new: now };
  const key = `${caller} ${keyOfPair(operations)}`;
  if (seen.has(key)) return;
  seen.add(key);
  const call: Call = { operation: now.label, caller, read: sides };
  yield* compareParameters(call, operations);
  yield* compareRequestBody(call, operations);
  yield* compareResponses(call, operations);
  yield* compareSecurity(call, operations);
  yield* compareServers(call, operations);
  for (const callback of pairCallbacks(sides, operations, now.label, otherThan(caller))) {
    yield* comparePair(sides, callback, seen);
  }
}

/**
 * A change for an operation that one document has. Calls of a removed operation fail, and a removed webhook is
 * never received. A new webhook concerns only those who register for it, but an API that calls a known one with a
 * new method calls what its receivers do not have.
 */
function* onlyOperation(
  sides: Sides,
  { old, new: now, caller, isGroupKnown }: OperationPair,
): Generator<Finding> {
  const operation = now ?? old;
  if (operation === undefined) return;
  const { label, entry } = operation;
  const side = now === undefined ? "old" : "new";
  const isBreaking = side === "old" || (caller === "new" && isGroupKnown);
  const call: Call = { operation: label, caller, read: sides };
  const around = { ...entry, uri: sides[otherThan(side)].document.uri };
  yield oneSided(call, side, entry, around, {
    direction: caller === "old" ? "request" : "response",
    data: isBreaking ? "breaking" : "compatible",
    rule: side === "new" ? "operation-added" : "operation-removed",
    message: `the operation ${label} is ${side === "new" ? "new" : "removed"}`,
  });
}
