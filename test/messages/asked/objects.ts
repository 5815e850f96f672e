import { address, lang, object, string, type Tables } from "./row.js";

export const objectTables: Tables = {
  "What dependencies ask for": [
    [
      "of one property",
      object({ dependentRequired: { card: ["address"] } }),
      { card: 1 },
      ["address: missing, expected a value because `card` is present"],
    ],
    [
      "of a property that is described",
      object({ properties: { zip: string }, dependentRequired: { card: ["zip"] } }),
      { card: 1 },
      ["zip: missing, expected string because `card` is present"],
    ],
    [
      "of the same property twice",
      object({ dependentRequired: { a: ["b", "b"] } }),
      { a: 1 },
      ["b: missing, expected a value because `a` is present"],
    ],
    [
      "of one condition inside another",
      object({
        if: { required: ["a"] },
        then: { if: { required: ["b"] }, else: { required: ["c"] } },
      }),
      { a: 1 },
      ["c: missing, expected a value because `b` is missing and `a` is present"],
    ],
    [
      "of a dependency inside another",
      object({ dependentSchemas: { a: { dependentRequired: { b: ["c"] } } } }),
      { a: 1, b: 1 },
      ["c: missing, expected a value because `b` is present and `a` is present"],
    ],
    [
      "of what is asked for anyway",
      object({
        properties: { a: { type: "integer" } },
        required: ["a"],
        dependentSchemas: {
          k: { properties: { a: { type: "integer", minimum: 4 } }, required: ["a"] },
        },
      }),
      { k: 1 },
      ["a: missing, expected integer"],
    ],
    [
      "of a type that is wrong anyway",
      object({
        properties: { a: { enum: ["x", "y"] } },
        if: { required: ["k"] },
        then: { properties: { a: { enum: ["x", "y"] } } },
      }),
      { k: 1, a: 1 },
      ['a: expected one of "x", "y", received 1 (number)'],
    ],
    [
      "further inside",
      object({ properties: { o: object({ dependentRequired: { x: ["y"] } }) } }),
      { o: { x: 1 } },
      ["o.y: missing, expected a value because `x` is present"],
    ],
    [
      "that a property is not there",
      object({ dependentSchemas: { a: { properties: { b: false } } } }),
      { a: 1, b: 2 },
      ["b: expected no such property because `a` is present, received 2 (number)"],
    ],
    [
      "that nothing can be",
      object({ dependentSchemas: { a: false } }),
      { a: 1 },
      ["expected an object without `a`, received object of size 1"],
    ],
    [
      "by a model",
      object({ dependentSchemas: { a: address } }),
      { a: 1, kind: "hom" },
      [
        "street: missing, expected string because `a` is present",
        'kind: expected one of "home", "work" because `a` is present, received "hom" (string), did you mean "home"?',
      ],
    ],
    [
      "as older versions have it",
      object({ dependencies: { a: ["b"], c: { required: ["d"] } } }),
      { a: 1, c: 1 },
      [
        "b: missing, expected a value because `a` is present",
        "d: missing, expected a value because `c` is present",
      ],
    ],
    [
      "by a name that a terminal would act on",
      object({ dependentRequired: { "\u001b[31m": ["b"] } }),
      { "\u001b[31m": 1 },
      [String.raw`b: missing, expected a value because ${"`\\u001b[31m`"} is present`],
    ],
  ],
  "What conditions ask for": [
    [
      "where a property has a value",
      object({
        if: { properties: { country: { const: "US" } }, required: ["country"] },
        then: { required: ["zip"] },
      }),
      { country: "US" },
      ['zip: missing, expected a value because `country` is "US"'],
    ],
    [
      "where it has another one",
      object({
        if: { properties: { country: { enum: ["US", "CA"] } }, required: ["country"] },
        else: { required: ["region"] },
      }),
      { country: "DE" },
      ['region: missing, expected a value because `country` is not "US" or "CA"'],
    ],
    [
      "where it may be missing",
      object({
        if: { properties: { country: { const: "US" } } },
        then: { properties: { zip: { type: "string", pattern: "^1" } } },
      }),
      { zip: "2" },
      [
        'zip: expected a string that matches ^1 because `country` is "US" or missing, received "2" (string)',
      ],
    ],
    [
      "where it is there, by a model",
      object({ if: { required: ["kind"] }, then: address }),
      { kind: "home" },
      ["street: missing, expected string because `kind` is present"],
    ],
    [
      "where two are there",
      object({
        if: { required: ["a", "b"] },
        then: { required: ["c"] },
        else: { required: ["d"] },
      }),
      { a: 1 },
      ["d: missing, expected a value"],
    ],
    [
      "of what is not an object, which has no properties",
      { if: { required: ["kind"] }, then: address },
      5,
      ["expected object, received 5 (number)"],
    ],
    [
      "where it takes more to say why",
      object({ if: { minProperties: 1 }, then: { required: ["a"] } }),
      { b: 1 },
      ["a: missing, expected a value"],
    ],
  ],
  "What names are allowed": [
    [
      "those of a model",
      object({ propertyNames: lang }),
      { es: 1 },
      [
        'es: expected one of "en", "fr", received "es", which is not an allowed name, did you mean "en"?',
      ],
    ],
    [
      "those of a list",
      object({ properties: { labels: object({ propertyNames: { enum: ["en", "fr"] } }) } }),
      { labels: { german: 1 } },
      [
        'labels.german: expected one of "en", "fr", received "german", which is not an allowed name',
      ],
    ],
    [
      "those that match",
      object({ propertyNames: { pattern: "^[a-z]+$", maxLength: 5 } }),
      { "A-B-C-D": 1 },
      [
        '["A-B-C-D"]: expected a name of at most 5 characters, received "A-B-C-D" (string)',
        '["A-B-C-D"]: expected a name that matches ^[a-z]+$, received "A-B-C-D" (string)',
      ],
    ],
    [
      "all but some",
      object({ propertyNames: { not: { enum: ["id"] } } }),
      { id: 1 },
      ['id: expected any name but "id", received "id" (string)'],
    ],
    [
      "those of several schemas",
      object({ propertyNames: { anyOf: [{ pattern: "^x-" }, { minLength: 9 }] } }),
      { es: 1 },
      [
        'es: expected a string that matches ^x- or at least 9 characters, received "es", which is not an allowed name',
      ],
    ],
    [
      "none",
      object({ propertyNames: false }),
      { es: 1 },
      ['es: expected no property at all, received "es" (string)'],
    ],
  ],
};
