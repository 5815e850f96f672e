import { describe, expect, test } from "vitest";
import { guardsInMemory, inMemory } from "../support/guards-in-memory.js";
import { BatchSchema, type Issue } from "../../generated/src/index.js";
import { knownBatch } from "./known-batch.js";

const schemas = {
  Status: { enum: ["validating", "failed", "completed"] },
  Count: { enum: [1, 2, 30] },
  Many: { enum: Array.from({ length: 12 }, (_, index) => `value-${index}`) },
  Closed: {
    type: "object",
    properties: { status: {}, id: {} },
    additionalProperties: false,
    required: ["id"],
  },
  Names: { type: "object", propertyNames: { maxLength: 3, pattern: "^a" } },
  Size: { type: "array", minItems: 1, maxItems: 2 },
  Bound: { type: "number", minimum: 0, exclusiveMaximum: 10, multipleOf: 0.5 },
  Contains: { type: "array", contains: { type: "string" }, maxContains: 2 },
  TextOrPet: {
    anyOf: [
      { type: "string" },
      { type: "object", properties: { a: { type: "string" }, b: { type: "string" } } },
    ],
  },
  TextOrCount: {
    anyOf: [
      { type: "string", minLength: 2 },
      { type: "integer", minimum: 2 },
    ],
  },
  OneMatch: { oneOf: [{ minimum: 1 }, { multipleOf: 2 }, { type: "string" }] },
  Cat: {
    type: "object",
    required: ["kind"],
    properties: { kind: { const: "cat" }, lives: { type: "integer" } },
  },
  Dog: {
    type: "object",
    required: ["kind"],
    properties: { kind: { const: "dog" }, barks: { type: "boolean" } },
  },
  Pet: {
    oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
    discriminator: { propertyName: "kind" },
  },
  Not: { not: { type: "string" } },
  Counts: { type: "object", additionalProperties: { type: "integer" } },
  Tuple: { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], items: false },
  Dependent: { type: "object", dependentRequired: { a: ["b"] } },
};

const loaded = await guardsInMemory(
  inMemory({ openapi: "3.1.0", info: { title: "t", version: "1" }, components: { schemas } }),
);

function messagesOf(model: string, value: unknown): readonly string[] {
  return (loaded.guards(model).validate(value).issues ?? []).map(({ message }) => message);
}

describe("a message", () => {
  test.each<[model: string, value: unknown, messages: readonly string[]]>([
    [
      "Status",
      "complete",
      [
        'expected one of "validating", "failed", "completed", received "complete" (string), did you mean "completed"?',
      ],
    ],
    [
      "Status",
      "VALIDATING",
      [
        'expected one of "validating", "failed", "completed", received "VALIDATING" (string), did you mean "validating"?',
      ],
    ],
    ["Status", 5, ['expected one of "validating", "failed", "completed", received 5 (number)']],
    ["Count", "30", ['expected one of 1, 2, 30, received "30" (string), did you mean 30?']],
    [
      "Many",
      null,
      [
        `expected one of ${Array.from({ length: 12 }, (_, index) => `"value-${index}"`).join(", ")}, received null`,
      ],
    ],
    [
      "Closed",
      { statsu: 1 },
      [
        "id: missing, expected a value",
        'statsu: expected no such property, received 1 (number), did you mean "status"?',
      ],
    ],
    ["Closed", { id: 1, zzz: [] }, ["zzz: expected no such property, received array of length 0"]],
    [
      "Names",
      { bcde: 1 },
      [
        'bcde: expected a name of at most 3 characters, received "bcde" (string)',
        'bcde: expected a name that matches ^a, received "bcde" (string)',
      ],
    ],
    ["Size", [], ["expected at least 1 item, received array of length 0"]],
    ["Size", [1, 2, 3], ["expected at most 2 items, received array of length 3"]],
    ["Bound", -1, ["expected a number of at least 0, received -1 (number)"]],
    [
      "Bound",
      10.25,
      [
        "expected a number below 10, received 10.25 (number)",
        "expected a multiple of 0.5, received 10.25 (number)",
      ],
    ],
    ["Contains", [1], ["expected at least one item that is a string, received array of length 1"]],
    [
      "Contains",
      ["a", "b", "c"],
      ["expected at most 2 items that are strings, received array of length 3"],
    ],
    [
      "TextOrPet",
      { a: 1, b: 2 },
      ["a: expected string, received 1 (number)", "b: expected string, received 2 (number)"],
    ],
    ["TextOrPet", 5, ["expected string or object, received 5 (number)"]],
    ["TextOrCount", "x", ['expected at least 2 characters, received "x" (string)']],
    ["TextOrCount", 1, ["expected a number of at least 2, received 1 (number)"]],
    ["OneMatch", 4, ["expected exactly one of 3 schemas, received schema 1 and schema 2"]],
    ["Pet", { kind: "cat", lives: "9" }, ['lives: expected integer, received "9" (string)']],
    [
      "Pet",
      { kind: "cot" },
      ['kind: expected one of "cat", "dog", received "cot" (string), did you mean "cat"?'],
    ],
    ["Pet", {}, ['kind: missing, expected one of "cat", "dog"']],
    ["Not", "x", ['expected anything but a string, received "x" (string)']],
    ["Counts", { "a b": "1" }, ['["a b"]: expected integer, received "1" (string)']],
    [
      "Tuple",
      ["a", "b", "c"],
      [
        '[1]: expected integer, received "b" (string)',
        "expected at most 2 items, received array of length 3",
      ],
    ],
    ["Dependent", { a: 1 }, ["b: missing, expected a value because `a` is present"]],
  ])("of %s for %j says what to change", (model, value, messages) => {
    expect(messagesOf(model, value)).toEqual(messages);
  });

  test("reports five mistakes in five lines that need no schema", () => {
    const value = {
      ...knownBatch,
      id: undefined,
      status: "complete",
      created_at: "1711471533",
      errors: { data: [{ line: 1 }, { line: "12" }] },
      metadata: { note: "x".repeat(513) },
    };
    expect(BatchSchema.validate(value).issues?.map(({ message }) => message)).toEqual([
      "id: missing, expected string",
      'created_at: expected integer, received "1711471533" (string)',
      'status: expected one of "validating", "failed", "in_progress", "finalizing", "completed", "expired", "cancelling", "cancelled", received "complete" (string), did you mean "completed"?',
      'errors.data[1].line: expected integer or null, received "12" (string)',
      `metadata.note: expected at most 512 characters, received "${"x".repeat(60)}…" (string of length 513)`,
    ]);
  });

  test("shows no more than 60 characters of a value or of a name", () => {
    const long = "y".repeat(100_000);
    const issues = loaded.guards("Counts").validate({ [long]: long }).issues ?? [];
    for (const { message, received } of issues) {
      expect(message).not.toContain("y".repeat(61));
      expect(received).not.toContain("y".repeat(61));
    }
    expect(issues.map(({ path }) => path)).toEqual([[long]]);
  });

  test("shows the end of a path that is very deep", () => {
    let value: unknown = "x";
    for (let depth = 0; depth < 100; depth += 1) value = { abcdefgh: value };
    const { validate } = loadedDeep.guards("Deep");
    const [issue] = validate(value).issues ?? [];
    expect(issue?.path).toHaveLength(100);
    expect(issue?.message).toMatch(/^[a-h.]{199,200}: expected object, received "x" \(string\)$/);
  });

  test.each([
    ["an escape of a terminal", "\u001b[31m", String.raw`"\u001b[31m"`],
    ["a control character beyond ASCII", "\u009b31m", '"\ufffd31m"'],
    ["a mark that turns text around", "a\u202eb", '"a\ufffdb"'],
    ["a line separator", "a\u2028b", '"a\ufffdb"'],
    ["a lone surrogate", "\ud83d", String.raw`"\ud83d"`],
  ])("makes %s harmless", (_what, value, shown) => {
    expect(messagesOf("Bound", value)).toEqual([`expected number, received ${shown} (string)`]);
  });
});

const loadedDeep = await guardsInMemory(
  inMemory({
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    components: {
      schemas: {
        Deep: {
          type: "object",
          properties: { abcdefgh: { $ref: "#/components/schemas/Deep" } },
        },
      },
    },
  }),
);

describe("an issue", () => {
  test("names the place as a path and as a JSON pointer, and the keyword of the document", () => {
    const value = { ...knownBatch, errors: { data: [{ line: "12" }] }, metadata: { "a/b~c": 1 } };
    const places = BatchSchema.validate(value).issues?.map(
      ({ path, pointer, keyword, schemaPath }) => ({
        path,
        pointer,
        keyword,
        schemaPath,
      }),
    );
    expect(places).toEqual([
      {
        path: ["errors", "data", 0, "line"],
        pointer: "/errors/data/0/line",
        keyword: "type",
        schemaPath: "#/components/schemas/BatchError/properties/line/type",
      },
      {
        path: ["metadata", "a/b~c"],
        pointer: "/metadata/a~1b~0c",
        keyword: "type",
        schemaPath: "#/components/schemas/Metadata/additionalProperties/type",
      },
    ]);
  });

  test("shows only the type of a value, if values are hidden", () => {
    const secret = "sk-secret";
    const value = { ...knownBatch, status: secret, id: 5, errors: secret, model: { a: secret } };
    const issues: readonly Issue[] = BatchSchema.validate(value, { hideValues: true }).issues ?? [];
    expect(issues.map(({ received }) => received)).toEqual([
      "number",
      "string",
      "string",
      "object of size 1",
    ]);
    expect(JSON.stringify(issues)).not.toContain("secret");
  });
});
