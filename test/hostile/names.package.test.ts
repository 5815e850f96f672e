import type { JsonObject } from "../../generator/core/json.js";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { escapePointerToken, joinPointer } from "../../generator/core/pointer.js";
import { documentOf, generateSchemas, type Settings } from "../generate/package.js";
import { guardsInMemory } from "../support/guards-in-memory.js";
import { compileTexts, strictest } from "../support/native-compiler.js";
import { treacherousCharacters } from "./inspect.js";
import { Oracles } from "./oracle.js";
import { expectSafePaths } from "./safe-paths.js";

/** Names of component schemas that are in one document. */
const sets: Readonly<Record<string, readonly string[]>> = {
  paths: ["../../x", "/etc/passwd", "a/b", "a\\b", "C:\\x", ".", "..", "./index", "x.ts", "~/x"],
  "names of devices": ["con", "CON", "nul", "aux", "prn", "com1", "LPT9", "Con", "con.txt"],
  "names of our own modules": [
    "index",
    "models",
    "guards",
    "openapi",
    "issue",
    "runtime",
    "values",
  ],
  "reserved words": ["class", "default", "string", "type", "await", "import", "null", "any", "let"],
  "words with a meaning in a place": ["is", "asserts", "this", "arguments", "eval", "undefined"],
  globals: ["Error", "Array", "Object", "Promise", "Record", "Set", "RegExp", "JSON", "globalThis"],
  "names that differ in case": ["Foo", "FOO", "foo", "fOO"],
  "names that become one": [
    "foo-bar",
    "foo.bar",
    "FooBar",
    "foo bar",
    "foo_bar",
    "Foo-Bar",
    "fooBar",
  ],
  "names of our exports": [
    "Batch",
    "BatchSchema",
    "isBatch",
    "parseBatch",
    "batchValues",
    "Schema",
  ],
  "names of the runtime": [
    "Issue",
    "ValidationError",
    "ValidationResult",
    "Path",
    "StandardSchema",
  ],
  "names of functions of the runtime": [
    "Equal",
    "Valid",
    "Object",
    "AnyOf",
    "collect",
    "report",
    "own",
  ],
  "names of variables in guards": [
    "value",
    "path",
    "issues",
    "json",
    "item",
    "key",
    "count",
    "index",
  ],
  "names of constants beside guards": ["pattern", "names", "matches", "property", "pattern2"],
  "names that objects inherit": ["__proto__", "constructor", "toString", "valueOf", "prototype"],
  "a name of a method": ["hasOwnProperty", "Other"],
  "names of nested models": ["Foo", "FooKind", "FooKindValues", "isFooKind", "fooKindValues"],
  "names with numbers": ["Foo", "Foo2", "foo2", "Foo-2", "2", "2Foo", "2-foo", "Foo_2"],
  "names without letters": ["", " ", "-", "_", "$", "$$", "!", "\u0000", "\n", "."],
  "names in other scripts": ["Straße", "STRASSE", "Ünïcode", "名前", "имя", "İ", "i", "ı", "ǅ"],
  "combining characters": ["Caf\u00e9", "Cafe\u0301", "CAF\u00c9", "\u212b", "\u00c5", "A\u030a"],
  emoji: ["👍", "👍🏽", "👩‍💻", "❤️", "❤", "a👍b"],
  "characters that nothing shows": [
    "Foo",
    "Foo\ufe0f",
    "Foo\u3164",
    "Foo\u200d",
    "F\u034foo",
    "\u115f",
  ],
  "letters of newer versions of Unicode": ["\ua7cb", "x\u1c89", "\u{105c0}", "a\u30fbb"],
  "lone surrogates": ["a\ud800", "a\ud801", "\udfff"],
  "long names": ["a".repeat(300), "A".repeat(300), `${"ab-".repeat(100)}c`, "名".repeat(120)],
  "names of templates": [
    "${globalThis.pwned = 1}",
    "`",
    "*/",
    "//",
    '"',
    "'",
    "</script>",
    "%2e%2e%2f",
  ],
};

/** The files of each set, by their paths. */
const packages = await Promise.all(
  Object.entries(sets).map(async ([what, names]) => {
    const schemas = schemasNamed(names);
    const settings: Settings = { outputs: ["models", "guards", "package"], format: "none" };
    const { texts, models } = await generateSchemas(schemas, settings);
    const { texts: types } = await generateSchemas(schemas, {
      outputs: ["openapi"],
      format: "none",
    });
    return { what, names, schemas, settings, texts, models, types };
  }),
);

const errors = compileTexts(
  Object.fromEntries(
    packages.flatMap(({ texts, types }, index) =>
      Object.entries({ ...texts, ...types }).map(([path, text]) => [`p${index}/${path}`, text]),
    ),
  ),
  strictest,
);

describe.each(packages.map((each, index) => ({ ...each, index })))(
  "components with $what",
  ({ names, schemas, settings, texts, models, index }) => {
    it("give a package, and an openapi.ts, that compile", () => {
      expect(errors.filter((error) => error.startsWith(`p${index}/`))).toEqual([]);
    });

    it("give a package that shows every character", () => {
      for (const [path, text] of Object.entries(texts)) {
        expect(treacherousCharacters(text), path).toEqual([]);
      }
    });

    it("give each model names of its own, in files that can stand on every disk", () => {
      expect(models).toHaveLength(2 * names.length);
      const exported = models.flatMap(({ name, exports }) => [
        name,
        ...Object.values({ ...exports }),
      ]);
      expect(new Set(exported).size).toBe(exported.length);
      for (const { name } of models) {
        expect(isIdentifier(name), name).toBe(true);
        expect(name).not.toMatch(/\p{Default_Ignorable_Code_Point}/u);
      }
      expectSafePaths(Object.keys(texts));
    });

    it("give guards that decide as Ajv does", async () => {
      const { guards } = await guardsInMemory({ spec: { text: documentOf(schemas) } });
      const oracles = new Oracles(schemas);
      const values = names.flatMap((name) => [{ kind: name }, { kind: `${name}!`, next: {} }]);
      const nested = values.map((value) => ({ ...value, next: { kind: names[0] ?? "" } }));
      for (const name of names) {
        const pointer = joinPointer("/components/schemas", name);
        const model = models.find(({ schema }) => schema.place.pointer === pointer);
        const guard = guards(model?.name ?? name).is;
        const isValid = oracles.of(name);
        for (const value of [null, "", {}, ...values, ...nested]) {
          expect(guard(value), `${name} of ${JSON.stringify(value)}`).toBe(isValid(value));
        }
      }
      expect(globalThis).not.toHaveProperty("pwned");
    });

    it("give the same bytes every time", async () => {
      expect((await generateSchemas(schemas, settings)).texts).toEqual(texts);
    });
  },
);

/** Objects that are told apart by a nested enum; each refers to the next one. */
function schemasNamed(names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.map((name, index) => {
      const next = names[(index + 1) % names.length] ?? name;
      return [
        name,
        {
          type: "object",
          required: ["kind"],
          properties: {
            kind: { enum: [name, `${name}!`] },
            // A lone surrogate has no form in a URI.
            next: /\p{Cs}/u.test(next) ? true : { $ref: referenceTo(next) },
          },
        },
      ];
    }),
  );
}

/** Whether the compiler takes a text for an identifier. */
function isIdentifier(text: string): boolean {
  const [first = 0, ...rest] = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const version = ts.ScriptTarget.ES2022;
  return (
    ts.isIdentifierStart(first, version) &&
    rest.every((codePoint) => ts.isIdentifierPart(codePoint, version))
  );
}

function referenceTo(name: string): string {
  return `#/components/schemas/${encodeURIComponent(escapePointerToken(name))}`;
}
