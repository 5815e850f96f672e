import type { Row } from "./row.js";

/** `if` with `then` and `else`. */
export const conditionRows: readonly Row[] = [
  {
    name: "IfThenElse",
    about: "holds one schema where the condition holds, and the other one where not",
    schema: {
      type: "object",
      properties: { country: { type: "string" }, code: { type: "string" } },
      required: ["country", "code"],
      if: { properties: { country: { const: "us" } } },
      then: { properties: { code: { pattern: "^[0-9]{5}$" } } },
      else: { properties: { code: { maxLength: 3 } } },
    },
    valid: [
      { country: "us", code: "12345" },
      { country: "ch", code: "abc" },
    ],
    invalid: [{ country: "us", code: "abc" }, { country: "ch", code: "12345" }, {}],
  },
  {
    name: "IfThen",
    about: "passes what the condition does not concern",
    schema: { if: { type: "integer" }, then: { minimum: 3 } },
    valid: [3, 2.5, "a", null],
    invalid: [2, -1],
  },
  {
    name: "IfElse",
    about: "passes what satisfies the condition",
    schema: { if: { type: "integer" }, else: { type: "string" } },
    valid: [1, "a"],
    invalid: [1.5, null, []],
  },
  {
    name: "IfAlone",
    about: "takes everything without then and else",
    schema: { if: { type: "integer" } },
    valid: [1, "a"],
    invalid: [],
  },
  {
    name: "ThenAlone",
    about: "takes everything without if",
    schema: { then: { type: "integer" }, else: { type: "string" } },
    valid: [1, "a", null],
    invalid: [],
  },
  {
    name: "IfBoolean",
    about: "holds then where the condition is true, and else where it is false",
    schema: {
      allOf: [
        { if: true, then: { type: "integer" }, else: false },
        { if: false, then: false, else: { minimum: 1 } },
      ],
    },
    valid: [1],
    invalid: [0, "a"],
  },
  {
    name: "IfAlways",
    about: "does not look at else where the condition is true",
    schema: { if: true, then: { type: "array" }, else: { minItems: 2 } },
    valid: [[], [1]],
    invalid: ["a", null],
  },
  {
    name: "IfNever",
    about: "does not look at then where the condition is false",
    schema: { if: false, then: { required: ["a"] }, else: { type: "object" } },
    valid: [{}, { a: 1 }],
    invalid: [[], null],
  },
  {
    name: "IfConst",
    about: "applies what concerns another type to a literal",
    schema: { if: { const: 0 }, then: { maxLength: 2, minItems: 1, required: ["a"] } },
    valid: [0, 1, "abc", [], {}],
    invalid: [],
  },
  {
    name: "IfWithLoops",
    about: "looks through items in the condition and in what follows",
    schema: {
      type: "array",
      if: { contains: { type: "string" } },
      then: { items: { type: "string" } },
      else: { items: { type: "integer" }, maxItems: 2 },
    },
    valid: [[], ["a"], ["a", "b", "c"], [1, 2]],
    invalid: [["a", 1], [1, 2, 3], [null], {}],
  },
  {
    name: "IfInIf",
    about: "holds conditions inside conditions",
    schema: {
      type: "integer",
      if: { minimum: 0 },
      then: { if: { minimum: 10 }, then: { multipleOf: 10 }, else: { multipleOf: 2 } },
      else: { const: -1 },
    },
    valid: [0, 2, 20, -1],
    invalid: [1, 11, 12, -2],
  },
];
