import { beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/core/json.js";
import { deriveTypes } from "../../generator/model/derive-types.js";
import { assignable } from "../../generator/types/assignable.js";
import type { ShapedTypes } from "../../generator/types/shape.js";
import type { Type } from "../../generator/types/type.js";
import { documentOf, generateSchemas } from "../generate/package.js";
import { readDocument } from "../validate/read-document.js";
import { compileModels } from "./compile.js";
import { kinds, targets } from "./kinds.js";

const named = Object.fromEntries(kinds.map(({ name, schema }) => [`Kind_${name}`, schema]));
const schemas: JsonObject = { ...targets, ...named };

describe("whether a type is assignable to another", () => {
  let types: ShapedTypes;
  const models = new Map<string, Type>();

  beforeAll(async () => {
    const read = await readDocument(documentOf(schemas));
    types = deriveTypes(read.models);
    for (const { name, id } of read.models.all) {
      models.set(name, { kind: "reference", model: id });
    }
  });

  const isAssignable = (from: string, to: string): boolean => {
    const [source, target] = [models.get(from), models.get(to)];
    if (source === undefined || target === undefined)
      throw new Error(`${from} or ${to} is missing`);
    return assignable(source, target, types);
  };

  it.each([
    // An interface is no map.
    ["Station", "Kind_anyObject", false],
    ["Derived", "Kind_anyObject", false],
    ["Kind_mapOfModels", "Kind_mapOfObjects", false],
    ["Kind_arrayOfModels", "Kind_arrayOfObjects", false],
    ["Kind_map", "Kind_anyObject", true],
    ["Kind_empty", "Kind_map", true],
    ["Kind_arrayOfModels", "Kind_arrayOfUnknown", true],
    // Interfaces by their shapes, aliases by their types.
    ["Derived", "Station", true],
    ["Station", "Derived", true],
    ["Narrow", "Station", true],
    ["Station", "Narrow", false],
    ["Alias", "Station", true],
    ["Tree", "Station", true],
    ["Station", "Tree", true],
    ["Cat", "Animal", true],
    ["Animal", "Cat", false],
    // Nothing is shared with a type that requires nothing.
    ["Station", "Kind_mapBeside", false],
    // Tuples: an item that may be missing is undefined to an array.
    ["Kind_pair", "Kind_array", true],
    ["Kind_filled", "Kind_array", true],
    ["Kind_bounded", "Kind_arrayOfUnknown", true],
    ["Kind_array", "Kind_filled", false],
    ["Kind_tuple", "Kind_array", false],
    // Primitives, literals, unions.
    ["Kind_literal", "Kind_text", true],
    ["Names", "OpenNames", true],
    ["OpenNames", "Kind_text", true],
    ["Kind_text", "OpenNames", true],
    ["Kind_text", "Kind_nullable", true],
    ["Kind_nullable", "Kind_text", false],
    ["Station", "Either", true],
    ["Station", "Maybe", true],
    ["Kind_never", "Nest", true],
    ["Kind_unknown", "Kind_text", false],
  ])("%s to %s: %s", (from, to, expected) => {
    expect(isAssignable(from, to)).toBe(expected);
  });

  it("is never said where TypeScript does not take it", async () => {
    const names = [...models.keys()];
    const lines = names.flatMap((from, row) =>
      names.flatMap((to, column) => {
        if (!isAssignable(from, to)) return [];
        const name = `v${row}_${column}`;
        return [`declare const ${name}: ${from}; export const of_${name}: ${to} = ${name};`];
      }),
    );
    expect(lines.length).toBeGreaterThan(2 * names.length);
    const { texts, ...generated } = await generateSchemas(schemas, { outputs: ["models"] });
    const all = { ...generated, texts: { ...texts, "models/law.ts": lines.join("\n") } };
    expect(await compileModels(all, "typescript-7")).toEqual([]);
  });
});
