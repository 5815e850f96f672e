import { exported } from "../../code/expressions.js";
import type { TypeNode } from "../../code/nodes.js";
import { typeReference } from "../../code/type-nodes.js";

/** The first digits of the statuses that clients and servers handle. */
const classes = ["2", "3", "4", "5"] as const;

const runtime = "runtime/operation";

/** Returns whether a key of the Responses Object is a status or a range that operations handle, or `default`. */
export function isHandledStatus(status: string): boolean {
  return /^(?:[2-5](?:\d\d|XX)|default)$/.test(status);
}

/** Returns whether a status has no body: `204`, `205`, `304`. */
export function hasNoBody(status: string): boolean {
  return ["204", "205", "304"].includes(status);
}

/**
 * The type of the statuses that a response describes: a status alone; those of a range, or all, without the ones
 * that other responses describe.
 *
 * @param status A status, a range or `default`.
 * @param all The statuses, the ranges and `default` of the operation.
 * @returns undefined, if other responses describe all of them.
 */
export function statusType(status: string, all: readonly string[]): TypeNode | undefined {
  if (status === "default") return statusesWithout(all);
  const [first = ""] = status;
  if (!status.endsWith("XX")) return { kind: "literal", value: Number(status) };
  const described = all.filter((each) => each.startsWith(first) && /^\d{3}$/.test(each));
  return without(rangeOf(first), described.map(literalOf));
}

/** The type of the statuses that are neither described alone nor by a range; undefined, if there are none. */
export function statusesWithout(all: readonly string[]): TypeNode | undefined {
  const ranges = classes.filter((first) => all.includes(`${first}XX`));
  if (ranges.length === classes.length) return undefined;
  const single = all.filter((each) => /^\d{3}$/.test(each) && !all.includes(`${each.charAt(0)}XX`));
  return without(typeReference(exported("Status", runtime)), [
    ...single.map(literalOf),
    ...ranges.map(rangeOf),
  ]);
}

function without(type: TypeNode, excluded: readonly TypeNode[]): TypeNode {
  const [first, ...others] = excluded;
  if (first === undefined) return type;
  return typeReference(
    "Exclude",
    type,
    others.length === 0 ? first : { kind: "union", members: excluded },
  );
}

function rangeOf(first: string): TypeNode {
  return typeReference(exported("StatusIn", runtime), { kind: "literal", value: first });
}

function literalOf(status: string): TypeNode {
  return { kind: "literal", value: Number(status) };
}
