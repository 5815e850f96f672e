import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPattern } from "../../../generator/core/patterns/read.js";

const raw = String.raw;

describe("a regular expression of ECMA-262", () => {
  it.each([
    "",
    raw`^[a-z]{2,3}(?:-\d+)?$`,
    raw`^\p{Script=Greek}\p{Lu}\P{Alpha}$`,
    raw`(?<year>\d+)-\k<year>\1`,
    raw`\2(a)(b)`,
    raw`(?<=a)b(?<!c)(?=d)(?!e)`,
    raw`[\w\-.][-a][a-][+--][ --~][\b][\cA\0\x41\u0041\u{1f600}]`,
    raw`[]|[^]`,
    raw`[a-z[0-9]+`,
    raw`[&][&&][a&&][&&a]`,
    raw`[!-&&-~]`,
    raw`[:alphabet:][alpha:]`,
    raw`^\/^`,
    raw`/v1/[a-z]+/i`,
    raw`"[a-z]+"`,
    raw`^"a"$`,
    raw`'a\$'`,
    raw`<[a-z]+>`,
    raw`m/a/`,
    raw`a+?b*?c??d{2}?`,
    "^\u{1f600}$",
  ])("stays: %j", (source) => {
    expect(readPattern(source)).toEqual({ kind: "valid" });
  });
});

describe("a regular expression that all dialects read alike", () => {
  it.each([
    [raw`^\_\@\:\#\ \"\é$`, '^_@:# "é$'],
    [raw`^a\-b$`, "^a-b$"],
    [raw`[\w-.]`, raw`[\w\-.]`],
    [raw`[.-\w]`, raw`[.\-\w]`],
    [raw`^[\w-.-/]+$`, raw`^[\w\-.\-/]+$`],
    [raw`^[\p{L}\_]+$`, raw`^[\p{L}_]+$`],
    [raw`[\<\>\-\:]`, raw`[<>\-:]`],
    [raw`^/users/{id}$`, raw`^/users/\{id\}$`],
    [raw`{{2}}`, raw`\{{2}\}`],
    [raw`a]b}`, raw`a\]b\}`],
    [raw`\Aabc\z`, "^abc$"],
    [raw`[\e]\a`, raw`[\x1b]\x07`],
    [raw`(?P<year>\d+)-(?P=year)`, raw`(?<year>\d+)-\k<year>`],
    [raw`(?'year'\d+)`, raw`(?<year>\d+)`],
    [raw`\x{1F600}-\x41`, raw`\u{1F600}-\x41`],
    [raw`\pL\PN`, raw`\p{L}\P{N}`],
  ])("is rewritten: %j as %j", (source, rewritten) => {
    expect(readPattern(source)).toMatchObject({ kind: "rewritten", source: rewritten });
    expect(new RegExp(rewritten, "u")).toBeInstanceOf(RegExp);
    expect(readPattern(rewritten)).toEqual({ kind: "valid" });
  });

  const piece = fc.constantFrom(
    ..."a b_ - ] } { / , . ^ $ | * + ? ( ) (?: (?! [ [^".split(" "),
    ...[raw`\_`, raw`\-`, raw`\@`, raw`\]`, raw`\{`, raw`\w`, raw`\d`, raw`\b`, raw`\x41`],
    ...["[a-c]", raw`[\w-.]`, raw`[\d-]`, raw`[^\_-]`, "{2}", "{0,1}", "{a}", "-"],
  );
  const text = fc.string({ unit: fc.constantFrom(...Array.from("ab_-]}{/,.@A1 \n")) });

  it("matches what it matches without Unicode", () => {
    const patterns = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(patterns, fc.array(text, { minLength: 5 }), (source, texts) => {
        const reading = readPattern(source);
        if (reading.kind !== "rewritten") return;
        const rewritten = new RegExp(reading.source, "u");
        for (const each of texts) {
          expect(rewritten.exec(each)?.[0]).toBe(new RegExp(source).exec(each)?.[0]);
        }
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it("is never one that is valid", () => {
    const patterns = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(patterns, (source) => {
        const isValid = isCompiled(source);
        expect(readPattern(source).kind === "valid").toBe(isValid);
      }),
      { numRuns: 3000, seed: 7 },
    );
  });
});

describe("a regular expression of another dialect", () => {
  const rows: readonly (readonly [source: string, ...constructs: readonly string[]])[] = [
    [raw`^a\Z`, "`\\Z` → `$`"],
    [raw`\Ga`, "`\\G` → `^`"],
    [raw`^\h*\H$`, "`\\h` → `[ \\t]`, or", "`\\H` → `[^ \\t]`, or"],
    [raw`[\h]`, "`\\h` → `[ \\t]`, or"],
    [raw`\R`, "`\\R` → "],
    [raw`\X`, "`\\X` → "],
    [raw`a\Kb`, "`\\K` → a lookbehind"],
    [raw`\Qa.b\E`, "`\\Q…\\E` → `a\\.b`"],
    [raw`^\Q+`, "`\\Q…\\E` → `\\+`"],
    [raw`[[:alpha:]_]+`, "`[:alpha:]` → `[A-Za-z]`, or `\\p{L}`"],
    [raw`[^[:^digit:]]+`, "`[:^digit:]` → `[^0-9]`"],
    [raw`[:space:]`, "`[:space:]` → `[\\s]`"],
    [raw`[[=a=]]`, "class in a class → "],
    [raw`(?i)a`, "`(?i)` → both cases, as in `[Aa]`"],
    [raw`(?i:a)`, "`(?i:` → both cases, as in `[Aa]`"],
    [raw`(?sx-m)a`, "`(?sx-m)` → "],
    [raw`a{,3}`, "`{,3}` → `{0,3}`"],
    [raw`a{ 1, 2 }`, "`{ 1, 2 }` → `{1,2}`"],
    [raw`[a-z&&[^aeiou]]`, "`&&` in a class → one class"],
    [raw`[a-z&&aeiou]`, "`&&` in a class → one class"],
    [raw`[a-z-[aeiou]]`, "subtraction in a class → one class"],
    [raw`[\w--\d]`, "subtraction in a class → one class"],
    [raw`[a-z[0-9]]`, "class in a class → one class"],
    [raw`[]a]`, "`]` as the first character of a class → `\\]`"],
    [raw`[^]]+`, "`]` as the first character of a class → `\\]`"],
    [raw`\p{IsGreek}`, "`\\p{IsGreek}` → `\\p{Script=Greek}`"],
    [raw`\P{greek}`, "`\\P{greek}` → `\\P{Script=Greek}`"],
    [raw`\p{^IsL}`, "`\\p{^IsL}` → `\\P{L}`"],
    [raw`\p{Punct}`, "`\\p{Punct}` → `[!-"],
    [raw`\P{IsDigit}`, "`\\P{IsDigit}` → `[^0-9]`"],
    [raw`\p{IsBasicLatin}`, "`\\p{IsBasicLatin}` → a property that ECMA-262 has"],
    [raw`a++`, "possessive `++` → `+`"],
    [raw`a{1,2}+b?+`, "possessive `{1,2}+` → `{1,2}`", "possessive `?+` → `?`"],
    [raw`(?>a|ab)c`, "`(?>` → `(?:…)`"],
    [raw`(?|a|b)`, "`(?|` → `(?:…)`"],
    [raw`a(?#note)`, "`(?#note)` → nothing in its place"],
    [raw`(a)?(?(1)b|c)`, "`(?(` → the cases as alternatives"],
    [raw`(a(?R)?b)`, "`(?R)` → "],
    [raw`(*UTF8)a`, "`(*UTF8` → "],
    [raw`(a)\2`, "`\\2` without its group → "],
    [raw`\012`, "`\\012` → `\\x` and two"],
    [raw`(a)\g{1}`, "`\\g{1}` → `\\1`, or"],
    [raw`\k{a}`, "`\\k{a}` → `\\k<name>` after"],
    [raw`\k<a>`, "meaning for it with the flag `u`"],
    [raw`\x4g`, "`\\x4` → `\\x` and two"],
    [raw`\U0001F600`, "`\\U` → the character itself"],
    [raw`\<a\>`, "`\\<` → `\\b`", "`\\>` → `\\b`"],
    [raw`\b{wb}`, "`\\b{wb}` → `\\b`"],
    [raw`\j`, "`\\j` → `j` for the letter"],
    [raw`^\i\c*$`, "`\\i` → ", "`\\c` → "],
    [raw`/^a$/`, "`/…/` → only the part between"],
    [raw`/^[a-z]+$/i`, "`/…/i` → only the part between, and both cases"],
    [raw`#^a$#`, "`#…#` → only the part between"],
    [raw`m/^a$/`, "`m/…/` → only the part between"],
    [raw`qr{^[a-z]+}i`, "`qr{…}i` → only the part between, and both cases"],
    [raw`%r{^/a/\d+$}`, "`%r{…}` → only the part between"],
    [raw`{^a$}u`, "`{…}u` → only the part between"],
    [raw`<^a>`, "`<…>` → only the part between"],
    [raw`"^a$"`, '`"…"` → only the part between'],
    [raw`r'^a$'`, "`r'…'` → only the part between"],
    [raw`@"a$"`, '`@"…"` → only the part between'],
    [raw`\Q\E`, "`\\Q…\\E` → nothing in its place"],
  ];

  it.each(rows)("is named: %j", (source, ...constructs) => {
    const reading = readPattern(source);
    if (reading.kind !== "foreign") throw new Error(`${source} is ${reading.kind}`);
    const found = reading.constructs.map(({ name, instead }) => `${name} → ${instead}`);
    expect(found).toEqual(constructs.map((each): unknown => expect.stringContaining(each)));
  });
});

describe("what is a regular expression nowhere", () => {
  it.each(["([", "*", "a\\", "(", "a{2}{3}", "(?<a", "[b-a]"])("is invalid: %j", (source) => {
    expect(readPattern(source)).toMatchObject({ kind: "invalid" });
  });

  it.each([
    "(".repeat(1e5),
    "[".repeat(1e5),
    raw`\p{`.repeat(1e5),
    raw`\p{Others}`.repeat(1e5),
    Array.from({ length: 1e5 }, (_, index) => `\\p{L${index}}`).join(""),
    "(?<".repeat(1e5),
    "(?#".repeat(1e5),
    raw`\Q`.repeat(1e5),
    `/^${"/a".repeat(1e5)}!`,
    `(?${"i".repeat(1e5)}`,
    `"${"$".repeat(1e5)}!"`,
  ])("takes no longer than its length: %#", (source) => {
    // What is not linear would take minutes.
    expect(() => readPattern(source)).not.toThrow();
  });
});

function isCompiled(source: string): boolean {
  try {
    return new RegExp(source, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
