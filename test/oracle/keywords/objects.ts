import { isJsonObject, type Json } from "../../../generator/core/json.js";
import type { Row } from "./row.js";

/** `properties` and `required`. */
export const objectRows: readonly Row[] = [
  {
    name: "NamesAsInCode",
    about: "tells names that look like variables of a guard from these",
    schema: {
      properties: { "an item b": {}, "a key c": {} },
      additionalProperties: false,
      propertyNames: { enum: ["an item b", "a key c", "the value d"] },
    },
    valid: [{}, { "an item b": 1 }, { "an item b": 1, "a key c": 2 }, [], "a", null],
    invalid: [{ "the value d": 1 }, { item: 1 }, { "an value[key] b": 1 }],
  },
  {
    name: "Properties",
    about: "applies each schema to its property, where there is one",
    schema: { properties: { a: { type: "string" }, b: { type: ["integer", "null"] } } },
    valid: [{}, { a: "" }, { b: null }, { a: "x", b: 1, c: [] }, [], "a", null],
    invalid: [{ a: 1 }, { a: null }, { b: "1" }, { a: "x", b: 0.5 }],
  },
  {
    name: "RequiredNames",
    about: "needs a property to be there, be it null",
    schema: { required: ["a", "b"] },
    valid: [{ a: 1, b: 2 }, { a: null, b: null, c: 1 }, [], "a", null],
    invalid: [{}, { a: 1 }, { b: 1, A: 1 }],
  },
  {
    name: "RequiredProperties",
    about: "tells required, optional and nullable properties apart",
    schema: {
      type: "object",
      required: ["needed", "neededOrNull"],
      properties: {
        needed: { type: "string" },
        neededOrNull: { type: ["string", "null"] },
        optional: { type: "string" },
        optionalOrNull: { type: ["string", "null"] },
      },
    },
    valid: [
      { needed: "", neededOrNull: null },
      { needed: "a", neededOrNull: "b", optional: "c", optionalOrNull: null },
    ],
    invalid: [
      {},
      { needed: "" },
      { needed: null, neededOrNull: null },
      { needed: "", neededOrNull: null, optional: null },
      { needed: "", neededOrNull: 1 },
    ],
  },
  {
    name: "RequiredWithoutSchema",
    about: "needs a property without other checks",
    schema: { type: "object", required: ["anything"], properties: { anything: {}, other: true } },
    valid: [{ anything: null }, { anything: 0, other: [] }],
    invalid: [{}, { other: 1 }],
  },
  {
    name: "RequiredTwice",
    about: "needs a property that is named twice once",
    schema: { type: "object", required: ["a", "a"] },
    valid: [{ a: 1 }],
    invalid: [{}],
  },
  {
    name: "RequiredInheritedNames",
    about: "does not take inherited members for properties",
    schema: {
      type: "object",
      required: ["constructor", "toString", "__proto__", "hasOwnProperty", "valueOf"],
    },
    valid: [
      { constructor: 1, toString: 1, ["__proto__"]: 1, hasOwnProperty: 1, valueOf: 1 },
      { constructor: null, toString: null, ["__proto__"]: null, hasOwnProperty: {}, valueOf: [] },
    ],
    invalid: [
      {},
      { constructor: 1, toString: 1, hasOwnProperty: 1, valueOf: 1 },
      { ["__proto__"]: { constructor: 1, toString: 1, hasOwnProperty: 1, valueOf: 1 } },
      { toString: 1, ["__proto__"]: 1, hasOwnProperty: 1, valueOf: 1 },
    ],
  },
  {
    name: "InheritedNames",
    about: "checks properties with names that every object inherits",
    schema: {
      type: "object",
      properties: {
        constructor: { type: "string" },
        toString: { type: "integer" },
        valueOf: { type: "array", items: { type: "null" } },
      },
      required: ["constructor"],
    },
    valid: [{ constructor: "" }, { constructor: "a", toString: 1, valueOf: [null] }],
    invalid: [
      {},
      { constructor: 1 },
      { constructor: "", toString: "1" },
      { constructor: "", valueOf: [1] },
      { constructor: "", valueOf: {} },
    ],
    untypable: "an object without the optional toString has the inherited one",
  },
  {
    name: "ProtoProperty",
    about: "applies a schema to a property that is called __proto__",
    schema: {
      type: "object",
      properties: { ["__proto__"]: { type: "string" }, a: { type: "integer" } },
    },
    valid: [{}, { ["__proto__"]: "" }, { a: 1 }],
    invalid: [{ ["__proto__"]: 1 }, { ["__proto__"]: { a: 1 } }, { a: "1" }],
    instead: {
      reason: "Ajv ignores __proto__ among the properties",
      isValid: (value) =>
        isJsonObject(value) && holds(value, "__proto__", isString) && holds(value, "a", isInteger),
      wrongAbout: { ["__proto__"]: 1 },
    },
  },
  {
    name: "ClosedProtoProperty",
    about: "knows a property that is called __proto__ among those that are named",
    schema: {
      type: "object",
      properties: { ["__proto__"]: true, constructor: { type: "integer" } },
      additionalProperties: false,
      required: ["__proto__"],
    },
    valid: [{ ["__proto__"]: 1 }, { ["__proto__"]: {}, constructor: 1 }],
    invalid: [{}, { ["__proto__"]: 1, a: 1 }, { ["__proto__"]: 1, constructor: "" }],
    instead: {
      reason: "Ajv ignores __proto__ among the properties",
      isValid: (value) =>
        isJsonObject(value) &&
        Object.hasOwn(value, "__proto__") &&
        Object.keys(value).every((name) => ["__proto__", "constructor"].includes(name)) &&
        holds(value, "constructor", isInteger),
      wrongAbout: { ["__proto__"]: 1 },
    },
    untypable: "an object without the optional constructor has the inherited one",
  },
  {
    name: "PeculiarNames",
    about: "reads properties whatever their names are made of",
    schema: {
      type: "object",
      properties: {
        "": { type: "integer" },
        "a-b": { type: "integer" },
        "a b": { type: "integer" },
        "0": { type: "integer" },
        "1e3": { type: "integer" },
        'it\'s "quoted" \\ `${x}`': { type: "integer" },
        "line\nbreak\u2028": { type: "integer" },
        "\u00e9t\u00e9": { type: "integer" },
        "\u{1d11e}": { type: "integer" },
        class: { type: "integer" },
        value: { type: "integer" },
        undefined: { type: "integer" },
        "*/": { type: "integer" },
      },
      required: ["", "a-b", "0", "class", "*/"],
    },
    valid: [
      { "": 1, "a-b": 2, "0": 3, class: 4, "*/": 5 },
      { "": 1, "a-b": 2, "0": 3, class: 4, "*/": 5, "\u{1d11e}": 6, "a b": 7, value: 8 },
    ],
    invalid: [
      {},
      { "a-b": 2, "0": 3, class: 4, "*/": 5 },
      { "": 1, "a-b": "2", "0": 3, class: 4, "*/": 5 },
      { "": 1, "a-b": 2, "0": 3, class: 4, "*/": 5, "line\nbreak\u2028": "6" },
      { "": 1, "a-b": 2, "0": 3, class: 4, "*/": 5, 'it\'s "quoted" \\ `${x}`': null },
    ],
  },
  {
    name: "ForbiddenProperty",
    about: "takes no property whose schema is false",
    schema: { type: "object", properties: { a: false, b: true } },
    valid: [{}, { b: null }],
    invalid: [{ a: null }, { a: 1, b: 1 }],
  },
  {
    name: "RequiredForbiddenProperty",
    about: "takes no object when a property must be there and must not",
    schema: { properties: { a: false }, required: ["a"] },
    valid: [[], 1],
    invalid: [{}, { a: 1 }],
  },
  {
    name: "Nested",
    about: "checks what is deep inside against schemas",
    schema: {
      type: "object",
      required: ["a"],
      properties: {
        a: {
          type: "object",
          required: ["b"],
          properties: {
            b: {
              type: "array",
              items: { type: "object", required: ["c"], properties: { c: { type: "integer" } } },
            },
            d: { type: "object", properties: { e: { type: ["string", "null"] } } },
          },
        },
      },
    },
    valid: [{ a: { b: [] } }, { a: { b: [{ c: 1 }, { c: 2 }], d: { e: null } } }],
    invalid: [
      { a: {} },
      { a: { b: [{}] } },
      { a: { b: [{ c: 1 }, { c: "2" }] } },
      { a: { b: null } },
    ],
  },
];

function holds(object: object, name: string, isValid: (value: unknown) => boolean): boolean {
  const member = Object.entries(object).find(([key]) => key === name);
  return member === undefined || isValid(member[1]);
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isInteger(value: unknown): value is Json & number {
  return Number.isInteger(value);
}
