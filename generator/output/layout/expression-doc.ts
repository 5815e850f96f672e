import { align, concat, enclosed, group, indent, line, softline, type Doc } from "./doc.js";
import type { LineSettings } from "../../emit/draft.js";
import { arrowDoc, callDoc } from "./call-doc.js";
import { arrayDoc, objectDoc } from "./collection-doc.js";
import { precedenceOf } from "./parse-expression.js";
import { quoted } from "./quotes.js";
import type { Expression } from "./syntax.js";

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
