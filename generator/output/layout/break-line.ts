import { breakAlias, breakConstant, breakNames, breakSignature } from "./break-declaration.js";
import { ifAllFit, type Broken, type Room } from "./broken-line.js";
import type { LineSettings } from "../../emit/draft.js";
import { splitCode } from "./split-code.js";
import { stringWidth } from "./string-width.js";

/**
 * Breaks a line that is too long by its text alone, as far as it is of one of the kinds that guards and
 * models are full of: nothing has to be known of it but where its parts begin and end.
 *
 * @param text The line: code that Prettier would leave as it is, if it were not too long.
 * @param columns How many columns there are for it.
 * @returns Its lines; undefined for any other line, and where a part would have to be broken as well.
 */
export function breakLine(text: string, columns: number, settings: LineSettings): Broken {
  const room: Room = { columns, tab: " ".repeat(settings.tabWidth) };
  if (text.startsWith("return ")) return breakReturn(text, room);
  if (text.startsWith("if (")) return breakIf(text, "if (".length, room);
  if (text.startsWith("} else if (")) return breakIf(text, "} else if (".length, room);
  if (text.startsWith("import ")) return breakNames(text, room);
  const start = text.startsWith("export ") ? "export ".length : 0;
  if (text.startsWith("function ", start)) return breakSignature(text, room);
  if (text.startsWith("const ", start)) return breakConstant(text, room, settings);
  if (start === 0) return breakCall(text, 0, room);
  if (text.startsWith("{", start) || text.startsWith("type {", start))
    return breakNames(text, room);
  return text.startsWith("type ", start) ? breakAlias(text, room) : undefined;
}

function breakReturn(text: string, room: Room): Broken {
  const start = "return ".length;
  return (
    breakReturnedChain(text, start, room) ??
    breakReturnedConditional(text, room) ??
    breakCall(text, start, room)
  );
}

/** `return left && right;` */
function breakReturnedChain(text: string, start: number, room: Room): Broken {
  const chain = splitCode(text, start);
  if (chain?.end !== text.length - 1 || chain.parts.length < 2) return undefined;
  const whole = room.tab + text.slice(start, chain.end);
  if (stringWidth(whole) <= room.columns) return ["return (", whole, ");"];
  const lines = ifAllFit(operandLines(chain.parts, chain.mark, room), room);
  return lines && ["return (", ...lines, ");"];
}

/** `return test(name) ? then : otherwise;` */
function breakReturnedConditional(text: string, room: Room): Broken {
  const [, test, then, otherwise] = plainConditional.exec(text) ?? [];
  if (test === undefined || then === undefined || otherwise === undefined) return undefined;
  return ifAllFit([test, `${room.tab}? ${then}`, `${room.tab}: ${otherwise}`], room);
}

const plainConditional = /^(return [\w$]+\([\w$]+\)) \? ([^?:]*) : ([^?]*;)$/;

/** `if (test) {` or `if (test) statement;`, also after `else`. */
function breakIf(text: string, start: number, room: Room): Broken {
  const { columns, tab } = room;
  const chain = splitCode(text, start);
  if (chain === undefined) return undefined;
  const { mark, parts, end } = chain;
  const operands = (): Broken =>
    parts.length < 2 ? undefined : ifAllFit(operandLines(parts, mark, room), room);
  if (text.endsWith(") {") && end === text.length - ") {".length) {
    const lines = operands();
    return lines && [text.slice(0, start), ...lines, ") {"];
  }
  const head = text.slice(0, end + 1);
  const clause = breakClause(text.slice(end + 2), room);
  if (clause === undefined) return undefined;
  if (stringWidth(head) <= columns) return [head, ...clause.map((line) => tab + line)];
  const lines = operands();
  return lines && [text.slice(0, start), ...lines, ")", ...clause.map((line) => tab + line)];
}

/** A simple statement, a level deeper than that in which it is. */
function breakClause(text: string, { columns, tab }: Room): Broken {
  if (/^(if|for|switch) /.test(text) || !text.endsWith(";")) return undefined;
  const inner = { columns: columns - tab.length, tab };
  return ifAllFit([text], inner) ?? breakCall(text, 0, inner);
}

/** The operands of a chain, each on a line of its own. */
function operandLines(
  operands: readonly string[],
  operator: string,
  { tab }: Room,
): readonly string[] {
  const last = operands.length - 1;
  return operands.map((operand, index) =>
    index < last ? `${tab}${operand} ${operator}` : tab + operand,
  );
}

/** `name(args);`, also after something; the last argument is none that would open beside the others. */
function breakCall(text: string, start: number, room: Room): Broken {
  calledName.lastIndex = start;
  if (!calledName.test(text)) return undefined;
  const open = calledName.lastIndex;
  const list = splitCode(text, open);
  if (list?.end !== text.length - 2 || !text.endsWith(");")) return undefined;
  const { mark, parts } = list;
  if ((mark !== "," && mark !== "") || !/^[\w$"!]/.test(parts.at(-1) ?? "")) return undefined;
  if (text.includes("=>")) return undefined;
  const lines = ifAllFit(
    parts.map((part) => `${room.tab}${part},`),
    room,
  );
  return lines && [text.slice(0, open), ...lines, ");"];
}

const calledName = /[\w$]+\(/y;
