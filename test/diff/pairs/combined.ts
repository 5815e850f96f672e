import { integer, nothing, number, object, ref, string, type Pair } from "./pair.js";

const cat = object({ kind: { const: "cat" }, lives: integer }, "kind");
const dog = object({ kind: { const: "dog" }, name: string }, "kind");
const bird = object({ kind: { const: "bird" }, wings: integer }, "kind");
const pets = { Cat: cat, Dog: dog, Bird: bird };
const catOrDog = { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } };
const anyPet = {
  oneOf: [ref("Cat"), ref("Dog"), ref("Bird")],
  discriminator: { propertyName: "kind" },
};

/** Keywords that combine schemas, references, and properties of one direction. */
export const combinedPairs: readonly Pair[] = [
  // allOf
  ["allOf adds a bound", number, { allOf: [number, { minimum: 1 }] }, "breaking", "compatible"],
  ["allOf loses a bound", { allOf: [number, { minimum: 1 }] }, number, "compatible", "breaking"],
  [
    "a part of allOf is stricter",
    { allOf: [number, { minimum: 1 }] },
    { allOf: [number, { minimum: 2 }] },
    "breaking",
    "compatible",
    { pointers: ["/allOf/1/minimum"] },
  ],
  [
    "allOf requires a property",
    { allOf: [object({ a: string })] },
    { allOf: [object({ a: string }), { required: ["a"] }] },
    "breaking",
    "compatible",
    { changes: 2 },
  ],
  [
    "a part that is a component is stricter",
    { allOf: [ref("Base"), object({ b: string })] },
    { allOf: [ref("Base"), object({ b: string })] },
    "breaking",
    "compatible",
    {
      oldComponents: { Base: object({ a: string }) },
      newComponents: { Base: object({ a: string }, "a") },
      component: "Base",
    },
  ],
  // anyOf
  [
    "anyOf has one more option",
    { anyOf: [string, integer] },
    { anyOf: [string, integer, { type: "boolean" }] },
    "compatible",
    "breaking",
  ],
  [
    "anyOf has one option less",
    { anyOf: [string, integer, { type: "boolean" }] },
    { anyOf: [string, integer] },
    "breaking",
    "compatible",
  ],
  [
    "an option of anyOf is narrower",
    { anyOf: [string, number] },
    { anyOf: [string, integer] },
    "breaking",
    "compatible",
    { pointers: ["/anyOf/1/type"] },
  ],
  [
    "an option of anyOf that another one contains is added",
    { anyOf: [number, string] },
    { anyOf: [number, string, integer] },
    "none",
    "none",
  ],
  [
    "a schema becomes an option",
    string,
    { anyOf: [string, { type: "array", items: string }] },
    "compatible",
    "breaking",
  ],
  [
    "an option becomes the schema",
    { anyOf: [string, { type: "array", items: string }] },
    string,
    "breaking",
    "compatible",
  ],
  // oneOf
  [
    "oneOf has one more option of another type",
    { oneOf: [string, integer] },
    { oneOf: [string, integer, nothing] },
    "compatible",
    "breaking",
  ],
  [
    "oneOf has an option that overlaps another one",
    { oneOf: [number, string] },
    { oneOf: [number, string, integer] },
    "breaking",
    "compatible",
  ],
  [
    "anyOf becomes oneOf, and options overlap",
    { anyOf: [number, integer] },
    { oneOf: [number, integer] },
    "breaking",
    "compatible",
  ],
  [
    "oneOf becomes anyOf, and options overlap",
    { oneOf: [object({ a: string }, "a"), object({ b: string }, "b")] },
    { anyOf: [object({ a: string }, "a"), object({ b: string }, "b")] },
    "compatible",
    "breaking",
  ],
  [
    "oneOf has an option with a property that senders do not know",
    { maxLength: 2 },
    { oneOf: [{ type: "object", required: ["a"] }, { maxLength: 2 }] },
    "compatible",
    "compatible",
  ],
  [
    "an option of anyOf becomes one of two that overlap",
    { anyOf: [string, { type: "array", maxItems: 2 }] },
    {
      anyOf: [
        string,
        {
          oneOf: [
            { type: "array", maxItems: 2 },
            { type: "array", minItems: 1 },
          ],
        },
      ],
    },
    "breaking",
    "breaking",
    { changes: 2 },
  ],
  [
    "an option that is a component becomes one of two that overlap",
    { anyOf: [nothing, ref("Items")] },
    { anyOf: [nothing, { oneOf: [{ type: "array", maxItems: 3 }, ref("Items")] }] },
    "breaking",
    "breaking",
    { components: { Items: { type: "array", items: string } }, changes: 2 },
  ],
  [
    "options overlap in a component that is an option",
    { oneOf: [ref("Bird"), ref("Pet")] },
    { oneOf: [ref("Bird"), ref("Pet")] },
    "breaking",
    "breaking",
    {
      components: {
        Bird: object({ wings: integer }, "wings"),
        Cat: object({ lives: integer }, "lives"),
        Dog: object({ name: string }, "name"),
      },
      oldComponents: { Pet: { oneOf: [ref("Cat"), ref("Dog")] } },
      newComponents: { Pet: { anyOf: [ref("Cat"), ref("Dog")] } },
      changes: 2,
    },
  ],
  [
    "a component is a new option",
    catOrDog,
    anyPet,
    "compatible",
    "breaking",
    { components: pets, messages: ["the option Bird is new"] },
  ],
  [
    "an option that is a component has another tag",
    catOrDog,
    catOrDog,
    "breaking",
    "breaking",
    {
      oldComponents: { Cat: cat, Dog: dog },
      newComponents: {
        Cat: object({ kind: { const: "kitten" }, lives: integer }, "kind"),
        Dog: dog,
      },
      component: "Cat",
    },
  ],
  [
    "another component is an option",
    { anyOf: [ref("Old"), nothing] },
    { anyOf: [ref("New"), nothing] },
    "breaking",
    "breaking",
    {
      components: {
        Old: object({ a: string, b: string }),
        New: object({ a: integer, b: string }, "b"),
      },
      messages: ["option 1 is New now, it was Old"],
    },
  ],
  [
    "another component is an option, which also has a pattern",
    { anyOf: [ref("Old"), nothing] },
    { anyOf: [ref("New"), nothing] },
    "breaking",
    "breaking",
    {
      components: {
        Old: object({ a: { type: "string", pattern: "^a+$" }, c: string }, "a", "c"),
        New: object({ a: { type: "string", pattern: "^aa*$" }, b: string }, "a", "b"),
      },
      messages: ["option 1 is New now, it was Old"],
    },
  ],
  [
    "a component whose tags are in part those of another one is a new option",
    { oneOf: [ref("Said"), ref("Dog")] },
    { oneOf: [ref("Said"), ref("Dog"), ref("Heard")] },
    "compatible",
    "breaking",
    {
      components: {
        Said: object({ kind: { const: "said" }, by: { enum: ["a", "b"] } }, "kind", "by"),
        Heard: object({ kind: { const: "heard" }, by: { enum: ["b", "c"] } }, "kind", "by"),
        Dog: dog,
      },
      messages: ["the option Heard is new"],
    },
  ],
  [
    "a component is no longer an option",
    anyPet,
    catOrDog,
    "breaking",
    "compatible",
    { components: pets, messages: ["the option Bird is gone"] },
  ],
  [
    "an option that is a component changes",
    catOrDog,
    catOrDog,
    "breaking",
    "breaking",
    {
      oldComponents: { Cat: cat, Dog: dog },
      newComponents: { Cat: object({ kind: { const: "cat" }, lives: string }, "kind"), Dog: dog },
      component: "Cat",
    },
  ],
  // not
  ["not is added", string, { type: "string", not: { const: "" } }, "breaking", "compatible"],
  ["not is removed", { type: "string", not: { const: "" } }, string, "compatible", "breaking"],
  [
    "not excludes more",
    { type: "string", not: { enum: ["a"] } },
    { type: "string", not: { enum: ["a", "b"] } },
    "breaking",
    "compatible",
  ],
  [
    "not excludes less",
    { type: "number", not: { minimum: 1 } },
    { type: "number", not: { minimum: 2 } },
    "compatible",
    "breaking",
  ],
  // if, then, else
  [
    "if and then are added",
    object({ a: string, b: string }),
    {
      ...object({ a: string, b: string }),
      if: { required: ["a"] },
      then: { required: ["b"] },
    },
    "breaking",
    "compatible",
  ],
  [
    "if and then are removed",
    {
      ...object({ a: string, b: string }),
      if: { required: ["a"] },
      then: { required: ["b"] },
    },
    object({ a: string, b: string }),
    "compatible",
    "breaking",
  ],
  [
    "then is stricter",
    { type: "number", if: { minimum: 10 }, then: { multipleOf: 5 } },
    { type: "number", if: { minimum: 10 }, then: { multipleOf: 10 } },
    "breaking",
    "compatible",
  ],
  [
    "else is added",
    { type: "number", if: { minimum: 10 }, then: { multipleOf: 5 } },
    { type: "number", if: { minimum: 10 }, then: { multipleOf: 5 }, else: { multipleOf: 2 } },
    "breaking",
    "compatible",
  ],
  [
    "if applies to more",
    { type: "number", if: { minimum: 10 }, then: { multipleOf: 5 } },
    { type: "number", if: { minimum: 8 }, then: { multipleOf: 5 } },
    "breaking",
    "compatible",
  ],
  // references
  [
    "a reference to another component",
    object({ a: ref("One") }),
    object({ a: ref("Two") }),
    "breaking",
    "breaking",
    { components: { One: string, Two: integer } },
  ],
  [
    "a reference replaces a narrower schema",
    object({ a: integer }),
    object({ a: ref("One") }),
    "compatible",
    "breaking",
    { components: { One: number } },
  ],
  [
    "a reference gets a bound beside it",
    ref("One"),
    { ...ref("One"), maximum: 5 },
    "breaking",
    "compatible",
    { components: { One: number } },
  ],
  [
    "a component changes behind a reference, once",
    object({ a: ref("One") }),
    object({ a: ref("One") }),
    "breaking",
    "compatible",
    { oldComponents: { One: number }, newComponents: { One: integer }, component: "One" },
  ],
  [
    "a tree whose value changes",
    object({ value: string, inner: ref("M") }),
    object({ value: integer, inner: ref("M") }),
    "breaking",
    "breaking",
    { pointers: ["/properties/value/type"] },
  ],
  // readOnly and writeOnly
  [
    "a required readOnly property is new",
    object({ a: string }),
    object({ a: string, id: { type: "string", readOnly: true } }, "id"),
    "none",
    "compatible",
  ],
  [
    "a required writeOnly property is new",
    object({ a: string }),
    object({ a: string, key: { type: "string", writeOnly: true } }, "key"),
    "breaking",
    "none",
    {
      as2020: {
        request: [object({ a: string }), object({ a: string, key: string }, "key")],
        response: [object({ a: string }), object({ a: string })],
      },
    },
  ],
  [
    "a required readOnly property is removed",
    object({ a: string, id: { type: "string", readOnly: true } }, "id"),
    object({ a: string }),
    "compatible",
    "breaking",
    {
      as2020: {
        request: [object({ a: string }), object({ a: string })],
        response: [object({ a: string, id: string }, "id"), object({ a: string })],
      },
    },
  ],
];
