import type { Json } from "../../core/json.js";
import type { Place } from "../../core/place.js";
import { parsePointer } from "../../core/pointer.js";
import type { Check } from "../check.js";

/** A keyword, as one side of a contradiction. */
export interface Side {
  /** As a document writes it: `` `minimum: 5` ``. */
  readonly text: string;
  readonly at?: Place | undefined;
}

/** Why no value passes some checks. */
export interface Contradiction {
  /** The keywords that contradict each other. A single one excludes every value by itself. */
  readonly sides: readonly Side[];
  /** A clause about the sides, with a text for each. */
  readonly describe: (sides: readonly string[]) => string;
  /** The contradictions that it consists of, if it only combines them. */
  readonly parts?: readonly Contradiction[];
  /** Whether a schema excludes everything on purpose, such as `false`. */
  readonly isIntended?: boolean;
  /** Whether parsing already warns of the keyword, such as an empty `anyOf`. */
  readonly isReported?: boolean;
}

/** A contradiction between one keyword and another. */
export function between(
  left: Side,
  right: Side,
  describe: (left: string, right: string) => string,
): Contradiction {
  return { sides: [left, right], describe: ([first = "", second = ""]) => describe(first, second) };
}

/** The clause with the texts of the sides. */
function textOf({ sides, describe }: Contradiction): string {
  return describe(sides.map(({ text }) => text));
}

/** Joins contradictions that only together exclude every value. */
export function allOf(all: readonly Contradiction[]): Contradiction | undefined {
  const [first, ...others] = all.length > 1 ? unique(all) : all;
  if (first === undefined || others.length === 0) return first;
  const shown = [first, ...others].slice(0, most);
  return {
    sides: shown.flatMap(({ sides }) => sides),
    describe: (texts) => {
      let from = 0;
      const clauses = shown.map(({ sides, describe }) => {
        from += sides.length;
        return describe(texts.slice(from - sides.length, from));
      });
      return clauses.join("; ");
    },
    parts: [first, ...others],
    isIntended: shown.every(({ isIntended = false }) => isIntended),
  };
}

/** How many contradictions are named, if it takes several to exclude every value. */
const most = 3;

function unique(all: readonly Contradiction[]): readonly Contradiction[] {
  return [...new Map(all.map((each) => [textOf(each) + placesOf(each), each])).values()];
}

function placesOf({ sides }: Contradiction): string {
  return sides.map(({ at }) => `${at?.uri ?? ""}#${at?.pointer ?? ""}`).join();
}

/** A check as a side: its keyword, with a short form of the value. */
export function sideOf(check: Check): Side {
  const { at } = check;
  // A schema that is `false` is a value; everything else comes from a keyword.
  const isSchema = check.kind === "never" && check.keyword === "false";
  return {
    // Most contradictions are never shown.
    get text() {
      return `\`${wordsOf(check)}\``;
    },
    at: at === undefined || isSchema ? at : { ...at, part: "key" },
  };
}

function wordsOf(check: Check): string {
  switch (check.kind) {
    case "never":
      return check.keyword === "false" ? "false" : keywordOf(check);
    case "types":
      return `type: ${check.types.length === 1 ? check.types.join() : `[${check.types.join(", ")}]`}`;
    case "equals":
      return check.keyword === "const"
        ? `const: ${check.values.map(shown).join()}`
        : `enum: ${shown(check.values)}`;
    case "bound":
    case "size":
      return `${check.keyword}: ${check.limit}`;
    case "multipleOf":
      return `multipleOf: ${check.divisor}`;
    case "pattern":
      return `pattern: ${cut(check.pattern)}`;
    case "format":
      return `format: ${check.format}`;
    case "contains":
      return check.minimum === 1 && check.maximum === undefined
        ? "contains"
        : check.maximum === undefined || check.minimum > 1
          ? `minContains: ${check.minimum}`
          : `maxContains: ${check.maximum}`;
    case "additional":
    case "unevaluated":
    case "items":
    case "matching":
      return check.checks.some(({ kind }) => kind === "never")
        ? `${keywordOf(check)}: false`
        : keywordOf(check);
    case "property":
      return check.checks.some(({ kind }) => kind === "never")
        ? `${check.name}: false`
        : keywordOf(check);
    case "when": {
      const [only, ...others] = check.checks;
      return only === undefined || others.length > 0 ? keywordOf(check) : wordsOf(only);
    }
    default:
      return keywordOf(check);
  }
}

const keywords: Partial<Record<Check["kind"], string>> = {
  any: "anyOf",
  one: "oneOf",
  switch: "oneOf",
  conditional: "if",
  property: "properties",
  matching: "patternProperties",
  additional: "additionalProperties",
  names: "propertyNames",
  unique: "uniqueItems",
  item: "prefixItems",
  call: "$ref",
};

/** The keyword at the place of a check: the last token of its pointer. */
function keywordOf(check: Check): string {
  const tokens = check.at === undefined ? [] : parsePointer(check.at.pointer);
  return tokens.at(-1) ?? keywords[check.kind] ?? check.kind;
}

/** A value, shortened. */
function shown(value: Json | readonly Json[]): string {
  return cut(JSON.stringify(value).replaceAll('","', '", "'));
}

function cut(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
