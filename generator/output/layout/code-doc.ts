import type { LineSettings } from "../../emit/draft.js";
import {
  align,
  brokenGroup,
  choice,
  concat,
  enclosed,
  fill,
  group,
  hardline,
  ifBreak,
  indent,
  indentIfBreak,
  join,
  line,
  listed,
  softline,
  willBreak,
  type Doc,
} from "./doc.js";
import { precedenceOf } from "./parse-expression.js";
import { quoted } from "./quotes.js";
import type { Expression, ForHead, ObjectMember, Statement } from "./syntax.js";
import { typeArgumentsDoc, typeDoc } from "./type-doc.js";

/** The layout of a statement. */
export function statementDoc(statement: Statement, lines: LineSettings): Doc {
  switch (statement.kind) {
    case "expression":
      return concat([expressionDoc(statement.value, "argument", lines), ";"]);
    case "jump":
      return `${statement.keyword};`;
    case "return":
      return concat(["return ", returnedDoc(statement.value, lines), ";"]);
    case "assignment": {
      const { target, type, operator, value } = statement;
      const typed = type === undefined ? target : concat([target, ": ", typeDoc(type, "alone")]);
      return concat([assignmentDoc(typed, ` ${operator}`, value, false, lines), ";"]);
    }
    case "if":
      return ifDoc(statement, lines);
    case "for":
      return concat([forHeadDoc(statement.head, lines), " ", blockDoc(statement.body, lines)]);
    case "switch":
      return switchDoc(statement, lines);
    case "block":
      return blockDoc(statement.body, lines);
  }
}

/** Statements in braces. */
function blockDoc(statements: readonly Statement[], lines: LineSettings): Doc {
  if (statements.length === 0) return "{}";
  const printed = statements.flatMap((statement) => [hardline, statementDoc(statement, lines)]);
  return concat(["{", indent(concat(printed)), hardline, "}"]);
}

function returnedDoc(value: Expression, lines: LineSettings): Doc {
  const printed = expressionDoc(value, "return", lines);
  return value.kind === "binary"
    ? group(concat([ifBreak("("), indent(concat([softline, printed])), softline, ifBreak(")")]))
    : printed;
}

function ifDoc(
  { test, then, otherwise }: Extract<Statement, { kind: "if" }>,
  lines: LineSettings,
): Doc {
  const opening = group(concat([ifHeadDoc(test, lines), clauseDoc(then, lines)]));
  if (otherwise === undefined) return opening;
  const next =
    otherwise.kind === "if"
      ? concat([" ", statementDoc(otherwise, lines)])
      : clauseDoc(otherwise, lines);
  return concat([opening, then.kind === "block" ? " " : hardline, "else", group(next)]);
}

function clauseDoc(clause: Statement, lines: LineSettings): Doc {
  const printed = statementDoc(clause, lines);
  return clause.kind === "block" ? concat([" ", printed]) : indent(concat([line, printed]));
}

/** `if (test)` */
export function ifHeadDoc(test: Expression, lines: LineSettings): Doc {
  const printed = expressionDoc(test, "test", lines);
  return concat(["if (", isNegatedChain(test) ? printed : enclosed(printed), ")"]);
}

/** Whether an expression has parentheses of its own inside those of the statement. */
function isNegatedChain(test: Expression): boolean {
  if (test.kind !== "unary" || test.operator !== "!") return false;
  const { operand } = test;
  return operand.kind === "binary" && (operand.operator === "&&" || operand.operator === "||");
}

/** `for (head)` */
export function forHeadDoc(head: ForHead, lines: LineSettings): Doc {
  if (typeof head === "string") return `for (${head})`;
  const { before, test, after } = head;
  const parts = [before, expressionDoc(test, "loop", lines), after];
  return concat(["for (", enclosed(join(concat([";", line]), parts)), ")"]);
}

/** `switch (on)` */
export function switchHeadDoc(on: Expression, lines: LineSettings): Doc {
  return concat(["switch (", enclosed(expressionDoc(on, "test", lines)), ")"]);
}

function switchDoc(
  { on, cases }: Extract<Statement, { kind: "switch" }>,
  lines: LineSettings,
): Doc {
  const printed = cases.flatMap(({ labels, body }) => [
    ...labels.flatMap((label) => [hardline, label]),
    indent(concat(body.flatMap((statement) => [hardline, statementDoc(statement, lines)]))),
  ]);
  return concat([switchHeadDoc(on, lines), " {", indent(concat(printed)), hardline, "}"]);
}

/**
 * The layout of a target, an operator and a value.
 *
 * @param hasShortName Whether the target is a name so short that its value stays beside it.
 */
function assignmentDoc(
  target: Doc,
  operator: string,
  value: Expression,
  hasShortName: boolean,
  lines: LineSettings,
): Doc {
  const printed = expressionDoc(value, "assignment", lines);
  switch (placeOf(value, hasShortName, lines)) {
    case "next line":
      return nextLineDoc(target, operator, printed);
    case "same line":
      return group(concat([group(target), operator, " ", printed]));
    case "either":
      return fluidDoc(target, operator, printed);
  }
}

/** A value that starts on the next line where it does not fit on the same one. */
export function nextLineDoc(target: Doc, operator: string, value: Doc): Doc {
  return group(concat([group(target), operator, group(indent(concat([line, value])))]));
}

/** A value that starts on the next line only where not even its beginning fits on the same one. */
export function fluidDoc(target: Doc, operator: string, value: Doc): Doc {
  const id = {};
  const parts = [group(target), operator, group(indent(line), id), indentIfBreak(value, id)];
  return group(concat(parts));
}

/** Where a value goes that does not fit on the line of its target. */
function placeOf(
  value: Expression,
  hasShortName: boolean,
  { printWidth }: LineSettings,
): "same line" | "next line" | "either" {
  if (value.kind === "binary") return "next line";
  if (value.kind === "conditional" && value.test.kind === "binary") return "next line";
  if (!hasShortName && breaksPoorly(value, printWidth / 4)) return "next line";
  if (hasShortName || value.kind === "number" || isBoolean(value)) return "same line";
  return "either";
}

function isBoolean(value: Expression): boolean {
  return value.kind === "name" && (value.text === "true" || value.text === "false");
}

/**
 * Whether a value is a string, or a chain of members and of calls with next to nothing in them.
 *
 * @param shortArgument How long the argument of a call may be that is next to nothing.
 */
function breaksPoorly(value: Expression, shortArgument: number): boolean {
  const inner = value.kind === "unary" ? value.operand : value;
  return inner.kind === "string" || isShortChain(inner, shortArgument, false);
}

function isShortChain(value: Expression, shortArgument: number, isInside: boolean): boolean {
  switch (value.kind) {
    case "commented":
      return isShortChain(value.expression, shortArgument, isInside);
    case "property":
    case "element":
      return isShortChain(value.object, shortArgument, true);
    case "call": {
      const [first, ...others] = value.args;
      const isShort =
        first === undefined || (others.length === 0 && isShortArgument(first, shortArgument));
      return isShort && value.types.length < 2 && isShortChain(value.callee, shortArgument, true);
    }
    case "name":
      return isInside;
    default:
      return false;
  }
}

function isShortArgument(argument: Expression, longest: number): boolean {
  switch (argument.kind) {
    case "name":
    case "string":
    case "pattern":
      return argument.text.length <= longest;
    case "number":
      return true;
    default:
      return false;
  }
}

type Binary = Extract<Expression, { kind: "binary" }>;

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
function expressionDoc(expression: Expression, parent: Parent, lines: LineSettings): Doc {
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

function chainParts(outermost: Binary, around: Parent, lines: LineSettings): readonly Doc[] {
  const links: Doc[][] = [];
  let binary = outermost;
  let parent = around;
  // A chain is as long as a list in the document.
  for (;;) {
    links.push(linkParts(binary, parent, lines));
    const { left } = binary;
    if (left.kind !== "binary" || !flattens(binary, left)) break;
    [binary, parent] = [left, binary];
  }
  return [group(expressionDoc(binary.left, binary, lines)), ...links.reverse().flat()];
}

/** An operator with what stands on its right. */
function linkParts(binary: Binary, parent: Parent, lines: LineSettings): Doc[] {
  const { operator, left, right } = binary;
  const rest = [operator, line, expressionDoc(right, binary, lines)];
  const isOfSameKind = (other: Parent | Expression): boolean =>
    typeof other === "object" && other.kind === "binary" && isLogical(other) === isLogical(binary);
  const isAlone =
    !(parent === "test" && isLogical(binary)) && ![parent, left, right].some(isOfSameKind);
  return [" ", ...(isAlone ? [group(concat(rest))] : rest)];
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

/** The layout of an array. */
function arrayDoc(items: readonly Expression[], lines: LineSettings): Doc {
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

/** The layout of an object. */
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

type Call = Extract<Expression, { kind: "call" }>;

/** The layout of a call. */
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
