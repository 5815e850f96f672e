import type { Scanner } from "./scanner.js";
import type { Expression, ObjectMember, Statement } from "./syntax.js";
import { parseList } from "./parse-list.js";
import { parseTypeArguments } from "./parse-type.js";

/** How tightly the binary operators bind. */
const precedences: Readonly<Record<string, number>> = {
  "||": 1,
  "&&": 2,
  "===": 3,
  "!==": 3,
  "==": 3,
  "!=": 3,
  "<": 4,
  ">": 4,
  "<=": 4,
  ">=": 4,
  in: 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "%": 6,
};

/** How tightly an operator binds; undefined for what is no binary operator. */
export function precedenceOf(operator: string): number | undefined {
  return Object.hasOwn(precedences, operator) ? precedences[operator] : undefined;
}

/** Parses the statements of a function's body, up to the brace that ends it. */
export type ParseBody = (scanner: Scanner) => readonly Statement[];

/** Parses an expression, with the statements of functions in it by `parseBody`. */
export function parseExpression(scanner: Scanner, parseBody: ParseBody): Expression {
  const test = parseBinary(scanner, 0, parseBody);
  if (!scanner.take("?")) return test;
  const then = parseExpression(scanner, parseBody);
  scanner.expect(":");
  return { kind: "conditional", test, then, otherwise: parseExpression(scanner, parseBody) };
}

function parseBinary(scanner: Scanner, above: number, parseBody: ParseBody): Expression {
  let left = parseUnary(scanner, parseBody);
  for (;;) {
    const operator = scanner.token;
    const precedence = precedenceOf(operator);
    if (precedence === undefined || precedence <= above) return left;
    scanner.next();
    left = { kind: "binary", operator, left, right: parseBinary(scanner, precedence, parseBody) };
  }
}

function parseUnary(scanner: Scanner, parseBody: ParseBody): Expression {
  const { token } = scanner;
  if (token.startsWith("/*")) {
    scanner.next();
    return { kind: "commented", comment: token, expression: parseUnary(scanner, parseBody) };
  }
  if (token === "!" || token === "-" || token === "typeof") {
    scanner.next();
    return { kind: "unary", operator: token, operand: parseUnary(scanner, parseBody) };
  }
  const operand = parsePostfix(scanner, parseBody);
  if (!scanner.take("as")) return operand;
  scanner.expect("const");
  return { kind: "constant", operand };
}

function parsePostfix(scanner: Scanner, parseBody: ParseBody): Expression {
  const isNew = scanner.take("new");
  let expression = parsePrimary(scanner, parseBody);
  for (;;) {
    if (scanner.take(".")) {
      expression = { kind: "property", object: expression, name: scanner.next() };
    } else if (scanner.take("[")) {
      expression = {
        kind: "element",
        object: expression,
        key: parseExpression(scanner, parseBody),
      };
      scanner.expect("]");
    } else if (scanner.is("(") || (isNew && scanner.is("<"))) {
      const types = scanner.is("<") ? parseTypeArguments(scanner) : [];
      scanner.expect("(");
      const args = parseList(scanner, ")", () => parseExpression(scanner, parseBody));
      expression = { kind: "call", isNew, callee: expression, types, args };
    } else {
      return expression;
    }
  }
}

function parsePrimary(scanner: Scanner, parseBody: ParseBody): Expression {
  const { token } = scanner;
  switch (token) {
    case "(":
      return isArrow(scanner)
        ? parseArrow(scanner, parseBody)
        : parseParenthesized(scanner, parseBody);
    case "[":
      scanner.next();
      return {
        kind: "array",
        items: parseList(scanner, "]", () => parseExpression(scanner, parseBody)),
      };
    case "{":
      scanner.next();
      return {
        kind: "object",
        members: parseList(scanner, "}", () => parseMember(scanner, parseBody)),
      };
    case "/":
      return { kind: "pattern", text: scanner.pattern() };
  }
  scanner.next();
  if (/^["']/.test(token)) return { kind: "string", text: token };
  return { kind: /^\d/.test(token) ? "number" : "name", text: token };
}

function parseParenthesized(scanner: Scanner, parseBody: ParseBody): Expression {
  scanner.expect("(");
  const expression = parseExpression(scanner, parseBody);
  scanner.expect(")");
  return expression;
}

/** Whether a parenthesis opens the parameters of an arrow function, which here have no types. */
function isArrow({ rest }: Scanner): boolean {
  return /^[\w$\s,]*\)\s*=>/.test(rest);
}

function parseArrow(scanner: Scanner, parseBody: ParseBody): Expression {
  scanner.expect("(");
  const parameters = parseList(scanner, ")", () => scanner.next());
  scanner.expect("=>");
  const body = scanner.is("{") ? parseBody(scanner) : parseExpression(scanner, parseBody);
  return { kind: "arrow", parameters, body };
}

function parseMember(scanner: Scanner, parseBody: ParseBody): ObjectMember {
  const isComputed = scanner.take("[");
  const key = scanner.next();
  if (isComputed) scanner.expect("]");
  if (!scanner.take(":")) return { name: undefined, value: { kind: "name", text: key } };
  return { name: isComputed ? `[${key}]` : key, value: parseExpression(scanner, parseBody) };
}
