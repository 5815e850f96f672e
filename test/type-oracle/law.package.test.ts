import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { loadPackage } from "../support/load-package.js";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";
import { complaints, programOf } from "./compare.js";
import { instancesOf } from "./instances.js";
import { nullableSchemas, schemas } from "./schemas.js";
import { typeOf } from "./type-of.js";

/** How many instances are made for each schema. */
const numRuns = 150;

const batch = parse(readFileSync("spec/openapi.yaml", "utf8")) as {
  readonly components: { readonly schemas: JsonObject };
};

/** Law 2 of DESIGN.md: a type has every value that its guard accepts. */
test.each([
  ["3.1", { openapi: "3.1.0", components: { schemas } }],
  ["3.0", { openapi: "3.0.3", paths: {}, components: { schemas: nullableSchemas } }],
  ["the Batch API", batch],
])("each value that a guard accepts is assignable to the type: %s", async (title, document) => {
  const info = { title, version: "1" };
  const text = JSON.stringify({ info, ...document });
  const { files, exports, models, guards } = await loadPackage({
    spec: { text, uri: "memory:/law.json" },
  });
  expect(Object.keys(exports)).not.toEqual([]);
  const components: JsonObject = document.components.schemas;
  const universe = new Set(namesIn(components));
  const values = new Map<string, { readonly model: string; readonly type: string }>();
  const silent: string[] = [];
  for (const [name, schema] of Object.entries(components)) {
    // The package has a function `isUnique` and the like, so that some models get other names.
    const place = `/components/schemas/${name}`;
    const model = models.find((each) => each.schema.place.pointer === place)?.name ?? name;
    const made = fc.sample(instancesOf(schema, components), { numRuns, seed: 20 });
    const accepted = made.filter((value) => guards(model).is(value));
    if (accepted.length === 0) silent.push(name);
    for (const value of accepted) {
      const type = typeOf(value, universe);
      values.set(`${model} ${type}`, { model, type });
    }
  }
  console.log(`law 2, ${title}: ${values.size} values of ${models.length} models`);
  // A schema that no instance is valid under tests nothing, unless that is what it says.
  expect(silent).toEqual(silent.filter((name) => name.startsWith("Never")));
  const lines = [...values.values()].map(
    ({ model, type }, index) =>
      `declare const v${index}: ${type}; export const of${index}: M.${model} = v${index};`,
  );
  const law = ['import type * as M from "./index.js";', ...lines].join("\n");
  const program = programOf([...files, { path: "law.ts", text: law }]);
  expect(complaints(program, "law.ts")).toEqual([]);
});

test("a value that a type has not is noticed, and one with more properties is not", async () => {
  const { files } = await loadPackage({
    spec: {
      text: JSON.stringify({
        openapi: "3.1.0",
        info: { title: "Noticed", version: "1" },
        components: { schemas },
      }),
      uri: "memory:/noticed.json",
    },
  });
  const universe = new Set(namesIn(schemas));
  const lines = [{ a: 1 }, { b: 1 }, {}, null, { a: "a", n1: [] }].map(
    (value, index) =>
      `declare const v${index}: ${typeOf(value, universe)}; export const of${index}: M.Properties = v${index};`,
  );
  const law = ['import type * as M from "./index.js";', ...lines].join("\n");
  const program = programOf([...files, { path: "law.ts", text: law }]);
  expect(complaints(program, "law.ts")).toHaveLength(4);
});

/** The names of the properties that schemas describe, at any depth. */
function namesIn(value: Json): readonly string[] {
  if (isJsonArray(value)) return value.flatMap(namesIn);
  if (!isJsonObject(value)) return [];
  const own = isJsonObject(value.properties) ? Object.keys(value.properties) : [];
  return [...own, ...Object.values(value).flatMap(namesIn)];
}
