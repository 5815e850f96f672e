import { below } from "../../core/place.js";
import { rootOf, type Found } from "../../openapi/navigate.js";
import {
  otherThan,
  requestDirection,
  type Call,
  type Entry,
  type Pair,
  type Side,
} from "./call.js";
import { entriesOf } from "./entries.js";
import { changed, fieldPlaces, oneSided, type Decision, type Finding } from "./finding.js";
import type { OperationAt } from "./pair-operations.js";
import { covers, showUrl, urlsOf, type ServerUrl } from "./server-urls.js";

/** The objects that can have servers, the innermost first: the inner ones override the outer ones. */
type Level = "operation" | "pathItem" | "root";
const levels: readonly Level[] = ["operation", "pathItem", "root"];

/** The servers of an operation. */
interface Servers {
  /** Which object has them; the root, if none does. */
  readonly level: Level;
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
      yield serverChange(call, operations, servers, side, server, {
        direction: requestDirection(call),
        data: side === "old" ? "breaking" : "compatible",
        rule: "servers",
        message: `the server ${which} is ${side === "old" ? "removed" : "new"}`,
      });
    }
  }
}

/** A change of a list, or of which object has one. */
function serverChange(
  call: Call,
  operations: Pair<OperationAt>,
  servers: Pair<Servers>,
  side: Side,
  server: Server,
  decision: Decision,
): Finding {
  const levelsUsed = [servers.old.level, servers.new.level];
  const level = levels.find((each) => levelsUsed.includes(each)) ?? "root";
  const around = {
    old: objectAt(call, "old", operations.old, level),
    new: objectAt(call, "new", operations.new, level),
  };
  if (servers.old.level === servers.new.level) {
    const place = below(around[otherThan(side)].place, "servers");
    return oneSided(call, side, server.entry, place, decision);
  }
  const at = below(around.new.place, "servers");
  return changed(call, at, fieldPlaces(call, around, "servers"), decision);
}

/**
 * Returns the servers of an operation: the innermost list that has any.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#operation-object | OpenAPI 3.2, Operation Object}
 */
function serversOf(call: Call, side: Side, operation: OperationAt): Servers {
  const { document } = call.read[side];
  for (const level of levels) {
    const entries = entriesOf(document, objectAt(call, side, operation, level), "servers");
    if (entries.length === 0) continue;
    const list = entries.map(([, entry]) => ({ ...entry, urls: urlsOf(document, entry) }));
    return { level, list };
  }
  return { level: "root", list: [] };
}

function objectAt({ read }: Call, side: Side, operation: OperationAt, level: Level): Found {
  return level === "root" ? rootOf(read[side].document) : operation[level];
}
