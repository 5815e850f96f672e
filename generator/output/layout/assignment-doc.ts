import { concat, group, indent, indentIfBreak, line, type Doc } from "./doc.js";
import type { LineSettings } from "../../emit/draft.js";
import { expressionDoc } from "./expression-doc.js";
import type { Expression } from "./syntax.js";

/**
 * The layout of a target, an operator and a value.
 *
 * @param hasShortName Whether the target is a name so short that its value stays beside it.
 */
export function assignmentDoc(
  target: Doc,
  operator: string,
  value: Expression,
  hasShortName: boolean,
  lines: LineSettings,
): Doc {
  const printed = expressionDoc(value, "assignment", lines);
  switch (placeOf(value, hasShortName, lines)) {
    case "next line":
      return nextLineDoc(target, operator, printed);
    case "same line":
      return group(concat([group(target), operator, " ", printed]));
    case "either":
      return fluidDoc(target, operator, printed);
  }
}

/** A value that starts on the next line where it does not fit on the same one. */
export function nextLineDoc(target: Doc, operator: string, value: Doc): Doc {
  return group(concat([group(target), operator, group(indent(concat([line, value])))]));
}

/** A value that starts on the next line only where not even its beginning fits on the same one. */
export function fluidDoc(target: Doc, operator: string, value: Doc): Doc {
  const id = {};
  const parts = [group(target), operator, group(indent(line), id), indentIfBreak(value, id)];
  return group(concat(parts));
}

/** Where a value goes that does not fit on the line of its target. */
function placeOf(
  value: Expression,
  hasShortName: boolean,
  { printWidth }: LineSettings,
): "same line" | "next line" | "either" {
  if (value.kind === "binary") return "next line";
  if (value.kind === "conditional" && value.test.kind === "binary") return "next line";
  if (!hasShortName && breaksPoorly(value, printWidth / 4)) return "next line";
  if (hasShortName || value.kind === "number" || isBoolean(value)) return "same line";
  return "either";
}

function isBoolean(value: Expression): boolean {
  return value.kind === "name" && (value.text === "true" || value.text === "false");
}

/**
 * Whether a value is a string, or a chain of members and of calls with next to nothing in them.
 *
 * @param shortArgument How long the argument of a call may be that is next to nothing.
 */
function breaksPoorly(value: Expression, shortArgument: number): boolean {
  const inner = value.kind === "unary" ? value.operand : value;
  return inner.kind === "string" || isShortChain(inner, shortArgument, false);
}

function isShortChain(value: Expression, shortArgument: number, isInside: boolean): boolean {
  switch (value.kind) {
    case "commented":
      return isShortChain(value.expression, shortArgument, isInside);
    case "property":
    case "element":
      return isShortChain(value.object, shortArgument, true);
    case "call": {
      const [first, ...others] = value.args;
      const isShort =
        first === undefined || (others.length === 0 && isShortArgument(first, shortArgument));
      return isShort && value.types.length < 2 && isShortChain(value.callee, shortArgument, true);
    }
    case "name":
      return isInside;
    default:
      return false;
  }
}

function isShortArgument(argument: Expression, longest: number): boolean {
  switch (argument.kind) {
    case "name":
    case "string":
    case "pattern":
      return argument.text.length <= longest;
    case "number":
      return true;
    default:
      return false;
  }
}
