import { sample, stringMatching } from "fast-check";
import type { Checks } from "../checks/check.js";
import { sizeLimits } from "../checks/contradictions/limits.js";
import { compilePattern } from "../core/patterns/compile.js";
import { longestMatch, shortestMatch } from "../core/patterns/cost.js";

/** The longest string that is made to meet a bound exactly. */
const longest = 10_000;

/**
 * Returns strings that may pass the checks of a string: short ones, those that meet the bounds, examples
 * of formats, and some that match the patterns.
 *
 * @param own The checks of a string.
 */
export function candidateStrings(own: Checks): readonly string[] {
  const { least, most } = sizeLimits(own);
  const lengths = [least?.limit ?? 0, most?.limit ?? 1].filter((length) => length <= longest);
  const found = own.flatMap((check): readonly string[] => {
    switch (check.kind) {
      case "pattern":
        return matching(compilePattern(check.pattern));
      case "format": {
        const examples = formatExamples[check.format] ?? [];
        return typeof check.test === "string" ? examples : [...examples, ...matching(check.test)];
      }
      default:
        return [];
    }
  });
  return [...new Set([...found, ...lengths.map((length) => "a".repeat(length))])];
}

const known = new Map<string, readonly string[]>();

/** Whether fast-check makes only strings that match a pattern. */
export function canMatch(pattern: RegExp): boolean {
  const found = matching(pattern);
  return found.length > 0 && found.every((text) => pattern.test(text));
}

/** Returns strings that match a pattern, the shortest first; none for a pattern with unusual constructs. */
function matching(pattern: RegExp): readonly string[] {
  const key = String(pattern);
  let found = known.get(key);
  if (found === undefined) {
    found = sizesOf(pattern)
      .flatMap((size) => sampled(pattern, size))
      .toSorted((left, right) => left.length - right.length);
    known.set(key, found);
  }
  return found;
}

/** How often fast-check repeats what has no bound, by the size of its values. */
const repeats = { medium: 100, small: 10, xsmall: 1 } as const;

type Size = keyof typeof repeats;

/** The longest string that a size may lead to. Repetitions inside each other would make millions of characters. */
const longestOfSize = 100_000;

/** The sizes of the strings for a pattern: the smallest one, and the largest one whose strings are not too long. */
function sizesOf({ source }: RegExp): readonly Size[] {
  const larger = (["medium", "small"] as const).find(
    (size) => longestMatch(source, repeats[size]) <= longestOfSize,
  );
  return larger === undefined ? ["xsmall"] : ["xsmall", larger];
}

function sampled(pattern: RegExp, size: Size): readonly string[] {
  if (shortestMatch(pattern.source) > longest) return [];
  try {
    return sample(stringMatching(pattern, { size }), { numRuns: 25, seed: 1 });
  } catch {
    // Lookaround and back references are not supported.
    return [];
  }
}

/** Examples of the formats that guards can assert. */
const formatExamples: Readonly<Record<string, readonly string[]>> = {
  byte: ["aGk="],
  base64: ["aGk="],
  base64url: ["aGk"],
  date: ["2025-01-31"],
  "date-time": ["2025-01-31T12:00:00Z"],
  "date-time-local": ["2025-01-31T12:00:00"],
  decimal: ["1.5"],
  decimal128: ["1.5"],
  duration: ["P1D"],
  email: ["ada@example.com"],
  hostname: ["example.com"],
  "http-date": ["Fri, 31 Jan 2025 12:00:00 GMT"],
  "idn-email": ["ada@example.com"],
  "idn-hostname": ["example.com"],
  int64: ["1"],
  ipv4: ["192.0.2.1"],
  "ipv4-cidr": ["192.0.2.0/24"],
  ipv6: ["2001:db8::1"],
  "ipv6-cidr": ["2001:db8::/32"],
  iri: ["https://example.com/"],
  "iri-reference": ["/a"],
  "json-pointer": ["/a"],
  language: ["en"],
  "media-range": ["text/plain"],
  regex: ["^a$"],
  "relative-json-pointer": ["1/a"],
  "sf-string": ['"a"'],
  time: ["12:00:00Z"],
  "time-local": ["12:00:00"],
  uint64: ["1"],
  uri: ["https://example.com/"],
  "uri-reference": ["/a"],
  "uri-template": ["/a/{b}"],
  uuid: ["f81d4fae-7dec-11d0-a765-00a0c91e6bf6"],
};
