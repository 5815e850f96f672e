import type { JsonObject } from "../../../generator/core/json.js";
import fc from "fast-check";

/** Strings that are likely to satisfy the keywords for strings of a schema. */
export function strings(schema: JsonObject): fc.Arbitrary<string> {
  const { pattern, minLength = 0, maxLength } = schema;
  if (typeof pattern === "string") return matching(pattern);
  const min = Number(minLength);
  const max = maxLength === undefined ? min + 10 : Math.max(Number(maxLength), min);
  // A unit is one code point, so that lengths are counted as JSON Schema does.
  const [plain, any] = ["grapheme-ascii", anyCharacter] as const;
  return fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: plain, minLength: min, maxLength: max }) },
    { weight: 3, arbitrary: fc.string({ unit: any, minLength: min, maxLength: max }) },
    { weight: 1, arbitrary: fc.string({ unit: any, minLength: max, maxLength: max }) },
  );
}

const surrogates = { first: 0xd800, count: 0x800 };

/**
 * What fast-check calls `binary`: any character. That makes a table of a million characters to find
 * the number of one, which every file of tests would wait for.
 */
const anyCharacter = fc.nat(0x10ffff - surrogates.count).map(
  (number) => String.fromCodePoint(number < surrogates.first ? number : number + surrogates.count),
  (character) => {
    const codePoint = typeof character === "string" ? character.codePointAt(0) : undefined;
    if (codePoint === undefined || character !== String.fromCodePoint(codePoint)) {
      throw new Error("not a character");
    }
    return codePoint < surrogates.first ? codePoint : codePoint - surrogates.count;
  },
);

function matching(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, "u"));
  } catch {
    // fast-check does not read every expression, such as the empty one and \p{Letter}.
    return fc.string({ unit: "grapheme", maxLength: 5 });
  }
}
