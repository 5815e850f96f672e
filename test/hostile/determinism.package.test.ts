import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";
import { generatePackage } from "../generate/package.js";

const documents = [
  "spec/openapi.yaml",
  "test/fixtures/pets-3.0.yaml",
  "test/fixtures/keywords-3.1.yaml",
];

async function documentAt(path: string): Promise<JsonObject> {
  const text = await readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
  // A document of the repository is an object, and holds nothing but JSON.
  return parse(text) as JsonObject;
}

/** Objects whose members have an order that is shown, such as the properties of an interface. */
const ordered = new Set([
  ...["properties", "schemas", "patternProperties", "dependentRequired", "dependentSchemas"],
  ...["paths", "responses", "content"],
]);

/** Values that are shown as they stand. */
const values = new Set(["example", "examples", "default", "const", "enum"]);

/** The same document with the members of every object the other way round, where that says nothing. */
function turned(value: Json, name?: string): Json {
  if (values.has(name ?? "")) return value;
  if (isJsonArray(value)) return value.map((item) => turned(item));
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([key, member]) => [key, turned(member, key)] as const);
  return Object.fromEntries(ordered.has(name ?? "") ? members : members.reverse());
}

describe.each(documents)("the package of %s", (path) => {
  it("is the same every time", async () => {
    const text = JSON.stringify(await documentAt(path));
    const { texts } = await generatePackage(text);
    expect((await generatePackage(text)).texts).toEqual(texts);
  });

  it("is the same from JSON and from YAML", async () => {
    const document = await documentAt(path);
    const { texts } = await generatePackage(JSON.stringify(document));
    expect((await generatePackage(stringify(document))).texts).toEqual(texts);
  });

  it("is the same whatever the order of keywords", async () => {
    const document = await documentAt(path);
    const settings = { outputs: ["models", "guards", "package"] } as const;
    const { texts } = await generatePackage(JSON.stringify(document), settings);
    const { texts: other } = await generatePackage(JSON.stringify(turned(document)), settings);
    expect(other).toEqual(texts);
  });
});
