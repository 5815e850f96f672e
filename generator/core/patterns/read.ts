import { isValidWithoutUnicode, patternError } from "./compile.js";
import type { Construct } from "./constructs.js";
import { PatternReader } from "./reader.js";

/** The result of reading a regular expression as ECMA-262 with Unicode matching. */
export type PatternReading =
  /** It is valid as written. */
  | { readonly kind: "valid" }
  /** It is not valid, but every dialect in which it is valid reads it as this source. */
  | { readonly kind: "rewritten"; readonly source: string; readonly error: string }
  /** It has constructs of other dialects that ECMA-262 does not have, or reads differently. */
  | { readonly kind: "foreign"; readonly constructs: readonly Construct[] }
  /** It is not valid in any dialect. */
  | { readonly kind: "invalid"; readonly error: string };

const known = new Map<string, PatternReading>();

/**
 * Reads a regular expression that should be ECMA-262 with Unicode matching.
 *
 * https://json-schema.org/draft/2020-12/json-schema-core#section-6.4
 */
export function readPattern(source: string): PatternReading {
  const reading = known.get(source) ?? read(source);
  known.set(source, reading);
  return reading;
}

function read(source: string): PatternReading {
  const error = patternError(source);
  const { foreign, rewritten } = new PatternReader(source).read();
  if (foreign.length > 0) return { kind: "foreign", constructs: foreign };
  if (error === undefined) return { kind: "valid" };
  if (patternError(rewritten) === undefined) {
    return { kind: "rewritten", source: rewritten, error };
  }
  // Without Unicode matching, nearly everything is valid, but perhaps with another meaning.
  return isValidWithoutUnicode(source)
    ? { kind: "foreign", constructs: [unreadable(error)] }
    : { kind: "invalid", error };
}

function unreadable(error: string): Construct {
  return {
    name: `meaning for it with the flag \`u\` (${error})`,
    instead: "it in the syntax of ECMA-262",
  };
}
