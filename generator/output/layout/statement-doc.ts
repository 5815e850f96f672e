import {
  concat,
  enclosed,
  group,
  hardline,
  ifBreak,
  indent,
  join,
  line,
  softline,
  type Doc,
} from "./doc.js";
import type { LineSettings } from "../../emit/draft.js";
import { assignmentDoc } from "./assignment-doc.js";
import { expressionDoc } from "./expression-doc.js";
import type { Expression, ForHead, Statement } from "./syntax.js";
import { typeDoc } from "./type-doc.js";

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
export function blockDoc(statements: readonly Statement[], lines: LineSettings): Doc {
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
