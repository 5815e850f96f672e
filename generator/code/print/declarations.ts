import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import { encodeJson, encodeMemberName } from "../encode.js";
import { printDocs } from "../doc-comment.js";
import type { Declaration, Docs, Parameter, ReexportedNames, TypeNode } from "../nodes.js";
import type { PrintOptions } from "./options.js";
import { parameterName, printBlock, printExpression } from "./code.js";
import { printScope, type Printing } from "./printing.js";
import { printMembers, printType } from "./types.js";

/** Prints a declaration, or an empty string if the form of the output does not have it. */
export function printDeclaration(declaration: Declaration, printing: Printing): string {
  const { form } = printing.options;
  switch (declaration.kind) {
    case "interface": {
      if (form === "javascript") return "";
      const { name, docs, extends: base, members } = declaration;
      const extended = base === undefined ? "" : ` extends ${printType(base, printing)}`;
      const body = members.length === 0 ? "{}" : `{\n${printMembers(members, printing, "  ")}}`;
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
      const clause = exportClause(declaration.names, form);
      return clause === ""
        ? ""
        : `export ${clause} from "${printing.specifierOf(declaration.module)}";`;
    }
  }
}

/**
 * Returns the clause of a re-export, or an empty string if the form of the output has none of the
 * names.
 */
function exportClause(names: ReexportedNames | "all", form: PrintOptions["form"]): string {
  if (names === "all") return "*";
  const { values, types } = names;
  if (form === "javascript") return values.length === 0 ? "" : `{ ${values.join(", ")} }`;
  if (values.length === 0) return `type { ${types.join(", ")} }`;
  return `{ ${[...values, ...types.map((name) => `type ${name}`)].join(", ")} }`;
}

type Constant = Extract<Declaration, { kind: "constant" }>;
type FunctionDeclaration = Extract<Declaration, { kind: "function" }>;

function printConstant(
  { name, docs, type, value, isHoisted }: Constant,
  printing: Printing,
): string {
  const isTyped = type !== undefined && printing.options.form === "typescript";
  const own = isHoisted ? printing.names.ofHoisted(name) : name;
  const typed = isTyped ? `${own}: ${printType(type, printing)}` : own;
  const head = `${docsOf(docs, printing)}${isHoisted ? "" : "export "}const ${typed}`;
  return `${head} = ${printExpression(value, printing)};`;
}

function printFunction(declaration: FunctionDeclaration, printing: Printing): string {
  const { name, docs, parameters, returns, body, isHoisted } = declaration;
  const declared = parameters.map((parameter) => parameter.name);
  const { text, used } = printScope(printing, declared, () => printBlock(body, printing, ""));
  const named = parameters.map((parameter) => ({
    ...parameter,
    name: parameterName(parameter.name, used),
  }));
  const own = isHoisted ? printing.names.ofHoisted(name) : name;
  const head = `${docsOf(docs, printing)}${isHoisted ? "" : "export "}function ${own}`;
  if (printing.options.form === "javascript") {
    return `${head}(${named.map((parameter) => parameter.name).join(", ")}) ${text}`;
  }
  const result =
    returns.kind === "predicate"
      ? { ...returns, parameter: parameterName(returns.parameter, used) }
      : returns;
  return `${head}${signature(named, result, printing)} ${text}`;
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
    if (value.kind === "const") return constType(value.value);
    throw new Error(`The exported constant ${name} has no type`);
  }
}

/** The type of `value as const`. */
function constType(value: Json): string {
  if (isJsonArray(value)) return `readonly [${value.map(constType).join(", ")}]`;
  if (!isJsonObject(value)) return encodeJson(value);
  const members = Object.entries(value).map(
    ([name, member]) => `readonly ${encodeMemberName(name)}: ${constType(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join("; ")} }`;
}

/** The comments of JavaScript are in the declarations beside it. */
function docsOf(docs: Docs | undefined, { options }: Printing): string {
  return options.form === "javascript" ? "" : printDocs(docs, "");
}
