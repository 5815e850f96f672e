import { stringWidth } from "./string-width.js";

/**
 * A text with places where it may be broken into lines. What Prettier calls by the same names means
 * the same here: https://github.com/prettier/prettier/blob/main/commands.md
 */
export type Doc = string | Node;

/** What is known of a text before it is laid out. */
interface Measured {
  /** How wide it is on one line; infinite, if it has to be broken. */
  readonly width: number;
  /** How wide it is up to the first place where it may be broken. */
  readonly lead: number;
  /** Whether there is such a place. */
  readonly hasLine: boolean;
}

export type Node = Measured &
  (
    | { readonly kind: "concat" | "fill"; readonly parts: readonly Doc[] }
    | { readonly kind: "indent"; readonly content: Doc }
    /** More than a level, or less than one: by columns. */
    | { readonly kind: "align"; readonly columns: number; readonly content: Doc }
    | {
        readonly kind: "group";
        readonly content: Doc;
        readonly breaks: boolean;
        /** Tells the group apart in `ifBreak` and `indentIfBreak`. */
        readonly id: GroupId | undefined;
      }
    /** The first of several texts that fits, or the last. */
    | { readonly kind: "choice"; readonly states: readonly Doc[] }
    | { readonly kind: "line"; readonly flat: " " | "" }
    | { readonly kind: "hardline" }
    | {
        readonly kind: "ifBreak";
        readonly broken: Doc;
        readonly flat: Doc;
        readonly id: GroupId | undefined;
      }
    | { readonly kind: "indentIfBreak"; readonly content: Doc; readonly id: GroupId }
  );

/** Tells a group apart from all others, by its identity. */
export type GroupId = Readonly<Record<string, never>>;

/** A line break, or a blank. */
export const line: Doc = { kind: "line", flat: " ", width: 1, lead: 0, hasLine: true };

/** A line break, or nothing. */
export const softline: Doc = { kind: "line", flat: "", width: 0, lead: 0, hasLine: true };

/** A line break. */
export const hardline: Doc = { kind: "hardline", width: Infinity, lead: 0, hasLine: true };

/** What stands between two texts in a list. */
const comma: Doc = concat([",", line]);

/** Texts one after the other. */
export function concat(parts: readonly Doc[]): Doc {
  return sequence("concat", parts);
}

/** Texts of which as many as fit stand on each line. Every other part is the line between two. */
export function fill(parts: readonly Doc[]): Doc {
  return sequence("fill", parts);
}

function sequence(kind: "concat" | "fill", parts: readonly Doc[]): Doc {
  let width = 0;
  let lead = 0;
  let hasLine = false;
  for (const part of parts) {
    width += widthOf(part);
    if (hasLine) continue;
    lead += leadOf(part);
    hasLine = hasLineIn(part);
  }
  return { kind, width, lead, hasLine, parts };
}

/** A text whose lines after the first are a level deeper. */
export function indent(content: Doc): Doc {
  const [width, lead, hasLine] = [widthOf(content), leadOf(content), hasLineIn(content)];
  return { kind: "indent", width, lead, hasLine, content };
}

/** A text whose lines after the first are some columns to the right. */
export function align(columns: number, content: Doc): Doc {
  const [width, lead, hasLine] = [widthOf(content), leadOf(content), hasLineIn(content)];
  return { kind: "align", width, lead, hasLine, content, columns };
}

/** A text that is broken at all of its lines, if it does not fit on one. */
export function group(content: Doc, id?: GroupId): Doc {
  const [width, lead, hasLine] = [widthOf(content), leadOf(content), hasLineIn(content)];
  return { kind: "group", width, lead, hasLine, content, breaks: width === Infinity, id };
}

/** A text that is broken at all of its lines. */
export function brokenGroup(content: Doc, id?: GroupId): Doc {
  const [lead, hasLine] = [leadOf(content), hasLineIn(content)];
  return { kind: "group", width: Infinity, lead, hasLine, content, breaks: true, id };
}

/** The first of several texts that fits, or the last; the first is the one that is not broken. */
export function choice(states: readonly Doc[]): Doc {
  const [flat = ""] = states;
  const last = states.at(-1) ?? "";
  const [width, lead, hasLine] = [widthOf(flat), leadOf(last), hasLineIn(last)];
  return { kind: "choice", width, lead, hasLine, states };
}

/** A text for when the group around it is broken, or the one with the id; and one for when not. */
export function ifBreak(broken: Doc, flat: Doc = "", id?: GroupId): Doc {
  const [width, lead, hasLine] = [widthOf(flat), leadOf(broken), hasLineIn(broken)];
  return { kind: "ifBreak", width, lead, hasLine, broken, flat, id };
}

/** A text that is a level deeper if the group with the id is broken. */
export function indentIfBreak(content: Doc, id: GroupId): Doc {
  const [width, lead, hasLine] = [widthOf(content), leadOf(content), hasLineIn(content)];
  return { kind: "indentIfBreak", width, lead, hasLine, content, id };
}

/** Texts with another one between each two. */
export function join(separator: Doc, parts: readonly Doc[]): Doc {
  const joined: Doc[] = [];
  for (const part of parts) {
    if (joined.length > 0) joined.push(separator);
    joined.push(part);
  }
  return concat(joined);
}

/** Texts with commas between them. */
export function listed(parts: readonly Doc[]): Doc {
  return join(comma, parts);
}

/** A text that stands on lines of its own, a level deeper, if it does not fit where it is. */
export function enclosed(content: Doc): Doc {
  return group(concat([indent(concat([softline, content])), softline]));
}

/** Whether a text has to be broken. */
export function willBreak(doc: Doc): boolean {
  return widthOf(doc) === Infinity;
}

/** How wide a text is on one line; infinite, if it has to be broken. */
export function widthOf(doc: Doc): number {
  return typeof doc === "string" ? stringWidth(doc) : doc.width;
}

/** How wide a text is up to the first place where it may be broken. */
export function leadOf(doc: Doc): number {
  return typeof doc === "string" ? stringWidth(doc) : doc.lead;
}

/** Whether there is a place where a text may be broken. */
export function hasLineIn(doc: Doc): boolean {
  return typeof doc !== "string" && doc.hasLine;
}
