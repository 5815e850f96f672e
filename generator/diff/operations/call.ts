import type { Direction } from "../../core/direction.js";
import type { ReadModels } from "../../model/read-models.js";

/** One of the documents that are compared. */
export type Side = "old" | "new";

/** A value for each document. */
export type Pair<T> = Readonly<Record<Side, T>>;

/**
 * An operation in both documents, and who calls it. Clients of an API still follow the old document when the
 * API follows the new one. In a webhook or a callback the API is the caller, so the roles are exchanged.
 */
export interface Call {
  /** The operation as `POST /batches`. */
  readonly operation: string;
  /** The document that the caller follows. */
  readonly caller: Side;
  readonly read: Pair<ReadModels>;
}

/** Returns the other document. */
export function otherThan(side: Side): Side {
  return side === "old" ? "new" : "old";
}

/** Returns the document that the receiver of calls follows. */
export function receiverOf({ caller }: Call): Side {
  return otherThan(caller);
}

/** Returns the direction of what the caller sends: `request` is from old senders to new receivers. */
export function requestDirection({ caller }: Call): Direction {
  return caller === "old" ? "request" : "response";
}

/** Returns the direction of what is sent back to the caller. */
export function responseDirection({ caller }: Call): Direction {
  return caller === "old" ? "response" : "request";
}

/** Returns the keys of the new map in its order, and those that only the old one has. */
export function keysOf<K>(maps: Pair<ReadonlyMap<K, unknown>>): ReadonlySet<K> {
  return new Set([...maps.new.keys(), ...maps.old.keys()]);
}
