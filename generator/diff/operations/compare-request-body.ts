import { below } from "../../core/place.js";
import { entryOf, type Entry } from "../../openapi/entries.js";
import { otherThan, requestDirection, type Call, type Pair } from "./call.js";
import { compareContent } from "./compare-content.js";
import type { Finding } from "./finding.js";
import type { OperationAt } from "./pair-operations.js";
import { compareRequired, onlyIn, type Value } from "./presence.js";

/**
 * Compares the request bodies of an operation. A body that is no longer described is compatible: nothing says
 * that a server rejects content, which it may ignore.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110#section-9.3 | RFC 9110, section 9.3}
 */
export function* compareRequestBody(call: Call, operations: Pair<OperationAt>): Generator<Finding> {
  const value: Value = {
    part: { part: "requestBody" },
    direction: requestDirection(call),
    sender: call.caller,
    what: "the request body",
    rules: { added: "request-body-added", removed: "request-body-removed" },
  };
  const bodyIn = (side: "old" | "new"): Entry | undefined =>
    entryOf(call.read[side].document, operations[side].operation, "requestBody");
  const old = bodyIn("old");
  const now = bodyIn("new");
  if (old !== undefined && now !== undefined) {
    const bodies = { old, new: now };
    yield* compareRequired(call, value, bodies);
    yield* compareContent(call, { ...value, bodies });
    return;
  }
  const body = now ?? old;
  if (body === undefined) return;
  const side = now === undefined ? "old" : "new";
  const around = below(operations[otherThan(side)].operation.place, "requestBody");
  yield onlyIn(call, side, value, body, around);
}
