import type { Json, JsonObject } from "../../generator/core/json.js";
import type { Policies } from "../../generator/config/policies.js";

/** Components with a hierarchy, and the result. */
export interface Case {
  readonly what: string;
  readonly schemas: Readonly<Record<string, Json>>;
  /** The version of OpenAPI. Default: 3.1.0. */
  readonly version?: string;
  readonly policies?: Policies;
  /** The types of models on one line, without comments; of no other models than these. */
  readonly types: Readonly<Record<string, string>>;
  /** The ways round that warnings show. */
  readonly ways: readonly string[];
  readonly valid: Readonly<Record<string, readonly Json[]>>;
  readonly invalid: Readonly<Record<string, readonly Json[]>>;
}

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

const text = { type: "string" };
const kind = { type: "object", required: ["kind"], properties: { kind: text } };

/** An object with a property that tells what it is. */
function tagged(value: string, properties: JsonObject = {}): JsonObject {
  return { type: "object", properties: { kind: { const: value }, ...properties } };
}

function extending(base: string, value: string, properties: JsonObject = {}): JsonObject {
  return { allOf: [ref(base), tagged(value, properties)] };
}

const animals = {
  Owner: { type: "object", properties: { pet: ref("Pet") } },
  Cat: { allOf: [ref("Pet"), { type: "object", properties: { meow: text } }] },
  Dog: {
    allOf: [ref("Pet"), { type: "object", required: ["bark"], properties: { bark: text } }],
  },
};

export const cases: readonly Case[] = [
  {
    what: "a base with one child",
    schemas: { Pet: { ...kind, oneOf: [ref("Cat")] }, Cat: animals.Cat },
    version: "3.0.3",
    types: { Pet: "Cat", PetBase: "{ kind: string; }", Cat: "extends PetBase { meow?: string; }" },
    ways: ["Pet → oneOf/0 → Cat → allOf/0 → Pet"],
    valid: { Pet: [{ kind: "x" }, { kind: "x", meow: "" }], Cat: [{ kind: "x" }] },
    invalid: { Pet: [{}, { kind: "x", meow: 1 }, null], Cat: [{ meow: "" }] },
  },
  {
    what: "a base that is used in a property",
    schemas: { ...animals, Pet: { ...kind, anyOf: [ref("Cat"), ref("Dog")] } },
    types: {
      Owner: "{ pet?: Pet; }",
      Cat: "extends PetBase { meow?: string; }",
      Dog: "extends PetBase { bark: string; }",
      Pet: "Cat | Dog",
      PetBase: "{ kind: string; }",
    },
    ways: ["Pet → anyOf/0 → Cat → allOf/0 → Pet"],
    valid: { Owner: [{ pet: { kind: "", bark: "" } }, {}] },
    invalid: { Owner: [{ pet: { kind: "", meow: 1 } }, { pet: { bark: "" } }] },
  },
  {
    what: "three levels, and a child behind an alias",
    schemas: {
      Animal: { ...kind, oneOf: [ref("Pet"), ref("Beast")] },
      Pet: {
        allOf: [ref("Animal"), { properties: { name: text } }],
        oneOf: [ref("Cat"), ref("Dog")],
      },
      Cat: extending("Pet", "cat"),
      Dog: extending("Pet", "dog"),
      Beast: ref("Wolf"),
      Wolf: extending("Animal", "wolf"),
    },
    types: {
      Animal: "Pet | Beast",
      AnimalBase: "{ kind: string; }",
      Pet: "Cat | Dog",
      PetBase: "extends AnimalBase { name?: string; }",
      Cat: 'extends PetBase { kind: "cat"; }',
      Dog: 'extends PetBase { kind: "dog"; }',
      Beast: "Wolf",
      Wolf: 'extends AnimalBase { kind: "wolf"; }',
    },
    ways: ["Animal → oneOf/0 → Pet → allOf/0 → Animal", "Pet → oneOf/0 → Cat → allOf/0 → Pet"],
    valid: {
      Animal: [
        { kind: "cat", name: "" },
        { kind: "wolf", name: 1 },
      ],
      Pet: [{ kind: "dog" }],
      Wolf: [{ kind: "wolf" }],
    },
    invalid: {
      Animal: [{ kind: "cow" }, { kind: "cat", name: 1 }],
      Pet: [{ kind: "wolf" }],
      Cat: [{ kind: "dog" }, { name: "" }],
    },
  },
  {
    what: "children that are written in the list, and one with $ref and siblings",
    schemas: {
      Pet: {
        ...kind,
        oneOf: [{ allOf: [ref("Pet"), tagged("cat", { meow: text })] }, ref("Dog")],
      },
      Dog: { ...ref("Pet"), ...tagged("dog") },
    },
    types: {
      Pet: "PetCat | Dog",
      PetCat: 'extends PetBase { kind: "cat"; meow?: string; }',
      PetBase: "{ kind: string; }",
      Dog: 'extends PetBase { kind: "dog"; }',
    },
    ways: ["Pet → oneOf/0/allOf/0 → Pet"],
    valid: { Pet: [{ kind: "cat", meow: "" }, { kind: "dog" }] },
    invalid: { Pet: [{ kind: "cat", meow: 1 }, { kind: "cow" }, {}], Dog: [{ kind: "cat" }] },
  },
  {
    what: "several bases, one of them listing inside of its allOf",
    schemas: {
      Named: {
        allOf: [{ required: ["name"], properties: { name: text } }, { oneOf: [ref("Cat")] }],
      },
      Pet: { ...kind, oneOf: [ref("Cat"), ref("Dog")] },
      Cat: { allOf: [ref("Pet"), { allOf: [ref("Named")] }, tagged("cat")] },
      Dog: extending("Pet", "dog"),
    },
    types: {
      Named: "Cat & { name: string }",
      NamedBase: "",
      Pet: "Cat | Dog",
      PetBase: "{ kind: string; }",
      Cat: "",
      Dog: 'extends PetBase { kind: "dog"; }',
    },
    ways: [
      "Named → allOf/1/oneOf/0 → Cat → allOf/1/allOf/0 → Named",
      "Pet → oneOf/0 → Cat → allOf/0 → Pet",
    ],
    valid: {
      Pet: [{ kind: "cat", name: "" }, { kind: "dog" }],
      Named: [{ kind: "cat", name: "" }],
    },
    invalid: { Pet: [{ kind: "cat" }], Named: [{ name: "" }, { kind: "dog", name: "" }] },
  },
  {
    what: "a base that may be null, and one child that says no more",
    version: "3.0.3",
    schemas: {
      Pet: { ...kind, nullable: true, oneOf: [ref("Cat"), ref("Dog")] },
      Cat: { allOf: [ref("Pet"), { type: "object", required: ["meow"] }] },
      Dog: { allOf: [ref("Pet"), { type: "object", required: ["bark"] }] },
    },
    types: {
      Pet: "PetValue | null",
      PetValue: "",
      PetBase: "PetBaseValue | null",
      PetBaseValue: "{ kind: string; }",
      Cat: "",
      Dog: "",
    },
    ways: ["Pet → oneOf/0 → Cat → allOf/0 → Pet"],
    valid: { Pet: [null, { kind: "", meow: 1 }], Cat: [{ kind: "", meow: 1 }] },
    invalid: { Pet: [{ kind: "" }, { kind: "", meow: 1, bark: 1 }], Cat: [null, { meow: 1 }] },
  },
  {
    what: "a base that only lists, and a schema between that is not listed",
    schemas: {
      Pet: { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } },
      Tame: { allOf: [ref("Pet"), { required: ["name"], properties: { name: text } }] },
      Cat: { allOf: [ref("Tame"), tagged("cat")], required: ["kind"] },
      Dog: { allOf: [ref("Tame"), tagged("dog")], required: ["kind"] },
    },
    types: {
      Pet: "Cat | Dog",
      PetBase: "unknown",
      Tame: "",
      TameBase: "",
      Cat: "",
      Dog: "",
    },
    ways: ["Pet → oneOf/0 → Cat → allOf/0 → Tame → allOf/0 → Pet"],
    valid: { Pet: [{ kind: "cat", name: "" }], Tame: [{ kind: "dog", name: "" }] },
    invalid: { Pet: [{ kind: "cat" }], Tame: [{ name: "" }, { kind: "cow", name: "" }] },
  },
  {
    what: "a base whose list has a schema that does not extend it",
    schemas: {
      Pet: { ...kind, oneOf: [ref("Cat"), ref("Fish")], maxProperties: 2 },
      Cat: extending("Pet", "cat"),
      Fish: { type: "object", required: ["kind"], properties: { kind: { const: "fish" } } },
    },
    types: {
      Pet: "",
      PetBase: "{ kind: string; }",
      Cat: 'extends PetBase { kind: "cat"; }',
      Fish: '{ kind: "fish"; }',
    },
    ways: ["Pet → oneOf/0 → Cat → allOf/0 → Pet"],
    valid: {
      Pet: [{ kind: "cat" }, { kind: "fish", a: 1 }],
      Fish: [{ kind: "fish", a: 1, b: 1 }],
    },
    invalid: {
      Pet: [{ kind: "cow" }, { kind: "fish", a: 1, b: 1 }],
      Cat: [{ kind: "cat", a: 1, b: 1 }],
    },
  },
  // policies
  {
    what: "the policy that a base is what it says besides listing",
    policies: { polymorphism: "base" },
    schemas: { ...animals, Pet: { ...kind, oneOf: [ref("Cat"), ref("Dog")] } },
    types: {
      Owner: "{ pet?: Pet; }",
      Pet: "{ kind: string; }",
      Cat: "extends Pet { meow?: string; }",
      Dog: "extends Pet { bark: string; }",
    },
    ways: [],
    valid: { Owner: [{ pet: { kind: "" } }], Dog: [{ kind: "", bark: "" }] },
    invalid: { Owner: [{ pet: {} }], Dog: [{ kind: "" }] },
  },
  {
    what: "a discriminator without a policy",
    schemas: { ...animals, Pet: { ...kind, discriminator: { propertyName: "kind" } } },
    types: {
      Owner: "{ pet?: Pet; }",
      Pet: "{ kind: string; }",
      Cat: "extends Pet { meow?: string; }",
      Dog: "extends Pet { bark: string; }",
    },
    ways: [],
    valid: { Owner: [{ pet: { kind: "x" } }] },
    invalid: { Owner: [{ pet: {} }] },
  },
  {
    what: "the policy that a base is the union of what extends it, by names and a mapping",
    policies: { models: { Pet: { polymorphism: "union" } } },
    version: "3.0.3",
    schemas: {
      ...animals,
      Pet: {
        ...kind,
        discriminator: {
          propertyName: "kind",
          mapping: { cat: "#/components/schemas/Cat", kitten: "Cat" },
        },
      },
      Puppy: { allOf: [ref("Dog"), { type: "object", properties: { age: { type: "integer" } } }] },
    },
    types: {
      Owner: "{ pet?: Pet; }",
      Pet: "PetCat | PetDog | PetPuppy | PetValue",
      PetCat: "",
      PetDog: 'extends Dog { kind: "Dog"; }',
      PetPuppy: 'extends Puppy { kind: "Puppy"; }',
      PetCatKind: '"cat" | "kitten"',
      PetValue: 'extends PetBase { kind: "Pet"; }',
      PetBase: "{ kind: string; }",
      Cat: "extends PetBase { meow?: string; }",
      Dog: "extends PetBase { bark: string; }",
      Puppy: "extends Dog { age?: number; }",
    },
    ways: [],
    valid: {
      Owner: [
        { pet: { kind: "kitten", meow: "" } },
        { pet: { kind: "Dog", bark: "" } },
        { pet: { kind: "Pet" } },
      ],
      Puppy: [{ kind: "x", bark: "" }],
    },
    invalid: {
      Owner: [
        { pet: { kind: "Cat" } },
        { pet: { kind: "Dog" } },
        { pet: { kind: "Puppy", bark: "", age: "" } },
        { pet: { kind: "cow" } },
      ],
    },
  },
  {
    what: "the policy for children that say what they are, and a base whose name is no value",
    policies: { polymorphism: "union" },
    schemas: {
      Pet: {
        type: "object",
        required: ["kind"],
        properties: { kind: { enum: ["cat", "dog", "puppy"] } },
        discriminator: { propertyName: "kind" },
      },
      Cat: extending("Pet", "cat"),
      Dog: {
        allOf: [ref("Pet"), { properties: { kind: { enum: ["dog", "puppy"] } } }],
        discriminator: { propertyName: "kind" },
      },
      Puppy: { allOf: [ref("Dog"), tagged("puppy")] },
    },
    types: {
      Pet: "Cat | Dog",
      PetBase: "",
      PetKind: "",
      Cat: "",
      Dog: "",
      DogBase: "",
      DogKind: "",
      Puppy: "",
    },
    ways: [],
    valid: { Pet: [{ kind: "cat" }, { kind: "puppy" }], Dog: [{ kind: "puppy" }] },
    invalid: { Pet: [{ kind: "cow" }, {}], Dog: [{ kind: "cat" }], Puppy: [{ kind: "dog" }] },
  },
];
