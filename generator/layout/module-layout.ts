import type { LineSettings } from "./draft.js";
import { concat, group, ifBreak, indent, line, listed, softline, type Doc } from "./doc.js";
import { printDoc } from "./print-doc.js";
import { stringWidth } from "./string-width.js";
import { fluidDoc, nextLineDoc } from "./assignment-doc.js";
import { parseList } from "./parse-expression.js";
import {
  parseAssignment,
  parseCondition,
  parseForHead,
  parseStatement,
} from "./parse-statement.js";
import { parseType, parseTypeMember } from "./parse-type.js";
import { Scanner, UnknownSyntaxError } from "./scanner.js";
import { forHeadDoc, ifHeadDoc, statementDoc, switchHeadDoc } from "./statement-doc.js";
import type { Type } from "./syntax.js";
import { isHugged, typeDoc, typeMemberDoc } from "./type-doc.js";

/** What the braces that are open belong to. */
type Block = "interface" | "switch" | "other";

/**
 * Lays out a module that the emitter printed, the way Prettier does.
 *
 * @param code Each statement, head of a block and member on a line of its own, in any indentation.
 * @throws UnknownSyntaxError when a line that is too long is none that the emitter prints.
 */
export function layOutModule(code: string, settings: LineSettings): string {
  if (foreignName.test(code)) throw new UnknownSyntaxError(code);
  return new ModuleLayout(code, settings).layOut();
}

/** A name in quotes that is not ASCII: of those, Prettier takes the quotes from some but not from others. */
const foreignName = /"(?=[^"\n]*[^\0-\x7f])(?:[^"\\\n]|\\.)*"\??:/;

class ModuleLayout {
  readonly #lines: readonly string[];
  readonly #settings: LineSettings;
  readonly #laidOut: string[] = [];
  readonly #blocks: Block[] = [];
  #next = 0;

  constructor(code: string, settings: LineSettings) {
    this.#lines = code.split("\n");
    this.#settings = settings;
  }

  layOut(): string {
    let isSpaced = false;
    while (this.#next < this.#lines.length) {
      const text = (this.#lines[this.#next] ?? "").trim();
      this.#next += 1;
      if (text === "") {
        isSpaced = true;
        continue;
      }
      // One blank line at most, and none inside of braces.
      if (isSpaced && text !== "}" && this.#laidOut.at(-1)?.endsWith("{") === false) {
        this.#laidOut.push("");
      }
      isSpaced = false;
      if (text.startsWith("/**")) this.#comment(text);
      else if (text.startsWith("//")) this.#push(text);
      else this.#line(text);
    }
    return `${this.#laidOut.join("\n")}\n`;
  }

  /** A comment keeps its lines. */
  #comment(first: string): void {
    this.#push(first);
    for (let text = first; !text.endsWith("*/");) {
      text = (this.#lines[this.#next] ?? "*/").trim();
      this.#next += 1;
      this.#push(text === "" ? "" : ` ${text}`);
    }
  }

  #line(text: string): void {
    if (this.#blocks.at(-1) === "interface" && /^[^}].*[{[(]$/.test(text)) {
      const whole = this.#wholeMember(text);
      if (whole !== undefined) {
        this.#push(this.#print(memberDoc(whole), this.#depth()));
        return;
      }
    }
    if (text.startsWith("}")) this.#blocks.pop();
    const isLabel = this.#blocks.at(-1) === "switch" && /^(case|default)\b/.test(text);
    const depth = this.#depth() - (isLabel ? 1 : 0);
    const room = this.#settings.printWidth - depth * this.#settings.tabWidth;
    if (stringWidth(text) <= room && !needsLayout.test(text)) this.#push(text, depth);
    else this.#push(this.#print(this.#docOf(text), depth), depth);
    if (text.endsWith("{") && !text.endsWith("=> {")) {
      this.#blocks.push(this.#blocks.at(-1) === "interface" ? "interface" : blockOf(text));
    }
  }

  #depth(): number {
    return this.#blocks.reduce((sum, block) => sum + (block === "switch" ? 2 : 1), 0);
  }

  #push(text: string, depth = this.#depth()): void {
    const indentation = " ".repeat(depth * this.#settings.tabWidth);
    for (const part of text.split("\n")) this.#laidOut.push(part === "" ? "" : indentation + part);
  }

  #docOf(text: string): Doc {
    if (this.#blocks.at(-1) !== "interface")
      return headDoc(text, this.#settings) ?? this.#statementDoc(text);
    return text.endsWith("{") || text.startsWith("}") ? text : memberDoc(text);
  }

  #print(printed: Doc, depth: number): string {
    const printWidth = this.#settings.printWidth - depth * this.#settings.tabWidth;
    return printDoc(printed, printWidth, this.#settings.tabWidth);
  }

  /**
   * A member that goes on in further lines, with all of them; undefined where it is nothing but an object, or
   * a list of such, whose members are laid out one by one.
   */
  #wholeMember(text: string): string | undefined {
    const [indentation = ""] = /^\s*/.exec(this.#lines[this.#next - 1] ?? "") ?? [];
    const isObject = /^[^{]*: \{$|^"(?:[^"\\]|\\.)*"\??: \{$/.test(text);
    let last = this.#next;
    for (let isSimple = isObject; ; last += 1) {
      const line = this.#lines[last];
      if (line === undefined) throw new UnknownSyntaxError(text);
      // The lines between are deeper, but for those that close what others open.
      if (!line.startsWith(indentation) || line[indentation.length] === " ") continue;
      if (line.endsWith(";")) {
        if (isSimple && /^\s*\}(\[\]| \| null)?;$/.test(line)) return undefined;
        break;
      }
      isSimple = false;
    }
    const whole = [text, ...this.#lines.slice(this.#next, last + 1)].join("\n");
    this.#next = last + 1;
    return whole;
  }

  /** A statement that may go on in further lines. */
  #statementDoc(text: string): Doc {
    const rest = this.#lines.slice(this.#next);
    const isWhole = !text.endsWith("=> {");
    const code = isWhole ? text : [text, ...rest].join("\n");
    const scanner = new Scanner(code);
    const printed = parsedStatementDoc(scanner, text, this.#settings);
    if (!isWhole) this.#next += code.slice(0, scanner.position).trimEnd().split("\n").length - 1;
    return printed;
  }
}

/** Code that Prettier changes even where it fits on its line. */
const needsLayout = /!\(|\[[{[]|\\"|=> \{$/;

function blockOf(head: string): Block {
  if (/^(export )?interface /.test(head)) return "interface";
  return head.startsWith("switch ") ? "switch" : "other";
}

function memberDoc(text: string): Doc {
  return concat([typeMemberDoc(parseTypeMember(new Scanner(text))), ";"]);
}

/** The beginning of a block; undefined for what is a whole statement. */
function headDoc(text: string, lines: LineSettings): Doc | undefined {
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

function parsedStatementDoc(scanner: Scanner, text: string, lines: LineSettings): Doc {
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
