import { describe, expect, it } from "vitest";
import { compileErrors } from "./compile.js";
import { generateSchemas, type GeneratedPackage, type Settings } from "./package.js";

const object = { type: "object", properties: { x: { type: "string" } } };
const choice = { enum: ["a", "b"] };

/** The names of the models, in order, each with its module where that is not its own. */
function namesOf({ models }: GeneratedPackage): readonly string[] {
  return models.map(({ name }) => name);
}

function warningsOf({ diagnostics }: GeneratedPackage): readonly string[] {
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

function withProperty(name: string, schema: object): object {
  return { type: "object", properties: { [name]: schema } };
}

describe("the name of a component schema", () => {
  it.each([
    ["is kept where it is an identifier", "BatchRequest", "BatchRequest"],
    ["is kept in lower case, too", "batch", "batch"],
    ["is kept with its underscores", "batch_request", "batch_request"],
    ["is put together where it has dashes", "batch-request", "BatchRequest"],
    ["is put together where it has dots", "v1.batch.Request", "V1BatchRequest"],
    ["is put together where it has blanks", "batch request  list", "BatchRequestList"],
    ["keeps the case inside of its words", "OpenAI-batchAPI", "OpenAIBatchAPI"],
    ["gets an underscore where it begins with a digit", "2d-point", "_2dPoint"],
    ["keeps letters of every script", "größe-名前", "Größe名前"],
    ["is something where it has no letters", "!?", "Model"],
    ["gets a suffix where it is a reserved word", "class", "classModel"],
    ["gets a suffix where it is a global", "Date", "DateModel"],
  ])("%s", async (_what, component, name) => {
    const generated = await generateSchemas({ [component]: object });
    expect(namesOf(generated)).toEqual([name]);
  });

  it.each([
    ["BatchRequestCounts", "batch-request-counts"],
    ["HTTPServer", "http-server"],
    ["OAuth2Token", "o-auth2-token"],
    ["snake_case", "snake-case"],
    ["Index", "index-model"],
  ])("%s gives the file %s", async (component, module) => {
    const { texts } = await generateSchemas({ [component]: object });
    expect(Object.keys(texts)).toContain(`src/models/${module}.ts`);
    expect(Object.keys(texts)).toContain(`src/guards/${module}.ts`);
  });

  it("gives every export its name", async () => {
    const { models } = await generateSchemas({ BatchStatus: choice });
    expect(models[0]?.exports).toEqual({
      is: "isBatchStatus",
      schema: "BatchStatusSchema",
      values: "batchStatusValues",
      jsonSchema: "BatchStatusJsonSchema",
    });
  });

  it("does not depend on its title", async () => {
    expect(namesOf(await generateSchemas({ A: { ...object, title: "Something" } }))).toEqual(["A"]);
  });
});

describe("a schema inside another one", () => {
  it.each([
    ["an object has one of the parent and the property", withProperty("child", object), "PChild"],
    ["an enum has one", withProperty("status", choice), "PStatus"],
    ["a title wins", withProperty("child", { ...object, title: "Kid" }), "Kid"],
    ["a title that is no identifier loses", withProperty("c", { ...object, title: "A kid" }), "PC"],
    ["words of a property are put together", withProperty("line_items", object), "PLineItems"],
    ["an item has one", withProperty("lines", { items: object }), "PLinesItem"],
    ["the items of a list have one", { items: object }, "PItem"],
    ["a place in a tuple has one", { prefixItems: [true, object] }, "PItem2"],
    ["the values of a dictionary have one", { additionalProperties: object }, "PValue"],
    ["one of several has a number", { anyOf: [{ type: "string" }, object] }, "POption2"],
    [
      "one beside null has no number",
      withProperty("c", { anyOf: [object, { type: "null" }] }),
      "PC",
    ],
    ["null is set apart", withProperty("c", { ...object, type: ["object", "null"] }), "PC"],
    ["a part of a whole gives its name away", { allOf: [withProperty("c", object)] }, "PC"],
  ])("has a name: %s", async (_what, schema, name) => {
    expect(namesOf(await generateSchemas({ P: schema }))).toEqual(["P", name]);
  });

  it.each([
    ["a scalar", withProperty("c", { type: "string" })],
    ["an enum of one value", withProperty("c", { enum: ["a"] })],
    ["a dictionary", withProperty("c", { additionalProperties: { type: "string" } })],
    ["a list", withProperty("c", { items: { type: "string" } })],
    ["an object without properties", withProperty("c", { type: "object" })],
    ["a condition", { if: withProperty("c", object) }],
    ["what is excluded", { not: withProperty("c", object) }],
  ])("has no name: %s", async (_what, schema) => {
    expect(namesOf(await generateSchemas({ P: schema }))).toEqual(["P"]);
  });

  it("takes its name from the nearest named schema around it", async () => {
    const deep = withProperty("b", withProperty("c", { ...choice }));
    expect(namesOf(await generateSchemas({ P: withProperty("a", deep) }))).toEqual([
      ...["P", "PA", "PAB", "PABC"],
    ]);
    const titled = withProperty("b", { title: "Middle", ...withProperty("c", choice) });
    expect(namesOf(await generateSchemas({ P: withProperty("a", titled) }))).toEqual([
      ...["P", "PA", "Middle", "MiddleC"],
    ]);
  });

  it("stands in the module of the component around it", async () => {
    const { models } = await generateSchemas({ P: withProperty("a", withProperty("b", object)) });
    expect(models.map(({ module }) => module)).toEqual(["p", "p", "p"]);
  });

  it("has a module of its own where something refers to it", async () => {
    const { models } = await generateSchemas({
      P: withProperty("a", object),
      Q: { $ref: "#/components/schemas/P/properties/a" },
    });
    expect(models.map(({ name, module }) => [name, module])).toEqual([
      ...[
        ["P", "p"],
        ["Q", "q"],
        ["PA", "pa"],
      ],
    ]);
  });
});

describe("names that collide", () => {
  it.each([
    {
      what: "a component after another one",
      schemas: { "foo-bar": object, "foo.bar": object, foo_bar: object },
      names: ["FooBar", "FooBar2", "foo_bar"],
      warnings: ["renamed-model: the name FooBar is taken, so the model is named FooBar2"],
    },
    {
      what: "a component that differs in case only from another one",
      schemas: { Foo: object, foo: object },
      names: ["Foo", "foo2"],
      warnings: ["renamed-model: the name foo is taken, so the model is named foo2"],
    },
    {
      what: "a nested schema after every component",
      schemas: { P: withProperty("c", object), PC: object },
      names: ["P", "PC2", "PC"],
      warnings: ["renamed-model: the name PC is taken, so the model is named PC2"],
    },
    {
      what: "a title that is taken: the name by its place comes next",
      schemas: { P: withProperty("c", { ...object, title: "Kid" }), Kid: object },
      names: ["P", "PC", "Kid"],
      warnings: ["renamed-model: the name Kid is taken, so the model is named PC"],
    },
    {
      what: "a component that is named as an export of another one",
      schemas: { Foo: object, FooSchema: object, isFoo: object },
      names: ["Foo", "FooSchema2", "isFoo2"],
      warnings: [
        "renamed-model: the name FooSchema is taken, so the model is named FooSchema2",
        "renamed-model: the name isFoo is taken, so the model is named isFoo2",
      ],
    },
    {
      what: "a component that is named as an export of the runtime",
      schemas: { Issue: object, ValidationError: object },
      names: ["Issue2", "ValidationError2"],
      warnings: [
        "renamed-model: the name Issue is taken, so the model is named Issue2",
        "renamed-model: the name ValidationError is taken, so the model is named ValidationError2",
      ],
    },
    {
      what: "numbers that are taken are passed over",
      schemas: { "a-b": object, AB2: object, "a.b": object },
      names: ["AB", "AB2", "AB3"],
      warnings: ["renamed-model: the name AB is taken, so the model is named AB3"],
    },
    {
      what: "the first one keeps the name, even if another one is spelt that way",
      schemas: { "foo-bar": object, FooBar: object },
      names: ["FooBar", "FooBar2"],
      warnings: ["renamed-model: the name FooBar is taken, so the model is named FooBar2"],
    },
  ])("are told apart, and it is said: $what", async ({ schemas, names, warnings }) => {
    const generated = await generateSchemas(schemas);
    expect(namesOf(generated)).toEqual(names);
    expect(warningsOf(generated)).toEqual(warnings);
    expect(compileErrors(generated.texts)).toEqual([]);
  });

  it("are told apart in the same way every time", async () => {
    const schemas = { "a-b": object, AB: withProperty("a-b", object), ab: object, "a.b": choice };
    const first = await generateSchemas(schemas);
    expect((await generateSchemas(schemas)).texts).toEqual(first.texts);
  });
});

describe("`names` in the config", () => {
  const schemas = {
    P: withProperty("a/b", { ...object, title: "Titled" }),
    Q: { type: "array", items: choice },
  };

  it.each<[string, Settings["names"], readonly string[]]>([
    [
      "names a component",
      { "#/components/schemas/P": "Parent" },
      ["Parent", "Titled", "Q", "QItem"],
    ],
    [
      "names a nested schema, in place of its title",
      { "#/components/schemas/P/properties/a~1b": "Chosen" },
      ["P", "Chosen", "Q", "QItem"],
    ],
    ["names an item", { "#/components/schemas/Q/items": "Kind" }, ["P", "Titled", "Q", "Kind"]],
  ])("%s", async (_what, names, wanted) => {
    const generated = await generateSchemas(schemas, { names: names ?? {} });
    expect(namesOf(generated)).toEqual(wanted);
    expect(warningsOf(generated)).toEqual([]);
    expect(compileErrors(generated.texts)).toEqual([]);
  });

  it("gives the schemas inside a name that follows from it", async () => {
    const generated = await generateSchemas(
      { P: withProperty("c", choice) },
      { names: { "#/components/schemas/P": "Parent" } },
    );
    expect(namesOf(generated)).toEqual(["Parent", "ParentC"]);
    expect(Object.keys(generated.texts)).toContain("src/models/parent.ts");
  });

  it("settles a collision", async () => {
    const generated = await generateSchemas(
      { "foo-bar": object, "foo.bar": object },
      { names: { "#/components/schemas/foo.bar": "OtherFooBar" } },
    );
    expect(namesOf(generated)).toEqual(["FooBar", "OtherFooBar"]);
    expect(warningsOf(generated)).toEqual([]);
  });

  it("wins over a name that another schema would have had", async () => {
    const generated = await generateSchemas(
      { Foo: object, Bar: object },
      { names: { "#/components/schemas/Bar": "Foo" } },
    );
    expect(namesOf(generated)).toEqual(["Foo2", "Foo"]);
    expect(warningsOf(generated)).toHaveLength(1);
  });

  it("is warned of where there is no model", async () => {
    const { diagnostics } = await generateSchemas(schemas, {
      names: { "#/components/schemas/Nothing": "X" },
    });
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "unused-name" }]);
  });
});

describe("`roots` in the config", () => {
  const schemas = {
    A: withProperty("b", { $ref: "#/components/schemas/B" }),
    B: { items: { allOf: [{ $ref: "#/components/schemas/C" }] } },
    C: { ...object, not: { $ref: "#/components/schemas/D" } },
    D: choice,
    E: withProperty("a", { $ref: "#/components/schemas/A" }),
    Broken: { type: "nonsense" },
  };

  it.each([
    ["one with all that it reaches", ["A"], ["A", "B", "C", "D"]],
    ["one that reaches nothing", ["D"], ["D"]],
    ["several, in the order of the document", ["E", "D"], ["A", "B", "C", "D", "E"]],
    ["one twice", ["D", "D"], ["D"]],
  ])("emits %s", async (_what, roots, names) => {
    const generated = await generateSchemas(schemas, { roots });
    expect(namesOf(generated)).toEqual(names);
    expect(warningsOf(generated)).toEqual([]);
    expect(compileErrors(generated.texts)).toEqual([]);
  });
});
