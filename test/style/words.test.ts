import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** A way of writing that a reader has to parse twice. */
interface Phrase {
  readonly pattern: RegExp;
  /** A sentence with the phrase. */
  readonly not: string;
  /** What to write instead. */
  readonly but: string;
  /** A sentence that looks similar, and is fine. */
  readonly fine?: string;
}

const phrases: readonly Phrase[] = [
  {
    pattern: /\bwhat (?:comes|came) of\b/i,
    not: "What comes of it",
    but: "the result of",
    fine: "what comes after it",
  },
  {
    pattern: /\bthere is to (?:say|tell|know)\b/i,
    not: "what there is to say of a schema",
    but: "about; the rest of",
  },
  {
    pattern: /\b(?:is|are|be|was|were|been) told (?:of|about|once|again)\b/i,
    not: "the middleware is told of the response",
    but: "receives; is called with; is reported",
    fine: "the two are told apart",
  },
  {
    pattern: /\bwhere there (?:is|are|was|were) (?:none|no|nothing)\b/i,
    not: "Finds the model; undefined where there is none",
    but: "Returns the model, or undefined; if there is none",
  },
  {
    pattern: /\b(?:it or its opposite|of which exactly)\b/i,
    not: "A comparison of which exactly one holds, it or its opposite",
    but: "A comparison whose negation is exact",
  },
  {
    pattern: /\bof which it\b/i,
    not: "The types of which it was found to be none",
    but: "which it was found not to be; a sentence of its own",
    fine: "a list, one of which is empty",
  },
  {
    pattern: /\bthough each would\b/i,
    not: "ruled out, though each would have been right",
    but: "already ruled out; the message lists them too",
  },
  {
    pattern: /\bwithout what they say\b/i,
    not: "Alternatives without what they say of types",
    but: "Drops cases that a plain alternative already accepts",
  },
  {
    pattern: /\bwhat is optimised stays\b/i,
    not: "What is optimised stays as it is",
    but: "Optimising twice changes nothing",
  },
  {
    pattern: /\bleft to a person\b/i,
    not: "Some of them are left to a person",
    but: "needs a decision",
  },
  {
    pattern: /\b(?:hold|holds|holding|held) (?:\S+ ){0,4}?against\b/i,
    not: "hold what an API sends against its document",
    but: "compare … with …; check … against …",
  },
  {
    pattern: /\band mends? (?:it|them)\b/i,
    not: "checks the document, and mends it",
    but: "fix",
  },
  {
    pattern: /\bit is the \w+ that (?:comes|stands|goes|has)\b/i,
    not: "Of a union, it is the option that comes closest",
    but: "For a union, the issues of the closest option are shown",
  },
  {
    pattern: /\bmust (?:stand|end) here\b/i,
    not: "a value must stand here",
    but: "expected a value; unexpected content after …",
  },
  {
    pattern: /\bst(?:and|ands|ood) (?:in|beside|behind|before|under|at|below|above)\b(?! for\b)/i,
    not: "a keyword that stands beside the reference",
    but: "is in; is next to; comes before",
    fine: "a value that stands in for another one",
  },
  {
    pattern: /\bl(?:ie|ies|ay) (?:in|at|beside|on|where|below|behind)\b/i,
    not: "the file lies in the output folder",
    but: "is in",
  },
  {
    pattern: /\b(?:that|which) (?:has|have) none\b/i,
    not: "a schema that has none",
    but: "without",
  },
  {
    pattern: /\bthere is no \w+ that\b/i,
    not: "there is no keyword that needs it",
    but: "no … does",
  },
  {
    pattern:
      /\b(?:that|which|what|it|this) is no (?!longer\b|more\b|less\b|such\b|wider\b|reason\b|matter\b)[`\w]/i,
    not: "a value that is no object",
    but: "is not a …",
    fine: "a file that is no longer needed, and there is no object",
  },
  {
    pattern: /\bsays? (?:nothing |something |more |anything |that |so )?of\b/i,
    not: "what a schema says of its values",
    but: "says about; means for",
  },
  {
    pattern: /\b(?:is|are|was|were) said of\b/i,
    not: "all that is said of a property",
    but: "is known about; the checks of",
  },
  {
    pattern: /\bgo(?:es)? in (?:one|both|either|the other) directions?\b/i,
    not: "a property that goes in one direction only",
    but: "is sent in",
    fine: "the loop goes through the items",
  },
  { pattern: /\bin vain\b/i, not: "a setting in vain", but: "without effect" },
  { pattern: /\bwhoever\b/i, not: "whoever calls it", but: "the caller" },
  { pattern: /\bwho has (?:it|one|them)\b/i, not: "who has one reads it", but: "with; that has" },
  {
    pattern: /\bas long as (?:it|they) leads?\b/i,
    not: "a chain as long as it leads on",
    but: "of any length",
  },
  {
    pattern: /\bas (?:often|many|long) as (?:it|one|they|the document) (?:likes?|says)\b/i,
    not: "repeated as often as it likes",
    but: "any number of times",
  },
  {
    pattern: /(?<!\b(?:is|are|were|be|looks?) )\ball the same\b/i,
    not: "the package is generated all the same",
    but: "still; anyway",
    fine: "their types are all the same",
  },
  {
    pattern: /\bsomething else than\b/i,
    not: "returns something else than a text",
    but: "something other than",
  },
  {
    pattern: /\bas which it is\b/i,
    not: "write {}, as which it is read",
    but: "that is how it is",
  },
  { pattern: /\bby the letter\b/i, not: "taken by the letter", but: "literally" },
  { pattern: /\bat hand\b/i, not: "a text that is not at hand", but: "available" },
  { pattern: /\btakes? note\b/i, not: "Takes note of a schema", but: "records; collects" },
  {
    pattern: /\bprepares to (?:find|tell|say|read|write)\b/i,
    not: "Prepares to find what models use",
    but: "Returns a function that finds",
  },
  {
    pattern: /\b(?:looks?|looked) at as well\b/i,
    not: "What is added while the loop runs is looked at as well",
    but: "The loop also visits what is added while it runs",
  },
  {
    pattern: /\b(?:has|have) to be there\b/i,
    not: "a property that has to be there",
    but: "is required; must exist",
  },
  {
    pattern: /\bwhat is around (?:it|them)\b|\bthe schemas? around\b|\bschema around it\b/i,
    not: "the keyword of the schema around",
    but: "the containing schema; the schema that contains it",
  },
];

/** Folders at the top that hold no text of this project, or none that people write. */
const skippedFolders: ReadonlySet<string> = new Set([
  ".git",
  "node_modules",
  "spec",
  "dist",
  "coverage",
]);

/** Files with text of others, or with the phrases themselves. */
const skippedFiles: ReadonlySet<string> = new Set([
  "package-lock.json",
  "LICENSE",
  "words.test.ts",
]);

const textFile = /\.(?:[cm]?[jt]sx?|md|json|ya?ml|txt|html)$/;

/** The paths of all files with text in a folder. */
function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skippedFolders.has(entry.name)) yield* filesIn(path);
    if (entry.isFile() && textFile.test(entry.name) && !skippedFiles.has(entry.name)) yield path;
  }
}

/** A text on one line, without the marks of comments, and the offset of each of its lines there. */
function joinLines(text: string): { readonly joined: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let joined = "";
  for (const line of text.split("\n")) {
    offsets.push(joined.length);
    joined += `${line.replace(/^\s*(?:\*\s|\/\/\s|#\s|[->]\s)?\s*/, "")} `;
  }
  return { joined, offsets };
}

/** The phrases in a file, as `file:line: phrase: what to write instead`. */
function foundIn(path: string): readonly string[] {
  const { joined, offsets } = joinLines(readFileSync(path, "utf8"));
  return phrases.flatMap(({ pattern, but }) =>
    [...joined.matchAll(new RegExp(pattern, "gi"))].map(({ 0: found, index }) => {
      const line = offsets.findLastIndex((offset) => offset <= index) + 1;
      return `${path}:${line}: "${found}": write "${but}"`;
    }),
  );
}

describe("a phrase to avoid", () => {
  it.each(phrases)("is found: $not", ({ pattern, not, fine }) => {
    expect(not).toMatch(pattern);
    if (fine !== undefined) expect(fine).not.toMatch(pattern);
  });
});

describe("the words of the project", () => {
  it("are plain", () => {
    expect([...filesIn(".")].flatMap(foundIn).join("\n")).toBe("");
  });
});
