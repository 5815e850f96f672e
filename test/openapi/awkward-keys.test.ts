import { describe, expect, it } from "vitest";
import type { Json } from "../../generator/core/json.js";
import { generate } from "../../generator/index.js";
import { fieldsOf, type ObjectKind } from "../../generator/openapi/objects.js";
import { referencesOf } from "../../generator/openapi/references.js";
import { nodeAt, walk } from "../../generator/openapi/walk.js";

/** Names that are fields somewhere, and that an author may choose anywhere else. */
const keys = [
  ...["default", "example", "examples", "const", "enum", "content", "headers", "properties"],
  ...["$defs", "x-a"],
];

const reference = { $ref: "other.yaml" };

/** Every kind of object that a document can have. */
function allKinds(): readonly ObjectKind[] {
  const kinds = new Set<ObjectKind>(["OpenAPI"]);
  // The loop also visits what is added while it runs.
  for (const kind of kinds) {
    for (const field of fieldsOf(kind).values()) if (field.is === "held") kinds.add(field.kind);
  }
  return [...kinds];
}

function referencesIn(kind: ObjectKind, value: Json): readonly string[] {
  const found: string[] = [];
  walk(nodeAt(kind, value, { uri: "memory:", pointer: "" }), (node) => {
    found.push(...referencesOf(node).map(({ text }) => text));
    return true;
  });
  return found;
}

const maps = allKinds().flatMap((kind) =>
  [...fieldsOf(kind)].flatMap(([name, field]) =>
    field.is === "held" && field.form === "map" ? [[kind, name] as const] : [],
  ),
);
const data = allKinds().flatMap((kind) =>
  [...fieldsOf(kind)].flatMap(([name, field]) =>
    field.is === "data" ? [[kind, name] as const] : [],
  ),
);
const open = allKinds().filter((kind) => fieldsOf(kind).has("*"));

describe("the author's names in a map mean nothing", () => {
  it.each(maps)("of the %s Object, in %s", (kind, field) => {
    for (const key of keys) {
      expect([key, referencesIn(kind, { [field]: { [key]: reference } })]).toEqual([
        key,
        ["other.yaml"],
      ]);
    }
  });

  it.each(open)("of the %s Object itself, but for extensions", (kind) => {
    for (const key of keys) {
      const want = key.startsWith("x-") ? [] : ["other.yaml"];
      expect([key, referencesIn(kind, { [key]: reference })]).toEqual([key, want]);
    }
  });

  it("is said about all maps that the specification has", () => {
    expect(maps.length).toBeGreaterThan(25);
    expect(new Set(open)).toEqual(new Set(["Paths", "Responses", "Callback"]));
  });
});

describe("nothing is a reference in data", () => {
  it.each(data)("of the %s Object, in %s", (kind, field) => {
    for (const key of keys) {
      expect(referencesIn(kind, { [field]: { [key]: reference } })).toEqual([]);
      expect(referencesIn(kind, { [field]: [reference] })).toEqual([]);
    }
  });

  it.each(allKinds())("of the extensions of the %s Object", (kind) => {
    for (const key of keys) {
      expect(referencesIn(kind, { "x-a": { [key]: reference } })).toEqual([]);
    }
  });
});

/** A value for each key, in a map. */
function mapOf(value: (key: string) => Json): Json {
  return Object.fromEntries(keys.map((key) => [key, value(key)]));
}

/** Looks like a reference, and is a value. */
const noReference = { $ref: "#/not/a/reference" };

function documentOf(): Json {
  const property = { type: "object", default: noReference, example: noReference };
  const schema = {
    type: "object",
    properties: mapOf(() => property),
    patternProperties: { "^a": property },
    $defs: mapOf(() => property),
    dependentSchemas: mapOf(() => ({ default: noReference })),
    default: mapOf(() => noReference),
    examples: [mapOf(() => noReference)],
    enum: [mapOf(() => noReference), {}],
    "x-a": noReference,
  };
  const schemaAt = (key: string): Json => ({ $ref: `#/components/schemas/S_${key}` });
  const media = (key: string): Json => ({
    schema: schemaAt(key),
    examples: mapOf(() => ({ value: noReference })),
    "x-a": noReference,
  });
  const content = { content: mapOf(media) };
  const operation = {
    requestBody: { ...content },
    responses: mapOf((key) => ({
      description: key,
      headers: mapOf((name) => ({ schema: schemaAt(name) })),
      ...content,
      links: mapOf(() => ({ parameters: { a: noReference } })),
    })),
    callbacks: mapOf(() => mapOf(() => ({ post: { responses: {} } }))),
  };
  return {
    openapi: "3.1.0",
    info: { title: "Awkward", version: "1.0.0", "x-a": noReference },
    paths: { "/a": { post: operation }, "x-a": noReference },
    webhooks: mapOf(() => ({ post: operation })),
    components: {
      schemas: Object.fromEntries(keys.map((key) => [`S_${key}`, schema])),
      responses: mapOf((key) => ({ description: key, ...content })),
      headers: mapOf((key) => ({ schema: schemaAt(key) })),
      parameters: mapOf((key) => ({ name: key, in: "query", schema: schemaAt(key) })),
      requestBodies: mapOf(() => content),
      pathItems: mapOf(() => ({ get: operation })),
      callbacks: mapOf(() => mapOf(() => ({ post: operation }))),
      examples: mapOf(() => ({ value: noReference })),
    },
  };
}

it("a document full of such names is read, whatever is written", async () => {
  const { models, files, diagnostics } = await generate({
    spec: { text: JSON.stringify(documentOf()), name: "awkward.json" },
    config: { format: "none" },
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  for (const key of keys) {
    const component = models.find(
      ({ schema }) => schema.place.pointer === `/components/schemas/S_${key}`,
    );
    const inside = models.filter(({ schema }) =>
      schema.place.pointer.startsWith(`/components/schemas/S_${key}/`),
    );
    expect([key, component !== undefined, inside.length]).toEqual([key, true, 0]);
  }
  const openapi = files.find(({ path }) => path === "src/openapi.ts")?.text ?? "";
  for (const key of keys) {
    expect(openapi).toContain(`components["schemas"]["S_${key}"]`);
  }
  // A response is wherever another one is, whatever their names.
  const names = keys.filter((name) => !name.startsWith("x-"));
  const counts = names.map((name) => {
    const member = name.replace("$", String.raw`\$`);
    const response = String.raw`\n\s*"?${member}"?: \{\n\s*headers: \{`;
    return [...openapi.matchAll(new RegExp(response, "g"))].length;
  });
  expect(counts).toEqual(names.map(() => counts[0]));
});

it("names beside a reference in place of a map are those of its members", async () => {
  const $ref = "#/components/schemas/Other/properties";
  const text = { type: "string" };
  const schemas = {
    Other: { type: "object", properties: { a: text } },
    Use: { type: "object", properties: { $ref, example: text, description: text, "x-a": text } },
  };
  const { files, diagnostics } = await generate({
    spec: {
      text: JSON.stringify({ openapi: "3.1.0", info: {}, paths: {}, components: { schemas } }),
    },
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(["misplaced-reference"]);
  const model = files.find(({ path }) => path === "src/models/use.ts")?.text ?? "";
  const [, members = ""] = /interface Use \{([^}]*)\}/.exec(model) ?? [];
  expect(members.match(/[\w-]+"?(?=\?:)/g)).toEqual(["a", "example", "description", 'x-a"']);
});
