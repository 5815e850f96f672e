import { readPattern } from "../../core/patterns/read.js";
import type { Construct } from "../../core/patterns/constructs.js";
import type { Json } from "../../core/json.js";
import type { Schema } from "../schema.js";
import type { ParseContext } from "./keyword.js";
import { parseSchemaMap } from "./parsers.js";

/** Parses a regular expression in the dialect of JSON Schema: ECMA-262 with Unicode. */
export function parsePattern(raw: Json, context: ParseContext): string | undefined {
  if (typeof raw !== "string") return context.malformed("a regular expression");
  return readReported(raw, context).source;
}

/**
 * Parses schemas by name pattern. A pattern in another dialect keeps its key, because it is unknown
 * which names it matches: `withoutForeignNames` replaces it.
 */
export function parsePatternProperties(
  raw: Json,
  context: ParseContext,
): ReadonlyMap<string, Schema> | undefined {
  const schemas = parseSchemaMap(raw, context);
  if (schemas === undefined) return undefined;
  const patterns = new Map<string, Schema>();
  for (const [key, schema] of schemas) {
    const { kind, source = key } = readReported(key, context, key);
    if (kind === "invalid") continue;
    patterns.set(unlike(source, kind === "rewritten" ? schemas : patterns), schema);
  }
  return patterns;
}

/**
 * Returns an equivalent expression whose text differs from all others: two rewritten patterns may
 * become the same.
 */
function unlike(source: string, others: ReadonlyMap<string, unknown>): string {
  return others.has(source) ? unlike(`(?:${source})`, others) : source;
}

interface Reported {
  readonly kind: ReturnType<typeof readPattern>["kind"];
  /** The expression to check; undefined, if there is none. */
  readonly source?: string;
}

/**
 * Reads a regular expression, and reports it if it is not checked as written.
 *
 * @param key - The expression, if it is a key in the value of the keyword.
 */
function readReported(source: string, context: ParseContext, key?: string): Reported {
  const reading = readPattern(source);
  const { kind } = reading;
  const named = `the regular expression ${JSON.stringify(source)}`;
  switch (reading.kind) {
    case "valid":
      return { kind, source };
    case "rewritten":
      context.warn(
        "pattern-not-unicode",
        `${named} is not valid with Unicode matching: ${reading.error}`,
        `write ${JSON.stringify(reading.source)}: that is how it is read`,
        key,
      );
      return { kind, source: reading.source };
    case "foreign":
      context.leaveOut(
        "pattern-of-other-dialect",
        `${named} is not checked: ECMA-262 has no ${listed(reading.constructs)}`,
        helpFor(reading.constructs),
        key,
      );
      return { kind };
    case "invalid":
      context.fail(
        "invalid-pattern",
        `${named} is not valid: ${reading.error}`,
        "write it in the syntax of JavaScript (ECMA-262)",
        key,
      );
      return { kind };
  }
}

function listed(constructs: readonly Construct[]): string {
  return constructs.map(({ name }) => name).join(", and no ");
}

function helpFor(constructs: readonly Construct[]): string {
  const [first, ...others] = constructs;
  if (first !== undefined && others.length === 0) return `write ${first.instead}`;
  return constructs.map(({ name, instead }) => `for ${name}, write ${instead}`).join("; ");
}
