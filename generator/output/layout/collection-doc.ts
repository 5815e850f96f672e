import {
  brokenGroup,
  concat,
  fill,
  group,
  ifBreak,
  indent,
  line,
  listed,
  softline,
  type Doc,
} from "./doc.js";
import { assignmentDoc } from "./assignment-doc.js";
import type { LineSettings } from "../../emit/draft.js";
import { expressionDoc } from "./expression-doc.js";
import { quoted } from "./quotes.js";
import type { Expression, ObjectMember } from "./syntax.js";

/** The layout of an array. */
export function arrayDoc(items: readonly Expression[], lines: LineSettings): Doc {
  if (items.length === 0) return "[]";
  const printed = items.map((item) => group(expressionDoc(item, "array", lines)));
  const id = {};
  const words = printed.flatMap((item, index): Doc[] =>
    index < items.length - 1 ? [concat([item, ","]), line] : [concat([item, ifBreak(",", "", id)])],
  );
  const content = isOfNumbers(items) ? fill(words) : concat([listed(printed), ifBreak(",")]);
  const list = concat(["[", indent(concat([softline, content])), softline, "]"]);
  return isTable(items) ? brokenGroup(list, id) : group(list, id);
}

/** Whether an array is laid out as if its items were words of a text. */
export function isOfNumbers(items: readonly Expression[]): boolean {
  return items.every(
    (item) =>
      item.kind === "number" ||
      (item.kind === "unary" && item.operator === "-" && item.operand.kind === "number"),
  );
}

/** Whether the items are all objects, or all arrays, with several members each. */
function isTable(items: readonly Expression[]): boolean {
  const [first] = items;
  return (
    items.length > 1 &&
    items.every(
      (item) =>
        item.kind === first?.kind &&
        ((item.kind === "object" && item.members.length > 1) ||
          (item.kind === "array" && item.items.length > 1)),
    )
  );
}

/** The layout of an object. */
export function objectDoc(members: readonly ObjectMember[], lines: LineSettings): Doc {
  if (members.length === 0) return "{}";
  const printed = members.map(({ name, value }) =>
    name === undefined
      ? expressionDoc(value, "argument", lines)
      : group(assignmentDoc(quoted(name), ":", value, isShortName(name, lines), lines)),
  );
  const list = indent(concat([line, listed(printed)]));
  return group(concat(["{", list, ifBreak(","), line, "}"]));
}

/** Whether the value that follows a name would gain next to nothing by a line of its own. */
function isShortName(name: string, { tabWidth }: LineSettings): boolean {
  return name.length < tabWidth + 3;
}
