import type { Json } from "../core/json.js";
import type {
  ComparisonOperator,
  ExportedName,
  Expression,
  ModulePath,
  ProductOperator,
  Statement,
} from "./nodes.js";

export const always: Expression = { kind: "literal", value: true };
export const never: Expression = { kind: "literal", value: false };
export const undefinedValue: Expression = global("undefined");
export const nullValue: Expression = literal(null);

export function local(name: string): Expression {
  return { kind: "local", name };
}

export function exported(name: string, module: ModulePath): ExportedName {
  return { kind: "exported", name, module };
}

export function hoisted(name: string): Expression {
  return { kind: "hoisted", name };
}

export function literal(value: Json): Expression {
  return { kind: "literal", value };
}

export function global(name: string): Expression {
  return { kind: "global", name };
}

/** A member that the language defines, such as `length`. */
export function member(object: Expression, name: string): Expression {
  return { kind: "member", object, name };
}

/** A property of a JSON object. */
export function property(object: Expression, name: string): Expression {
  return { kind: "property", object, name };
}

export function element(object: Expression, index: Expression): Expression {
  return { kind: "element", object, index };
}

export function call(callee: Expression, ...args: readonly Expression[]): Expression {
  return { kind: "call", callee, args, isPure: false };
}

/** A call that bundlers may drop if its value is not used. */
export function pureCall(callee: Expression, ...args: readonly Expression[]): Expression {
  return { kind: "call", callee, args, isPure: true };
}

export function array(items: readonly Expression[]): Expression {
  return { kind: "array", items };
}

export function spread(list: Expression): Expression {
  return { kind: "spread", list };
}

export function object(
  members: readonly (readonly [name: string, value: Expression])[],
): Expression {
  return { kind: "object", members: members.map(([name, value]) => ({ name, value })) };
}

export function arrow(
  parameters: readonly string[],
  body: Expression | readonly Statement[],
): Expression {
  return { kind: "arrow", parameters, body };
}

export function typeOf(operand: Expression): Expression {
  return { kind: "typeof", operand };
}

export function equals(left: Expression, right: Expression): Expression {
  return compare(left, "===", right);
}

export function differs(left: Expression, right: Expression): Expression {
  return compare(left, "!==", right);
}

/** A comparison whose negation is exact: never applied to NaN. */
export function compare(
  left: Expression,
  operator: ComparisonOperator,
  right: Expression | number,
): Expression {
  return {
    kind: "comparison",
    left,
    operator,
    right: typeof right === "number" ? literal(right) : right,
  };
}

export function binary(
  left: Expression,
  operator: ComparisonOperator | ProductOperator,
  right: Expression,
): Expression {
  return { kind: "binary", left, operator, right };
}

/** The sum of numbers, of which there may be thousands. */
export function sum(...operands: readonly Expression[]): Expression {
  return { kind: "sum", operands };
}

/** True if all operands are. */
export function and(operands: readonly Expression[]): Expression {
  return combine("and", operands, true);
}

/** True if any operand is. */
export function or(operands: readonly Expression[]): Expression {
  return combine("or", operands, false);
}

/** The negation, with `!` moved as far inside as possible. */
export function not(operand: Expression): Expression {
  switch (operand.kind) {
    case "literal":
      return literal(!operand.value);
    case "comparison":
      return { ...operand, operator: opposites[operand.operator] };
    case "not":
      return operand.operand;
    case "and":
      return or(operand.operands.map(not));
    case "or":
      return and(operand.operands.map(not));
    default:
      return { kind: "not", operand };
  }
}

/** Whether an expression is a given constant. */
export function isConstant(expression: Expression, value: boolean): boolean {
  return expression.kind === "literal" && expression.value === value;
}

/** Whether two expressions are the same code. */
export function isSameCode(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object") return false;
  if (left === null || right === null) return false;
  const members = Object.entries(left);
  const others = new Map(Object.entries(right));
  return (
    members.length === others.size &&
    members.every(([name, member]) => others.has(name) && isSameCode(member, others.get(name)))
  );
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
      if (isConstant(part, !neutral)) return part;
      if (!isConstant(part, neutral)) addOperand(kind, part, deciding);
    }
  }
  const [first, ...others] = deciding;
  if (first === undefined) return literal(neutral);
  return others.length === 0 ? first : { kind, operands: deciding };
}

/** Adds an operand: `x === undefined || x === null` as `x == null`; `&&` with opposites likewise. */
function addOperand(kind: "and" | "or", operand: Expression, operands: Expression[]): void {
  const strict = kind === "or" ? "===" : "!==";
  const previous = operands.at(-1);
  const isEither =
    isStrictTest(operand, strict, nullValue) &&
    isStrictTest(previous, strict, undefinedValue) &&
    isSameCode(operand.left, previous.left);
  if (isEither) operands.pop();
  operands.push(isEither ? compare(operand.left, kind === "or" ? "==" : "!=", nullValue) : operand);
}

function isStrictTest(
  expression: Expression | undefined,
  operator: ComparisonOperator,
  right: Expression,
): expression is Comparison {
  return (
    expression?.kind === "comparison" &&
    expression.operator === operator &&
    isSameCode(expression.right, right)
  );
}

type Comparison = Extract<Expression, { kind: "comparison" }>;
