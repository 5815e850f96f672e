import {
  encodeAccess,
  encodeJson,
  encodeMemberName,
  encodeRegExp,
  encodeString,
} from "../encode.js";
import { element, literal, local } from "../expressions.js";
import { mergeLoops, splitAtItem } from "../loops.js";
import type { EachStatement, Expression, Statement } from "../nodes.js";
import { countUses } from "../uses.js";
import type { Printing } from "./printing.js";
import { printType } from "./types.js";

// How tightly an expression binds: what binds less stands in parentheses.
const binding = {
  conditional: 1,
  or: 2,
  and: 3,
  equality: 4,
  relation: 5,
  sum: 6,
  product: 7,
  unary: 8,
  call: 9,
} as const;

const bindingOfOperator = {
  "===": binding.equality,
  "!==": binding.equality,
  "==": binding.equality,
  "!=": binding.equality,
  "<": binding.relation,
  "<=": binding.relation,
  ">": binding.relation,
  ">=": binding.relation,
  "+": binding.sum,
  "%": binding.product,
} as const;

function bindingOf(expression: Expression): number {
  switch (expression.kind) {
    case "conditional":
    case "arrow":
      return binding.conditional;
    case "or":
    case "and":
      return binding[expression.kind];
    case "comparison":
    case "binary":
      return bindingOfOperator[expression.operator];
    case "not":
    case "typeof":
      return binding.unary;
    default:
      return binding.call;
  }
}

/** Prints an expression on one line, but for functions in it. */
export function printExpression(
  expression: Expression,
  printing: Printing,
  indentation = "",
): string {
  const print = (inner: Expression): string => printExpression(inner, printing, indentation);
  const operand = (inner: Expression, least: number): string =>
    bindingOf(inner) < least ? `(${print(inner)})` : print(inner);
  switch (expression.kind) {
    case "local":
      return printLocal(expression.name, printing, indentation);
    case "global":
      return expression.name;
    case "hoisted":
      printing.hoisted.add(expression.name);
      return expression.name;
    case "exported":
      return printing.printValue(expression);
    case "literal":
      return encodeJson(expression.value);
    case "const":
      return `${encodeJson(expression.value)}${printing.options.form === "typescript" ? " as const" : ""}`;
    case "regexp":
      return encodeRegExp(expression, printing.options.target);
    case "member":
      return `${operand(expression.object, binding.call)}.${expression.name}`;
    case "property": {
      const isDotted = printing.options.propertyAccess === "dot";
      const access = isDotted
        ? encodeAccess(expression.name)
        : `[${encodeString(expression.name)}]`;
      return `${operand(expression.object, binding.call)}${access}`;
    }
    case "element":
      return `${operand(expression.object, binding.call)}[${print(expression.index)}]`;
    case "call":
      return `${expression.isPure ? pure : ""}${operand(expression.callee, binding.call)}(${expression.args.map(print).join(", ")})`;
    case "new": {
      const types = expression.types.map((type) => printType(type, printing)).join(", ");
      const typed = types === "" || printing.options.form !== "typescript" ? "" : `<${types}>`;
      return `${pure}new ${print(expression.callee)}${typed}(${expression.args.map(print).join(", ")})`;
    }
    case "typeof":
      return `typeof ${operand(expression.operand, binding.unary)}`;
    case "not":
      return `!${operand(expression.operand, binding.unary)}`;
    case "comparison":
    case "binary": {
      const { left, operator, right } = expression;
      const own = bindingOfOperator[operator];
      return `${operand(left, own)} ${operator} ${operand(right, own + 1)}`;
    }
    case "and":
      return expression.operands.map((inner) => operand(inner, binding.and)).join(" && ");
    case "or":
      // Whoever reads `a && b || c` should not have to know which binds tighter.
      return expression.operands
        .map((inner) => (inner.kind === "and" ? `(${print(inner)})` : operand(inner, binding.or)))
        .join(" || ");
    case "conditional": {
      const { test, then, otherwise } = expression;
      return `${operand(test, binding.or)} ? ${print(then)} : ${print(otherwise)}`;
    }
    case "array":
      return `[${expression.items.map(print).join(", ")}]`;
    case "object": {
      const members = expression.members.map(({ name, value }) => {
        const [key, printed] = [encodeMemberName(name), print(value)];
        return key === printed ? key : `${key}: ${printed}`;
      });
      return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
    }
    case "arrow":
      return printArrow(expression, printing, indentation);
  }
}

const pure = "/* @__PURE__ */ ";

/** A variable, or what stands in its place. */
function printLocal(name: string, printing: Printing, indentation: string): string {
  const inlined = printing.inlined.get(name);
  if (inlined !== undefined) return printExpression(inlined, printing, indentation);
  printing.locals.add(name);
  return name;
}

function printArrow(
  { parameters, body }: Extract<Expression, { kind: "arrow" }>,
  printing: Printing,
  indentation: string,
): string {
  const outer = printing.locals;
  printing.locals = new Set();
  const printed =
    "kind" in body
      ? printExpression(body, printing, indentation)
      : printBlock(body, printing, indentation);
  const last = parameters.findLastIndex((name) => printing.locals.has(name));
  const names = parameters.slice(0, last + 1).map((name) => parameterName(name, printing));
  for (const name of printing.locals) if (!parameters.includes(name)) outer.add(name);
  printing.locals = outer;
  const isObject = "kind" in body && body.kind === "object";
  return `(${names.join(", ")}) => ${isObject ? `(${printed})` : printed}`;
}

/** The name of a parameter; with an underscore, where the body printed before does not use it. */
export function parameterName(name: string, { locals }: Printing): string {
  return locals.has(name) ? name : `_${name}`;
}

/** Prints statements, each on lines of its own. */
export function printStatements(
  statements: readonly Statement[],
  printing: Printing,
  indentation: string,
): string {
  return mergeLoops(statements)
    .map((statement) => indentation + printStatement(statement, printing, indentation))
    .join("\n");
}

/** Prints statements between braces; the closing one stands at the indentation. */
export function printBlock(
  statements: readonly Statement[],
  printing: Printing,
  indentation: string,
): string {
  return statements.length === 0
    ? "{}"
    : `{\n${printStatements(statements, printing, `${indentation}  `)}\n${indentation}}`;
}

function printStatement(statement: Statement, printing: Printing, indentation: string): string {
  const print = (expression: Expression): string =>
    printExpression(expression, printing, indentation);
  switch (statement.kind) {
    case "evaluate":
      return `${print(statement.expression)};`;
    case "return":
      return `return ${print(statement.value)};`;
    case "continue":
      return "continue;";
    case "variable": {
      const { isConstant, name, value } = statement;
      return `${isConstant ? "const" : "let"} ${name} = ${print(value)};`;
    }
    case "assign":
      printing.locals.add(statement.name);
      return `${statement.name} ${statement.operator} ${print(statement.value)};`;
    case "if":
      return printIf(statement, printing, indentation);
    case "each":
      return printEach(statement, printing, indentation);
    case "switch":
      return printSwitch(statement, printing, indentation);
    case "block":
      return printBlock(statement.body, printing, indentation);
  }
}

type IfStatement = Extract<Statement, { kind: "if" }>;

function printIf(statement: IfStatement, printing: Printing, indentation: string): string {
  const { test, then, otherwise } = statement;
  const [only, ...others] = then;
  const isShort = only !== undefined && others.length + otherwise.length === 0 && isSimple(only);
  return isShort
    ? `if (${printExpression(test, printing, indentation)}) ${printStatement(only, printing, indentation)}`
    : printBranches(statement, printing, indentation);
}

/** An `if` with braces, and all that follows behind `else`. */
function printBranches(
  { test, then, otherwise }: IfStatement,
  printing: Printing,
  indentation: string,
): string {
  const condition = printExpression(test, printing, indentation);
  const consequence = `if (${condition}) ${printBlock(then, printing, indentation)}`;
  const [next, ...more] = otherwise;
  if (next === undefined) return consequence;
  const alternative =
    next.kind === "if" && more.length === 0
      ? printBranches(next, printing, indentation)
      : printBlock(otherwise, printing, indentation);
  return `${consequence} else ${alternative}`;
}

/** Whether a statement may follow an `if` without braces. */
function isSimple({ kind }: Statement): boolean {
  return kind === "evaluate" || kind === "return" || kind === "continue" || kind === "assign";
}

function printSwitch(
  { on, cases, otherwise }: Extract<Statement, { kind: "switch" }>,
  printing: Printing,
  indentation: string,
): string {
  const [label, inner] = [`${indentation}  `, `${indentation}    `];
  const body = (statements: readonly Statement[]): string =>
    statements.length === 0 ? "" : `${printStatements(statements, printing, inner)}\n`;
  const branches = cases.map((one) => {
    const labels = one.values.map((value) => `${label}case ${encodeString(value)}:\n`).join("");
    return `${labels}${body(one.body)}${inner}break;\n`;
  });
  const head = `switch (${printExpression(on, printing, indentation)}) {\n`;
  return `${head}${branches.join("")}${label}default:\n${body(otherwise)}${indentation}}`;
}

/**
 * A loop that reads what its body needs. It counts, or goes through names: iterators would take so
 * much of the stack that deeply nested values could not be looked through.
 */
function printEach(each: EachStatement, printing: Printing, indentation: string): string {
  const { over, value, from, key, item, body } = each;
  const { inlined } = printing;
  const read = element(value, local(key));
  const uses = countUses(body, item);
  const [before, after] = splitAtItem(each);
  const kept = inlined.get(item);
  // What is read once needs no constant, and one less is kept on the stack.
  if (uses === 1) inlined.set(item, read);
  else inlined.delete(item);
  const statements: readonly Statement[] =
    uses > 1
      ? [...before, { kind: "variable", isConstant: true, name: item, value: read }, ...after]
      : body;
  const outer = printing.locals;
  printing.locals = new Set();
  const printed = printBlock(statements, printing, indentation);
  const usesKey = printing.locals.has(key);
  for (const name of printing.locals) if (name !== key && name !== item) outer.add(name);
  printing.locals = outer;
  if (kept === undefined) inlined.delete(item);
  else inlined.set(item, kept);
  const subject = printExpression(value, printing, indentation);
  if (over === "members")
    return `for (const ${usesKey ? key : `_${key}`} in ${subject}) ${printed}`;
  const first = printExpression(literal(from), printing);
  return `for (let ${key} = ${first}; ${key} < ${subject}.length; ${key} += 1) ${printed}`;
}
