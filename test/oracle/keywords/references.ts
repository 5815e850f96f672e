import type { Row } from "./row.js";

function ref(name: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** `$ref`: to other schemas, beside other keywords, and back to where it stands. */
export const referenceRows: readonly Row[] = [
  {
    name: "Ref",
    about: "takes what the other schema takes",
    schema: ref("Positive"),
    valid: [1, 0.5],
    invalid: [0, "1"],
  },
  {
    name: "Positive",
    about: "is referred to from several places",
    schema: { type: "number", exclusiveMinimum: 0 },
    valid: [1],
    invalid: [0, null],
  },
  {
    name: "RefWithSiblings",
    about: "needs what is beside the reference as well",
    schema: { ...ref("Positive"), maximum: 10, type: "integer", description: "Up to ten." },
    valid: [1, 10],
    invalid: [0, 11, 1.5],
  },
  {
    name: "RefOfRef",
    about: "follows a reference to a reference",
    schema: { type: "object", properties: { a: ref("Ref"), b: ref("RefWithSiblings") } },
    valid: [{}, { a: 0.5, b: 1 }],
    invalid: [{ a: 0 }, { b: 0.5 }, { a: null }],
  },
  {
    name: "RefInside",
    about: "follows a reference to a schema inside another one",
    schema: {
      type: "object",
      properties: {
        a: { $ref: "#/components/schemas/RefOfRef/properties/b" },
        b: { $ref: "#/components/schemas/Holder/properties/a~1b%20c" },
      },
    },
    valid: [{}, { a: 3, b: { id: "" } }],
    invalid: [{ a: 11 }, { b: {} }, { b: { id: 1 } }],
  },
  {
    name: "Holder",
    about: "has an object inside to which others refer",
    schema: {
      type: "object",
      properties: {
        "a/b c": { type: "object", required: ["id"], properties: { id: { type: "string" } } },
      },
    },
    valid: [{}, { "a/b c": { id: "" } }],
    invalid: [{ "a/b c": {} }],
  },
  {
    name: "RefNullable",
    about: "takes null beside what is referred to",
    schema: { anyOf: [ref("Holder"), { type: "null" }] },
    valid: [null, {}],
    invalid: [1, { "a/b c": 1 }],
  },
  {
    name: "Extended",
    about: "extends another schema",
    schema: {
      allOf: [
        ref("Base"),
        { type: "object", required: ["extra"], properties: { extra: { type: "integer" } } },
      ],
    },
    valid: [{ id: "", extra: 1 }],
    invalid: [{ id: "" }, { extra: 1 }, { id: 1, extra: 1 }],
  },
  {
    name: "Base",
    about: "is extended by other schemas",
    schema: {
      type: "object",
      required: ["id"],
      properties: { id: { type: "string" }, note: { type: ["string", "null"] } },
    },
    valid: [{ id: "" }, { id: "a", note: null }],
    invalid: [{}, { id: "", note: 1 }],
  },
  {
    name: "Narrowed",
    about: "narrows a property of another schema",
    schema: {
      allOf: [ref("Base")],
      properties: { id: { enum: ["a", "b"] }, note: { type: "string" } },
      required: ["note"],
    },
    valid: [{ id: "a", note: "" }],
    invalid: [{ id: "c", note: "" }, { id: "a" }, { id: "a", note: null }],
  },
  {
    name: "ExtendedTwice",
    about: "extends what extends another schema",
    schema: { allOf: [ref("Extended"), ref("Narrowed"), { maxProperties: 3 }] },
    valid: [{ id: "a", note: "", extra: 1 }],
    invalid: [
      { id: "a", note: "" },
      { id: "a", extra: 1 },
      { id: "b", note: "", extra: 1, x: 1 },
    ],
  },
  {
    name: "Tree",
    about: "is made of trees",
    schema: {
      type: "object",
      required: ["value"],
      properties: {
        value: { type: "integer" },
        children: { type: "array", items: ref("Tree") },
      },
    },
    valid: [{ value: 1 }, { value: 1, children: [{ value: 2, children: [] }, { value: 3 }] }],
    invalid: [
      {},
      { value: 1, children: [{}] },
      { value: 1, children: [{ value: 2, children: [1] }] },
    ],
  },
  {
    name: "LinkedList",
    about: "ends with null",
    schema: {
      type: "object",
      required: ["item", "next"],
      properties: { item: true, next: { anyOf: [ref("LinkedList"), { type: "null" }] } },
      additionalProperties: false,
    },
    valid: [
      { item: 1, next: null },
      { item: 1, next: { item: 2, next: { item: 3, next: null } } },
    ],
    invalid: [{ item: 1 }, { item: 1, next: {} }, { item: 1, next: { item: 2, next: 3 } }],
  },
  {
    name: "Expression",
    about: "is a number or an operation on expressions",
    schema: { oneOf: [{ type: "number" }, ref("Operation")] },
    valid: [1, { op: "+", operands: [1, { op: "-", operands: [2, 3] }] }],
    invalid: ["1", { op: "+", operands: [1] }, { op: "+", operands: [1, { op: "*" }] }],
  },
  {
    name: "Operation",
    about: "is made of expressions, which are made of operations",
    schema: {
      type: "object",
      required: ["op", "operands"],
      properties: {
        op: { type: "string", enum: ["+", "-"] },
        operands: { type: "array", items: ref("Expression"), minItems: 2, maxItems: 2 },
      },
    },
    valid: [{ op: "+", operands: [1, 2] }],
    invalid: [{ op: "+", operands: [1, "2"] }, 1],
  },
  {
    name: "RecursiveMap",
    about: "is a map of maps, without an end that is named",
    schema: { type: "object", additionalProperties: ref("RecursiveMap") },
    valid: [{}, { a: {}, b: { c: { d: {} } } }],
    invalid: [{ a: 1 }, { a: { b: { c: null } } }, []],
  },
  {
    name: "RecursiveArray",
    about: "is an array of arrays",
    schema: { type: "array", items: ref("RecursiveArray") },
    valid: [[], [[], [[]]]],
    invalid: [[1], [[[null]]], {}],
  },
  {
    name: "RecursiveTuple",
    about: "is a pair of a value and a pair",
    schema: {
      type: "array",
      prefixItems: [{ type: "string" }, { anyOf: [ref("RecursiveTuple"), { type: "null" }] }],
      items: false,
      minItems: 2,
    },
    valid: [
      ["a", null],
      ["a", ["b", null]],
    ],
    invalid: [["a"], ["a", ["b"]], ["a", [1, null]], ["a", null, null]],
  },
  {
    name: "JsonValue",
    about: "is any JSON value, by reference to itself",
    schema: {
      anyOf: [
        { type: ["string", "number", "boolean", "null"] },
        { type: "array", items: ref("JsonValue") },
        { type: "object", additionalProperties: ref("JsonValue") },
      ],
    },
    valid: [null, [1, { a: [] }], { a: { b: "c" } }],
    invalid: [],
  },
  {
    name: "RecursiveNot",
    about: "excludes what has an excluded value inside",
    schema: {
      type: "object",
      properties: { inner: { not: ref("RecursiveNot") }, a: { type: "integer" } },
      required: ["a"],
    },
    valid: [{ a: 1 }, { a: 1, inner: {} }, { a: 1, inner: 1 }],
    invalid: [{}, { a: 1, inner: { a: 1 } }, { a: "1" }],
  },
  {
    name: "Shape",
    about: "is one of several components, told apart by a property",
    schema: {
      oneOf: [ref("Circle"), ref("Square")],
      discriminator: { propertyName: "kind" },
    },
    valid: [
      { kind: "circle", radius: 1 },
      { kind: "square", side: 1 },
    ],
    invalid: [{ kind: "circle", side: 1 }, { kind: "oval" }, {}, null],
  },
  {
    name: "Circle",
    about: "is a shape",
    schema: {
      type: "object",
      required: ["kind", "radius"],
      properties: { kind: { const: "circle" }, radius: ref("Positive") },
    },
    valid: [{ kind: "circle", radius: 1 }],
    invalid: [
      { kind: "circle", radius: 0 },
      { kind: "square", radius: 1 },
    ],
  },
  {
    name: "Square",
    about: "is another shape",
    schema: {
      type: "object",
      required: ["kind", "side"],
      properties: { kind: { const: "square" }, side: ref("Positive") },
    },
    valid: [{ kind: "square", side: 1 }],
    invalid: [{ kind: "circle", side: 1 }, { kind: "square" }],
  },
  {
    name: "Shapes",
    about: "looks through a list of alternatives",
    schema: { type: "array", items: { anyOf: [ref("Circle"), ref("Square"), { type: "null" }] } },
    valid: [[], [null, { kind: "circle", radius: 1 }]],
    invalid: [[{ kind: "circle" }], [1]],
  },
  {
    name: "NotRef",
    about: "takes what the other schema rejects",
    schema: { not: ref("Shape") },
    valid: [1, null, { kind: "oval" }],
    invalid: [{ kind: "circle", radius: 1 }],
  },
  {
    name: "ContainsRef",
    about: "looks for an item that another schema takes",
    schema: { type: "array", contains: ref("Circle"), maxContains: 1 },
    valid: [[{ kind: "circle", radius: 1 }], [1, { kind: "circle", radius: 1 }]],
    invalid: [
      [],
      [{ kind: "circle" }],
      [
        { kind: "circle", radius: 1 },
        { kind: "circle", radius: 2 },
      ],
    ],
  },
];
