import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { JsonObject } from "../../generator/core/json.js";
import { componentOf, reconcilable, shownChanges, type ComponentSample } from "./reconciled.js";

const names = ["a", "b", "c", "d", "e", "f", "g"];
const all = (value: JsonObject | null): JsonObject =>
  Object.fromEntries(names.map((name) => [name, value]));
const C = { type: "object" };

interface Action {
  readonly target: string;
  readonly description: string;
}

/** The actions of an overlay. */
function actionsOf(overlay = ""): readonly Action[] {
  // It was written by what is tested.
  return (parse(overlay) as { readonly actions: readonly Action[] }).actions;
}

interface Case {
  readonly title: string;
  readonly openapi?: string;
  readonly schemas: JsonObject;
  readonly samples: readonly ComponentSample[];
  readonly changes: readonly string[];
  /** The targets of the actions. */
  readonly targets: readonly string[];
}

const properties = names.map((name) => `/A/properties/${name}`).join(", ");
const inNames = 'in "a", "b", "c", "d", "e" and 2 more';
const at = "$['components']['schemas']['A']";
const listed = "['a','b','c','d','e','f','g']";

const cases: readonly Case[] = [
  {
    title: "null in many properties of OpenAPI 3.0",
    openapi: "3.0.3",
    schemas: { A: { type: "object", properties: all({ type: "string" }) } },
    samples: [["A", all(null)]],
    changes: [`${properties}: accept null ${inNames}`],
    targets: [`${at}['properties']${listed}`],
  },
  {
    title: "null in many properties of OpenAPI 3.1",
    schemas: { A: { type: "object", properties: all({ type: "string" }) } },
    samples: [["A", all(null)]],
    changes: [`${properties}: accept null ${inNames}`],
    targets: [`${at}['properties']${listed}['type']`, `${at}['properties']${listed}`],
  },
  {
    title: "null in many uses of one component",
    schemas: {
      A: { type: "object", properties: all({ $ref: "#/components/schemas/C" }) },
      C,
    },
    samples: [["A", all(null)]],
    changes: [`${properties}: accept null ${inNames}`],
    targets: [`${at}['properties']${listed}`, `${at}['properties']${listed}['$ref']`],
  },
  {
    title: "required properties that are missing",
    schemas: { A: { type: "object", required: [...names, "id"] } },
    samples: [
      ["A", { id: 1, a: 1, b: 1, c: 1 }],
      ["A", { id: 1, d: 1, e: 1, f: 1, g: 1 }],
    ],
    changes: ['/A: do not require "a", "b", "c", "d", "e" and 2 more'],
    targets: [
      `${at}['required'][?@=='a' || @=='b' || @=='c' || @=='d' || @=='e' || @=='f' || @=='g']`,
    ],
  },
  {
    title: "properties that are not allowed",
    schemas: { A: { type: "object", additionalProperties: false } },
    samples: [["A", { x: 1, y: 1 }]],
    changes: ['/A: allow the properties "x" and "y"'],
    targets: [at],
  },
  {
    title: "what is the same in some, and something else in others",
    openapi: "3.0.3",
    schemas: {
      A: {
        type: "object",
        properties: {
          x: { type: "integer", maximum: 1 },
          y: { type: "integer" },
          z: { type: "integer", enum: [1] },
        },
      },
    },
    samples: [
      ["A", { x: 2, y: null, z: null }],
      ["A", { x: null, y: 0.5 }],
    ],
    changes: [
      "/A/properties/x: loosen `maximum` to 2",
      "/A/properties/y: accept numbers with a fraction",
      '/A/properties/x, /A/properties/y: accept null in "x" and "y"',
      "/A/properties/z: accept null",
    ],
    targets: [
      `${at}['properties']['x']`,
      `${at}['properties']['y']`,
      `${at}['properties']['x','y']`,
      `${at}['properties']['z']`,
    ],
  },
  {
    title: "objects apart from each other",
    openapi: "3.0.3",
    schemas: {
      A: { type: "object", properties: { p: { type: "string" } } },
      B: { type: "object", properties: { p: { type: "string" } } },
    },
    samples: [
      ["A", { p: null }],
      ["B", { p: null }],
    ],
    changes: ["/A/properties/p: accept null", "/B/properties/p: accept null"],
    targets: [`${at}['properties']['p']`, "$['components']['schemas']['B']['properties']['p']"],
  },
  {
    title: "a property, and what is inside of the one beside it",
    openapi: "3.0.3",
    schemas: {
      A: {
        type: "object",
        properties: {
          x: { type: "string" },
          y: { type: "object", properties: { in: { type: "string" } } },
        },
      },
    },
    samples: [
      ["A", { x: null, y: { in: null } }],
      ["A", { y: null }],
    ],
    changes: [
      "/A/properties/y/properties/in: accept null",
      '/A/properties/x, /A/properties/y: accept null in "x" and "y"',
    ],
    targets: [`${at}['properties']['y']['properties']['in']`, `${at}['properties']['x','y']`],
  },
  {
    title: "names that a query has to quote",
    openapi: "3.0.3",
    schemas: {
      A: {
        type: "object",
        properties: { "it's": { type: "string" }, "a','b": { type: "string" }, "": C },
      },
    },
    samples: [["A", { "it's": null, "a','b": null, "": null }]],
    changes: [
      `/A/properties/it's, /A/properties/a','b, /A/properties/: accept null in "it's", "a','b" and ""`,
    ],
    targets: [String.raw`${at}['properties']['it\'s','a\',\'b','']`],
  },
];

describe("changes of one kind in one object are one", () => {
  it.each(cases)("for $title", async ({ openapi, schemas, samples, changes, targets }) => {
    const document = await reconcilable(schemas, openapi);
    const result = document.run(samples);
    expect(shownChanges(result)).toEqual(changes);
    expect(actionsOf(result.overlay).map(({ target }) => target)).toEqual(targets);
    // It says so as well when the samples come in another order.
    expect(document.run(samples.toReversed()).changes.map(({ summary }) => summary)).toEqual(
      result.changes.map(({ summary }) => summary),
    );
    const after = document.after(result);
    expect(after.run(samples)).toMatchObject({ accepted: samples.length, changes: [], left: [] });
  });

  it("and leave what is beside them", async () => {
    const schema = { type: "object", properties: { ...all({ type: "string" }), h: C } };
    const document = await reconcilable({ A: schema }, "3.0.3");
    const after = componentOf(document.after(document.run([["A", all(null)]])), "A");
    const nullable = { type: "string", nullable: true };
    expect(after).toEqual({ type: "object", properties: { ...all(nullable), h: C } });
  });

  it("with the number of samples that show one of them, and one of these", async () => {
    const document = await reconcilable({ A: { type: "object", required: names } });
    const { overlay } = document.run([
      ["A", { a: 1 }],
      ["A", { b: 1 }],
      ["A", all(null)],
    ]);
    const [action] = actionsOf(overlay);
    expect(action?.description).toBe(
      'Do not require "a", "b", "c", "d", "e" and 2 more. 2 samples show it, such as nothing at "/b" of A.',
    );
  });
});
