import { concat, group, ifBreak, indent, line, listed, softline, type Doc } from "./doc.js";
import type { LineSettings } from "../../emit/draft.js";
import { parseList } from "./parse-list.js";
import {
  parseAssignment,
  parseCondition,
  parseForHead,
  parseStatement,
} from "./parse-statement.js";
import { parseType, parseTypeMember } from "./parse-type.js";
import { Scanner } from "./scanner.js";
import {
  fluidDoc,
  forHeadDoc,
  ifHeadDoc,
  nextLineDoc,
  statementDoc,
  switchHeadDoc,
} from "./code-doc.js";
import type { Type } from "./syntax.js";
import { isHugged, typeDoc, typeMemberDoc } from "./type-doc.js";

/** The layout of a member of an interface. */
export function memberDoc(text: string): Doc {
  return concat([typeMemberDoc(parseTypeMember(new Scanner(text))), ";"]);
}

/** The layout of a statement at the top of a module or in a function, or of the beginning of one that has a block. */
export function lineDoc(text: string, lines: LineSettings): Doc {
  return headDoc(text, lines) ?? wholeDoc(new Scanner(text), text, lines);
}

/** The beginning of a block; undefined for what is a whole statement. */
function headDoc(text: string, lines: LineSettings): Doc | undefined {
  if (!text.endsWith("{") && !text.endsWith("{}")) return undefined;
  const scanner = new Scanner(text);
  if (text.endsWith("{}") && isFunction(text)) return concat([signatureDoc(scanner), " {}"]);
  if (!text.endsWith("{") || text.endsWith("=> {")) return undefined;
  const isElse = scanner.take("}");
  if (isElse) scanner.expect("else");
  const before = isElse ? "} else " : "";
  if (scanner.take("if"))
    return group(concat([before, ifHeadDoc(parseCondition(scanner), lines), " {"]));
  if (scanner.take("for")) return concat([forHeadDoc(parseForHead(scanner), lines), " {"]);
  if (scanner.take("switch")) return concat([switchHeadDoc(parseCondition(scanner), lines), " {"]);
  return isFunction(text) ? concat([signatureDoc(scanner), " {"]) : text;
}

function isFunction(text: string): boolean {
  return /^(export )?function /.test(text);
}

/** `export function name(parameters): type` */
function signatureDoc(scanner: Scanner): Doc {
  let head = "";
  while (!scanner.is("(")) head += `${head === "" ? "" : " "}${scanner.next()}`;
  scanner.expect("(");
  const parameters = parseList(scanner, ")", () => typeMemberDoc(parseTypeMember(scanner)));
  scanner.expect(":");
  const returned = returnedTypeDoc(scanner);
  const list = indent(concat([softline, listed(parameters)]));
  const parts = [head, "(", list, ifBreak(","), softline, "): ", returned];
  return group(concat(parts));
}

/** A type, `name is Type` or `asserts name is Type`. */
function returnedTypeDoc(scanner: Scanner): Doc {
  let before = scanner.take("asserts") ? "asserts " : "";
  const type = parseType(scanner);
  if (!scanner.take("is")) return typeDoc(type, "alone");
  before += `${type.kind === "reference" ? type.name : ""} is `;
  return concat([before, typeDoc(parseType(scanner), "alone")]);
}

function wholeDoc(scanner: Scanner, text: string, lines: LineSettings): Doc {
  if (/^(import|export (type )?\{)/.test(text)) return namesDoc(scanner);
  const before = scanner.take("export") ? "export " : "";
  if (scanner.take("type")) return aliasDoc(`${before}type ${scanner.next()}`, scanner);
  if (before === "") return statementDoc(parseStatement(scanner), lines);
  const keyword = scanner.next();
  const statement = parseAssignment(scanner, `${before}${keyword} ${scanner.next()}`);
  return statementDoc(statement, lines);
}

/** `import { names } from "module";`, or an export. */
function namesDoc(scanner: Scanner): Doc {
  let head = "";
  while (!scanner.is("{")) head += `${scanner.next()} `;
  scanner.expect("{");
  const names = parseList(scanner, "}", () => {
    const name = scanner.next();
    return name === "type" ? `type ${scanner.next()}` : name;
  });
  scanner.expect("from");
  const end = ` from ${scanner.next()};`;
  if (names.length < 2) return `${head}{ ${names.join("")} }${end}`;
  const list = ["{", indent(concat([line, listed(names)])), ifBreak(","), line, "}"];
  return concat([head, group(concat(list)), end]);
}

function aliasDoc(target: string, scanner: Scanner): Doc {
  scanner.expect("=");
  const type = parseType(scanner);
  return concat([aliasedDoc(target, type), ";"]);
}

function aliasedDoc(target: string, type: Type): Doc {
  const printed = typeDoc(type, "alias");
  return type.kind === "union" && !isHugged(type.members)
    ? nextLineDoc(target, " =", printed)
    : fluidDoc(target, " =", printed);
}
