import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { parseJson } from "../../generator/runtime/parse.js";
import type { ModelSchema } from "../../generator/runtime/schema.js";
import { ValidationError } from "../../generator/runtime/validation-error.js";
import { inMemory, loadPackage } from "../support/load-package.js";

const text = { type: "string" };
const number = { type: "number" };

const schemas = {
  Account: { type: "object", properties: { id: { type: "integer" } }, additionalProperties: false },
  Empty: { type: "object", additionalProperties: false },
  Labels: { type: "object", additionalProperties: text },
  NotEmpty: { type: "object", minProperties: 1 },
  Pair: { type: "object", maxProperties: 2 },
  Prefixed: { type: "object", patternProperties: { "^x-": text } },
  Short: { type: "object", propertyNames: { maxLength: 2 } },
  Extended: {
    type: "object",
    allOf: [{ properties: { a: text } }, { properties: { b: text } }],
    unevaluatedProperties: false,
  },
  Card: {
    type: "object",
    dependentRequired: { card: ["address"] },
    dependentSchemas: { gift: { required: ["to"] } },
  },
  Origin: { const: { x: 0, y: { z: 0 } } },
  Corners: { enum: [{ x: 0 }, { x: 1 }] },
  Distinct: { type: "array", uniqueItems: true },
  SomeOrigin: { type: "array", contains: { const: { x: 0 } } },
  NotBoth: { type: "object", not: { required: ["a", "b"] } },
  Branch: { if: { required: ["a"] }, then: { required: ["b"] }, else: { maxProperties: 1 } },
  Pet: {
    oneOf: [
      { type: "object", required: ["kind"], properties: { kind: { const: "cat" } } },
      {
        type: "object",
        required: ["kind"],
        properties: { kind: { const: "dog" } },
        additionalProperties: false,
      },
    ],
  },
  Tree: { type: "object", additionalProperties: { $ref: "#/components/schemas/Tree" } },
  Price: { type: "object", required: ["n"], properties: { n: number, m: number } },
  NullablePrice: {
    type: "object",
    required: ["n"],
    properties: { n: { type: ["number", "null"] }, m: { type: ["number", "null"] } },
  },
  Number: number,
  Amount: { type: "number", minimum: 0, multipleOf: 0.01 },
  NumberOrText: { type: ["number", "string"] },
  Bounded: { minimum: 0, multipleOf: 0.5 },
  Numbers: { type: "array", items: number },
  One: { enum: [0, 1, "NaN", "Infinity"] },
  Moment: { type: "object", required: ["at"], properties: { at: text } },
  Anything: {},
};

const loaded = await loadPackage(
  inMemory({ openapi: "3.1.0", info: { title: "t", version: "1" }, components: { schemas } }),
);

type ModelName = keyof typeof schemas;

/** The schema object of a model, as the package exports it. */
function schemaOf(model: ModelName): ModelSchema<unknown> {
  // What the package exports under this name is such an object.
  return loaded.exports[`${model}Schema`] as ModelSchema<unknown>;
}

function messagesOf(model: ModelName, value: unknown): readonly string[] {
  const { is, validate } = loaded.guards(model);
  const issues = validate(value).issues ?? [];
  expect(is(value)).toBe(issues.length === 0);
  return issues.map(({ message }) => message);
}

describe("a member that is undefined", () => {
  test.each<[model: ModelName, value: unknown, messages?: readonly string[]]>([
    ["Account", { id: 1, name: undefined }],
    ["Account", { id: undefined }],
    [
      "Account",
      { id: 1, name: undefined, age: 3 },
      ["age: expected no such property, received 3 (number)"],
    ],
    ["Empty", { a: undefined }],
    ["Empty", { a: undefined, b: 0 }, ["b: expected no such property, received 0 (number)"]],
    ["Labels", { a: "x", b: undefined }],
    ["Labels", { a: undefined, b: 1 }, ["b: expected string, received 1 (number)"]],
    ["NotEmpty", { a: 0, b: undefined }],
    ["NotEmpty", { a: undefined }, ["expected at least 1 property, received object of size 0"]],
    ["Pair", { a: 1, b: 2, c: undefined }],
    [
      "Pair",
      { a: 1, b: 2, c: undefined, d: 4 },
      ["expected at most 2 properties, received object of size 3"],
    ],
    ["Prefixed", { "x-a": undefined, b: 1 }],
    ["Short", { long: undefined, a: 1 }],
    ["Extended", { a: "x", c: undefined }],
    ["Card", { card: undefined, gift: undefined }],
    [
      "Card",
      { card: 1, address: undefined },
      ["address: missing, expected a value because `card` is present"],
    ],
    ["Origin", { x: 0, y: { z: 0, w: undefined }, v: undefined }],
    ["Origin", { x: 0, y: undefined }, ['expected {"x":0,"y":{"z":0}}, received object of size 1']],
    ["Corners", { y: undefined, x: 1 }],
    ["Distinct", [{ a: 1 }, { a: undefined }]],
    [
      "Distinct",
      [{ a: 1 }, { b: undefined, a: 1 }],
      ["expected different items, received array of length 2 where items 0 and 1 are equal"],
    ],
    ["SomeOrigin", [{ x: 0, y: undefined }]],
    ["NotBoth", { a: 1, b: undefined }],
    ["Branch", { a: undefined, b: undefined, c: 1 }],
    ["Pet", { kind: "dog", lives: undefined }],
    ["Pet", { kind: undefined }, ['kind: missing, expected one of "cat", "dog"']],
    ["Tree", { a: { b: undefined }, c: undefined }],
    ["Tree", { a: { b: undefined, c: 1 } }, ["a.c: expected object, received 1 (number)"]],
  ])("is none for %s: %j", (model, value, messages = []) => {
    expect(messagesOf(model, value)).toEqual(messages);
  });
});

describe("a number that is not finite", () => {
  test.each<[model: ModelName, value: unknown, messages: readonly string[]]>([
    ["Number", undefined, ["missing, expected number"]],
    ["Number", NaN, ["expected number, received NaN"]],
    ["Number", Infinity, ["expected number, received Infinity"]],
    ["Number", JSON.parse("-1e400"), ["expected number, received -Infinity"]],
    ["Amount", Infinity, ["expected number, received Infinity"]],
    ["NumberOrText", NaN, ["expected number or string, received NaN"]],
    ["Bounded", NaN, []],
    ["Bounded", -Infinity, []],
    ["Anything", NaN, []],
    ["Numbers", [1, Infinity], ["[1]: expected number, received Infinity"]],
    [
      "Price",
      JSON.parse('{"n":1e400,"m":-1e400}'),
      ["n: expected number, received Infinity", "m: expected number, received -Infinity"],
    ],
    [
      "NullablePrice",
      { n: NaN, m: NaN },
      ["n: expected number or null, received NaN", "m: expected number or null, received NaN"],
    ],
    ["NullablePrice", { n: null }, []],
    ["One", NaN, ['expected one of 0, 1, "NaN", "Infinity", received NaN, did you mean "NaN"?']],
  ])("is none for %s: %s", (model, value, messages) => {
    expect(messagesOf(model, value)).toEqual(messages);
  });

  test("is none in JSON text", () => {
    const parse = (json: string): unknown => parseJson(schemaOf("Number"), json);
    expect(parse("1e300")).toBe(1e300);
    expect(() => parse("1e400")).toThrow("not a valid Number: expected number, received Infinity");
  });
});

class Order {
  readonly at = "now";
}
/** An instance of a class that has another name than its own. */
function instanceOf(name: PropertyDescriptor): object {
  const constructor = (): undefined => undefined;
  Object.defineProperty(constructor, "name", name);
  return Object.create(Object.defineProperty({}, "constructor", { value: constructor })) as object;
}

describe("what is received", () => {
  test.each<[what: string, value: unknown, received: string]>([
    ["a date", new Date(0), "Date"],
    ["a map", new Map([["a", 1]]), "Map"],
    ["a set", new Set(), "Set"],
    ["bytes", new Uint8Array(3), "Uint8Array"],
    ["an error", new TypeError("no"), "TypeError"],
    ["a promise", Promise.resolve(1), "Promise"],
    ["a boxed string", new String("x"), "String"],
    ["an instance of a class", new Order(), "Order"],
    ["an instance of a derived class", new (class Paid extends Order {})(), "Paid"],
    ["an instance of a class without a name", instanceOf({ value: "" }), "object of size 0"],
    ["a plain object", { a: 1 }, "object of size 1"],
    ["an object without a prototype", Object.create(null), "object of size 0"],
    ["an object of another realm", runInNewContext("({ a: 1 })"), "object of size 1"],
    ["a date of another realm", runInNewContext("new Date(0)"), "Date"],
    ["an array of another realm", runInNewContext("[1]"), "array of length 1"],
    ["an object that inherits from another", Object.create({ a: 1 }), "object of size 1"],
    ["a member `constructor`", { constructor: { name: "Date" } }, "object of size 1"],
    [
      "a prototype that is data",
      Object.assign({}, JSON.parse('{"__proto__":{"constructor":{"name":"Date"}}}')),
      "object of size 1",
    ],
    ["a function", () => "secret", '() => "secret" (function)'],
    ["a symbol", Symbol("s"), "Symbol(s) (symbol)"],
    ["a symbol without a description", Symbol(), "Symbol() (symbol)"],
    ["a bigint", 10n, "10 (bigint)"],
    ["null", null, "null"],
  ])("of %s is named", (_what, value, received) => {
    const moment = { at: value };
    expect(messagesOf("Moment", moment)).toEqual([`at: expected string, received ${received}`]);
    expect(messagesOf("Numbers", [value])).toEqual([`[0]: expected number, received ${received}`]);
  });

  test.each([
    ["NaN", NaN, "NaN"],
    ["an instance of a class", new Order(), "Order"],
    ["a symbol", Symbol("secret"), "symbol"],
    ["a function", () => "secret", "function"],
  ])("of %s is named where values are hidden", (_what, value, received) => {
    const { issues } = schemaOf("Moment").validate({ at: value }, { hideValues: true });
    expect(issues?.map((issue) => issue.received)).toEqual([received]);
  });

  test("an instance whose properties are right is valid", () => {
    expect(messagesOf("Moment", new Order())).toEqual([]);
  });
});

describe("a value that changes while it is checked", () => {
  /** An object whose property is wrong once, and right from then on. */
  const changing = (): { readonly at: unknown } => {
    let reads = 0;
    return {
      get at() {
        reads += 1;
        return reads === 1 ? 5 : "now";
      },
    };
  };
  const issue = {
    path: [],
    pointer: "",
    keyword: "type",
    message: "expected a stable value, received object of size 1",
    expected: "a stable value",
    received: "object of size 1",
    schemaPath: "#/components/schemas/Moment/type",
  };
  const schema = schemaOf("Moment");

  test("has an issue that says so", () => {
    expect(schema.validate(changing())).toEqual({ issues: [issue] });
    expect(schema["~standard"].validate(changing())).toEqual({ issues: [issue] });
  });

  test.each([
    ["parse", (value: unknown) => schema.parse(value)],
    [
      "assert",
      (value: unknown) => {
        const assert: (one: unknown) => void = schema.assert;
        assert(value);
      },
    ],
  ])("does not pass %s", (_name, check) => {
    const error = new ValidationError("Moment", [issue]);
    expect(() => check(changing())).toThrow(error.message);
  });

  test("has its own issues if it does not change", () => {
    const value = Object.defineProperty(changing(), "at", { get: () => 5, enumerable: true });
    expect(messagesOf("Moment", value)).toEqual(["at: expected string, received 5 (number)"]);
  });
});

describe("a value that cannot be read", () => {
  const failure = new Error("cannot be read");
  const fail = (): never => {
    throw failure;
  };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();

  test.each<[what: string, model: ModelName, value: unknown, error: Error | typeof TypeError]>([
    ["a getter", "Moment", Object.defineProperty({}, "at", { get: fail }), failure],
    ["a proxy", "Moment", new Proxy({}, { get: fail }), failure],
    ["a proxy", "Labels", new Proxy({}, { ownKeys: fail }), failure],
    ["a revoked proxy", "Moment", proxy, TypeError],
  ])("lets the error of %s through from %s", (_what, model, value, error) => {
    const schema = schemaOf(model);
    for (const check of [schema.is, schema.validate, schema.parse, schema["~standard"].validate]) {
      expect(() => check(value)).toThrow(error);
    }
  });
});
