import { describe, expect, test } from "vitest";
import {
  BatchSchema,
  parseJson,
  ValidationError,
  type Batch,
  type Issue,
  type ModelSchema,
} from "../../generated/src/index.js";
import { knownBatch } from "./known-batch.js";

function errorOf(run: () => unknown): ValidationError {
  try {
    run();
  } catch (error) {
    if (error instanceof ValidationError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const issues: readonly Issue[] = ["a", "b", "c", "d", "e"].map((name) => ({
  path: [name],
  pointer: `/${name}`,
  keyword: "type",
  message: `${name}: wrong`,
  expected: "x",
  received: "y",
  schemaPath: "#/type",
}));

describe("a ValidationError", () => {
  test.each([
    [1, "not a valid Batch: a: wrong"],
    [3, "not a valid Batch: a: wrong; b: wrong; c: wrong"],
    [5, "not a valid Batch: a: wrong; b: wrong; c: wrong; and 2 more"],
  ])("sums up %d issues", (count, message) => {
    const error = new ValidationError("Batch", issues.slice(0, count));
    expect(error.message).toBe(message);
    expect(String(error)).toBe(`ValidationError: ${message}`);
    expect(error.issues).toHaveLength(count);
  });

  test("has a cause where a text is no JSON, of which JSON.stringify makes nothing", () => {
    const error = errorOf(() => parseJson(BatchSchema, "{"));
    expect(error.cause).toBeInstanceOf(SyntaxError);
    expect(Object.keys(error)).toEqual(["name", "issues"]);
    expect("cause" in errorOf(() => parseJson(BatchSchema, "{}"))).toBe(false);
  });

  test("is JSON with its issues", () => {
    const error = errorOf(() => parseJson(BatchSchema, "{}"));
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "ValidationError",
      message: error.message,
      issues: BatchSchema.validate({}).issues,
    });
  });

  test("is thrown by assert and by parse, which returns the value otherwise", () => {
    const assert: ModelSchema<Batch>["assert"] = BatchSchema.assert;
    const { parse } = BatchSchema;
    expect(errorOf(() => parse({})).issues).toEqual(BatchSchema.validate({}).issues);
    expect(
      errorOf(() => {
        assert({});
      }).issues,
    ).toEqual(BatchSchema.validate({}).issues);
    expect(parse(knownBatch)).toBe(knownBatch);
    expect(parseJson(BatchSchema, JSON.stringify(knownBatch))).toEqual(knownBatch);
  });

  test("is thrown for a value, without the value where it is to be hidden", () => {
    const value = { ...knownBatch, id: 12345 };
    expect(
      errorOf(() => {
        BatchSchema.assert(value);
      }).message,
    ).toContain("12345");
    expect(errorOf(() => BatchSchema.parse(value, { hideValues: true })).message).toBe(
      "not a valid Batch: id: expected string, received number",
    );
  });
});

describe("a text that is not JSON", () => {
  test("is reported with line and column, and the reason of the engine as the cause", () => {
    const error = errorOf(() => parseJson(BatchSchema, '{\n  "id": 1,\n  b: 2\n}'));
    expect(error.cause).toBeInstanceOf(SyntaxError);
    expect(error.message).toBe(`not a valid Batch: ${error.issues[0]?.message ?? ""}`);
    expect(error.issues).toEqual([
      {
        path: [],
        pointer: "",
        keyword: "json",
        message: "line 3, column 3: property name without double quotes",
        expected: "a property name in double quotes",
        received: '"b"',
        schemaPath: "",
        line: 3,
        column: 3,
      },
    ]);
  });

  test("is not quoted where values are to be hidden", () => {
    const error = errorOf(() => parseJson(BatchSchema, '{"id": secret}', { hideValues: true }));
    expect(error.cause).toBeUndefined();
    expect(error.message).toBe(
      "not a valid Batch: line 1, column 8: expected a JSON value, received text",
    );
  });

  test("is found wrong at the same place as JSON.parse finds it, wherever a text is cut or changed", () => {
    const text = JSON.stringify({
      ...knownBatch,
      errors: { data: [{ line: -1.5e3 }, null, true] },
    });
    for (let at = 0; at < text.length; at += 1) {
      for (const broken of [text.slice(0, at), `${text.slice(0, at)}?${text.slice(at)}`]) {
        let isJson = true;
        try {
          JSON.parse(broken);
        } catch {
          isJson = false;
        }
        if (isJson) continue;
        const { issues: found } = errorOf(() => parseJson(BatchSchema, broken));
        expect(found[0]?.keyword, broken).toBe("json");
        // A token that is broken is reported where it begins.
        expect(found[0]?.column, broken).toBeLessThanOrEqual(at + 1);
      }
    }
  });
});
