import { call, global } from "../../generator/code/expressions.js";
import type { Expression, Statement } from "../../generator/code/nodes.js";
import { evaluate } from "../../generator/code/statements.js";

/** The call of a function by its name, for its effect. */
export const doing = (name: string, ...args: readonly Expression[]): Statement =>
  evaluate(call(global(name), ...args));
/** An `if` as it is given, which `when` might simplify. */
export const branch = (
  test: Expression,
  then: readonly Statement[],
  otherwise: readonly Statement[] = [],
): Statement => ({ kind: "if", test, then, otherwise });

/** Lines of code without the indentation that they have in a table. */
export function lines(text: string): string {
  const [, indentation = ""] = /^\n( *)/.exec(text) ?? [];
  return text.replaceAll(`\n${indentation}`, "\n").trim();
}
