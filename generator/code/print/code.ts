import {
  encodeAccess,
  encodeJson,
  encodeMemberName,
  encodeRegExp,
  encodeString,
} from "../encode.js";
import { element, local } from "../expressions.js";
import { mergeLoops, splitAtItem } from "../loops.js";
import type { EachStatement, Expression, Statement, TypeNode } from "../nodes.js";
import { constant } from "../statements.js";
import { countUses, declaredNames } from "../uses.js";
import { binding, bindingOf, bindingOfOperator } from "./binding.js";
import { printScope, type Printing } from "./printing.js";
import { printType } from "./types.js";

/** Prints an expression on one line, except functions in it. */
export function printExpression(
  expression: Expression,
  printing: Printing,
  indentation = "",
): string {
  const print = (inner: Expression): string => printExpression(inner, printing, indentation);
  const operand = (inner: Expression, least: number): string =>
    printOperand(inner, least, printing, indentation);
  switch (expression.kind) {
    case "local":
      return printLocal(expression.name, printing);
    case "global":
      return printing.names.global(expression.name);
    case "hoisted":
      return printing.names.hoist(expression.name);
    case "exported":
      return printing.printValue(expression);
    case "literal":
      return encodeJson(expression.value);
    case "const":
      return `${encodeJson(expression.value)}${printing.options.form === "typescript" ? " as const" : ""}`;
    case "regexp":
      return encodeRegExp(expression, () => printing.names.global("RegExp"));
    case "member":
      return `${operand(expression.object, binding.call)}.${expression.name}`;
    case "property": {
      // Under `noPropertyAccessFromIndexSignature`, TypeScript only accepts brackets.
      const access =
        printing.options.form === "typescript"
          ? `[${encodeString(expression.name)}]`
          : encodeAccess(expression.name);
      return `${operand(expression.object, binding.call)}${access}`;
    }
    case "element":
      return `${operand(expression.object, binding.call)}[${print(expression.index)}]`;
    case "call": {
      const typed = typeArguments(expression.types ?? [], printing);
      return `${expression.isPure ? pure : ""}${operand(expression.callee, binding.call)}${typed}(${expression.args.map(print).join(", ")})`;
    }
    case "new": {
      const typed = typeArguments(expression.types, printing);
      return `${pure}new ${operand(expression.callee, binding.name)}${typed}(${expression.args.map(print).join(", ")})`;
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
    case "sum":
      return expression.operands
        .map((inner, index) => operand(inner, binding.sum + Math.min(index, 1)))
        .join(" + ");
    case "and":
      return expression.operands.map((inner) => operand(inner, binding.and)).join(" && ");
    case "or":
      // Readers of `a && b || c` should not have to know which binds tighter.
      return expression.operands
        .map((inner) => (inner.kind === "and" ? `(${print(inner)})` : operand(inner, binding.or)))
        .join(" || ");
    case "conditional": {
      const { test, then, otherwise } = expression;
      return `${operand(test, binding.or)} ? ${print(then)} : ${print(otherwise)}`;
    }
    case "spread":
      return `...${operand(expression.list, binding.conditional)}`;
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

/** Prints type arguments, which JavaScript does not have. */
function typeArguments(types: readonly TypeNode[], printing: Printing): string {
  if (types.length === 0 || printing.options.form !== "typescript") return "";
  return `<${types.map((type) => printType(type, printing)).join(", ")}>`;
}

function printOperand(
  expression: Expression,
  least: number,
  printing: Printing,
  indentation: string,
): string {
  const printed = printExpression(expression, printing, indentation);
  return bindingOf(expression) < least ? `(${printed})` : printed;
}

/** A variable, or the expression that replaces it. */
function printLocal(name: string, { locals, inlined }: Printing): string {
  const instead = inlined.get(name);
  if (instead === undefined) {
    locals.add(name);
    return name;
  }
  for (const one of instead.used) locals.add(one);
  return instead.text;
}

function printArrow(
  { parameters, body }: Extract<Expression, { kind: "arrow" }>,
  printing: Printing,
  indentation: string,
): string {
  const { text, used } = printScope(printing, parameters, () =>
    "kind" in body
      ? withoutBrace(printExpression(body, printing, indentation))
      : printBlock(body, printing, indentation),
  );
  const last = parameters.findLastIndex((name) => used.has(name));
  const names = parameters.slice(0, last + 1).map((name) => parameterName(name, used));
  return `(${names.join(", ")}) => ${text}`;
}

/** An expression in a place where a brace would start a block. */
function withoutBrace(printed: string): string {
  return printed.startsWith("{") ? `(${printed})` : printed;
}

/** The name of a parameter, with an underscore if it is not used. */
export function parameterName(name: string, used: ReadonlySet<string>): string {
  return used.has(name) ? name : `_${name}`;
}

/** Prints statements, each on lines of its own. */
function printStatements(
  statements: readonly Statement[],
  printing: Printing,
  indentation: string,
): string {
  const print = (): string =>
    mergeLoops(statements)
      .map((statement) => indentation + printStatement(statement, printing, indentation))
      .join("\n");
  const declared = declaredNames(statements);
  return declared.length === 0 ? print() : printScope(printing, declared, print).text;
}

/** Prints statements between braces, with the closing one at the indentation. */
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
      return `${withoutBrace(print(statement.expression))};`;
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

/** An `if` with braces, and its `else` branches. */
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
  const label = `${indentation}  `;
  // All cases share a scope, in which two of them could not declare the same name.
  const printCase = (labels: string, body: readonly Statement[], end: string): string => {
    const isScope = declaredNames(body).length > 0;
    const statements = body.length === 0 ? [] : [printStatements(body, printing, `${label}  `)];
    const lines = [...statements, ...(end === "" ? [] : [`${label}  ${end}`])];
    const inner = lines.map((line) => `${line}\n`).join("");
    return isScope ? `${labels} {\n${inner}${label}}\n` : `${labels}\n${inner}`;
  };
  const branches = cases.map(({ values, body }) => {
    const labels = values.map((value) => `${label}case ${encodeString(value)}:`).join("\n");
    return printCase(labels, body, leaves(body) ? "" : "break;");
  });
  const head = `switch (${printExpression(on, printing, indentation)}) {\n`;
  return `${head}${branches.join("")}${printCase(`${label}default:`, otherwise, "")}${indentation}}`;
}

/** Whether code after these statements is never reached. */
function leaves(statements: readonly Statement[]): boolean {
  const last = statements.at(-1);
  switch (last?.kind) {
    case "return":
    case "continue":
      return true;
    case "if":
      return leaves(last.then) && leaves(last.otherwise);
    case "switch":
      return last.cases.every(({ body }) => leaves(body)) && leaves(last.otherwise);
    case "block":
      return leaves(last.body);
    default:
      return false;
  }
}

/**
 * A loop that reads what its body needs. It uses an index or `for … in`: iterators would take so
 * much of the stack that deeply nested values could not be checked.
 */
function printEach(each: EachStatement, printing: Printing, indentation: string): string {
  const { over, value, from, key, item } = each;
  const subject = printScope(printing, [], () =>
    printOperand(value, binding.call, printing, indentation),
  );
  const [before, after] = splitAtItem(each);
  const uses = countUses([...before, ...after], item);
  const { text, used } = printScope(printing, [key, item], () => {
    // A value that is read once, besides the test of its presence, needs no constant, which saves
    // space on the stack.
    if (uses < (over === "members" ? 3 : 2)) {
      const read = { text: `${subject.text}[${key}]`, used: new Set([...subject.used, key]) };
      printing.inlined = new Map([...printing.inlined, [item, read]]);
      return printBlock([...before, ...after], printing, indentation);
    }
    const read = constant(item, element(value, local(key)));
    return printBlock([...before, read, ...after], printing, indentation);
  });
  return over === "members"
    ? `for (const ${parameterName(key, used)} in ${subject.text}) ${text}`
    : `for (let ${key} = ${from}; ${key} < ${subject.text}.length; ${key} += 1) ${text}`;
}
