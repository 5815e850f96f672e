import { breakLine } from "./break-line.js";
import { memberDoc, lineDoc } from "./line-doc.js";
import { printDoc } from "./print-doc.js";
import { UnknownSyntaxError } from "./scanner.js";
import { stringWidth } from "./string-width.js";
import type { LineSettings } from "../../emit/draft.js";
import type { Doc } from "./doc.js";

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
  /** How many levels deep the next line is. */
  #depth = 0;
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
      else if (text.startsWith("//")) this.#push(text, this.#depth);
      else this.#line(text);
    }
    return `${this.#laidOut.join("\n")}\n`;
  }

  /** A comment keeps its lines. */
  #comment(first: string): void {
    this.#push(first, this.#depth);
    for (let text = first; !text.endsWith("*/");) {
      text = (this.#lines[this.#next] ?? "*/").trim();
      this.#next += 1;
      if (text === "") this.#laidOut.push("");
      else this.#push(` ${text}`, this.#depth);
    }
  }

  #line(text: string): void {
    if (this.#blocks.at(-1) === "interface" && opensMember.test(text)) {
      const whole = this.#wholeMember(text);
      if (whole !== undefined) {
        this.#print(memberDoc(whole), this.#depth);
        return;
      }
    }
    if (text.startsWith("}")) this.#close();
    const block = this.#blocks.at(-1);
    const isLabel = block === "switch" && /^(case|default)\b/.test(text);
    const depth = this.#depth - (isLabel ? 1 : 0);
    if (needsLayout.test(text)) this.#layOutLine(text, depth);
    else this.#breakLine(text, depth);
    if (text.endsWith("{") && !text.endsWith("=> {")) {
      this.#open(block === "interface" ? "interface" : blockOf(text));
    }
  }

  #open(block: Block): void {
    this.#blocks.push(block);
    this.#depth += levelsOf(block);
  }

  #close(): void {
    const block = this.#blocks.pop();
    if (block !== undefined) this.#depth -= levelsOf(block);
  }

  #push(text: string, depth: number): void {
    this.#laidOut.push(" ".repeat(depth * this.#settings.tabWidth) + text);
  }

  /** A line whose layout is that of its text, as far as it fits. */
  #breakLine(text: string, depth: number): void {
    const columns = this.#settings.printWidth - depth * this.#settings.tabWidth;
    if (stringWidth(text) <= columns) {
      this.#push(text, depth);
      return;
    }
    const isMember = this.#blocks.at(-1) === "interface";
    const lines = isMember ? undefined : breakLine(text, columns, this.#settings);
    if (lines === undefined) this.#layOutLine(text, depth);
    else for (const line of lines) this.#push(line, depth);
  }

  #layOutLine(text: string, depth: number): void {
    if (this.#blocks.at(-1) !== "interface") {
      const whole = text.endsWith("=> {") ? this.#wholeStatement(text) : text;
      this.#print(lineDoc(whole, this.#settings), depth);
    } else if (text.endsWith("{") || text.startsWith("}")) {
      this.#push(text, depth);
    } else {
      this.#print(memberDoc(text), depth);
    }
  }

  #print(printed: Doc, depth: number): void {
    const lines = printDoc(printed, this.#settings, depth * this.#settings.tabWidth);
    for (const line of lines) this.#laidOut.push(line);
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

  /** A statement that goes on in further lines, with all of them. */
  #wholeStatement(text: string): string {
    const first = this.#next;
    for (let depth = 1; depth > 0; this.#next += 1) {
      const line = this.#lines[this.#next]?.trim();
      if (line === undefined) throw new UnknownSyntaxError(text);
      if (line.startsWith("}")) depth -= 1;
      if (line.endsWith("{")) depth += 1;
    }
    return [text, ...this.#lines.slice(first, this.#next)].join("\n");
  }
}

/** Code that Prettier changes even where it fits on its line. */
const needsLayout = /!\(|\[[{[]|\\"|=> \{$/;

/** A member that goes on in further lines. */
const opensMember = /^[^}].*[{[(]$/;

function blockOf(head: string): Block {
  if (/^(export )?interface /.test(head)) return "interface";
  return head.startsWith("switch ") ? "switch" : "other";
}

/** How many levels deeper the lines in a block are: those below a label have one more. */
function levelsOf(block: Block): number {
  return block === "switch" ? 2 : 1;
}
