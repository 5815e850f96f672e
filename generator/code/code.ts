import { countMentions, mentions, replaceMention } from "./parameters.js";

/** A boolean expression of the printed code. */
export type Expression =
  | { readonly kind: "constant"; readonly value: boolean }
  /** Any code that binds as tightly as a call or a comparison. */
  | { readonly kind: "test"; readonly code: string }
  /** A comparison of which exactly one holds, it or its opposite: never one with NaN. */
  | {
      readonly kind: "comparison";
      readonly left: string;
      readonly operator: Operator;
      readonly right: string;
    }
  | { readonly kind: "not"; readonly operand: Expression }
  | { readonly kind: "and"; readonly operands: readonly Expression[] }
  | { readonly kind: "or"; readonly operands: readonly Expression[] };

/** `== null` is true for undefined, too. */
export type Operator = "===" | "!==" | "==" | "!=" | "<" | ">=" | ">" | "<=";

/** A statement of the printed code. */
export type Statement =
  | { readonly kind: "line"; readonly code: string }
  | {
      readonly kind: "if";
      readonly test: Expression;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  /** A loop over the items of an array, or the members of an object, with their keys. */
  | {
      readonly kind: "each";
      readonly over: "items" | "members";
      readonly value: string;
      /** The first index, for items. */
      readonly from: number;
      readonly key: string;
      readonly item: string;
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: "switch";
      readonly on: string;
      readonly cases: readonly {
        readonly values: readonly string[];
        readonly body: readonly Statement[];
      }[];
      readonly otherwise: readonly Statement[];
    }
  /** `{ … }`, which keeps its constants to itself. */
  | { readonly kind: "block"; readonly body: readonly Statement[] };

const always: Expression = { kind: "constant", value: true };
const never: Expression = { kind: "constant", value: false };

export function test(code: string): Expression {
  return { kind: "test", code };
}

export function equals(left: string, right: string): Expression {
  return compare(left, "===", right);
}

export function differs(left: string, right: string): Expression {
  return compare(left, "!==", right);
}

export function compare(left: string, operator: Operator, right: string | number): Expression {
  return { kind: "comparison", left, operator, right: String(right) };
}

/** True if each operand is. */
export function and(operands: readonly Expression[]): Expression {
  return combine("and", operands, true);
}

/** True if one of the operands is. */
export function or(operands: readonly Expression[]): Expression {
  return combine("or", operands, false);
}

/** The opposite, with the negation as far inside as it goes. */
export function not(operand: Expression): Expression {
  switch (operand.kind) {
    case "constant":
      return operand.value ? never : always;
    case "comparison":
      return { ...operand, operator: opposites[operand.operator] };
    case "not":
      return operand.operand;
    case "and":
      return or(operand.operands.map(not));
    case "or":
      return and(operand.operands.map(not));
    case "test":
      return { kind: "not", operand };
  }
}

const opposites = {
  "===": "!==",
  "!==": "===",
  "==": "!=",
  "!=": "==",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
} as const;

function combine(
  kind: "and" | "or",
  operands: readonly Expression[],
  neutral: boolean,
): Expression {
  const [single, ...more] = operands;
  if (single !== undefined && more.length === 0) return single;
  const deciding: Expression[] = [];
  for (const operand of operands) {
    for (const part of operand.kind === kind ? operand.operands : [operand]) {
      if (part.kind !== "constant") addOperand(kind, part, deciding);
      else if (part.value !== neutral) return part;
    }
  }
  const [first, ...others] = deciding;
  if (first === undefined) return neutral ? always : never;
  return others.length === 0 ? first : { kind, operands: deciding };
}

/** Adds an operand: `x === undefined || x === null` as `x == null`, the same with `&&` and opposites. */
function addOperand(kind: "and" | "or", operand: Expression, operands: Expression[]): void {
  const strict = kind === "or" ? "===" : "!==";
  const previous = operands.at(-1);
  const isEither =
    isStrictTest(operand, strict, "null") &&
    isStrictTest(previous, strict, "undefined") &&
    operand.left === previous.left;
  if (isEither) operands.pop();
  operands.push(isEither ? compare(operand.left, kind === "or" ? "==" : "!=", "null") : operand);
}

function isStrictTest(
  expression: Expression | undefined,
  operator: Operator,
  right: string,
): expression is Comparison {
  return (
    expression?.kind === "comparison" &&
    expression.right === right &&
    expression.operator === operator
  );
}

type Comparison = Extract<Expression, { kind: "comparison" }>;

export function line(code: string): Statement {
  return { kind: "line", code };
}

/** `if (test) { … } else { … }`, without what never happens, and with nested conditions merged. */
export function when(
  condition: Expression,
  then: readonly Statement[],
  otherwise: readonly Statement[] = [],
): readonly Statement[] {
  if (condition.kind === "constant") return condition.value ? then : otherwise;
  if (then.length === 0) {
    return otherwise.length === 0 ? [] : when(not(condition), otherwise);
  }
  const [inner, ...more] = then;
  const isNested =
    inner?.kind === "if" &&
    inner.otherwise.length === 0 &&
    more.length === 0 &&
    otherwise.length === 0;
  return isNested
    ? [{ ...inner, test: and([condition, inner.test]) }]
    : [{ kind: "if", test: condition, then, otherwise }];
}

/** Prints an expression. Its layout is left to the formatter. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "constant":
      return String(expression.value);
    case "test":
      return expression.code;
    case "comparison":
      return `${expression.left} ${expression.operator} ${expression.right}`;
    case "not":
      return `!${printOperand(expression.operand)}`;
    case "and":
      return expression.operands
        .map((operand) =>
          operand.kind === "or" ? printOperand(operand) : printExpression(operand),
        )
        .join(" && ");
    case "or":
      return expression.operands
        .map((operand) =>
          operand.kind === "and" ? printOperand(operand) : printExpression(operand),
        )
        .join(" || ");
  }
}

function printOperand(expression: Expression): string {
  const code = printExpression(expression);
  const isCall = expression.kind === "test" && /^[\w$.]+\([^()]*\)$/.test(code);
  return isCall ? code : `(${code})`;
}

/** Prints statements, each on lines of its own. */
export function printStatements(statements: readonly Statement[]): string {
  return mergeLoops(statements).map(printStatement).join("\n");
}

/** One loop instead of two that go through the same, if nothing is left out by the first. */
function mergeLoops(statements: readonly Statement[]): readonly Statement[] {
  const merged: Statement[] = [];
  for (const statement of statements) {
    const previous = merged.at(-1);
    const isSame =
      previous?.kind === "each" &&
      statement.kind === "each" &&
      previous.over === statement.over &&
      previous.value === statement.value &&
      previous.item === statement.item &&
      previous.from === statement.from &&
      !previous.body.some(continues);
    if (isSame) {
      merged[merged.length - 1] = { ...previous, body: [...previous.body, ...statement.body] };
    } else {
      merged.push(statement);
    }
  }
  return merged;
}

/** Whether a statement can go on to the next round of the loop around it. */
function continues(statement: Statement): boolean {
  switch (statement.kind) {
    case "line":
      return statement.code === "continue;";
    case "if":
      return [...statement.then, ...statement.otherwise].some(continues);
    case "switch":
      return [...statement.cases.flatMap(({ body }) => body), ...statement.otherwise].some(
        continues,
      );
    case "block":
      return statement.body.some(continues);
    case "each":
      return false;
  }
}

function printStatement(statement: Statement): string {
  switch (statement.kind) {
    case "line":
      return statement.code;
    case "each":
      return printLoop(statement);
    case "switch":
      return printSwitch(statement);
    case "block":
      return `{\n${printStatements(statement.body)}\n}`;
    case "if":
      return printIf(statement);
  }
}

function printSwitch({ on, cases, otherwise }: Extract<Statement, { kind: "switch" }>): string {
  const branches = cases.map(({ values, body }) => {
    const labels = values.map((value) => `case ${value}:`).join("\n");
    return `${labels}\n${printStatements([...body, line("break;")])}`;
  });
  return `switch (${on}) {\n${branches.join("\n")}\ndefault:\n${printStatements(otherwise)}\n}`;
}

/**
 * A loop that reads what its body needs. It counts, or goes through names: iterators would take so
 * much of the stack that deeply nested values could not be looked through.
 */
function printLoop({
  over,
  value,
  from,
  key,
  item,
  body,
}: Extract<Statement, { kind: "each" }>): string {
  const inner = printStatements(body);
  const uses = countMentions(inner, item);
  const read = `${value}[${key}]`;
  // What is read once needs no constant, and one less is kept on the stack.
  const code =
    uses === 1
      ? replaceMention(inner, item, read)
      : uses > 1
        ? readBefore(item, `const ${item} = ${read};`, inner)
        : inner;
  if (over === "items") {
    return `for (let ${key} = ${from}; ${key} < ${value}.length; ${key} += 1) {\n${code}\n}`;
  }
  const name = mentions(code, key) ? key : `_${key}`;
  return `for (const ${name} in ${value}) {\n${code}\n}`;
}

/** A body with the constant that it needs, behind the line that leaves out some members. */
function readBefore(item: string, read: string, body: string): string {
  const [first = "", ...others] = body.split("\n");
  return /^if \(.*\) continue;$/.test(first) && !mentions(first, item)
    ? [first, read, ...others].join("\n")
    : `${read}\n${body}`;
}

/** "Not null, and wrong" as "unless it is null or right", which is how the predicate says it. */
function printCondition(condition: Expression): string {
  const [first] = condition.kind === "and" ? condition.operands : [];
  const isUnless = first?.kind === "comparison" && first.operator === "!=";
  return isUnless ? `!(${printExpression(not(condition))})` : printExpression(condition);
}

function printIf({ test, then, otherwise }: Extract<Statement, { kind: "if" }>): string {
  const head = `if (${printCondition(test)})`;
  const [only, ...others] = then;
  // One line needs no braces, unless an else follows.
  if (only?.kind === "line" && others.length === 0 && otherwise.length === 0) {
    return `${head} ${only.code}`;
  }
  const consequence = `${head} {\n${printStatements(then)}\n}`;
  if (otherwise.length === 0) return consequence;
  const [next, ...more] = otherwise;
  return next?.kind === "if" && more.length === 0
    ? `${consequence} else ${printElseIf(next)}`
    : `${consequence} else {\n${printStatements(otherwise)}\n}`;
}

/** An `if` behind an `else`, always with braces. */
function printElseIf(statement: Extract<Statement, { kind: "if" }>): string {
  const isShort = statement.then.length === 1 && statement.otherwise.length === 0;
  return isShort
    ? `if (${printExpression(statement.test)}) {\n${printStatements(statement.then)}\n}`
    : printIf(statement);
}
