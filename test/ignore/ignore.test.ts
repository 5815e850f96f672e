import { describe, expect, it } from "vitest";
import { loadConfig } from "../../generator/config/load-config.js";
import {
  generate,
  loadGuard,
  reconcile,
  type Config,
  type GenerateOptions,
  type LocatedDiagnostic,
  type UserConfig,
} from "../../generator/index.js";
import { overlayOf } from "../overlay/applied.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

/** A document whose components are the text, indented by two. */
function documentOf(components: string): string {
  return `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components:
  schemas:
${components.replace(/^/gm, "    ")}
`;
}

/** The diagnostics as `file:line: code`, with those of an error in capitals. */
function lines(diagnostics: readonly LocatedDiagnostic[]): readonly string[] {
  return diagnostics.map(({ file = "", position, severity, code }) => {
    const line = `${file}:${position?.line ?? "?"}: ${code}`;
    return severity === "error" ? line.toUpperCase() : line;
  });
}

/** What is said about `openapi.yaml`, with the settings of `guardsmith.config.json`. */
async function reported(
  files: Readonly<Record<string, string>>,
  settings: UserConfig = {},
): Promise<readonly LocatedDiagnostic[]> {
  const cwd = await temporaryFolder();
  const config: UserConfig = { spec: "openapi.yaml", outputs: ["models"], ...settings };
  await put(cwd, { ...files, "guardsmith.config.json": JSON.stringify(config, null, 1) });
  const loaded = await loadConfig({ cwd });
  return (await generate({ spec: loaded.spec, config: loaded, cwd })).diagnostics;
}

async function linesOf(components: string, settings?: UserConfig): Promise<readonly string[]> {
  return lines(await reported({ "openapi.yaml": documentOf(components) }, settings));
}

const reason = `{ unknown-keyword: "a gateway reads it" }`;

describe("a warning", () => {
  it("is reported where nothing says that it is meant to be", async () => {
    expect(await linesOf("Pet: { foo: 1 }")).toEqual(["openapi.yaml:6: unknown-keyword"]);
  });

  it.each<[what: string, components: string]>([
    ["a keyword of the object", `Pet: { foo: 1, x-guardsmith-ignore: ${reason} }`],
    [
      "a member that is an object itself",
      `Pet: { type: string, discriminator: { propertyName: a }, x-guardsmith-ignore: { discriminator-without-options: why } }`,
    ],
    [
      "a member, in that object",
      `Pet: { type: string, discriminator: { propertyName: a, x-guardsmith-ignore: { discriminator-without-options: why } } }`,
    ],
    ["two of them", `Pet: { foo: 1, bar: 1, x-guardsmith-ignore: ${reason} }`],
    [
      "an object inside another one",
      `Pet: { type: object, properties: { a: { foo: 1, x-guardsmith-ignore: ${reason} } } }`,
    ],
    ["an item", `Pet: { type: array, items: { foo: 1, x-guardsmith-ignore: ${reason} } }`],
    [
      "a list of keywords",
      "Pet: { type: object, properties: { a: true }, required: [b], x-guardsmith-ignore: { unknown-required-property: a } }",
    ],
    [
      "the keyword `properties`, which is not an object of the document",
      "Pet: { properties: { a: true }, x-guardsmith-ignore: { untyped-properties: any JSON } }",
    ],
    ["what an alias stands for", `Pet: &pet { foo: 1, x-guardsmith-ignore: ${reason} }\nDog: *pet`],
    [
      "what a key merges",
      `Pet: &pet { foo: 1, x-guardsmith-ignore: ${reason} }\nDog: { <<: *pet, bar: 2 }`,
    ],
    [
      "a reason that an alias stands for",
      `Pet: { foo: 1, x-guardsmith-ignore: &why ${reason} }\nDog: { bar: 1, x-guardsmith-ignore: *why }`,
    ],
  ])("about %s is ignored there", async (_what, components) => {
    expect(await linesOf(components)).toEqual([]);
  });

  it.each<[what: string, components: string, line: number]>([
    [
      "the object around",
      `Pet:\n  foo: 1\n  x-guardsmith-ignore: ${reason}\n  properties:\n    a: { foo: 1 }\n  type: object`,
      10,
    ],
    [
      "a property that has the name of a keyword",
      `Pet:\n  foo: 1\n  x-guardsmith-ignore: ${reason}\n  type: object\n  properties:\n    items: { foo: 1 }`,
      11,
    ],
    [
      "what an object refers to",
      `Pet:\n  foo: 1\n  $ref: "#/components/schemas/Dog"\n  x-guardsmith-ignore: ${reason}\nDog: { foo: 1 }`,
      10,
    ],
  ])("is not ignored for %s", async (_what, components, line) => {
    expect(await linesOf(components)).toEqual([`openapi.yaml:${line}: unknown-keyword`]);
  });

  it("about a whole document is ignored at its top", async () => {
    const text = documentOf("Pet: { type: string }").replace("3.1.0", '"3.1"');
    expect(lines(await reported({ "openapi.yaml": text }))).toEqual([
      "openapi.yaml:1: malformed-version",
    ]);
    const ignored = `x-guardsmith-ignore: { malformed-version: a tool needs it }\n${text}`;
    expect(lines(await reported({ "openapi.yaml": ignored }))).toEqual([]);
  });

  it.each([
    ["a parameter", "parameters: [{ name: a, in: query, schema: SCHEMA }]"],
    ["a body", "requestBody: { content: { application/json: { schema: SCHEMA } } }"],
  ])("about a schema of %s is ignored there", async (_what, operation) => {
    const schema = `{ foo: 1, x-guardsmith-ignore: ${reason} }`;
    const text = documentOf("Pet: { type: string }").replace(
      "paths: {}",
      `paths: { /pets: { post: { ${operation}, responses: {} } } }`,
    );
    expect(
      lines(await reported({ "openapi.yaml": text.replace("SCHEMA", "{ foo: 1 }") })),
    ).toHaveLength(1);
    expect(lines(await reported({ "openapi.yaml": text.replace("SCHEMA", schema) }))).toEqual([]);
  });

  it("is ignored in another file that is a schema only in part", async () => {
    const pets = `Pet: { foo: 1, x-guardsmith-ignore: ${reason} }\nDog: { foo: 1 }`;
    const files = {
      "openapi.yaml": documentOf("A: { $ref: 'pets.yaml#/Pet' }\nB: { $ref: 'pets.yaml#/Dog' }"),
      "pets.yaml": pets,
    };
    expect(lines(await reported(files))).toEqual(["pets.yaml:2: unknown-keyword"]);
  });

  it.each([
    ["before", "foo: 1", `{ x-guardsmith-ignore: ${reason} }`],
    ["with", "type: string", `{ foo: 1, x-guardsmith-ignore: ${reason} }`],
  ])("is ignored by an overlay that comes %s it", async (_what, keyword, update) => {
    const overlay = overlayOf(`- { target: $.components.schemas.Pet, update: ${update} }`);
    const files = { "openapi.yaml": documentOf(`Pet: { ${keyword} }`), "a.yaml": overlay };
    expect(lines(await reported(files, { overlays: ["a.yaml"] }))).toEqual([]);
  });

  it("about an action of an overlay is ignored there", async () => {
    const action = "target: $.nothing, update: 1";
    const why = "x-guardsmith-ignore: { unmatched-overlay-action: for the next version }";
    const overlay = overlayOf(`- { ${action}, ${why} }\n- { ${action} }`);
    const files = { "openapi.yaml": documentOf("Pet: { type: string }"), "a.yaml": overlay };
    expect(lines(await reported(files, { overlays: ["a.yaml"] }))).toEqual([
      "a.yaml:5: unmatched-overlay-action",
    ]);
  });

  it("stays ignored in a strict run", async () => {
    const components = `Pet: { foo: 1, x-guardsmith-ignore: ${reason} }\nDog: { foo: 1 }`;
    expect(await linesOf(components, { strict: true })).toEqual([
      "OPENAPI.YAML:7: UNKNOWN-KEYWORD",
    ]);
  });
});

describe("a config", () => {
  const at = (pointer: string, code = "unknown-keyword"): UserConfig => ({
    ignore: [{ code, at: pointer, reason: "it is not ours" }],
  });

  it("ignores warnings about the very object that it names", async () => {
    const components = "Pet: { foo: 1, type: object, properties: { a: { foo: 1 } } }";
    expect(await linesOf(components, at("#/components/schemas/Pet"))).toHaveLength(1);
    expect(await linesOf(components, at("#/components/schemas/Pet/properties/a"))).toHaveLength(1);
  });

  it("names other files as `names` does, and the whole document with #", async () => {
    const text = documentOf("A: { $ref: 'lib/pets.yaml#/Pet' }").replace("3.1.0", '"3.1"');
    const files = { "openapi.yaml": text, "lib/pets.yaml": "Pet: { foo: 1 }" };
    const { ignore: pets = [] } = at("lib/pets.yaml#/Pet");
    const { ignore: top = [] } = at("#", "malformed-version");
    expect(lines(await reported(files, { ignore: [...pets, ...top] }))).toEqual([]);
  });

  it("names actions of overlays by their files", async () => {
    const files = {
      "openapi.yaml": documentOf("Pet: { type: string }"),
      "a.yaml": overlayOf("- { target: $.nothing, update: 1 }"),
    };
    const ignore = at("a.yaml#/actions/0", "unmatched-overlay-action");
    expect(lines(await reported(files, { ...ignore, overlays: ["a.yaml"] }))).toEqual([]);
  });

  it.each<[what: string, settings: UserConfig, message: string]>([
    [
      "an unknown code",
      at("#/components/schemas/Pet", "unknown-keywords"),
      'no warning has the code "unknown-keywords"; did you mean `unknown-keyword`?',
    ],
    [
      "no warning",
      at("#/components/schemas/Dog"),
      'there is no `unknown-keyword` to ignore at "#/components/schemas/Dog"; remove it, or move it to the object that the warning is about',
    ],
  ])("that ignores %s is a warning in its file", async (_what, settings, message) => {
    const components = `Pet: { type: string }\nDog: { type: string }`;
    const [found, ...others] = await reported({ "openapi.yaml": documentOf(components) }, settings);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ severity: "warning", file: "guardsmith.config.json" });
    expect(`${found?.message}; ${found?.help}`).toBe(message);
    expect(found?.position?.line).toBeGreaterThan(5);
  });
});

describe("what is ignored", () => {
  it.each<[what: string, ignored: string, code: string, column: number]>([
    ["something without a warning", `{ unknown-keyword: why }`, "unused-ignore", 38],
    ["an unknown code", `{ unknown: why }`, "invalid-ignore", 38],
    ["a code that all objects have", `{ constructor: why }`, "invalid-ignore", 38],
    ["an error", `{ malformed-keyword: why }`, "unused-ignore", 38],
    ["no map", `unknown-keyword`, "invalid-ignore", 36],
    ["a list", `[unknown-keyword]`, "invalid-ignore", 36],
    ["nothing", `{}`, "", 0],
    ["data", `{}, examples: [{ x-guardsmith-ignore: { unknown-keyword: why } }]`, "", 0],
  ])("is a warning if it is %s", async (_what, ignored, code, column) => {
    const text = documentOf(`Pet: { type: string, x-guardsmith-ignore: ${ignored} }`);
    const found = await reported({ "openapi.yaml": text });
    expect(found.map((one) => [one.code, one.position?.column])).toEqual(
      code === "" ? [] : [[code, column + 11]],
    );
  });

  it.each(["", "''", "'  '", "true", "[because]"])("has a reason, and %s is none", async (why) => {
    const text = `Pet: { foo: 1, x-guardsmith-ignore: { unknown-keyword: ${why} } }`;
    expect(await linesOf(text)).toEqual([
      "openapi.yaml:6: unknown-keyword",
      "openapi.yaml:6: invalid-ignore",
    ]);
  });

  it("is shown the warning inside that may be meant", async () => {
    const text = `Pet:\n  x-guardsmith-ignore: ${reason}\n  items: { foo: 1 }`;
    const found = await reported({ "openapi.yaml": documentOf(text) });
    expect(lines(found)).toEqual([
      "openapi.yaml:8: unknown-keyword",
      "openapi.yaml:7: unused-ignore",
    ]);
    expect(found[1]?.related).toMatchObject([{ position: { line: 8 } }]);
  });

  it("may be needed in one of the places that one text of an overlay has", async () => {
    const overlay = overlayOf(
      `- { target: "$.components.schemas.*", update: { x-guardsmith-ignore: ${reason} } }`,
    );
    const files = (keyword: string): Readonly<Record<string, string>> => ({
      "openapi.yaml": documentOf(`Pet: { ${keyword}: 1 }\nDog: { type: string }`),
      "a.yaml": overlay,
    });
    const settings = { overlays: ["a.yaml"] };
    expect(lines(await reported(files("foo"), settings))).toEqual([]);
    expect(lines(await reported(files("x-foo"), settings))).toEqual(["a.yaml:4: unused-ignore"]);
  });

  it("may be needed where `roots` leaves out what it is about", async () => {
    const text = `Pet: { type: string }\nDog: { foo: 1, x-guardsmith-ignore: ${reason} }`;
    expect(await linesOf(text, { roots: ["Pet"] })).toEqual([]);
  });

  it("is never an error", async () => {
    const text = "Pet: { type: 5, x-guardsmith-ignore: { malformed-keyword: why } }";
    expect(await linesOf(text)).toEqual(["OPENAPI.YAML:6: MALFORMED-KEYWORD"]);
  });

  it("is judged only if there are no errors, which hide other warnings", async () => {
    const text = `Pet: { type: 5 }\nDog: { x-guardsmith-ignore: ${reason} }`;
    expect(await linesOf(text)).toEqual(["OPENAPI.YAML:6: MALFORMED-KEYWORD"]);
  });
});

describe("of warnings", () => {
  const two = "Pet: { foo: 1 }\nDog: { foo: 1 }";
  const ignored = `Pet: { foo: 1 }\nDog: { foo: 1, x-guardsmith-ignore: ${reason} }`;

  it.each<
    [
      components: string,
      settings: Pick<Config, "strict"> | Pick<Config, "maxWarnings">,
      errors: number,
      message?: string,
    ]
  >([
    [two, {}, 0],
    [two, { maxWarnings: 2 }, 0],
    [two, { maxWarnings: 1 }, 1, "there are 2 warnings, and `maxWarnings` is 1"],
    [two, { maxWarnings: 0 }, 1, "there are 2 warnings, and `maxWarnings` is 0"],
    [two, { strict: true }, 2],
    [ignored, { maxWarnings: 1 }, 0],
    [ignored, { maxWarnings: 0 }, 1, "there is 1 warning, and `maxWarnings` is 0"],
    [ignored, { strict: true }, 1],
  ])("%j, with %j, %i are errors everywhere", async (components, config, errors, message) => {
    const spec = { text: documentOf(components) };
    const options: GenerateOptions = { spec, config: { ...config, outputs: ["models"] } };
    const made = await generate(options);
    const { guard, diagnostics } = await loadGuard({ ...options, model: "Pet" });
    const reconciled = await reconcile(options);
    expect(made.files.length > 0).toBe(errors === 0);
    expect(guard !== undefined).toBe(errors === 0);
    expect(reconciled.reconciliation !== undefined).toBe(errors === 0);
    for (const found of [made.diagnostics, diagnostics, reconciled.diagnostics]) {
      const wrong = found.filter(({ severity }) => severity === "error");
      expect(wrong).toHaveLength(errors);
      if (message !== undefined) expect(wrong[0]?.message).toBe(message);
    }
  });
});
