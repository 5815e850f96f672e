import type { Json, JsonObject } from "../../generator/core/json.js";
import { describe, expect, it } from "vitest";
import { joinPointer } from "../../generator/core/pointer.js";
import { compileErrors } from "../generate/compile.js";
import { documentOf, generatePackage, type Settings } from "../generate/package.js";
import { loadPackage } from "../support/load-package.js";
import { inspectModule, treacherousCharacters } from "./inspect.js";
import { Oracles } from "./oracle.js";
import { payloads } from "./payloads.js";
import { expectSafePaths } from "./safe-paths.js";

/** A JSON object with any names, `__proto__` among them. */
function objectOf(...members: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(members);
}

/** The payload in every place of a schema that takes a text. */
function schemasWith(payload: string): JsonObject {
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
      "Object",
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
    ["Enum", { ...documented, enum: [payload, 1, `!${payload}`] }],
    ["Const", { ...documented, const: payload }],
    ["Nested", { const: objectOf([payload, [objectOf([payload, payload])]], ["__proto__", 1]) }],
    ["Pattern", { ...documented, type: "string", pattern: `^${escaped(payload)}$` }],
    ["Patterns", { patternProperties: objectOf([`^${escaped(payload)}$`, { const: payload }]) }],
    ["Examples", { type: "string", examples: [payload, objectOf([payload, payload])] }],
    ["Defaults", { type: "object", default: objectOf([payload, payload]) }],
    ["List", { type: "array", items: { oneOf: [{ const: payload }, { const: [payload] }] } }],
    ["Names", { propertyNames: { enum: [payload] }, ...documented }],
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
const notForAjv: ReadonlyMap<string, string> = new Map([
  ["__proto__", "Object"],
  ["constructor", "Nested"],
]);

/** The tags of the keywords in these documents. */
const knownTags = new Set(["default", "format", "pattern", "example", "minLength"]);

/** The tags that guards have, whatever the document. */
const ownTags = new Set(["example", "internal"]);

const knownStatements = new Set([
  ...["ImportDeclaration", "ExportDeclaration", "InterfaceDeclaration", "TypeAliasDeclaration"],
  ...["FirstStatement", "VariableStatement", "FunctionDeclaration", "ClassDeclaration"],
]);

describe.each(Object.entries(payloads))("a document full of %s", (_what, payload) => {
  const schemas = schemasWith(payload);
  const text = documentOf(schemas, payload);
  const own = once(() =>
    generatePackage(text, { outputs: ["models", "guards", "json-schema", "package"] }),
  );
  const openapi = once(async () => {
    const { texts } = await generatePackage(text, { outputs: ["openapi"] });
    return texts["openapi.ts"] ?? "";
  });

  it("gives a package that compiles", async () => {
    expect(compileErrors((await own()).texts)).toEqual([]);
  });

  it("gives an openapi.ts that compiles", async () => {
    expect(compileErrors({ "openapi.ts": await openapi() })).toEqual([]);
  });

  it("gives files whose names are safe on every disk", async () => {
    expectSafePaths(Object.keys((await own()).texts));
  });

  it("shows every character that it writes", async () => {
    for (const [path, text] of Object.entries((await own()).texts)) {
      expect(treacherousCharacters(text), path).toEqual([]);
    }
  });

  it("shows every character of openapi.ts", async () => {
    expect(treacherousCharacters(await openapi())).toEqual([]);
  });

  it("gives code that has none of its words, and comments that have none of its tags", async () => {
    // The runtime is the same for every document.
    const modules = Object.entries((await own()).texts).filter(([path]) =>
      /^src\/(?!runtime).*\.ts$/.test(path),
    );
    for (const [path, text] of modules) {
      const { tags, identifiers, statements } = inspectModule(text);
      const known = path.startsWith("src/models/") ? knownTags : ownTags;
      expect(identifiers, path).not.toContain("pwned");
      expect(
        [...tags].filter((tag) => !known.has(tag)),
        path,
      ).toEqual([]);
      expect(
        [...statements].filter((kind) => !knownStatements.has(kind)),
        path,
      ).toEqual([]);
    }
  });

  it("gives an openapi.ts that has none of its words, and none of its tags", async () => {
    const { tags, identifiers } = inspectModule(await openapi());
    expect(identifiers).not.toContain("pwned");
    expect([...tags].filter((tag) => !knownTags.has(tag))).toEqual([]);
  });

  it("gives a package that runs nothing of it, and guards that decide as Ajv does", async () => {
    const { models, guards } = await loadPackage({ spec: { text } });
    const oracles = new Oracles(schemas);
    for (const name of Object.keys(schemas)) {
      if (notForAjv.get(payload) === name) continue;
      const pointer = joinPointer("/components/schemas", name);
      const model = models.find(({ schema }) => schema.place.pointer === pointer);
      const { is, validate } = guards(model?.name ?? name);
      const isValid = oracles.of(name);
      for (const value of valuesFor(payload)) {
        const shown = `${name} of ${JSON.stringify(value)}`;
        expect(is(value), shown).toBe(isValid(value));
        expect("value" in validate(value), shown).toBe(isValid(value));
      }
    }
    expect(globalThis).not.toHaveProperty("pwned");
  });

  it("gives the same bytes every time", async () => {
    const settings: Settings = { outputs: ["models", "guards", "json-schema", "package"] };
    expect((await generatePackage(text, settings)).texts).toEqual((await own()).texts);
  });
});

/** Calls a function at the first call only; later ones get the same result. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
