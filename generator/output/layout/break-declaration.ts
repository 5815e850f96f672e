import { ifAllFit, type Broken, type Room } from "./broken-line.js";
import type { LineSettings } from "../../emit/draft.js";
import { splitCode } from "./split-code.js";
import { stringWidth } from "./string-width.js";

/** Breaks `import { names } from "module";`, or an export; a single name stays where it is. */
export function breakNames(text: string, { tab }: Room): Broken {
  const open = text.indexOf("{ ");
  const close = text.lastIndexOf(" } from ");
  if (open < 0 || close < 0) return undefined;
  const names = text.slice(open + 2, close).split(", ");
  if (names.length < 2) return [text];
  return [text.slice(0, open + 1), ...names.map((name) => `${tab}${name},`), text.slice(close + 1)];
}

/** Breaks `function name(parameters): type {`, where the types of the parameters are names, or arrays of such. */
export function breakSignature(text: string, { columns, tab }: Room): Broken {
  const open = text.indexOf("(");
  const close = text.indexOf("): ", open);
  const parameters = text.slice(open + 1, close);
  const end = text.slice(close);
  if (close < 0 || !plainParameters.test(parameters) || stringWidth(end) > columns)
    return undefined;
  const lines = parameters.split(", ").map((parameter) => `${tab}${parameter},`);
  return [text.slice(0, open + 1), ...lines, end];
}

const plainParameters = /^(?:[\w$?:, ]|\[\])+$/;

/** Breaks a constant whose value is a call of next to nothing, or a list of strings. */
export function breakConstant(text: string, room: Room, { printWidth }: LineSettings): Broken {
  if (text.endsWith('"] as const;')) return breakStrings(text, room);
  const [, target = "", value = "", argument = ""] = plainCall.exec(text) ?? [];
  const isOnNextLine = target !== "" && argument.length <= printWidth / 4;
  return isOnNextLine ? ifAllFit([target, room.tab + value], room) : undefined;
}

/** `const name: type = call(name);` */
const plainCall =
  /^((?:export )?const [\w$]+: [\w$]+<[\w$]+> =) ((?:\/\* @__PURE__ \*\/ )?[\w$]+\(([\w$]+)\);)$/;

/** `const name = ["a", "b"] as const;` */
function breakStrings(text: string, { columns, tab }: Room): Broken {
  const open = text.indexOf(" = [") + " = [".length;
  const list = splitCode(text, open);
  if (list?.parts.every((item) => item.startsWith('"')) !== true || open > columns)
    return undefined;
  const { parts, end } = list;
  return [text.slice(0, open), ...parts.map((item) => `${tab}${item},`), text.slice(end)];
}

/** Breaks `type name = left | right;`, or a type that has no parts. */
export function breakAlias(text: string, room: Room): Broken {
  const start = text.indexOf(" = ") + " = ".length;
  const target = text.slice(0, start - 1);
  const value = room.tab + text.slice(start);
  if (itemOfList.test(text)) return [target, value];
  const chain = splitCode(text, start, true);
  if (chain?.end !== text.length - 1 || chain.mark !== "|") return undefined;
  // Beside null and the like, an object is laid out otherwise.
  if (chain.parts.some((member) => empty.has(member))) return undefined;
  if (stringWidth(value) <= room.columns) return [target, value];
  const last = chain.parts.length - 1;
  const members = chain.parts.map(
    (member, index) => `${room.tab}| ${member}${index < last ? "" : ";"}`,
  );
  const lines = ifAllFit(members, room);
  return lines && [target, ...lines];
}

const itemOfList = / = \(typeof [\w$]+\)\[number\];$/;

const empty: ReadonlySet<string> = new Set(["null", "undefined", "void", "never"]);
