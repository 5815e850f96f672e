import { describe, expect, it } from "vitest";
import type { LocatedDiagnostic } from "../../generator/core/diagnostic.js";
import type { Model } from "../../generator/model/model.js";
import { diagnoseModels } from "../../generator/validate/diagnose-models.js";
import { compileRows } from "./compile-rows.js";
import { documentOf, generateSchemas, type Settings } from "./package.js";

const object = { type: "object", properties: { x: { type: "string" } } };
const choice = { enum: ["a", "b"] };

/** Names that generated code could use itself: of globals, of the runtime, and of constants. */
const hidden = {
  "globals and types of the runtime": [
    ...[
      "Array",
      "BigInt",
      "Boolean",
      "Date",
      "Error",
      "Exclude",
      "Function",
      "Infinity",
      "Iterator",
    ],
    ...["JSON", "Map", "Math", "NaN", "Number", "Object", "Omit", "Partial", "Pick", "Promise"],
    ...["Proxy", "Readonly", "ReadonlyArray", "Record", "Reflect", "RegExp", "Request", "Required"],
    ...["Response", "Set", "String", "Symbol", "TypeError", "URL", "Uint8Array", "WeakMap"],
    ...["ValidationError", "Issue", "ParsedLine", "ModelSchema", "StandardSchema", "Collect"],
  ],
  "helpers and constants": [
    ...["parseJson", "parseLines", "withJsonSchema", "isObject", "isArray", "own", "enter"],
    ...["report", "modelSchema", "inlineSchema", "pattern", "names", "value", "path", "matches"],
    ...["type", "of", "eval", "arguments", "constructor", "async", "satisfies"],
  ],
};

/** A schema whose guard needs globals, helpers and constants. */
const all = {
  type: "object",
  required: ["kind"],
  properties: {
    kind: { enum: ["a"] },
    closed: { type: "object", additionalProperties: false },
    dictionary: { type: "object", additionalProperties: { type: "number" }, minProperties: 1 },
    text: { type: "string", pattern: "(?<word>a)", minLength: 2 },
    list: { items: { type: "string" }, uniqueItems: true },
    one: { oneOf: [{ multipleOf: 3 }, { multipleOf: 5 }] },
  },
  patternProperties: { "^x": { type: "string" } },
  additionalProperties: false,
};

/** The models of a document, and what is said about it. */
interface Named {
  readonly models: readonly Model[];
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Finds the models of a document that has no errors. */
async function readModels(text: string, config: Settings = {}): Promise<Named> {
  const { result, diagnostics } = await diagnoseModels(
    () => ({ spec: { text }, config }),
    (each) => each,
  );
  if (result === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return { models: result.models.all, diagnostics };
}

/** Finds the models of component schemas. */
function readSchemas(schemas: object, config: Settings = {}): Promise<Named> {
  return readModels(documentOf(schemas), config);
}

/** The names of the models, in order. */
function namesOf({ models }: Named): readonly string[] {
  return models.map(({ name }) => name);
}

function warningsOf({ diagnostics }: Named): readonly string[] {
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

/** What the compiler finds in the packages of rows, each of component schemas and settings. */
async function compileErrors(
  rows: readonly (readonly [what: string, schemas: object, config?: Settings])[],
): Promise<readonly string[]> {
  const outputs = ["models", "guards", "json-schema"] as const;
  const packages: Record<string, Readonly<Record<string, string>>> = {};
  for (const [what, schemas, config] of rows) {
    const { texts } = await generateSchemas(schemas, { outputs, format: "none", ...config });
    packages[what] = texts;
  }
  return compileRows(packages);
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
    ["gets a suffix where it is a reserved word", "class", "ClassModel"],
    ["gets a suffix where no type can have it", "string", "StringModel"],
    ["is kept where it means something in other places only", "type", "type"],
    ["is kept where a global has it", "Date", "Date"],
    ["is kept where the runtime has it", "ValidationError", "ValidationError"],
  ])("%s", async (_what, component, name) => {
    const generated = await readSchemas({ [component]: object });
    expect(namesOf(generated)).toEqual([name]);
  });

  it.each([
    ["BatchRequestCounts", "batch-request-counts"],
    ["HTTPServer", "http-server"],
    ["OAuth2Token", "o-auth2-token"],
    ["snake_case", "snake-case"],
    ["Index", "index-model"],
  ])("%s gives the file %s", async (component, module) => {
    const { models } = await readSchemas({ [component]: object });
    expect(models.map((model) => model.module)).toEqual([module]);
  });

  it("gives every export its name", async () => {
    const { models } = await readSchemas({ BatchStatus: choice });
    expect(models[0]?.exports).toEqual({
      is: "isBatchStatus",
      schema: "BatchStatusSchema",
      values: "batchStatusValues",
      jsonSchema: "BatchStatusJsonSchema",
      arbitrary: "batchStatusArbitrary",
      fixtures: "batchStatusFixtures",
    });
  });

  it("does not depend on its title", async () => {
    expect(namesOf(await readSchemas({ A: { ...object, title: "Something" } }))).toEqual(["A"]);
  });
});

describe("a schema inside another one", () => {
  it.each([
    ["an object has one of the parent and the property", withProperty("child", object), "PChild"],
    ["an enum has one", withProperty("status", choice), "PStatus"],
    ["a title wins", withProperty("child", { ...object, title: "Kid" }), "Kid"],
    [
      "a title that is not an identifier loses",
      withProperty("c", { ...object, title: "A kid" }),
      "PC",
    ],
    ["a title in lower case loses", withProperty("c", { ...object, title: "kid" }), "PC"],
    ["a title that the parent has loses", withProperty("c", { ...object, title: "P" }), "PC"],
    ["words that the parent ends with stand once", withProperty("p_kind", choice), "PKind"],
    ["there is nothing else to say", withProperty("p", choice), "PValue"],
    ["a dollar sign is left out", withProperty("$kind", choice), "PKind"],
    ["words of a property are put together", withProperty("line_items", object), "PLineItems"],
    ["an item has one", withProperty("lines", { items: object }), "PLinesItem"],
    ["the items of a list have one", { items: object }, "PItem"],
    ["a place in a tuple has one", { prefixItems: [true, object] }, "PItem2"],
    ["the values of a dictionary have one", { additionalProperties: object }, "PValue"],
    ["one of several has what it requires", { anyOf: [{ type: "string" }, { ...object, required: ["x"] }] }, "PWithX"], // prettier-ignore
    ["one of several has a number", { anyOf: [{ type: "string" }, object] }, "POption2"],
    ["one beside plain values has none", withProperty("c", { anyOf: [{ type: "string" }, object] }), "PC"], // prettier-ignore
    [
      "known values of a component have a prefix",
      { anyOf: [{ type: "string" }, choice] },
      "KnownP",
    ],
    [
      "one of the items of one has none",
      { anyOf: [{ type: "string" }, { items: object }] },
      "PItem",
    ],
    [
      "one beside null has no number",
      withProperty("c", { anyOf: [object, { type: "null" }] }),
      "PC",
    ],
    ["null is set apart", withProperty("c", { ...object, type: ["object", "null"] }), "PC"],
    ["a part of a whole gives its name away", { allOf: [withProperty("c", object)] }, "PC"],
  ])("has a name: %s", async (_what, schema, name) => {
    expect(namesOf(await readSchemas({ P: schema }))).toEqual(["P", name]);
  });

  it.each([
    ["a scalar", withProperty("c", { type: "string" })],
    ["an enum of one value", withProperty("c", { enum: ["a"] })],
    ["a dictionary", withProperty("c", { additionalProperties: { type: "string" } })],
    ["a list", withProperty("c", { items: { type: "string" } })],
    ["an object without properties", withProperty("c", { type: "object" })],
    ["values and null", { type: ["string", "null"], enum: ["a", "b", null] }],
    ["a condition", { if: withProperty("c", object) }],
    ["what is excluded", { not: withProperty("c", object) }],
  ])("has no name: %s", async (_what, schema) => {
    expect(namesOf(await readSchemas({ P: schema }))).toEqual(["P"]);
  });

  it("takes its name from the nearest named schema that contains it", async () => {
    const deep = withProperty("b", withProperty("c", { ...choice }));
    expect(namesOf(await readSchemas({ P: withProperty("a", deep) }))).toEqual([
      ...["P", "PA", "PAB", "PABC"],
    ]);
    const titled = withProperty("b", { title: "Middle", ...withProperty("c", choice) });
    expect(namesOf(await readSchemas({ P: withProperty("a", titled) }))).toEqual([
      ...["P", "PA", "Middle", "MiddleC"],
    ]);
  });

  it("is in the module of the component around it", async () => {
    const { models } = await readSchemas({ P: withProperty("a", withProperty("b", object)) });
    expect(models.map(({ module }) => module)).toEqual(["p", "p", "p"]);
  });

  it("has a module of its own where something refers to it", async () => {
    const { models } = await readSchemas({
      P: withProperty("a", object),
      Q: { $ref: "#/components/schemas/P/properties/a" },
    });
    expect(models.map(({ name, module }) => [name, module])).toEqual([
      ...[
        ["P", "p"],
        ["Q", "q"],
      ],
    ]);
  });

  it("leaves out words where the name would be too long", async () => {
    const words = [
      "toolResources",
      "fileSearch",
      "vectorStores",
      "chunkingStrategy",
      "overlapTokens",
    ];
    const deep = words.reduceRight<object>((inner, word) => withProperty(word, inner), object);
    const generated = await readSchemas({ CreateAssistantRequest: deep });
    expect(namesOf(generated)).toEqual([
      "CreateAssistantRequest",
      "CreateAssistantRequestToolResources",
      "CreateAssistantRequestToolResourcesFileSearch",
      "CreateAssistantRequestToolResourcesFileSearchVectorStores",
      "CreateAssistantRequestVectorStoresChunkingStrategy",
      "CreateAssistantRequestChunkingStrategyOverlapTokens",
    ]);
    expect(warningsOf(generated)).toEqual([]);
  });
});

describe("the options of a union", () => {
  const tagged = (value: unknown, others: object = {}): object => ({
    type: "object",
    required: ["type"],
    properties: { type: { const: value }, ...others },
  });
  const untagged = { ...object, properties: { y: { type: "string" } } };

  it.each<[what: string, options: readonly object[], names: readonly string[]]>([
    ["the value that tells them apart", [tagged("password"), tagged("authorization_code")], ["Password", "AuthorizationCode"]], // prettier-ignore
    ["an enum of one value", [tagged("a"), { ...object, required: ["type"], properties: { type: { enum: ["b"] } } }], ["A", "B"]], // prettier-ignore
    [
      "the property, too, if it is not text",
      [tagged(true), tagged(false)],
      ["TypeTrue", "TypeFalse"],
    ],
    ["a title, where it has no value", [tagged("a"), { ...untagged, title: "Any other" }], ["A", "AnyOther"]], // prettier-ignore
    ["a title, where values are the same", [{ ...tagged("a"), title: "One thing" }, tagged("a", { b: {} })], ["OneThing", "Option2"]], // prettier-ignore
    ["what only it requires", [{ ...object, required: ["x"] }, { ...untagged, required: ["y"] }], ["WithX", "WithY"]], // prettier-ignore
    ["that it lists values", [choice, tagged("a")], ["Enum", "A"]],
    ["a number, where nothing tells them apart", [object, untagged], ["Option1", "Option2"]],
  ])("have in their names %s", async (_what, oneOf, names) => {
    const generated = await readSchemas({ Grant: { oneOf } });
    expect(namesOf(generated)).toEqual(["Grant", ...names.map((name) => `Grant${name}`)]);
    expect(warningsOf(generated).filter((text) => text.startsWith("renamed"))).toEqual([]);
  });
});

describe("schemas in one component that say the same", () => {
  const labelled = (description: string): object => ({ ...choice, description });
  const both = (first: object, second: object, names = ["start_time", "end_time"]): object => ({
    type: "object",
    properties: Object.fromEntries([
      [names[0] ?? "", first],
      [names[1] ?? "", second],
    ]),
  });

  const rows: readonly [what: string, schema: object, names: readonly string[]][] = [
    ["one model, with the last words that they share", both(choice, choice), ["PTime"]],
    ["the step that they share", both({ items: choice }, { items: choice }), ["PItem"]],
    ["the first words that they share", both(object, object, ["login_failed", "login_sent"]), ["PLogin"]], // prettier-ignore
    ["the first name, if they share no word", both(object, object, ["a", "b"]), ["PA"]],
    ["the first name, if they share too little", both(object, object, ["made_by", "used_by"]), ["PMadeBy"]], // prettier-ignore
    [
      "one list of values, whatever is said about it",
      both(labelled("A"), labelled("B")),
      ["PTime"],
    ],
    ["several models, where the order is another", both(choice, { enum: ["b", "a"] }), ["PStartTime", "PEndTime"]], // prettier-ignore
    ["several models of objects with other docs", both(object, { ...object, description: "B" }), ["PStartTime", "PEndTime"]], // prettier-ignore
    ["one model with what is inside", both(withProperty("c", choice), withProperty("c", choice)), ["PTime", "PTimeC"]], // prettier-ignore
    ["the model around all of them", withProperty("q", both(choice, choice)), ["PQ", "PQTime"]],
  ];

  it.each(rows)("are %s", async (_what, schema, names) => {
    const generated = await readSchemas({ P: schema });
    expect(namesOf(generated)).toEqual(["P", ...names]);
    expect(warningsOf(generated)).toEqual([]);
  });

  it("compile", async () => {
    expect(await compileErrors(rows.map(([what, P]) => [what, { P }]))).toEqual([]);
  });

  it("are several models in several components", async () => {
    const generated = await readSchemas({
      P: withProperty("c", choice),
      Q: withProperty("c", choice),
    });
    expect(namesOf(generated)).toEqual(["P", "PC", "Q", "QC"]);
  });

  it("have their documentation where each is used", async () => {
    const { texts } = await generateSchemas({ P: both(labelled("First."), labelled("Second.")) });
    const text = texts["src/models/p.ts"] ?? "";
    expect(text.match(/First\.|Second\./g)).toEqual(["First.", "Second."]);
    expect(text).toMatch(/First\. \*\/\s+start_time\?: PTime;/);
  });

  it("are apart where the config names one", async () => {
    const names = { "#/components/schemas/P/properties/end_time": "End" };
    const generated = await readSchemas({ P: both(choice, choice) }, { names });
    expect(namesOf(generated)).toEqual(["P", "PStartTime", "End"]);
  });
});

describe("the models of operations", () => {
  const body = (schema: object): object => ({ content: { "application/json": { schema } } });
  const ok = { 200: { description: "ok" } };

  it.each<[what: string, operation: object, name: string]>([
    ["a request", { operationId: "create_pet", requestBody: body(object), responses: ok }, "CreatePetRequest"], // prettier-ignore
    [
      "a response",
      { operationId: "listPets", responses: { 200: body(object) } },
      "ListPetsResponse",
    ],
    ["a response by its status", { operationId: "a", responses: { ...ok, 201: body(object) } }, "AResponse201"], // prettier-ignore
    ["a response, whose operation ends with the word", { operationId: "createResponse", responses: { 200: body(object) } }, "CreateResponse"], // prettier-ignore
    ["a parameter", { operationId: "a", parameters: [{ name: "b-c", in: "query", schema: choice }], responses: ok }, "ABC"], // prettier-ignore
    ["a callback", { operationId: "subscribe", responses: ok, callbacks: { done: { "{$request.body#/url}": { post: { requestBody: body(object), responses: ok } } } } }, "SubscribeDoneRequest"], // prettier-ignore
    ["a header that is a component", { operationId: "a", responses: { 200: { description: "", headers: { X: { $ref: "#/components/headers/Obj" } } } } }, "ObjHeader"], // prettier-ignore
    ["a parameter that is a component", { operationId: "a", parameters: [{ $ref: "#/components/parameters/Par" }], responses: ok }, "Par"], // prettier-ignore
  ])("have the name of %s", async (_what, operation, name) => {
    const document = JSON.stringify({
      openapi: "3.1.0",
      info: { title: "t", version: "1" },
      paths: { "/p": { post: operation } },
      components: {
        headers: { Obj: { schema: object } },
        parameters: { Par: { name: "par", in: "query", schema: choice } },
      },
    });
    const { models, diagnostics } = await readModels(document);
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
    expect(models.map((model) => model.name)).toEqual([name]);
  });
});

describe("names that collide", () => {
  const isName = (owner: string): string => `is the name of ${owner}`;

  const rows = [
    {
      what: "a component whose name was changed, after another one",
      schemas: { "foo-bar": object, "foo.bar": object, foo_bar: object },
      names: ["FooBar", "FooBar2", "foo_bar"],
      warnings: [
        `the component foo.bar is named FooBar2, because FooBar ${isName("the component foo-bar")}`,
      ],
    },
    {
      what: "a component whose name was changed, after one that has it",
      schemas: { "foo-bar": object, FooBar: object },
      names: ["FooBar2", "FooBar"],
      warnings: [
        `the component foo-bar is named FooBar2, because FooBar ${isName("the component FooBar")}`,
      ],
    },
    {
      what: "a component with a reserved word",
      schemas: { class: object, ClassModel: object },
      names: ["ClassModel2", "ClassModel"],
      warnings: ["the component class is named ClassModel2, because class is a reserved word"],
    },
    {
      what: "what is exported for a component that differs in case only from another one",
      schemas: { Foo: object, foo: choice },
      names: ["Foo", "foo"],
      warnings: [
        "the component foo exports isFooModel, because isFoo is exported for the component Foo",
        "the component foo exports fooModelValues, because fooValues is exported for the component Foo",
      ],
    },
    {
      what: "what is exported for a component, where others are called that",
      schemas: { Foo: object, FooSchema: object, isFoo: object },
      names: ["Foo", "FooSchema", "isFoo"],
      warnings: [
        `the component Foo exports isFooModel, because isFoo ${isName("the component isFoo")}`,
        `the component Foo exports FooModelSchema, because FooSchema ${isName("the component FooSchema")}`,
        "the component isFoo exports isFooModelSchema, because isFooSchema is exported for the component FooSchema",
      ],
    },
    {
      what: "a nested schema, after every component",
      schemas: { P: withProperty("c", object), PC: object },
      names: ["P", "PC2", "PC"],
      warnings: [
        `the model at #/components/schemas/P/properties/c is named PC2, because PC ${isName("the component PC")}`,
      ],
    },
    {
      what: "a nested schema, after what is exported for components",
      schemas: { P: object, PS: withProperty("x", object), S: { ...withProperty("y", { ...object, title: "PSchema" }) } }, // prettier-ignore
      names: ["P", "PS", "PSX", "S", "SY"],
      warnings: [
        "the model at #/components/schemas/S/properties/y is named SY, because PSchema is exported for the component P",
      ],
    },
    {
      what: "a title that is taken: the name by its place comes next",
      schemas: { P: withProperty("c", { ...object, title: "Kid" }), Kid: object },
      names: ["P", "PC", "Kid"],
      warnings: [
        `the model at #/components/schemas/P/properties/c is named PC, because Kid ${isName("the component Kid")}`,
      ],
    },
    {
      what: "a name without repeated words that is taken: that with all words comes next",
      schemas: { Event: withProperty("event_type", choice), EventType: object },
      names: ["Event", "EventEventType", "EventType"],
      warnings: [],
    },
    {
      what: "numbers that are taken are passed over",
      schemas: { "a-b": object, AB2: object, "a.b": object },
      names: ["AB", "AB2", "AB3"],
      warnings: [`the component a.b is named AB3, because AB ${isName("the component a-b")}`],
    },
  ];

  it.each(rows)("are told apart, with a warning: $what", async ({ schemas, names, warnings }) => {
    const generated = await readSchemas(schemas);
    expect(namesOf(generated)).toEqual(names);
    expect(warningsOf(generated)).toEqual(warnings.map((text) => `renamed-model: ${text}`));
  });

  const withHidden = Object.entries(hidden).map(
    ([what, names]) => [what, Object.fromEntries(names.map((name) => [name, all]))] as const,
  );

  it("compile", async () => {
    const told = rows.map(({ what, schemas }) => [what, schemas] as const);
    expect(await compileErrors([...told, ...withHidden])).toEqual([]);
  });

  it("are reported with the reference to put into the config", async () => {
    const { diagnostics } = await readSchemas({ "foo-bar": object, "foo.bar": object });
    expect(diagnostics).toMatchObject([
      { help: 'choose a name with `names` in the config: { "#/components/schemas/foo.bar": "…" }' },
    ]);
  });

  it.each(withHidden)("are not left to %s", async (_what, schemas) => {
    const generated = await readSchemas(schemas);
    expect(namesOf(generated)).toEqual(Object.keys(schemas));
    expect(warningsOf(generated)).toEqual([]);
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

  const rows: readonly [string, NonNullable<Settings["names"]>, readonly string[]][] = [
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
  ];

  it.each(rows)("%s", async (_what, names, wanted) => {
    const generated = await readSchemas(schemas, { names });
    expect(namesOf(generated)).toEqual(wanted);
    expect(warningsOf(generated)).toEqual([]);
  });

  it("compile", async () => {
    expect(await compileErrors(rows.map(([what, names]) => [what, schemas, { names }]))).toEqual(
      [],
    );
  });

  it("gives the schemas inside a name that follows from it", async () => {
    const generated = await readSchemas(
      { P: withProperty("c", choice) },
      { names: { "#/components/schemas/P": "Parent" } },
    );
    expect(namesOf(generated)).toEqual(["Parent", "ParentC"]);
    expect(generated.models.map(({ module }) => module)).toEqual(["parent", "parent"]);
  });

  it("settles a collision", async () => {
    const generated = await readSchemas(
      { "foo-bar": object, "foo.bar": object },
      { names: { "#/components/schemas/foo.bar": "OtherFooBar" } },
    );
    expect(namesOf(generated)).toEqual(["FooBar", "OtherFooBar"]);
    expect(warningsOf(generated)).toEqual([]);
  });

  it("exchanges the names of components", async () => {
    const generated = await readSchemas(
      { Foo: object, Bar: object },
      { names: { "#/components/schemas/Bar": "Foo", "#/components/schemas/Foo": "Bar" } },
    );
    expect(namesOf(generated)).toEqual(["Bar", "Foo"]);
    expect(warningsOf(generated)).toEqual([]);
  });

  it.each<[string, Settings["names"], string]>([
    [
      "the name of a component, for another one",
      { "#/components/schemas/P": "Q" },
      '`names` calls "#/components/schemas/P" Q, which is the name of a component',
    ],
    [
      "the name of a component, for a nested schema",
      { "#/components/schemas/Q/items": "P" },
      '`names` calls "#/components/schemas/Q/items" P, which is the name of a component',
    ],
    [
      "one name twice",
      { "#/components/schemas/P": "X", "#/components/schemas/Q": "X" },
      '`names` calls both "#/components/schemas/P" and "#/components/schemas/Q" X',
    ],
    [
      "a reserved word",
      { "#/components/schemas/P": "class" },
      '`names` calls "#/components/schemas/P" "class", which is a reserved word',
    ],
    [
      "what only newer versions of Unicode know as an identifier",
      { "#/components/schemas/P": "\ua7cb" },
      '`names` calls "#/components/schemas/P" "\ua7cb", which is not an identifier',
    ],
  ])("is refused: %s", async (_what, names, message) => {
    await expect(readSchemas(schemas, { names: names ?? {} })).rejects.toThrow(message);
  });

  it("is reported if there is no model", async () => {
    const { diagnostics } = await readSchemas(schemas, {
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

  const rows: readonly [what: string, roots: readonly string[], names: readonly string[]][] = [
    ["one with all that it reaches", ["A"], ["A", "B", "C", "D"]],
    ["one that reaches nothing", ["D"], ["D"]],
    ["several, in the order of the document", ["E", "D"], ["A", "B", "C", "D", "E"]],
    ["one twice", ["D", "D"], ["D"]],
  ];

  it.each(rows)("emits %s", async (_what, roots, names) => {
    const generated = await readSchemas(schemas, { roots });
    expect(namesOf(generated)).toEqual(names);
    expect(warningsOf(generated)).toEqual([]);
  });

  it("compile", async () => {
    expect(await compileErrors(rows.map(([what, roots]) => [what, schemas, { roots }]))).toEqual(
      [],
    );
  });
});
