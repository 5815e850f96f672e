import ts from "typescript";
import { expect } from "vitest";
import { unknownType } from "../../generator/code/type-nodes.js";
import type { Declaration, Expression, Statement, TypeNode } from "../../generator/code/nodes.js";
import { defaultOptions, type PrintOptions } from "../../generator/code/print/options.js";
import { printModule } from "../../generator/code/print/print-module.js";

/** Prints a module; as TypeScript, it has to parse. */
export function printDeclarations(
  declarations: readonly Declaration[],
  options: Partial<PrintOptions> = {},
  path = "guards/pet",
): string {
  const module = { path, declarations };
  expectNoSyntaxError(printModule(module, { ...defaultOptions, ...options, form: "typescript" }));
  return printModule(module, { ...defaultOptions, ...options }).text;
}

/** Prints an expression, as TypeScript by default. */
export function printExpression(expression: Expression, options?: Partial<PrintOptions>): string {
  const constant = {
    kind: "constant",
    name: "result",
    value: expression,
    isHoisted: false,
  } as const;
  return printDeclarations([constant], options).replace(/^[^]*export const result = |;\n$/g, "");
}

/** Prints the body of a function. */
export function printBody(body: readonly Statement[]): string {
  const text = printDeclarations([functionOf("body", [], body)]);
  return text
    .replace(/^[^]*export function body\(\): unknown \{\n?|\}\n$/g, "")
    .replace(/^ {2}/gm, "");
}

/** Prints a type. */
export function printType(type: TypeNode, form: PrintOptions["form"] = "typescript"): string {
  const text = printDeclarations([{ kind: "alias", name: "T", type }], { form });
  return text.replace(/^[^]*export type T = |;\n$/g, "");
}

/** An exported function, by default of parameters and a result of unknown types. */
export function functionOf(
  name: string,
  parameters: readonly string[],
  body: readonly Statement[],
): Extract<Declaration, { kind: "function" }> {
  return {
    kind: "function",
    name,
    parameters: parameters.map((one) => ({ name: one, optional: false, type: unknownType })),
    returns: unknownType,
    body,
    isHoisted: false,
  };
}

/** Expects that the text of a module parses as TypeScript. */
function expectNoSyntaxError({ text }: { readonly text: string }): void {
  // TypeScript keeps them to itself; to ask a program for them takes a hundred times as long.
  const file = ts.createSourceFile("module.ts", text, ts.ScriptTarget.ES2022);
  const found = Reflect.get(file, "parseDiagnostics") as readonly ts.Diagnostic[];
  const messages = found.map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n"));
  expect({ messages, text }).toEqual({ messages: [], text });
}
