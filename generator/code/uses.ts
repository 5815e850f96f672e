import type { Expression, Statement } from "./nodes.js";

/**
 * Returns how often statements use a variable that is declared outside of them. A use in a loop or
 * in a function counts twice, because it may run more than once.
 */
export function countUses(statements: readonly Statement[], name: string): number {
  if (declaredNames(statements).includes(name)) return 0;
  return sum(statements, (statement) => usesInStatement(statement, name));
}

/** The variables that statements declare, except those in inner blocks and loops. */
export function declaredNames(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap((one) => (one.kind === "variable" ? [one.name] : []));
}

function usesInStatement(statement: Statement, name: string): number {
  switch (statement.kind) {
    case "continue":
      return 0;
    case "evaluate":
      return usesIn(statement.expression, name);
    case "return":
    case "variable":
      return usesIn(statement.value, name);
    case "assign":
      return Number(statement.name === name) + usesIn(statement.value, name);
    case "block":
      return countUses(statement.body, name);
    case "if":
      return (
        usesIn(statement.test, name) +
        countUses(statement.then, name) +
        countUses(statement.otherwise, name)
      );
    case "each": {
      // Each iteration reads the value that the loop iterates over.
      const isDeclaredInside = statement.item === name || statement.key === name;
      const inside = isDeclaredInside ? 0 : countUses(statement.body, name);
      return 2 * (usesIn(statement.value, name) + inside);
    }
    case "switch":
      return (
        usesIn(statement.on, name) +
        sum(statement.cases, ({ body }) => countUses(body, name)) +
        countUses(statement.otherwise, name)
      );
  }
}

function usesIn(expression: Expression, name: string): number {
  switch (expression.kind) {
    case "local":
      return Number(expression.name === name);
    case "exported":
    case "global":
    case "hoisted":
    case "literal":
    case "const":
    case "regexp":
      return 0;
    case "member":
    case "property":
      return usesIn(expression.object, name);
    case "element":
      return usesIn(expression.object, name) + usesIn(expression.index, name);
    case "call":
    case "new":
      return usesIn(expression.callee, name) + usesInAll(expression.args, name);
    case "typeof":
    case "not":
      return usesIn(expression.operand, name);
    case "comparison":
    case "binary":
      return usesIn(expression.left, name) + usesIn(expression.right, name);
    case "and":
    case "or":
    case "sum":
      return usesInAll(expression.operands, name);
    case "conditional":
      return usesInAll([expression.test, expression.then, expression.otherwise], name);
    case "array":
      return usesInAll(expression.items, name);
    case "spread":
      return usesIn(expression.list, name);
    case "object":
      return sum(expression.members, ({ value }) => usesIn(value, name));
    case "arrow": {
      const { parameters, body } = expression;
      if (parameters.includes(name)) return 0;
      return 2 * ("kind" in body ? usesIn(body, name) : countUses(body, name));
    }
  }
}

function usesInAll(expressions: readonly Expression[], name: string): number {
  return sum(expressions, (expression) => usesIn(expression, name));
}

function sum<T>(values: readonly T[], count: (value: T) => number): number {
  let total = 0;
  for (const value of values) total += count(value);
  return total;
}
