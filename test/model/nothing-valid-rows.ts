import type { Json } from "../../generator/core/json.js";

export type Schemas = Readonly<Record<string, Json>>;

/** Component schemas, what is said about them, and under which of them nothing is valid. */
export interface Row {
  readonly what: string;
  readonly schemas: Schemas;
  readonly says: readonly string[];
  readonly empty: readonly string[];
}

/** Nothing is valid under A. */
function nothing(what: string, schemas: Schemas, ...says: readonly string[]): Row {
  return { what, schemas, says, empty: ["A"] };
}

/** Something is valid under every schema. */
function something(what: string, schemas: Schemas, ...says: readonly string[]): Row {
  return { what, schemas, says, empty: [] };
}

const string: Json = { type: "string" };
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const required = (...names: readonly string[]): Json => ({ type: "object", required: names });
const object = (properties: Readonly<Record<string, Json>>, ...names: readonly string[]): Json => ({
  type: "object",
  properties,
  required: names,
});
const closed = (...names: readonly string[]): Json => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, {}])),
  additionalProperties: false,
});

/** Each kind of contradiction, with what is like it and is none. */
export const kinds: Readonly<Record<string, readonly Row[]>> = {
  "closed objects beside further required properties": [
    nothing(
      "by reference",
      { Base: closed("a"), A: { allOf: [ref("Base"), required("b")] } },
      'A/allOf/1/required: nothing is valid here: `additionalProperties: false` in Base allows no property "b", which `required` asks for see Base/additionalProperties',
    ),
    nothing(
      "one inside, one outside",
      { A: { ...obj(required("b")), allOf: [closed("a")] } },
      'A/allOf/0/additionalProperties: nothing is valid here: `additionalProperties: false` allows no property "b", which `required` asks for see A/required',
    ),
    nothing(
      "two closed objects",
      {
        A: { allOf: [{ ...obj(closed("a")), required: ["a"] }, closed("b")] },
      },
      'A/allOf/1/additionalProperties: nothing is valid here: `additionalProperties: false` allows no property "a", which `required` asks for see A/allOf/0/required',
    ),
    nothing(
      "closed by a pattern",
      {
        A: {
          type: "object",
          patternProperties: { "^x-": {} },
          additionalProperties: false,
          required: ["y"],
        },
      },
      'A/additionalProperties: nothing is valid here: `additionalProperties: false` allows no property "y", which `required` asks for see A/required',
    ),
    nothing(
      "closed by unevaluatedProperties",
      {
        Base: { type: "object", properties: { a: {} } },
        A: { allOf: [ref("Base")], required: ["b"], unevaluatedProperties: false },
      },
      'A/unevaluatedProperties: nothing is valid here: `unevaluatedProperties: false` allows no property "b", which `required` asks for see A/required',
    ),
    nothing(
      "closed by propertyNames",
      {
        A: { type: "object", propertyNames: { enum: ["a", "b"] }, required: ["c"] },
      },
      'A/propertyNames: nothing is valid here: `propertyNames` allows no property "c", which `required` asks for see A/required',
    ),
    nothing(
      "required through another one",
      {
        A: { ...obj(closed("a")), required: ["a"], dependentRequired: { a: ["b"] } },
      },
      'A/additionalProperties: nothing is valid here: `additionalProperties: false` allows no property "b", which `dependentRequired` asks for see A/dependentRequired',
    ),
    something("that name the property", { A: { allOf: [closed("a", "b"), required("b")] } }),
    something("that only allow further properties", {
      A: { allOf: [closed("a"), { type: "object", properties: { b: {} } }] },
    }),
  ],
  "types that exclude each other": [
    nothing(
      "in allOf",
      { A: { allOf: [string, { type: "integer" }] } },
      "A/allOf/0/type: nothing is valid here: `type: string` and `type: integer` exclude each other see A/allOf/1/type",
    ),
    nothing(
      "a reference and its sibling",
      { S: string, A: { $ref: ref1("S"), type: "object" } },
      "A/type: nothing is valid here: `type: object` and `type: string` in S exclude each other see S/type",
    ),
    nothing(
      "three of them",
      {
        A: {
          allOf: [
            { type: ["string", "number"] },
            { type: ["number", "null"] },
            { type: ["string", "null"] },
          ],
        },
      },
      "A/allOf/0/type: nothing is valid here: `type: [string, number]`, `type: [number, null]`, `type: [string, null]` have no type in common see A/allOf/1/type see A/allOf/2/type",
    ),
    nothing(
      "and a const",
      { A: { type: "string", const: 1 } },
      "A/type: nothing is valid here: `type: string` excludes `const: 1` see A/const",
    ),
    something("integer and number", { A: { allOf: [{ type: "integer" }, { type: "number" }] } }),
    something("but for null", {
      A: { allOf: [{ type: ["string", "null"] }, { type: ["object", "null"] }] },
    }),
  ],
  "bounds that leave nothing": [
    nothing(
      "of a number",
      { A: { type: "number", minimum: 5, maximum: 3 } },
      "A/minimum: nothing is valid here: `minimum: 5` and `maximum: 3` exclude each other see A/maximum",
    ),
    nothing(
      "in allOf",
      {
        A: {
          allOf: [
            { type: "string", minLength: 5 },
            { type: "string", maxLength: 3 },
          ],
        },
      },
      "A/allOf/0/minLength: nothing is valid here: `minLength: 5` and `maxLength: 3` exclude each other see A/allOf/1/maxLength",
    ),
    nothing(
      "exclusive ones that are equal",
      {
        A: { type: "number", minimum: 3, exclusiveMaximum: 3 },
      },
      "A/minimum: nothing is valid here: `minimum: 3` and `exclusiveMaximum: 3` exclude each other see A/exclusiveMaximum",
    ),
    nothing(
      "with no integer between",
      {
        A: { type: "integer", exclusiveMinimum: 1, exclusiveMaximum: 2 },
      },
      "A/exclusiveMinimum: nothing is valid here: no number between `exclusiveMinimum: 1` and `exclusiveMaximum: 2` satisfies `type: integer` see A/exclusiveMaximum see A/type",
    ),
    nothing(
      "with no multiple between",
      {
        A: { type: "number", multipleOf: 0.3, minimum: 0.4, maximum: 0.5 },
      },
      "A/minimum: nothing is valid here: no number between `minimum: 0.4` and `maximum: 0.5` satisfies `multipleOf: 0.3` see A/maximum see A/multipleOf",
    ),
    nothing(
      "of items",
      { A: { type: "array", minItems: 2, maxItems: 1 } },
      "A/minItems: nothing is valid here: `minItems: 2` and `maxItems: 1` exclude each other see A/maxItems",
    ),
    nothing(
      "of properties",
      { A: { type: "object", minProperties: 2, maxProperties: 1 } },
      "A/minProperties: nothing is valid here: `minProperties: 2` and `maxProperties: 1` exclude each other see A/maxProperties",
    ),
    something(
      "of numbers only",
      { A: { minimum: 5, maximum: 3 } },
      "A/minimum: no number is valid here: `minimum: 5` and `maximum: 3` exclude each other see A/maximum",
    ),
    something(
      "of one of two types",
      {
        A: { type: ["string", "null"], minLength: 2, maxLength: 1 },
      },
      "A/minLength: no string is valid here: `minLength: 2` and `maxLength: 1` exclude each other see A/maxLength",
    ),
    something("that leave one number", { A: { type: "number", minimum: 3, maximum: 3 } }),
    something("with a multiple between", {
      A: { type: "number", multipleOf: 0.1, minimum: 0.3, maximum: 0.3 },
    }),
  ],
  "values that nothing else allows": [
    nothing(
      "two enums",
      { A: { allOf: [{ enum: ["a"] }, { enum: ["b"] }] } },
      'A/allOf/1/enum: nothing is valid here: `enum: ["b"]` and `enum: ["a"]` have no value in common see A/allOf/0/enum',
    ),
    nothing(
      "of a required property",
      {
        A: {
          allOf: [
            { type: "object", required: ["k"], properties: { k: { enum: ["a"] } } },
            { type: "object", properties: { k: { enum: ["b"] } } },
          ],
        },
      },
      'A/allOf/1/properties/k/enum: nothing is valid here: `enum: ["b"]` and `enum: ["a"]` have no value in common see A/allOf/0/properties/k/enum',
    ),
    nothing(
      "a pattern",
      { A: { enum: ["a", "b"], pattern: "^c" } },
      'A/pattern: nothing is valid here: `pattern: ^c` excludes every value of `enum: ["a", "b"]` see A/enum',
    ),
    nothing(
      "for one reason or another",
      {
        A: { type: "string", enum: ["a", "bcd"], minLength: 2, maxLength: 2 },
      },
      'A/minLength: nothing is valid here: `minLength: 2` and `maxLength: 2` exclude every value of `enum: ["a", "bcd"]` see A/maxLength see A/enum',
    ),
    nothing(
      "an enum without a value",
      { A: { enum: [] } },
      "A/enum: nothing is valid here: `enum` lists no value",
    ),
    nothing(
      "what `not` excludes",
      { A: { enum: ["a", "b"], not: { enum: ["b", "a", "c"] } } },
      'A/not: nothing is valid here: `not` excludes every value of `enum: ["a", "b"]` see A/enum',
    ),
    something("but for one", { A: { enum: ["a", "b"], pattern: "^b" } }),
  ],
  "required properties that cannot be": [
    nothing(
      "false",
      { A: { type: "object", required: ["a"], properties: { a: false } } },
      'A/properties: nothing is valid here: `a: false` allows no property "a", which `required` asks for see A/required',
    ),
    nothing(
      "false in another part",
      {
        A: { allOf: [required("a"), { type: "object", properties: { a: false } }] },
      },
      'A/allOf/1/properties: nothing is valid here: `a: false` allows no property "a", which `required` asks for see A/allOf/0/required',
    ),
    nothing(
      "false by a pattern",
      {
        A: { type: "object", required: ["ab"], patternProperties: { "^a": false } },
      },
      'A/patternProperties: nothing is valid here: `patternProperties: false` allows no property "ab", which `required` asks for see A/required',
    ),
    nothing(
      "more than there may be",
      {
        A: { type: "object", required: ["a", "b"], maxProperties: 1 },
      },
      "A/maxProperties: nothing is valid here: `maxProperties: 1` allows fewer than the 2 properties that `required` asks for see A/required",
    ),
    nothing(
      "because of what depends on one",
      {
        A: { type: "object", required: ["a"], dependentSchemas: { a: false } },
      },
      'A/dependentSchemas/a: nothing is valid here: `false` allows no object with the property "a", which `required` asks for see A/required',
    ),
    nothing(
      "fewer names than properties",
      {
        A: { ...obj(closed("a", "b")), minProperties: 3 },
      },
      'A/additionalProperties: nothing is valid here: `additionalProperties: false` allows no property other than "a", "b", but `minProperties: 3` requires more see A/minProperties',
    ),
    something("optional and false", { A: { type: "object", properties: { a: false } } }),
    something(
      "not of objects",
      { A: { required: ["a"], properties: { a: false } } },
      'A/properties: no object is valid here: `a: false` allows no property "a", which `required` asks for see A/required',
    ),
    something("optional because of a dependency", {
      A: { type: "object", dependentSchemas: { a: false }, properties: { a: {} } },
    }),
  ],
  "optional properties that cannot be": [
    something(
      "of two enums",
      {
        A: {
          allOf: [
            { type: "object", properties: { k: { type: "string", enum: ["a"] } } },
            { type: "object", properties: { k: { type: "string", enum: ["b"] } } },
          ],
        },
      },
      'A/allOf/1/properties/k/enum: no value of the property "k" is valid here: `enum: ["b"]` and `enum: ["a"]` have no value in common see A/allOf/0/properties/k/enum',
    ),
    something(
      "of two types",
      {
        Base: { type: "object", properties: { k: string } },
        A: { allOf: [ref("Base")], properties: { k: { type: "number" } } },
      },
      'A/properties/k/type: no value of the property "k" is valid here: `type: number` and `type: string` in Base/properties/k exclude each other see Base/properties/k/type',
    ),
    something(
      "of two bounds",
      {
        Base: { type: "object", properties: { k: { type: "number", minimum: 3 } } },
        A: { allOf: [ref("Base"), { properties: { k: { exclusiveMaximum: 3 } } }] },
      },
      'A/allOf/1/properties/k/exclusiveMaximum: no value of the property "k" is valid here: `minimum: 3` in Base/properties/k and `exclusiveMaximum: 3` exclude each other see Base/properties/k/minimum',
    ),
    something("left out on purpose", {
      Base: { type: "object", properties: { k: string } },
      A: { allOf: [ref("Base")], properties: { k: false } },
    }),
    something("of two types that both have null", {
      Base: { type: "object", properties: { k: { type: ["string", "null"] } } },
      A: { allOf: [ref("Base")], properties: { k: { type: ["number", "null"] } } },
    }),
  ],
  "items that cannot be": [
    nothing(
      "none allowed",
      { A: { type: "array", items: false, minItems: 1 } },
      "A/items: nothing is valid here: `items: false` allows no item at index 0, but `minItems: 1` requires one see A/minItems",
    ),
    nothing(
      "after a tuple",
      {
        A: { type: "array", prefixItems: [string], items: false, minItems: 2 },
      },
      "A/items: nothing is valid here: `items: false` allows no item at index 1, but `minItems: 2` requires one see A/minItems",
    ),
    nothing(
      "of two types",
      {
        A: {
          type: "array",
          minItems: 1,
          allOf: [{ items: string }, { items: { type: "number" } }],
        },
      },
      "A/allOf/0/items/type: nothing is valid here: `type: string` and `type: number` exclude each other see A/allOf/1/items/type",
    ),
    nothing(
      "contained",
      {
        A: { type: "array", contains: { type: "number" }, items: string },
      },
      "A/contains/type: nothing is valid here: `type: number` and `type: string` exclude each other see A/items/type",
    ),
    nothing(
      "more than may be contained",
      {
        A: { type: "array", contains: string, minContains: 3, maxContains: 2 },
      },
      "A/contains: nothing is valid here: `minContains: 3` and `maxContains: 2` exclude each other",
    ),
    nothing(
      "more contained than there may be",
      {
        A: { type: "array", contains: string, minContains: 3, maxItems: 2 },
      },
      "A/contains: nothing is valid here: `minContains: 3` and `maxItems: 2` exclude each other see A/maxItems",
    ),
    nothing(
      "fewer values than items that differ",
      {
        A: { type: "array", items: { enum: ["a", "b"] }, uniqueItems: true, minItems: 3 },
      },
      'A/items/enum: nothing is valid here: `enum: ["a", "b"]` has fewer values than `minItems: 3` and `uniqueItems` require see A/minItems see A/uniqueItems',
    ),
    something("none is asked for", { A: { type: "array", items: false } }),
    something("a tuple that is long enough", {
      A: { type: "array", prefixItems: [string, string], items: false, minItems: 2 },
    }),
  ],
  "options that are all excluded": [
    nothing(
      "by a type",
      { A: { type: "object", anyOf: [string, { type: "number" }] } },
      "A/anyOf: nothing is valid here: no option of `anyOf` is possible: `type: object` and `type: string` exclude each other; `type: object` and `type: number` exclude each other see A/type see A/anyOf/0/type see A/anyOf/1/type",
    ),
    nothing(
      "by closed objects",
      {
        A: { ...obj(closed("a")), oneOf: [required("b"), required("c")] },
      },
      'A/oneOf: nothing is valid here: no option of `oneOf` is possible: `additionalProperties: false` allows no property "b", which `required` asks for; `additionalProperties: false` allows no property "c", which `required` asks for see A/additionalProperties see A/oneOf/0/required see A/oneOf/1/required',
    ),
    nothing(
      "by each other",
      { A: { allOf: [string], not: { type: "string" } } },
      "A/not: nothing is valid here: `not` excludes every value that `type: string` allows see A/allOf/0/type",
    ),
    nothing(
      "with tags",
      {
        Cat: tagged("cat"),
        Dog: tagged("dog"),
        A: {
          oneOf: [ref("Cat"), ref("Dog")],
          properties: { kind: { const: "bird" } },
        },
      },
      'A/oneOf: nothing is valid here: no option of `oneOf` is possible: `const: "cat"` and `const: "bird"` have no value in common; `const: "dog"` and `const: "bird"` have no value in common see A/properties/kind/const',
    ),
    nothing(
      "whether a condition holds or not",
      {
        A: {
          type: "string",
          if: { minLength: 3 },
          then: { maxLength: 2 },
          else: { type: "number" },
        },
      },
      "A/if: nothing is valid here: whether `if` holds or not: `minLength: 3` and `maxLength: 2` exclude each other; `type: string` and `type: number` exclude each other see A/if/minLength see A/then/maxLength see A/type see A/else/type",
    ),
    something(
      "but for one",
      { A: { type: "object", anyOf: [string, required("a")] } },
      "A/anyOf/0: option 1 of `anyOf` accepts nothing: `type: object` in A and `type: string` exclude each other see A/type",
    ),
    something(
      "but for one, by a property beside them",
      {
        A: {
          type: "object",
          required: ["kind"],
          properties: { kind: { enum: ["a", "b"] } },
          oneOf: [
            { properties: { kind: { const: "a" } } },
            { properties: { kind: { const: "c" } } },
          ],
        },
      },
      'A/oneOf/1: option 2 of `oneOf` accepts nothing: `enum: ["a", "b"]` in A/properties/kind and `const: "c"` have no value in common see A/properties/kind/enum',
    ),
    something(
      "but for one, by its tag",
      {
        A: {
          type: "object",
          properties: { kind: { enum: ["a", "b"] } },
          required: ["kind"],
          oneOf: [
            object({ kind: { const: "a" }, x: string }, "kind"),
            object({ kind: { const: "c" }, y: string }, "kind"),
          ],
        },
      },
      'A/oneOf/1: option 2 of `oneOf` accepts nothing: `enum: ["a", "b"]` in A/properties/kind and `const: "c"` in A have no value in common see A/properties/kind/enum see A/oneOf',
    ),
    something(
      "but for one, by what is extended",
      {
        Base: closed("a"),
        A: { allOf: [ref("Base")], anyOf: [required("a"), required("b")] },
      },
      'A/anyOf/1: option 2 of `anyOf` accepts nothing: `additionalProperties: false` in Base allows no property "b", which `required` asks for see Base/additionalProperties',
    ),
    nothing(
      "each by itself",
      {
        A: {
          anyOf: [
            { type: "string", minLength: 2, maxLength: 1 },
            { type: "integer", minimum: 2, maximum: 1 },
          ],
        },
      },
      "A/anyOf/0/minLength: nothing is valid here: `minLength: 2` and `maxLength: 1` exclude each other; so nothing is valid under A see A/anyOf/0/maxLength",
      "A/anyOf/1/minimum: nothing is valid here: `minimum: 2` and `maximum: 1` exclude each other; so nothing is valid under A see A/anyOf/1/maximum",
    ),
    something("by `not` of more", { A: { type: "string", not: { type: "string", minLength: 1 } } }),
  ],
  "options of oneOf that others contain": [
    something(
      "integer and number",
      { A: { oneOf: [{ type: "integer" }, { type: "number" }] } },
      "A/oneOf/0: every value of option 1 of `oneOf` also matches option 2, so the option accepts nothing see A/oneOf/1",
    ),
    nothing(
      "equal ones",
      { A: { oneOf: [{ type: "string" }, { type: "string" }] } },
      "A/oneOf: nothing is valid here: every value that matches one option of `oneOf` also matches another one see A/oneOf/0 see A/oneOf/1",
    ),
    nothing(
      "one model twice",
      { B: required("a"), A: { oneOf: [ref("B"), ref("B")] } },
      "A/oneOf: nothing is valid here: every value that matches one option of `oneOf` also matches another one see A/oneOf/0 see A/oneOf/1",
    ),
    something(
      "two equal ones of three",
      {
        A: { oneOf: [string, string, { type: "number" }] },
      },
      "A/oneOf/1: options 1 and 2 of `oneOf` accept the same values, so no value matches just one of them see A/oneOf/0",
    ),
    something(
      "an object with more properties",
      {
        A: { oneOf: [required("a"), required("a", "b")] },
      },
      "A/oneOf/1: every value of option 2 of `oneOf` also matches option 1, so the option accepts nothing see A/oneOf/0",
    ),
    something(
      "a value of an enum",
      { A: { oneOf: [{ enum: ["a", "b"] }, { const: "a" }] } },
      "A/oneOf/1: every value of option 2 of `oneOf` also matches option 1, so the option accepts nothing see A/oneOf/0",
    ),
    something(
      "a pattern of strings",
      {
        A: { oneOf: [string, { type: "string", pattern: "^a" }] },
      },
      "A/oneOf/1: every value of option 2 of `oneOf` also matches option 1, so the option accepts nothing see A/oneOf/0",
    ),
    something(
      "an option that is nullable",
      {
        A: { oneOf: [{ type: ["string", "null"] }, { type: "null" }] },
      },
      "A/oneOf/1: every value of option 2 of `oneOf` also matches option 1, so the option accepts nothing see A/oneOf/0",
    ),
    something("options that overlap only", {
      A: { oneOf: [required("a"), required("b")] },
    }),
    something("options of anyOf", { A: { anyOf: [{ type: "integer" }, { type: "number" }] } }),
  ],
  "what follows from one contradiction": [
    {
      what: "is said once, where it is",
      schemas: {
        Wrapper: { type: "object", required: ["a"], properties: { a: ref("A") } },
        List: { type: "array", items: ref("A") },
        A: { allOf: [string, { type: "integer" }] },
      },
      says: [
        "A/allOf/0/type: nothing is valid here: `type: string` and `type: integer` exclude each other; so nothing is valid under Wrapper see A/allOf/1/type",
      ],
      empty: ["Wrapper", "A"],
    },
    something(
      "inside of an optional property",
      {
        A: { type: "object", properties: { k: { allOf: [string, { type: "integer" }] } } },
      },
      "A/properties/k/allOf/0/type: nothing is valid here: `type: string` and `type: integer` exclude each other see A/properties/k/allOf/1/type",
    ),
    nothing(
      "a schema that is false",
      { A: false },
      "A: nothing is valid here: `false` allows no value",
    ),
    something("a schema that is false on purpose", {
      A: { type: "object", properties: { a: { not: {} } }, additionalProperties: false },
    }),
    something("what is only a condition", {
      A: { type: "object", not: { allOf: [string, { type: "integer" }] } },
    }),
  ],
};

function obj(schema: Json): Readonly<Record<string, Json>> {
  // The builders above make objects.
  return schema as Readonly<Record<string, Json>>;
}

function ref1(name: string): string {
  return `#/components/schemas/${name}`;
}

function tagged(kind: string): Json {
  return { type: "object", required: ["kind"], properties: { kind: { const: kind } } };
}
