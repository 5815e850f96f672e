import { load, Schema, type State } from "js-yaml";
import { isEmptyLine, requiredIndent } from "./yaml-indent.js";

/**
 * A YAML text in which every quoted text and every flow collection stands on one line, by blanks in
 * place of line ends. Offsets are the same in both, so that places are right.
 */
export interface MendedYaml {
  readonly text: string;
  /** The quoted and plain texts that had several lines, by the offset of their first character. */
  readonly values: ReadonlyMap<number, string>;
  /** The lines that are not indented as they have to be. */
  readonly slips: readonly YamlSlip[];
  /** Whether other parsers read the whole of it. */
  readonly isWhole: boolean;
}

/** A line that is not indented as it has to be. */
export interface YamlSlip {
  readonly inside: "quoted text" | "flow collection";
  readonly offset: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Mends the indentation of a YAML text that is an error to `yaml`, where js-yaml reads it nevertheless:
 * as libyaml, it does not care how the lines of a quoted text or of a flow collection are indented.
 */
export function mendYaml(text: string): MendedYaml {
  const reading = new Reading(text);
  const isWhole = reading.read();
  const flows = outermost(reading.flows);
  const quoted = reading.quoted;
  const masked = replaced(text, quoted, (inside) => "x".repeat(inside.length));
  const blanked = [
    ...quoted.flatMap((span) => matchesIn(text, span, /[\n\r\t]/g)),
    ...flows.flatMap((span) => matchesIn(masked, span, /(?<![^\s,[\]{}])#[^\n]*|[\n\r\t]/g)),
  ].sort((left, right) => left.start - right.start);
  const long = quoted.filter(({ start, end }) => text.slice(start, end).includes("\n"));
  const alone = long.filter(
    (span) => !flows.some((flow) => flow.start < span.start && span.end < flow.end),
  );
  const slips = [
    ...alone.flatMap((span) => slipIn(text, span, "quoted text")),
    ...flows.flatMap((span) => slipIn(text, span, "flow collection")),
  ];
  return {
    text: replaced(text, blanked, (inside) => " ".repeat(inside.length)),
    values: reading.values,
    slips: slips.sort((left, right) => left.offset - right.offset),
    isWhole,
  };
}

/** What js-yaml says of quoted texts and flow collections, as far as it comes. */
class Reading {
  readonly quoted: Span[] = [];
  readonly flows: Span[] = [];
  readonly values = new Map<number, string>();
  readonly #text: string;
  /** Where the nodes begin that are being read, by their depth. */
  readonly #starts: number[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Returns whether the text was read to its end. */
  read(): boolean {
    try {
      load(this.#text, {
        // Without types, every scalar is a text.
        schema: new Schema({ implicit: [] }),
        maxDepth: 200,
        json: true,
        listener: this.#listen,
      });
      return true;
    } catch {
      return false;
    }
  }

  readonly #listen = (event: "open" | "close", state: State): void => {
    const { depth, position, kind, result } = state;
    if (event === "open") {
      this.#starts[depth] = position;
      return;
    }
    const last = this.#text[position - 1] ?? "";
    if (kind === "scalar") {
      const isQuoted = last === '"' || last === "'";
      const from = this.#starts[depth] ?? 0;
      const start = isQuoted ? this.#text.indexOf(last, from) : afterSpace(this.#text, from);
      const isLong = this.#text.slice(start, position).includes("\n");
      if (isLong && typeof result === "string") this.values.set(start, result);
      if (isQuoted && start < position - 1) this.quoted.push({ start, end: position });
    } else if (last === "}" || last === "]") {
      const start = afterSpace(this.#text, this.#starts[depth] ?? 0);
      if (this.#text[start] === (last === "}" ? "{" : "["))
        this.flows.push({ start, end: position });
    }
  };
}

/** The first line of a span that is not indented enough. */
function slipIn(
  text: string,
  { start, end }: Span,
  inside: YamlSlip["inside"],
): readonly YamlSlip[] {
  const required = requiredIndent(text, start);
  for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) {
    const line = at + 1;
    let first = line;
    while (text[first] === " ") first += 1;
    const indent = first - line;
    // The bracket at the end of a flow collection may stand below the key.
    const isEnd = inside === "flow collection" && first === end - 1 && indent >= required - 1;
    if (first >= end || isEmptyLine(text, first) || isEnd || indent >= required) continue;
    return [{ inside, offset: first }];
  }
  return [];
}

/** The spans that lie in no other one; inner ones come before those around them. */
function outermost(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const span of spans.toReversed()) {
    const around = found.at(-1);
    if (around === undefined || span.end <= around.start) found.push(span);
  }
  return found.reverse();
}

function matchesIn(text: string, { start, end }: Span, pattern: RegExp): readonly Span[] {
  return [...text.slice(start, end).matchAll(pattern)].map(({ index, 0: match }) => ({
    start: start + index,
    end: start + index + match.length,
  }));
}

/** A text with other text in some spans, which come in order. */
function replaced(
  text: string,
  spans: readonly Span[],
  replace: (inside: string) => string,
): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of spans) {
    if (start < done) continue;
    pieces.push(text.slice(done, start), replace(text.slice(start, end)));
    done = end;
  }
  return pieces.join("") + text.slice(done);
}

function afterSpace(text: string, position: number): number {
  let at = position;
  while (/\s/.test(text[at] ?? "")) at += 1;
  return at;
}
