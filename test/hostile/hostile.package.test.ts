import type { Json, JsonObject } from "../../generator/core/json.js";
import { describe, expect, it } from "vitest";
import { joinPointer } from "../../generator/core/pointer.js";
import { documentOf, generatePackage, type Settings } from "../generate/package.js";
import { loadPackage } from "../support/load-package.js";
import { compileTexts, strictest } from "../support/native-compiler.js";
import { inspectModule, treacherousCharacters } from "./inspect.js";
import { Oracles } from "./oracle.js";
import { payloads } from "./payloads.js";
import { expectSafePaths } from "./safe-paths.js";

/** A JSON object with any names, `__proto__` among them. */
function objectOf(...members: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(members);
}

/**
 * The payload in every place of a schema that takes a text.
 *
 * @param suffix - What ends the names of the components.
 */
function schemasWith(payload: string, suffix = ""): JsonObject {
  const documented = {
    title: payload,
    description: payload,
    format: payload,
    default: payload,
    example: payload,
    "x-extension": payload,
    $comment: payload,
  };
  return objectOf(
    [
      `Object${suffix}`,
      {
        type: "object",
        ...documented,
        required: [payload],
        properties: objectOf(
          [payload, { type: "integer", ...documented }],
          [`${payload} object`, { type: "object", properties: objectOf([payload, true]) }],
          [`${payload} enum`, { enum: [payload, `${payload}!`] }],
        ),
        additionalProperties: { type: "string", ...documented },
        dependentRequired: objectOf([payload, [payload]]),
      },
    ],
    [`Enum${suffix}`, { ...documented, enum: [payload, 1, `!${payload}`] }],
    [`Const${suffix}`, { ...documented, const: payload }],
    [
      `Nested${suffix}`,
      { const: objectOf([payload, [objectOf([payload, payload])]], ["__proto__", 1]) },
    ],
    [`Pattern${suffix}`, { ...documented, type: "string", pattern: `^${escaped(payload)}$` }],
    [
      `Patterns${suffix}`,
      { patternProperties: objectOf([`^${escaped(payload)}$`, { const: payload }]) },
    ],
    [`Examples${suffix}`, { type: "string", examples: [payload, objectOf([payload, payload])] }],
    [`Defaults${suffix}`, { type: "object", default: objectOf([payload, payload]) }],
    [
      `List${suffix}`,
      { type: "array", items: { oneOf: [{ const: payload }, { const: [payload] }] } },
    ],
    [`Names${suffix}`, { propertyNames: { enum: [payload] }, ...documented }],
    [payload, { type: "string", minLength: 3 }],
  );
}

/** A text as a regular expression that matches it alone; `u` takes no other escapes. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function valuesFor(payload: string): readonly Json[] {
  return [
    null,
    true,
    1,
    "",
    "abc",
    "globalThis",
    payload,
    `${payload}!`,
    `!${payload}`,
    `${payload}${payload}`,
    [],
    [payload],
    [[payload]],
    {},
    objectOf([payload, 1]),
    objectOf([payload, payload]),
    objectOf([payload, null]),
    objectOf([`${payload} object`, {}], [payload, 1]),
    objectOf([`${payload} enum`, payload], [payload, 1]),
    objectOf([`${payload} enum`, "other"], [payload, 1]),
    objectOf([payload, [objectOf([payload, payload])]], ["__proto__", 1]),
    objectOf([payload, [objectOf([payload, payload])]]),
  ];
}

/** What Ajv gets wrong: it overlooks `__proto__`, and takes `constructor` for what made an object. */
const notForAjv: readonly (readonly [payload: string, component: RegExp])[] = [
  ["__proto__", /^Object/],
  ["constructor", /^Nested/],
];

/** The tags of the keywords in these documents. */
const knownTags = new Set(["default", "format", "pattern", "example", "minLength"]);

/** The tags that guards have, whatever the document. */
const ownTags = new Set(["example", "internal"]);

const knownStatements = new Set([
  ...["ImportDeclaration", "ExportDeclaration", "InterfaceDeclaration", "TypeAliasDeclaration"],
  ...["FirstStatement", "VariableStatement", "FunctionDeclaration", "ClassDeclaration"],
]);

interface Row {
  readonly what: string;
  readonly text: string;
  readonly format: "auto" | "none";
}

const outputs = ["models", "guards", "json-schema", "package"] as const;

const texts = Object.values(payloads);

const together = Object.fromEntries(
  texts.flatMap((payload, index) => Object.entries(schemasWith(payload, String(index)))),
);

const rows: readonly Row[] = [
  ...Object.entries(payloads).map(([what, payload]): Row => ({
    what,
    text: documentOf(schemasWith(payload), payload),
    format: "none",
  })),
  // A formatter reads what was printed, and prints it again.
  { what: "all of these", text: documentOf(together, texts.join(" ")), format: "auto" },
];

/** The files of each row, by their paths. */
const packages = await Promise.all(
  rows.map(async ({ what, text, format }) => {
    const own = await generatePackage(text, { outputs, format });
    const { texts } = await generatePackage(text, { outputs: ["openapi"], format });
    return { what, own: own.texts, openapi: texts["openapi.ts"] ?? "" };
  }),
);

const errors = compileTexts(
  Object.fromEntries(
    packages.flatMap(({ own, openapi }, index) =>
      Object.entries({ ...own, "openapi.ts": openapi }).map(([path, text]) => [
        `p${index}/${path}`,
        text,
      ]),
    ),
  ),
  strictest,
);

describe.each(packages.map((each, index) => ({ ...each, index })))(
  "a document full of $what",
  ({ own, openapi, index }) => {
    it("gives a package, and an openapi.ts, that compile", () => {
      expect(errors.filter((error) => error.startsWith(`p${index}/`))).toEqual([]);
    });

    it("gives files whose names are safe on every disk", () => {
      expectSafePaths(Object.keys(own));
    });

    it("shows every character that it writes", () => {
      for (const [path, text] of Object.entries({ ...own, "openapi.ts": openapi })) {
        expect(treacherousCharacters(text), path).toEqual([]);
      }
    });

    it("gives code without its words, and comments without its tags", () => {
      // The runtime is the same for every document.
      const modules = Object.entries(own).filter(([path]) => /^src\/(?!runtime).*\.ts$/.test(path));
      for (const [path, text] of modules) {
        const { tags, identifiers, statements } = inspectModule(text);
        const known = path.startsWith("src/models/") ? knownTags : ownTags;
        expect(identifiers, path).not.toContain("pwned");
        expect(without(known, tags), path).toEqual([]);
        expect(without(knownStatements, statements), path).toEqual([]);
      }
    });

    it("gives an openapi.ts without its words and its tags", () => {
      const { tags, identifiers } = inspectModule(openapi);
      expect(identifiers).not.toContain("pwned");
      expect(without(knownTags, tags)).toEqual([]);
    });
  },
);

function without(known: ReadonlySet<string>, found: ReadonlySet<string>): readonly string[] {
  return [...found].filter((each) => !known.has(each));
}

describe("a document full of all of these", async () => {
  const loaded = await loadPackage({ spec: { text: documentOf(together) } });

  it.each(texts.map((payload, index) => [payload, index] as const))(
    "gives guards that decide as Ajv does: %j",
    (payload, index) => {
      const schemas = schemasWith(payload, String(index));
      const oracles = new Oracles(schemas);
      for (const name of Object.keys(schemas)) {
        if (notForAjv.some(([text, wrong]) => text === payload && wrong.test(name))) continue;
        const pointer = joinPointer("/components/schemas", name);
        const model = loaded.models.find(({ schema }) => schema.place.pointer === pointer);
        const { is, validate } = loaded.guards(model?.name ?? name);
        const isValid = oracles.of(name);
        for (const value of valuesFor(payload)) {
          const shown = `${name} of ${JSON.stringify(value)}`;
          expect(is(value), shown).toBe(isValid(value));
          expect("value" in validate(value), shown).toBe(isValid(value));
        }
      }
    },
  );

  it("runs nothing of it", () => {
    expect(globalThis).not.toHaveProperty("pwned");
  });

  it("gives the same bytes every time", async () => {
    const settings: Settings = { outputs, format: "auto" };
    const { texts: again } = await generatePackage(documentOf(together, texts.join(" ")), settings);
    expect(again).toEqual(packages.at(-1)?.own);
  });
});
