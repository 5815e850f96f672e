import { encodeJson } from "../encode.js";
import { printDocs } from "../doc-comment.js";
import type { Declaration, Docs, ModulePath, Parameter, TypeNode } from "../nodes.js";
import { parameterName, printBlock, printExpression } from "./code.js";
import type { Printing } from "./printing.js";
import { printMembers, printType } from "./types.js";

/** Prints a declaration; nothing, where the form of the output has none. */
export function printDeclaration(
  declaration: Declaration,
  printing: Printing,
  specifierOf: (module: ModulePath) => string,
): string {
  const { form } = printing.options;
  switch (declaration.kind) {
    case "interface": {
      if (form === "javascript") return "";
      const { name, docs, extends: base, members } = declaration;
      const extended = base === undefined ? "" : ` extends ${printing.printType(base)}`;
      const body = members.length === 0 ? "{}" : `{\n${printMembers(members, printing)}}`;
      return `${printDocs(docs, "")}export interface ${name}${extended} ${body}`;
    }
    case "alias": {
      if (form === "javascript") return "";
      const { name, docs, type } = declaration;
      return `${printDocs(docs, "")}export type ${name} = ${printType(type, printing)};`;
    }
    case "constant":
      return form === "declarations"
        ? declareConstant(declaration, printing)
        : printConstant(declaration, printing);
    case "function":
      return form === "declarations"
        ? declareFunction(declaration, printing)
        : printFunction(declaration, printing);
    case "reexport": {
      const { module, names, typeOnly } = declaration;
      if (typeOnly && form === "javascript") return "";
      return `export ${typeOnly ? "type " : ""}{ ${names.join(", ")} } from "${specifierOf(module)}";`;
    }
  }
}

type Constant = Extract<Declaration, { kind: "constant" }>;
type FunctionDeclaration = Extract<Declaration, { kind: "function" }>;

function printConstant(
  { name, docs, type, value, isHoisted }: Constant,
  printing: Printing,
): string {
  const isTyped = type !== undefined && printing.options.form === "typescript";
  const typed = isTyped ? `${name}: ${printType(type, printing)}` : name;
  const head = `${docsOf(docs, printing)}${isHoisted ? "" : "export "}const ${typed}`;
  return `${head} = ${printExpression(value, printing)};`;
}

function printFunction(declaration: FunctionDeclaration, printing: Printing): string {
  const { name, docs, parameters, returns, body, isHoisted } = declaration;
  // What the body uses decides on the names of the parameters.
  printing.locals = new Set();
  const printed = printBlock(body, printing, "");
  const named = parameters.map((parameter) => ({
    ...parameter,
    name: parameterName(parameter.name, printing),
  }));
  const head = `${docsOf(docs, printing)}${isHoisted ? "" : "export "}function ${name}`;
  if (printing.options.form === "javascript") {
    return `${head}(${named.map((parameter) => parameter.name).join(", ")}) ${printed}`;
  }
  const result =
    returns.kind === "predicate"
      ? { ...returns, parameter: parameterName(returns.parameter, printing) }
      : returns;
  return `${head}${signature(named, result, printing)} ${printed}`;
}

function signature(
  parameters: readonly Parameter[],
  returns: TypeNode,
  printing: Printing,
): string {
  const printed = parameters.map(
    ({ name, optional, type }) => `${name}${optional ? "?" : ""}: ${printType(type, printing)}`,
  );
  return `(${printed.join(", ")}): ${printType(returns, printing)}`;
}

function declareFunction(declaration: FunctionDeclaration, printing: Printing): string {
  const { name, docs, parameters, returns, isHoisted } = declaration;
  if (isHoisted) return "";
  return `${printDocs(docs, "")}export declare function ${name}${signature(parameters, returns, printing)};`;
}

function declareConstant(
  { name, docs, type, value, isHoisted }: Constant,
  printing: Printing,
): string {
  if (isHoisted) return "";
  return `${printDocs(docs, "")}export declare const ${name}: ${typeOfConstant()};`;

  function typeOfConstant(): string {
    if (type !== undefined) return printType(type, printing);
    if (value.kind === "const") return `readonly ${encodeJson(value.value)}`;
    throw new Error(`The exported constant ${name} has no type`);
  }
}

/** JavaScript has its comments in the declarations beside it. */
function docsOf(docs: Docs | undefined, { options }: Printing): string {
  return options.form === "javascript" ? "" : printDocs(docs, "");
}
