import { parseExpression, type ParseBody } from "./parse-expression.js";
import { parseType } from "./parse-type.js";
import type { Scanner } from "./scanner.js";
import type { Expression, ForHead, Statement } from "./syntax.js";

/** Parses the statements between braces. */
const parseBlock: ParseBody = (scanner) => {
  scanner.expect("{");
  const statements: Statement[] = [];
  while (!scanner.take("}")) statements.push(parseStatement(scanner));
  return statements;
};

/** Parses an expression that stands in parentheses. */
export function parseCondition(scanner: Scanner): Expression {
  scanner.expect("(");
  const condition = parseExpression(scanner, parseBlock);
  scanner.expect(")");
  return condition;
}

/** Parses a statement. */
export function parseStatement(scanner: Scanner): Statement {
  switch (scanner.token) {
    case "{":
      return { kind: "block", body: parseBlock(scanner) };
    case "if":
      return parseIf(scanner);
    case "for":
      return parseFor(scanner);
    case "switch":
      return parseSwitch(scanner);
    case "return":
      return parseReturn(scanner);
    case "break":
    case "continue": {
      const keyword = scanner.next();
      scanner.expect(";");
      return { kind: "jump", keyword };
    }
    default:
      return parseSimple(scanner);
  }
}

function parseReturn(scanner: Scanner): Statement {
  scanner.expect("return");
  if (scanner.take(";")) return { kind: "jump", keyword: "return" };
  const value = parseExpression(scanner, parseBlock);
  scanner.expect(";");
  return { kind: "return", value };
}

function parseIf(scanner: Scanner): Statement {
  scanner.expect("if");
  const test = parseCondition(scanner);
  const then = parseStatement(scanner);
  const otherwise = scanner.take("else") ? parseStatement(scanner) : undefined;
  return { kind: "if", test, then, otherwise };
}

function parseFor(scanner: Scanner): Statement {
  scanner.expect("for");
  return { kind: "for", head: parseForHead(scanner), body: parseBlock(scanner) };
}

/** Parses what stands in the parentheses of a loop. */
export function parseForHead(scanner: Scanner): ForHead {
  scanner.expect("(");
  const before = parseWords(scanner);
  if (scanner.take(")")) return before;
  scanner.expect(";");
  const test = parseExpression(scanner, parseBlock);
  scanner.expect(";");
  const after = parseWords(scanner);
  scanner.expect(")");
  return { before, test, after };
}

/** Code up to a semicolon or a parenthesis that closes, as it is written. */
function parseWords(scanner: Scanner): string {
  let words = "";
  for (let depth = 0; depth > 0 || (!scanner.is(";") && !scanner.is(")"));) {
    if (scanner.is("(")) depth += 1;
    if (scanner.is(")")) depth -= 1;
    const isTight = words === "" || /^[.()[\],]$/.test(scanner.token) || /[.([]$/.test(words);
    words += isTight ? scanner.next() : ` ${scanner.next()}`;
  }
  return words;
}

function parseSwitch(scanner: Scanner): Statement {
  scanner.expect("switch");
  const on = parseCondition(scanner);
  scanner.expect("{");
  const cases: { labels: string[]; body: Statement[] }[] = [];
  while (!scanner.take("}")) {
    if (scanner.is("case") || scanner.is("default")) {
      const label = scanner.next() === "case" ? `case ${scanner.next()}:` : "default:";
      scanner.expect(":");
      const last = cases.at(-1);
      if (last?.body.length === 0) last.labels.push(label);
      else cases.push({ labels: [label], body: [] });
    } else {
      cases.at(-1)?.body.push(parseStatement(scanner));
    }
  }
  return { kind: "switch", on, cases };
}

/** An expression or an assignment. */
function parseSimple(scanner: Scanner): Statement {
  const isDeclaration = scanner.is("const") || scanner.is("let");
  const keyword = isDeclaration ? `${scanner.next()} ` : "";
  if (isDeclaration) return parseAssignment(scanner, keyword + scanner.next());
  const value = parseExpression(scanner, parseBlock);
  if (value.kind === "name" && !scanner.is(";")) return parseAssignment(scanner, value.text);
  scanner.expect(";");
  return { kind: "expression", value };
}

/** Parses what follows the target of an assignment. */
export function parseAssignment(scanner: Scanner, target: string): Statement {
  const type = scanner.take(":") ? parseType(scanner) : undefined;
  const operator = scanner.next();
  const value = parseExpression(scanner, parseBlock);
  scanner.expect(";");
  return { kind: "assignment", target, type, operator, value };
}
