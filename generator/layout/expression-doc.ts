import {
  align,
  choice,
  concat,
  enclosed,
  fill,
  group,
  ifBreak,
  indent,
  line,
  listed,
  softline,
  willBreak,
  type Doc,
} from "./doc.js";
import type { LineSettings } from "./draft.js";
import { assignmentDoc } from "./assignment-doc.js";
import { precedenceOf } from "./parse-expression.js";
import { blockDoc } from "./statement-doc.js";
import type { Expression, ObjectMember } from "./syntax.js";
import { typeArgumentsDoc } from "./type-doc.js";

type Binary = Extract<Expression, { kind: "binary" }>;
type Call = Extract<Expression, { kind: "call" }>;

/** Where an expression stands, as far as its layout depends on it. */
export type Parent =
  | "argument"
  | "array"
  | "arrow"
  | "assignment"
  | "loop"
  /** Before a property, or between the brackets of an element. */
  | "member"
  | "operand"
  | "return"
  /** The parentheses of a statement. */
  | "test"
  | "unary"
  | Binary;

/** The layout of an expression. */
export function expressionDoc(expression: Expression, parent: Parent, lines: LineSettings): Doc {
  const printed = plainDoc(expression, parent, lines);
  return needsParentheses(expression, parent) ? concat(["(", printed, ")"]) : printed;
}

function plainDoc(expression: Expression, parent: Parent, lines: LineSettings): Doc {
  switch (expression.kind) {
    case "name":
    case "pattern":
      return expression.text;
    case "number":
      return expression.text.replace("e+", "e");
    case "string":
      return quoted(expression.text);
    case "property": {
      const { object, name } = expression;
      const isShort = object.kind === "name" && parent !== "member";
      const printed = expressionDoc(object, "member", lines);
      const end = isShort ? `.${name}` : group(indent(concat([softline, `.${name}`])));
      return concat([printed, end]);
    }
    case "element": {
      const { object, key } = expression;
      const printed = expressionDoc(key, "argument", lines);
      const inside = key.kind === "number" ? printed : enclosed(printed);
      return concat([expressionDoc(object, "member", lines), "[", inside, "]"]);
    }
    case "call":
      return callDoc(expression, lines);
    case "array":
      return arrayDoc(expression.items, lines);
    case "object":
      return objectDoc(expression.members, lines);
    case "arrow":
      return arrowDoc(expression, lines);
    case "unary": {
      const { operator, operand } = expression;
      const before = operator === "typeof" ? "typeof " : operator;
      return concat([before, expressionDoc(operand, "unary", lines)]);
    }
    case "binary":
      return binaryDoc(expression, parent, lines);
    case "conditional":
      return conditionalDoc(expression, parent, lines);
    case "constant":
      return concat([expressionDoc(expression.operand, "operand", lines), " as const"]);
    case "commented":
      return concat([
        `${expression.comment} `,
        expressionDoc(expression.expression, parent, lines),
      ]);
  }
}

function needsParentheses(expression: Expression, parent: Parent): boolean {
  if (expression.kind === "conditional" || expression.kind === "arrow") {
    return typeof parent === "object" || ["member", "operand", "unary"].includes(parent);
  }
  if (expression.kind !== "binary") return false;
  if (typeof parent !== "object") return ["member", "operand", "unary"].includes(parent);
  const inner = precedenceOf(expression.operator) ?? 0;
  const outer = precedenceOf(parent.operator) ?? 0;
  const isMixed = isLogical(expression) && isLogical(parent);
  return (
    inner < outer ||
    (inner === outer && (expression === parent.right || !flattens(parent, expression))) ||
    (isMixed && expression.operator !== parent.operator)
  );
}

/** A string literal in the quotes that take fewer escapes. */
function quoted(literal: string): string {
  if (!literal.includes('"', 1) || !literal.startsWith('"')) return literal;
  const content = literal.slice(1, -1);
  const double = content.split('\\"').length - 1;
  const single = content.split("'").length - 1;
  if (double <= single) return literal;
  return `'${content.replace(/\\(.)|'/gs, (match, escaped: string | undefined) => (escaped === '"' ? '"' : escaped === undefined ? "\\'" : match))}'`;
}

// Binary operators.

function isLogical({ operator }: Binary): boolean {
  return operator === "&&" || operator === "||";
}

/** Whether a chain of operators has no end between two of them. */
function flattens(outer: Binary, inner: Binary): boolean {
  const precedence = precedenceOf(outer.operator);
  return precedence === precedenceOf(inner.operator) && precedence !== 3 && outer.operator !== "%";
}

function binaryDoc(binary: Binary, parent: Parent, lines: LineSettings): Doc {
  const parts = chainParts(binary, parent, lines);
  if (parent === "test") return concat(parts);
  if (parent === "unary") return enclosed(concat(parts));
  if (["return", "arrow", "assignment", "loop"].some((place) => place === parent)) {
    return group(concat(parts));
  }
  const [first = "", ...others] = parts;
  return group(concat([first, indent(concat(others))]));
}

function chainParts(binary: Binary, parent: Parent, lines: LineSettings): readonly Doc[] {
  const { operator, left, right } = binary;
  const parts =
    left.kind === "binary" && flattens(binary, left)
      ? chainParts(left, binary, lines)
      : [group(expressionDoc(left, binary, lines))];
  const rest = [operator, line, expressionDoc(right, binary, lines)];
  const isOfSameKind = (other: Parent | Expression): boolean =>
    typeof other === "object" && other.kind === "binary" && isLogical(other) === isLogical(binary);
  const isAlone =
    !(parent === "test" && isLogical(binary)) && ![parent, left, right].some(isOfSameKind);
  return [...parts, " ", ...(isAlone ? [group(concat(rest))] : rest)];
}

function conditionalDoc(
  { test, then, otherwise }: Extract<Expression, { kind: "conditional" }>,
  parent: Parent,
  lines: LineSettings,
): Doc {
  const branches = [
    line,
    "? ",
    align(2, expressionDoc(then, "argument", lines)),
    line,
    ": ",
    align(2, expressionDoc(otherwise, "argument", lines)),
  ];
  const printed = expressionDoc(test, parent === "return" ? "argument" : "return", lines);
  return group(concat([printed, indent(concat(branches))]));
}

// Calls and functions.

function callDoc({ isNew, callee, types, args }: Call, lines: LineSettings): Doc {
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
  const hugged = concat([opening, group(end, { breaks: true }), ")"]);
  const broken = group(all, { breaks: true });
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

function arrowDoc(
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

// Arrays and objects.

function arrayDoc(items: readonly Expression[], lines: LineSettings): Doc {
  if (items.length === 0) return "[]";
  const printed = items.map((item) => group(expressionDoc(item, "array", lines)));
  const id = Symbol("array");
  const words = printed.flatMap((item, index): Doc[] =>
    index < items.length - 1 ? [concat([item, ","]), line] : [concat([item, ifBreak(",", "", id)])],
  );
  const content = isOfNumbers(items) ? fill(words) : concat([listed(printed), ifBreak(",")]);
  return group(concat(["[", indent(concat([softline, content])), softline, "]"]), {
    breaks: isTable(items),
    id,
  });
}

/** Whether an array is laid out as if its items were words of a text. */
function isOfNumbers(items: readonly Expression[]): boolean {
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

function objectDoc(members: readonly ObjectMember[], lines: LineSettings): Doc {
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
