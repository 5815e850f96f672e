import { below } from "../../core/place.js";
import type { DiffRule } from "../diff-result.js";
import type { Entry } from "../../openapi/entries.js";
import { responseEntries } from "../../openapi/operations.js";
import { headersOf } from "../../openapi/parameters.js";
import {
  keysOf,
  otherThan,
  receiverOf,
  responseDirection,
  type Call,
  type Pair,
  type Side,
} from "./call.js";
import { compareContent } from "./compare-content.js";
import { compareValue } from "./compare-value.js";
import { oneSided, type Finding } from "./finding.js";
import type { OperationAt } from "./pair-operations.js";
import { compareRequired, onlyIn, type Value } from "./presence.js";

/** Compares the responses of an operation. */
export function* compareResponses(call: Call, operations: Pair<OperationAt>): Generator<Finding> {
  const responses = {
    old: responseEntries(call.read.old.document, operations.old.operation),
    new: responseEntries(call.read.new.document, operations.new.operation),
  };
  const server = receiverOf(call);
  for (const status of keysOf(responses)) {
    const responseIn = (side: Side): Entry | undefined =>
      (side === server ? sentFor : responseFor)(status, responses[side]);
    const old = responseIn("old");
    const now = responseIn("new");
    if (old !== undefined && now !== undefined) {
      yield* compareResponse(call, status, { old, new: now });
      continue;
    }
    const side = responses.new.has(status) ? "new" : "old";
    const entry = responses[side].get(status)?.entry;
    if (entry === undefined) continue;
    const around = below(operations[otherThan(side)].operation.place, "responses");
    yield oneSided(call, side, entry, around, {
      direction: responseDirection(call),
      // The server chooses among successful responses. Clients expect that any call can fail.
      data: side === server && isSuccess(status) ? "breaking" : "compatible",
      rule: side === "new" ? "status-added" : "status-removed",
      message: `the response ${status} is ${side === "new" ? "new" : "removed"}`,
    });
  }
}

/**
 * Returns the response that a client uses for a status: exact, by its range, or the default.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#responses-object | OpenAPI 3.2, Responses Object}
 */
function responseFor(status: string, responses: ReadonlyMap<string, Entry>): Entry | undefined {
  return responses.get(status) ?? responses.get(rangeOf(status)) ?? responses.get("default");
}

/**
 * Returns the response that a server sends with a status that the client knows. A success that is no longer
 * described is not sent any more: the default is for errors then.
 */
function sentFor(status: string, responses: ReadonlyMap<string, Entry>): Entry | undefined {
  const exact = responses.get(status) ?? responses.get(rangeOf(status));
  return exact ?? (isSuccess(status) ? undefined : responses.get("default"));
}

function rangeOf(status: string): string {
  return `${status.charAt(0)}XX`;
}

function isSuccess(status: string): boolean {
  return status.startsWith("2");
}

/** @param status The status, as one of the documents writes it. */
function* compareResponse(call: Call, status: string, responses: Pair<Entry>): Generator<Finding> {
  // A component can be sent with several statuses.
  const what = `the response ${responses.new.referredName ?? status}`;
  yield* compareHeaders(call, status, what, responses);
  yield* compareContent(call, {
    direction: responseDirection(call),
    part: { part: "response", status },
    what,
    bodies: responses,
  });
}

function* compareHeaders(
  call: Call,
  status: string,
  response: string,
  responses: Pair<Entry>,
): Generator<Finding> {
  const headers = {
    old: headersOf(call.read.old.document, responses.old),
    new: headersOf(call.read.new.document, responses.new),
  };
  for (const key of keysOf(headers)) {
    const old = headers.old.get(key);
    const now = headers.new.get(key);
    const header = now ?? old;
    if (header === undefined) continue;
    const { name } = header;
    const value: Value = {
      part: { part: "header", name, status },
      direction: responseDirection(call),
      sender: receiverOf(call),
      what: `the header ${name} of ${response}`,
      rules: headerRules,
    };
    if (old !== undefined && now !== undefined) {
      const both = { old, new: now };
      yield* compareRequired(call, value, both);
      yield* compareValue(call, value, both, "header");
      continue;
    }
    const side = now === undefined ? "old" : "new";
    yield onlyIn(call, side, value, header, below(responses[otherThan(side)].place, "headers"));
  }
}

const headerRules: Readonly<Record<"added" | "removed", DiffRule>> = {
  added: "header-added",
  removed: "header-removed",
};
