import {
  brokenGroup,
  choice,
  concat,
  group,
  ifBreak,
  indent,
  line,
  listed,
  softline,
  willBreak,
  type Doc,
} from "./doc.js";
import { isOfNumbers } from "./collection-doc.js";
import type { LineSettings } from "../../emit/draft.js";
import { expressionDoc } from "./expression-doc.js";
import { blockDoc } from "./statement-doc.js";
import type { Expression } from "./syntax.js";
import { typeArgumentsDoc } from "./type-doc.js";

type Call = Extract<Expression, { kind: "call" }>;

/** The layout of a call. */
export function callDoc({ isNew, callee, types, args }: Call, lines: LineSettings): Doc {
  const printed = concat([
    isNew ? "new " : "",
    calleeDoc(callee, lines),
    typeArgumentsDoc(types),
    argumentsDoc(args, lines),
  ]);
  return callee.kind === "call" ? group(printed) : printed;
}

/** What is called: a method stays on the line of its object. */
function calleeDoc(callee: Expression, lines: LineSettings): Doc {
  return callee.kind === "property"
    ? concat([expressionDoc(callee.object, "member", lines), `.${callee.name}`])
    : expressionDoc(callee, "operand", lines);
}

function argumentsDoc(args: readonly Expression[], lines: LineSettings): Doc {
  const last = args.at(-1);
  if (last === undefined) return "()";
  const printed = args.map((arg) => expressionDoc(arg, "argument", lines));
  const list = indent(concat([softline, listed(printed)]));
  const all = concat(["(", list, ifBreak(","), softline, ")"]);
  const before = printed.slice(0, -1);
  if (!isHuggedLast(last, args.slice(0, -1)) || before.some(willBreak)) return group(all);
  const end = printed.at(-1) ?? "";
  const opening = concat(["(", ...before.flatMap((arg) => [arg, ", "])]);
  const hugged = concat([opening, brokenGroup(end), ")"]);
  const broken = brokenGroup(all);
  return willBreak(end)
    ? choice([hugged, broken])
    : choice([concat([opening, end, ")"]), hugged, broken]);
}

/** Whether the last argument may open on the line of those before it, and close on the line of `)`. */
function isHuggedLast(last: Expression, before: readonly Expression[]): boolean {
  const previous = before.at(-1);
  if (!canHug(last) || previous?.kind === last.kind) return false;
  return !(before.length > 0 && last.kind === "array" && isOfNumbers(last.items));
}

function canHug(expression: Expression): boolean {
  switch (expression.kind) {
    case "array":
      return expression.items.length > 0;
    case "object":
      return expression.members.length > 0;
    case "arrow":
      return (
        "length" in expression.body ||
        ["array", "object", "call", "conditional"].includes(expression.body.kind)
      );
    default:
      return false;
  }
}

/** The layout of an arrow function. */
export function arrowDoc(
  { parameters, body }: Extract<Expression, { kind: "arrow" }>,
  lines: LineSettings,
): Doc {
  const names = indent(concat([softline, listed(parameters)]));
  const open =
    parameters.length === 0 ? "()" : group(concat(["(", names, ifBreak(","), softline, ")"]));
  const head = concat([open, " =>"]);
  if ("length" in body) return group(concat([head, " ", blockDoc(body, lines)]));
  const isOpen = body.kind === "array" || body.kind === "object";
  const printed = expressionDoc(body, "arrow", lines);
  return group(
    isOpen ? concat([head, " ", printed]) : concat([head, group(indent(concat([line, printed])))]),
  );
}
