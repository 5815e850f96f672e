import { address, integer, lang, list, object, string, type Tables } from "./row.js";

export const arrayTables: Tables = {
  "What `contains` asks for": [
    [
      "an object",
      list({ contains: object({ properties: { role: { const: "owner" } }, required: ["role"] }) }),
      [{ role: "admin" }],
      ['expected at least one item such as {role: "owner"}, received array of length 1'],
    ],
    [
      "an object with more properties than one",
      list({
        contains: object({
          properties: { tag: { enum: ["a", "b"] }, n: integer, user: address, note: string },
          required: ["tag", "n", "user", "a b"],
        }),
      }),
      [],
      [
        'expected at least one item such as {tag: "a" or "b", n: integer, user: Address, "a b"}, received array of length 0',
      ],
    ],
    [
      "some of a model",
      list({ contains: lang, minContains: 2 }),
      [1],
      ["expected at least 2 items that are valid Lang values, received array of length 1"],
    ],
    [
      "few of a type",
      list({ contains: string, maxContains: 2 }),
      ["a", "b", "c"],
      ["expected at most 2 items that are strings, received array of length 3"],
    ],
    [
      "few that match",
      list({ contains: { type: "string", pattern: "^a" }, minContains: 0, maxContains: 2 }),
      ["a", "a", "a"],
      [
        "expected at most 2 items that are each a string that matches ^a, received array of length 3",
      ],
    ],
    [
      "none",
      list({ contains: integer, minContains: 0, maxContains: 0 }),
      [1],
      ["expected no item that is an integer, received array of length 1"],
    ],
    [
      "one of several",
      list({ contains: { anyOf: [{ const: 1 }, { type: "string", minLength: 3 }] } }),
      [2],
      [
        "expected at least one item that is 1 or a string of at least 3 characters, received array of length 1",
      ],
    ],
    [
      "what has a title",
      list({
        contains: { title: "Owner entry", minProperties: 1, patternProperties: { a: integer } },
      }),
      [{ a: "1" }],
      ["expected at least one item such as Owner entry, received array of length 1"],
    ],
    [
      "anything",
      list({ contains: true, minContains: 2, maxContains: 3 }),
      [1],
      ["expected at least 2 items, received array of length 1"],
    ],
  ],
  "What tuples ask for": [
    [
      "too many items",
      list({ prefixItems: [integer, string], items: false }),
      [1, "a", 3, 4],
      ["expected at most 2 items, received array of length 4"],
    ],
    [
      "as older versions have it",
      list({ items: [integer], additionalItems: false }),
      [1, 2, 3],
      ["expected at most 1 item, received array of length 3"],
    ],
    ["no items", list({ items: false }), [1], ["expected no items, received array of length 1"]],
    [
      "an item that must not be there",
      list({ prefixItems: [integer, false] }),
      [1, 2],
      ["[1]: expected no such item, received 2 (number)"],
    ],
    [
      "items that none can be",
      list({ prefixItems: [integer], items: { allOf: [string, integer] } }),
      [1, 2],
      ["expected at most 1 item, received array of length 2"],
    ],
  ],
};
