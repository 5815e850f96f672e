import { hasLineIn, leadOf, widthOf, type Doc, type GroupId, type Node } from "./doc.js";
import type { LineSettings } from "../../emit/draft.js";
import { stringWidth } from "./string-width.js";

/**
 * Breaks a text into lines, as few as fit.
 *
 * @param doc The text.
 * @param settings How wide a line may be, and how many columns a level of indentation takes.
 * @param indentation The column at which the text begins.
 * @returns The lines.
 */
export function printDoc(
  doc: Doc,
  { printWidth, tabWidth }: LineSettings,
  indentation = 0,
): readonly string[] {
  const printer = new Printer(printWidth, tabWidth, indentation);
  printer.print(doc, true, indentation, 0);
  return printer.lines();
}

class Printer {
  readonly #width: number;
  readonly #tabWidth: number;
  /** The ids of the groups that were broken. */
  readonly #broken = new Set<GroupId>();
  readonly #lines: string[] = [];
  /** The line that is being written, and how wide it is. */
  #line: string;
  #column: number;

  constructor(width: number, tabWidth: number, indentation: number) {
    this.#width = width;
    this.#tabWidth = tabWidth;
    this.#line = blanks(indentation);
    this.#column = indentation;
  }

  lines(): readonly string[] {
    this.#lines.push(this.#line);
    return this.#lines;
  }

  /**
   * Prints a text.
   *
   * @param isBroken Whether its own lines are broken.
   * @param indentation The column at which lines begin.
   * @param after How wide what follows it is, up to the next place where that may be broken.
   */
  print(doc: Doc, isBroken: boolean, indentation: number, after: number): void {
    if (typeof doc === "string") {
      this.#line += doc;
      this.#column += stringWidth(doc);
      return;
    }
    switch (doc.kind) {
      case "concat":
        this.#concat(doc.parts, isBroken, indentation, after);
        break;
      case "indent":
        this.print(doc.content, isBroken, indentation + this.#tabWidth, after);
        break;
      case "align":
        this.print(doc.content, isBroken, indentation + doc.columns, after);
        break;
      case "indentIfBreak": {
        const columns = this.#broken.has(doc.id) ? this.#tabWidth : 0;
        this.print(doc.content, isBroken, indentation + columns, after);
        break;
      }
      case "group":
        this.#group(doc, isBroken, indentation, after);
        break;
      case "choice":
        this.#choice(doc.states, isBroken, indentation, after);
        break;
      case "line":
        if (isBroken) this.#newLine(indentation);
        else this.print(doc.flat, isBroken, indentation, after);
        break;
      case "hardline":
        this.#newLine(indentation);
        break;
      case "ifBreak":
        this.print(this.#current(doc, isBroken), isBroken, indentation, after);
        break;
      case "fill":
        this.#fill(doc.parts, indentation);
        break;
    }
  }

  #newLine(indentation: number): void {
    this.#lines.push(this.#line.trimEnd());
    this.#line = blanks(indentation);
    this.#column = indentation;
  }

  #concat(parts: readonly Doc[], isBroken: boolean, indentation: number, after: number): void {
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index] ?? "";
      const isText = typeof part === "string" || part.kind === "line";
      const following = isText ? 0 : widthAfter(parts, index, isBroken, after);
      this.print(part, isBroken, indentation, following);
    }
  }

  #group(
    { content, breaks, width, id }: Extract<Node, { kind: "group" }>,
    isOuterBroken: boolean,
    indentation: number,
    after: number,
  ): void {
    const isBroken = breaks || (isOuterBroken && !this.#fits(width + after));
    if (isBroken && id !== undefined) this.#broken.add(id);
    this.print(content, isBroken, indentation, after);
  }

  #choice(states: readonly Doc[], isBroken: boolean, indentation: number, after: number): void {
    const [first = ""] = states;
    const fitting = isBroken
      ? states.slice(0, -1).find((state) => this.#fitsUpToBreak(state, after))
      : first;
    if (fitting === undefined) this.print(states.at(-1) ?? "", true, indentation, after);
    else this.print(fitting, false, indentation, after);
  }

  #fill(parts: readonly Doc[], indentation: number): void {
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1];
      const fits =
        index % 2 === 0 || next === undefined
          ? this.#fits(this.#widthOf(part))
          : this.#fits(this.#widthOf(part) + this.#widthOf(next));
      this.print(part, !fits, indentation, 0);
    }
  }

  #fits(width: number): boolean {
    return this.#column + width <= this.#width;
  }

  /** Whether a text fits up to its first line that has to be broken. */
  #fitsUpToBreak(doc: Doc, after: number): boolean {
    const { width, ends } = leadOfFlat(doc);
    return this.#fits(ends ? width : width + after);
  }

  #current({ id, broken, flat }: Extract<Node, { kind: "ifBreak" }>, isBroken: boolean): Doc {
    return (id === undefined ? isBroken : this.#broken.has(id)) ? broken : flat;
  }

  /** How wide a text is on one line, now that it is known which groups are broken. */
  #widthOf(doc: Doc): number {
    if (typeof doc === "string") return stringWidth(doc);
    if (doc.kind === "ifBreak") return this.#widthOf(this.#current(doc, false));
    return doc.kind === "concat"
      ? doc.parts.reduce((sum, part) => sum + this.#widthOf(part), 0)
      : doc.width;
  }
}

function blanks(columns: number): string {
  return " ".repeat(columns);
}

/** How wide what follows a part is, up to the next place where it may be broken. */
function widthAfter(
  parts: readonly Doc[],
  index: number,
  isBroken: boolean,
  after: number,
): number {
  let width = 0;
  for (let next = index + 1; next < parts.length; next += 1) {
    const part = parts[next] ?? "";
    if (isBroken || widthOf(part) === Infinity) {
      width += leadOf(part);
      if (hasLineIn(part)) return width;
    } else {
      width += widthOf(part);
    }
  }
  return width + after;
}

/** How wide a text on one line is up to where it has to be broken, and whether it has to. */
function leadOfFlat(doc: Doc): { readonly width: number; readonly ends: boolean } {
  if (typeof doc === "string" || doc.width < Infinity) {
    return { width: widthOf(doc), ends: false };
  }
  switch (doc.kind) {
    case "concat": {
      let sum = 0;
      for (const part of doc.parts) {
        const inner = leadOfFlat(part);
        sum += inner.width;
        if (inner.ends) return { width: sum, ends: true };
      }
      return { width: sum, ends: false };
    }
    case "indent":
    case "align":
    case "indentIfBreak":
      return leadOfFlat(doc.content);
    default:
      return { width: doc.lead, ends: doc.hasLine };
  }
}
