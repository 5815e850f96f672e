import { describe, expect, it } from "vitest";
import { diagnosticsOf, documentWith } from "./warnings-of.js";

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** A schema with a tag. */
const tagged = (values: readonly string[] | undefined, others: object = {}): object => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { type: "string", ...(values !== undefined && { enum: values }) } },
  ...others,
});
const Cat = tagged(["cat"]);
const Dog = tagged(["dog"]);

const union = (discriminator: object, ...names: readonly string[]): object => ({
  oneOf: names.map(ref),
  discriminator: { propertyName: "kind", ...discriminator },
});
const mapped = { mapping: { cat: "Cat", dog: "#/components/schemas/Dog" } };

/** What is said about discriminators: the code, and the pointers that are named. */
async function said(schemas: object, version?: string): Promise<readonly (readonly string[])[]> {
  const diagnostics = await diagnosticsOf(documentWith(schemas, version));
  const pointer = (place: { readonly pointer: string } | undefined): string =>
    place?.pointer.replace("/components/schemas/", "") ?? "";
  return diagnostics.map(({ code, place, related = [] }) => [
    code,
    pointer(place),
    ...related.map((other) => pointer(other.place)),
  ]);
}

describe("a discriminator that is right", () => {
  it.each([
    [
      "is extended by a component that is in a property with a description, or may be null there",
      {
        Pet: tagged(["Cat"], { discriminator: { propertyName: "kind" } }),
        Cat: { allOf: [ref("Pet")] },
        Owner: {
          type: "object",
          properties: {
            pet: { description: "The pet.", allOf: [ref("Cat")] },
            other: { anyOf: [{ allOf: [ref("Cat"), { type: "object" }] }, { type: "null" }] },
          },
        },
      },
    ],
    [
      "is beside null, and is extended",
      {
        Pet: {
          anyOf: [tagged(["Cat"], { discriminator: { propertyName: "kind" } }), { type: "null" }],
        },
        Cat: { allOf: [ref("Pet"), { type: "object" }] },
      },
    ],
    ["maps each value", { U: union(mapped, "Cat", "Dog"), Cat, Dog }],
    ["goes by names", { U: union({}, "cat", "dog"), cat: Cat, dog: Dog }],
    [
      "goes by names of properties that are any text",
      { U: union({}, "Cat"), Cat: tagged(undefined) },
    ],
    ["has options of options", { U: union(mapped, "V"), V: union(mapped, "Cat", "Dog"), Cat, Dog }],
    [
      "is extended",
      {
        Pet: tagged(undefined, { discriminator: { propertyName: "kind" } }),
        Cat: { allOf: [ref("Pet"), { type: "object", properties: { a: {} } }] },
      },
    ],
    [
      "has options with null beside them",
      {
        U: { ...union(mapped, "Cat", "Dog"), oneOf: [ref("Cat"), ref("Dog"), { type: "null" }] },
        Cat,
        Dog,
      },
    ],
  ])("%s", async (_what, schemas) => {
    expect(await said(schemas)).toEqual([]);
  });

  it("has a default from OpenAPI 3.2 on, so that the property may be missing", async () => {
    const schemas = {
      U: union({ mapping: { cat: "Cat" }, defaultMapping: "Other" }, "Cat", "Other"),
      Cat,
      Other: { type: "object", properties: { kind: { enum: ["other"] } } },
    };
    expect(await said(schemas, "3.2.0")).toEqual([]);
  });
});

describe("a discriminator that cannot be meant", () => {
  it.each([
    [
      "leads nowhere",
      {
        U: union(
          { mapping: { cat: "Cat", a: "#/components/schemas/No", b: "./no.yaml", c: "No" } },
          "Cat",
        ),
        Cat,
      },
      ["a", "b", "c"].map((name) => ["unresolvable-mapping", `U/discriminator/mapping/${name}`]),
    ],
    [
      "leads to what is not a schema",
      {
        U: union({ mapping: { cat: "Cat", a: "", b: "#/info", c: "#/components/schemas" } }, "Cat"),
        Cat,
      },
      ["a", "b", "c"].map((name) => ["unresolvable-mapping", `U/discriminator/mapping/${name}`]),
    ],
    [
      "leads to what is not an option",
      { U: union(mapped, "Cat"), Cat, Dog },
      [["mapping-to-no-option", "U/discriminator/mapping/dog", "Dog", "Cat"]],
    ],
    [
      "has a value that the option does not",
      { U: union({ mapping: { kitty: "Cat" } }, "Cat"), Cat },
      [["unknown-discriminator-value", "U/discriminator/mapping/kitty", "Cat"]],
    ],
    [
      "has options whose names are no values",
      { U: union({}, "Cat", "dog"), Cat, dog: Dog },
      [["unreachable-option", "U/discriminator", "Cat"]],
    ],
    [
      "has an option without a name",
      { U: { ...union(mapped), oneOf: [ref("Cat"), ref("Dog"), tagged(["bird"])] }, Cat, Dog },
      [["unreachable-option", "U/discriminator", "U/oneOf/2"]],
    ],
    [
      "has a property that no option describes",
      { U: { ...union({}, "cat"), discriminator: { propertyName: "nope" } }, cat: Cat },
      [["missing-discriminator-property", "U/discriminator", "cat"]],
    ],
    [
      "has a property that an option does not require",
      { U: union(mapped, "Cat", "Dog"), Cat, Dog: { ...Dog, required: [] } },
      [["optional-discriminator-property", "U/discriminator", "Dog"]],
    ],
    [
      "has nothing to choose from",
      { Cat: tagged(["cat"], { discriminator: { propertyName: "kind" } }) },
      [["discriminator-without-options", "Cat/discriminator"]],
    ],
    [
      "is extended under names that are no values",
      {
        Pet: tagged(["cat"], { discriminator: { propertyName: "kind" } }),
        Dog: { allOf: [ref("Pet")] },
        cat: { allOf: [ref("Pet")] },
      },
      [["unreachable-option", "Pet/discriminator", "Dog"]],
    ],
  ])("%s", async (_what, schemas, expected) => {
    expect(await said(schemas)).toEqual(expected);
  });

  it("has a default from OpenAPI 3.2 on that is not an option", async () => {
    const schemas = {
      U: union({ mapping: { cat: "Cat" }, defaultMapping: "Dog" }, "Cat"),
      Cat,
      Dog,
    };
    expect(await said(schemas, "3.2.0")).toEqual([
      ["mapping-to-no-option", "U/discriminator/defaultMapping", "Dog", "Cat"],
    ]);
  });

  it("has a default that leads nowhere", async () => {
    expect(
      await said(
        { U: union({ ...mapped, defaultMapping: "No" }, "Cat", "Dog"), Cat, Dog },
        "3.2.0",
      ),
    ).toEqual([["unresolvable-mapping", "U/discriminator/defaultMapping"]]);
  });
});
