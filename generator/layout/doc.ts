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
        readonly id: symbol | undefined;
      }
    /** The first of several texts that fits, or the last. */
    | { readonly kind: "choice"; readonly states: readonly Doc[] }
    | { readonly kind: "line"; readonly flat: " " | "" }
    | { readonly kind: "hardline" }
    | {
        readonly kind: "ifBreak";
        readonly broken: Doc;
        readonly flat: Doc;
        readonly id: symbol | undefined;
      }
    | { readonly kind: "indentIfBreak"; readonly content: Doc; readonly id: symbol }
  );

/** A line break, or a blank. */
export const line: Doc = { kind: "line", flat: " ", width: 1, lead: 0, hasLine: true };

/** A line break, or nothing. */
export const softline: Doc = { kind: "line", flat: "", width: 0, lead: 0, hasLine: true };

/** A line break. */
export const hardline: Doc = { kind: "hardline", width: Infinity, lead: 0, hasLine: true };

/** Texts one after the other. */
export function concat(parts: readonly Doc[]): Doc {
  return { kind: "concat", parts, ...measureAll(parts) };
}

/** Texts of which as many as fit stand on each line. Every other part is the line between two. */
export function fill(parts: readonly Doc[]): Doc {
  return { kind: "fill", parts, ...measureAll(parts) };
}

/** A text whose lines after the first are a level deeper. */
export function indent(content: Doc): Doc {
  return { kind: "indent", content, ...measure(content) };
}

/** A text whose lines after the first are some columns to the right. */
export function align(columns: number, content: Doc): Doc {
  return { kind: "align", columns, content, ...measure(content) };
}

/** A text that is broken at all of its lines, if it does not fit on one. */
export function group(
  content: Doc,
  { breaks = false, id }: { readonly breaks?: boolean; readonly id?: symbol } = {},
): Doc {
  const measured = measure(content);
  const width = breaks ? Infinity : measured.width;
  return { kind: "group", content, breaks: width === Infinity, id, ...measured, width };
}

/** The first of several texts that fits, or the last; the first is the one that is not broken. */
export function choice(states: readonly Doc[]): Doc {
  const [flat = ""] = states;
  const { lead, hasLine } = measure(states.at(-1) ?? "");
  return { kind: "choice", states, width: measure(flat).width, lead, hasLine };
}

/** A text for when the group around it is broken, or the one with the id; and one for when not. */
export function ifBreak(broken: Doc, flat: Doc = "", id?: symbol): Doc {
  const { lead, hasLine } = measure(broken);
  return { kind: "ifBreak", broken, flat, id, width: measure(flat).width, lead, hasLine };
}

/** A text that is a level deeper if the group with the id is broken. */
export function indentIfBreak(content: Doc, id: symbol): Doc {
  return { kind: "indentIfBreak", content, id, ...measure(content) };
}

/** Texts with another one between each two. */
export function join(separator: Doc, parts: readonly Doc[]): Doc {
  return concat(parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])));
}

/** Texts with commas between them. */
export function listed(parts: readonly Doc[]): Doc {
  return join(concat([",", line]), parts);
}

/** A text that stands on lines of its own, a level deeper, if it does not fit where it is. */
export function enclosed(content: Doc): Doc {
  return group(concat([indent(concat([softline, content])), softline]));
}

/** Whether a text has to be broken. */
export function willBreak(doc: Doc): boolean {
  return measure(doc).width === Infinity;
}

/** What is known of a text. */
export function measure(doc: Doc): Measured {
  if (typeof doc !== "string") {
    const { width, lead, hasLine } = doc;
    return { width, lead, hasLine };
  }
  const width = stringWidth(doc);
  return { width, lead: width, hasLine: false };
}

function measureAll(parts: readonly Doc[]): Measured {
  let width = 0;
  let lead = 0;
  let hasLine = false;
  for (const part of parts) {
    const measured = typeof part === "string" ? measure(part) : part;
    width += measured.width;
    if (!hasLine) {
      lead += measured.lead;
      hasLine = measured.hasLine;
    }
  }
  return { width, lead, hasLine };
}
