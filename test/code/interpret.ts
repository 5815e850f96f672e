import type { Expression, Statement } from "../../generator/code/nodes.js";

/** The variables of a scope, which inner functions and blocks share. */
export type Scope = ReadonlyMap<string, { value: unknown }>;

/** A scope with further variables. */
export function scopeOf(variables: Readonly<Record<string, unknown>>, outer?: Scope): Scope {
  const added = Object.entries(variables).map(([name, value]) => [name, { value }] as const);
  return new Map([...(outer ?? []), ...added]);
}

/** Returns the value of an expression by its tree, which the printed code has to have as well. */
export function evaluate(expression: Expression, scope: Scope): unknown {
  const valueOf = (inner: Expression): unknown => evaluate(inner, scope);
  switch (expression.kind) {
    case "global":
    case "local": {
      const variable = scope.get(expression.name);
      if (variable === undefined) throw new ReferenceError(expression.name);
      return variable.value;
    }
    case "literal":
    case "const":
      return expression.value;
    case "member":
    case "property":
      return at(valueOf(expression.object), expression.name);
    case "element":
      return at(valueOf(expression.object), String(valueOf(expression.index)));
    case "call": {
      const callee = valueOf(expression.callee);
      const args = expression.args.map(valueOf);
      if (typeof callee !== "function") throw new TypeError("it is not a function");
      return Reflect.apply(callee, undefined, args);
    }
    case "typeof":
      return typeof valueOf(expression.operand);
    case "comparison":
    case "binary":
      return operate(valueOf(expression.left), expression.operator, valueOf(expression.right));
    case "sum":
      return expression.operands.map(valueOf).reduce((left, right) => operate(left, "+", right));
    case "not":
      return !valueOf(expression.operand);
    case "and":
    case "or": {
      let value: unknown = expression.kind === "and";
      for (const operand of expression.operands) {
        value = valueOf(operand);
        if (Boolean(value) === (expression.kind === "or")) return value;
      }
      return value;
    }
    case "conditional":
      return valueOf(valueOf(expression.test) ? expression.then : expression.otherwise);
    case "array":
      return expression.items.map(valueOf);
    case "object":
      return Object.fromEntries(
        expression.members.map(({ name, value }) => [name, valueOf(value)]),
      );
    case "arrow": {
      const { parameters, body } = expression;
      return (...args: readonly unknown[]) => {
        const variables = parameters.map((name, index) => [name, args[index]] as const);
        const inner = scopeOf(Object.fromEntries(variables), scope);
        if ("kind" in body) return evaluate(body, inner);
        const result = run(body, inner);
        return typeof result === "object" ? result.returned : undefined;
      };
    }
    default:
      throw new Error(`no value of "${expression.kind}" is known`);
  }
}

/** How statements end: at their end, at the next round of a loop, or with a result. */
export type Completion = "done" | "continue" | { readonly returned: unknown };

/** Runs statements by their tree. */
export function run(statements: readonly Statement[], outer: Scope): Completion {
  let scope = outer;
  for (const statement of statements) {
    if (statement.kind === "variable") {
      scope = scopeOf({ [statement.name]: evaluate(statement.value, scope) }, scope);
    } else {
      const completion = runOne(statement, scope);
      if (completion !== "done") return completion;
    }
  }
  return "done";
}

function runOne(statement: Exclude<Statement, { kind: "variable" }>, scope: Scope): Completion {
  switch (statement.kind) {
    case "evaluate":
      evaluate(statement.expression, scope);
      return "done";
    case "return":
      return { returned: evaluate(statement.value, scope) };
    case "continue":
      return "continue";
    case "assign": {
      const variable = scope.get(statement.name);
      if (variable === undefined) throw new ReferenceError(statement.name);
      const value = evaluate(statement.value, scope);
      variable.value = statement.operator === "=" ? value : operate(variable.value, "+", value);
      return "done";
    }
    case "if":
      return run(evaluate(statement.test, scope) ? statement.then : statement.otherwise, scope);
    case "block":
      return run(statement.body, scope);
    case "switch": {
      const on = evaluate(statement.on, scope);
      const found = statement.cases.find(({ values }) => values.some((value) => value === on));
      return run(found?.body ?? statement.otherwise, scope);
    }
    case "each": {
      const { over, from, key, item, body } = statement;
      const value = evaluate(statement.value, scope);
      const keys =
        over === "members"
          ? namesOf(value)
          : Array.from({ length: Number(at(value, "length") ?? 0) }, (_, index) => index).slice(
              from,
            );
      for (const one of keys) {
        const part = at(value, String(one));
        if (over === "members" && part === undefined) continue;
        const inner = scopeOf({ [key]: one, [item]: part }, scope);
        const completion = run(body, inner);
        if (typeof completion === "object") return completion;
      }
      return "done";
    }
  }
}

/** The names that a loop goes through: of null, there are none. */
function namesOf(value: unknown): readonly string[] {
  const names: string[] = [];
  for (const name in Object(value) as object) names.push(name);
  return names;
}

function at(value: unknown, name: string): unknown {
  if (value === undefined || value === null) throw new TypeError("it has no members");
  return Reflect.get(Object(value) as object, name);
}

function operate(left: unknown, operator: string, right: unknown): unknown {
  // The operators of JavaScript take anything: so do those of the interpreter.
  const [a, b] = [left, right] as [number, number];
  switch (operator) {
    case "===":
      return a === b;
    case "!==":
      return a !== b;
    case "==":
      return a == b;
    case "!=":
      return a != b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    case "+":
      return a + b;
    case "%":
      return a % b;
    default:
      throw new Error(`no operator ${operator}`);
  }
}
