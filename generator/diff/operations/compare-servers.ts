import { below } from "../../core/place.js";
import type { Entry } from "../../openapi/entries.js";
import {
  objectAt,
  serverLevels,
  serversOf,
  type Servers as ServerEntries,
} from "../../openapi/servers.js";
import { otherThan, requestDirection, type Call, type Pair, type Side } from "./call.js";
import { changed, fieldPlaces, oneSided, type Decision, type Finding } from "./finding.js";
import type { OperationAt } from "./pair-operations.js";
import { covers, showUrl, urlsOf, type ServerUrl } from "./server-urls.js";

/** The servers of an operation. */
interface Servers extends Omit<ServerEntries, "list"> {
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
    old: serversIn(call, "old", operations.old),
    new: serversIn(call, "new", operations.new),
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
  const level = serverLevels.find((each) => levelsUsed.includes(each)) ?? "root";
  const around = {
    old: objectAt(call.read.old.document, operations.old, level),
    new: objectAt(call.read.new.document, operations.new, level),
  };
  if (servers.old.level === servers.new.level) {
    const place = below(around[otherThan(side)].place, "servers");
    return oneSided(call, side, server.entry, place, decision);
  }
  const at = below(around.new.place, "servers");
  return changed(call, at, fieldPlaces(call, around, "servers"), decision);
}

function serversIn({ read }: Call, side: Side, operation: OperationAt): Servers {
  const { document } = read[side];
  const { level, list } = serversOf(document, operation);
  return { level, list: list.map((entry) => ({ ...entry, urls: urlsOf(document, entry) })) };
}
