import { load, Schema, type State } from "js-yaml";
import { isEmptyLine, requiredIndent } from "./yaml-indent.js";

/**
 * A YAML text in which every quoted string and every flow collection is on one line, with spaces instead of
 * line ends. Offsets do not change, so positions stay correct.
 */
export interface MendedYaml {
  readonly text: string;
  /** The values of quoted and plain scalars of several lines, by the offset of their first character. */
  readonly values: ReadonlyMap<number, string>;
  /** The lines with wrong indentation. */
  readonly slips: readonly YamlSlip[];
  /** Whether js-yaml could read the whole text. */
  readonly isWhole: boolean;
}

/** A line with wrong indentation. */
export interface YamlSlip {
  readonly inside: "quoted text" | "flow collection";
  readonly offset: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Mends the indentation of a YAML text that is an error for `yaml`, but not for js-yaml, which ignores the
 * indentation of the lines of quoted strings and flow collections, as libyaml does.
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

/** The quoted strings and flow collections that js-yaml finds before it fails. */
class Reading {
  readonly quoted: Span[] = [];
  readonly flows: Span[] = [];
  readonly values = new Map<number, string>();
  readonly #text: string;
  /** The start of the open nodes, by depth. */
  readonly #starts: number[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Returns whether the text was read to its end. */
  read(): boolean {
    try {
      load(this.#text, {
        // Without types, every scalar is a string.
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

/** Returns the first line of a span with too little indentation. */
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
    // The closing bracket of a flow collection may be at the column of the key.
    const isEnd = inside === "flow collection" && first === end - 1 && indent >= required - 1;
    if (first >= end || isEmptyLine(text, first) || isEnd || indent >= required) continue;
    return [{ inside, offset: first }];
  }
  return [];
}

/** Returns the outermost spans. In the input, inner spans come before those around them. */
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

/** Replaces spans of a text, which have to be in order. */
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
