import type { Place } from "../../core/place.js";
import { local, never, not } from "../../code/expressions.js";
import type { Expression, Statement } from "../../code/nodes.js";
import { continueLoop, when } from "../../code/statements.js";
import { deeper, itemWithin, localName, withinSchema, type Subject } from "./subject.js";

/** The body of a loop over the items or the members of a value. */
export interface LoopBody {
  /** Whether an item or a member is skipped, from its index or name. Default: none is. */
  readonly isLeftOut?: (key: Expression) => Expression;
  /** The first index. Default: 0. */
  readonly from?: number;
  /** The place of the schema that applies to it. */
  readonly schema?: Place | undefined;
  readonly statements: (item: Subject, key: Expression) => readonly Statement[];
}

/** A loop over the items of an array. */
export function eachItem(array: Subject, body: LoopBody): Statement {
  return loop("items", array, localName("index", array), body);
}

/** A loop over the members of an object. */
export function eachMember(object: Subject, body: LoopBody): Statement {
  return loop("members", object, localName("key", object), body);
}

function loop(
  over: "items" | "members",
  subject: Subject,
  key: string,
  { isLeftOut = () => never, from = 0, schema, statements }: LoopBody,
): Statement {
  const item = localName("item", subject);
  const member = (over === "items" ? itemWithin : withinSchema)(
    subject,
    local(item),
    local(key),
    schema,
  );
  const inner = statements(deeper(member), local(key));
  const leftOut = isLeftOut(local(key));
  const body =
    inner.length === 1 ? when(not(leftOut), inner) : [...when(leftOut, [continueLoop]), ...inner];
  return { kind: "each", over, value: subject.value, from, key, item, body };
}
