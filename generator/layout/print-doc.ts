import { measure, type Doc, type Node } from "./doc.js";
import { stringWidth } from "./string-width.js";

/**
 * Breaks a text into lines, as few as fit.
 *
 * @param doc The text.
 * @param width How wide a line may be.
 * @param tabWidth How many columns a level of indentation takes.
 * @returns The lines, separated by `\n`; the first is not indented.
 */
export function printDoc(doc: Doc, width: number, tabWidth: number): string {
  const printer = new Printer(width, tabWidth);
  printer.print(doc, { isBroken: true, indentation: 0, after: 0 });
  return printer.text();
}

/** Where a text stands. */
interface Place {
  /** Whether its own lines are broken. */
  readonly isBroken: boolean;
  /** The column at which lines begin. */
  readonly indentation: number;
  /** How wide what follows it is, up to the next place where that may be broken. */
  readonly after: number;
}

class Printer {
  readonly #width: number;
  readonly #tabWidth: number;
  /** Whether each group with an id was broken. */
  readonly #broken = new Map<symbol, boolean>();
  readonly #lines: string[] = [];
  /** The line that is being written, and how wide it is. */
  #line = "";
  #column = 0;

  constructor(width: number, tabWidth: number) {
    this.#width = width;
    this.#tabWidth = tabWidth;
  }

  text(): string {
    return [...this.#lines, this.#line].join("\n");
  }

  print(doc: Doc, place: Place): void {
    if (typeof doc === "string") {
      this.#line += doc;
      this.#column += stringWidth(doc);
      return;
    }
    switch (doc.kind) {
      case "concat":
        this.#concat(doc.parts, place);
        break;
      case "indent":
        this.print(doc.content, deeper(place, this.#tabWidth));
        break;
      case "align":
        this.print(doc.content, deeper(place, doc.columns));
        break;
      case "indentIfBreak":
        this.print(doc.content, this.#isBroken(doc.id) ? deeper(place, this.#tabWidth) : place);
        break;
      case "group":
        this.#group(doc, place);
        break;
      case "choice":
        this.#choice(doc.states, place);
        break;
      case "line":
        if (place.isBroken) this.#newLine(place.indentation);
        else this.print(doc.flat, place);
        break;
      case "hardline":
        this.#newLine(place.indentation);
        break;
      case "ifBreak":
        this.print(this.#current(doc, place.isBroken), place);
        break;
      case "fill":
        this.#fill(doc.parts, place);
        break;
    }
  }

  #newLine(indentation: number): void {
    this.#lines.push(this.#line.trimEnd());
    this.#line = " ".repeat(indentation);
    this.#column = indentation;
  }

  #concat(parts: readonly Doc[], place: Place): void {
    for (const [index, part] of parts.entries()) {
      const isLast = index === parts.length - 1;
      if (typeof part === "string" || isLast) this.print(part, place);
      else this.print(part, { ...place, after: widthAfter(parts, index, place) });
    }
  }

  #group({ content, breaks, width, id }: Extract<Node, { kind: "group" }>, place: Place): void {
    const isBroken = breaks || (place.isBroken && !this.#fits(width + place.after));
    if (id !== undefined) this.#broken.set(id, isBroken);
    this.print(content, { ...place, isBroken });
  }

  #choice(states: readonly Doc[], place: Place): void {
    const [first = ""] = states;
    const fitting = place.isBroken
      ? states.slice(0, -1).find((state) => this.#fitsUpToBreak(state, place.after))
      : first;
    if (fitting === undefined) this.print(states.at(-1) ?? "", { ...place, isBroken: true });
    else this.print(fitting, { ...place, isBroken: false });
  }

  #fill(parts: readonly Doc[], place: Place): void {
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1];
      const fits =
        index % 2 === 0 || next === undefined
          ? this.#fits(this.#widthOf(part))
          : this.#fits(this.#widthOf(part) + this.#widthOf(next));
      this.print(part, { ...place, isBroken: !fits, after: 0 });
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

  #isBroken(id: symbol): boolean {
    return this.#broken.get(id) === true;
  }

  #current({ id, broken, flat }: Extract<Node, { kind: "ifBreak" }>, isBroken: boolean): Doc {
    return (id === undefined ? isBroken : this.#isBroken(id)) ? broken : flat;
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

function deeper(place: Place, columns: number): Place {
  return { ...place, indentation: place.indentation + columns };
}

/** How wide what follows a part is, up to the next place where it may be broken. */
function widthAfter(parts: readonly Doc[], index: number, place: Place): number {
  let width = 0;
  for (let next = index + 1; next < parts.length; next += 1) {
    const part = measure(parts[next] ?? "");
    if (place.isBroken || part.width === Infinity) {
      width += part.lead;
      if (part.hasLine) return width;
    } else {
      width += part.width;
    }
  }
  return width + place.after;
}

/** How wide a text on one line is up to where it has to be broken, and whether it has to. */
function leadOfFlat(doc: Doc): { readonly width: number; readonly ends: boolean } {
  const { width, lead, hasLine } = measure(doc);
  if (width < Infinity) return { width, ends: false };
  if (typeof doc === "string") return { width, ends: false };
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
      return { width: lead, ends: hasLine };
  }
}
