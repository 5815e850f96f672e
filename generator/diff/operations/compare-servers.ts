import { below, type Place } from "../../core/place.js";
import { rootOf } from "../../openapi/navigate.js";
import {
  otherThan,
  requestDirection,
  type Call,
  type Entry,
  type Pair,
  type Side,
} from "./call.js";
import { entriesOf } from "./entries.js";
import { oneSided, type Finding } from "./finding.js";
import type { OperationAt } from "./pair-operations.js";
import { covers, showUrl, urlsOf, type ServerUrl } from "./server-urls.js";

/** The servers of an operation. */
interface Servers {
  /** The list of them, or where the document could have one. */
  readonly place: Place;
  readonly list: readonly Server[];
}

interface Server extends Entry {
  readonly urls: readonly ServerUrl[];
}

/**
 * Compares the servers of an operation. Webhooks and callbacks have none: their receivers say where they are.
 * Where the old document names no server, nothing is known about the URL, and so nothing can break.
 */
export function* compareServers(call: Call, operations: Pair<OperationAt>): Generator<Finding> {
  if (call.caller === "new") return;
  const servers = {
    old: serversOf(call, "old", operations.old),
    new: serversOf(call, "new", operations.new),
  };
  for (const side of ["new", "old"] as const) {
    const known = servers[otherThan(side)].list.flatMap(({ urls }) => urls);
    for (const server of servers[side].list) {
      const urls = server.urls.filter((url) => !known.some((other) => covers(other, url)));
      if (urls.length === 0) continue;
      const which = urls.slice(0, 3).map(showUrl).join(", ") + (urls.length > 3 ? ", …" : "");
      yield oneSided(call, side, server.entry, servers[otherThan(side)].place, {
        direction: requestDirection(call),
        data: side === "old" ? "breaking" : "compatible",
        rule: "servers",
        message: `the server ${which} is ${side === "old" ? "removed" : "new"}`,
      });
    }
  }
}

/**
 * Returns the servers of an operation: the innermost list that has any.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#operation-object | OpenAPI 3.2, Operation Object}
 */
function serversOf({ read }: Call, side: Side, { operation, pathItem }: OperationAt): Servers {
  const { document } = read[side];
  const root = rootOf(document);
  for (const around of [operation, pathItem, root]) {
    const entries = entriesOf(document, around, "servers");
    if (entries.length === 0) continue;
    const list = entries.map(([, entry]) => ({ ...entry, urls: urlsOf(document, entry) }));
    return { place: below(around.place, "servers"), list };
  }
  return { place: below(root.place, "servers"), list: [] };
}
