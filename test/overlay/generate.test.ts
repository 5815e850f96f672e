import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { generate, type GenerateOptions, type GenerateResult } from "../../generator/index.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { overlayOf, shown } from "./applied.js";

const spec = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths: {}
components:
  schemas:
    Pet:
      type: object
      properties:
        name: { type: string }
        tags:
          type: array
          items: { type: string }
    Any:
      oneOf:
        - { type: string }
        - { type: numbre }
`;

/** Generates from files, the document being `openapi.yaml` and the overlays `a.yaml` to `z.yaml`. */
async function generated(
  files: Readonly<Record<string, string>>,
  options: Partial<GenerateOptions> = {},
): Promise<GenerateResult> {
  const cwd = await temporaryFolder();
  await put(cwd, { "openapi.yaml": spec.replace("numbre", "number"), ...files });
  const overlays = Object.keys(files).filter((name) => /^[a-z]\.yaml$/.test(name));
  const config = { overlays, outputs: ["models"], ...options.config } as const;
  return generate({ spec: "openapi.yaml", ...options, cwd, config });
}

function modelNames({ models }: GenerateResult): readonly string[] {
  return models.map(({ name }) => name);
}

/** An overlay that says what it extends. */
function extending(target: string, actions: string): string {
  return `extends: ${JSON.stringify(target)}\n${overlayOf(actions)}`;
}

const addCat = "- { target: $.components.schemas, update: { Cat: { type: string } } }";
const removeAny = "- { target: $.components.schemas.Any, remove: true }";

describe("a package", () => {
  it("is made from the result of the overlays, in their order", async () => {
    const adding = overlayOf(`${addCat}\n${removeAny}`);
    const removing = overlayOf("- { target: $.components.schemas.Cat, remove: true }");
    const adds = await generated({ "a.yaml": adding });
    expect(adds.diagnostics).toEqual([]);
    expect(modelNames(adds)).toEqual(["Pet", "Cat"]);
    expect(modelNames(await generated({ "a.yaml": adding, "b.yaml": removing }))).toEqual(["Pet"]);
  });

  it("also takes the version of OpenAPI from there", async () => {
    const { diagnostics } = await generated({
      "a.yaml": overlayOf("- { target: $, update: { openapi: 2.9.9 } }"),
    });
    expect(diagnostics.map(shown)).toEqual([
      'a.yaml:4:35: error: the OpenAPI version is "2.9.9"; Guardsmith reads 3.0, 3.1, 3.2 (unsupported-version)',
    ]);
  });

  it("has the models of a file that only an overlay refers to, relative to the document", async () => {
    const reference = "{ $ref: schemas/cat.yaml }";
    const result = await generated(
      {
        "api/openapi.yaml": spec.replace("numbre", "number"),
        "api/schemas/cat.yaml": "type: object\nproperties: { id: { type: string } }",
        "a.yaml": overlayOf(`- { target: $.components.schemas, update: { Kitten: ${reference} } }`),
      },
      { spec: "api/openapi.yaml" },
    );
    expect(result.diagnostics).toEqual([]);
    expect(modelNames(result)).toEqual(["Pet", "Any", "Kitten"]);
  });

  it("does not need a file that an overlay took the reference to out", async () => {
    const document = spec.replace("{ type: numbre }", "{ $ref: nowhere.yaml }");
    const { diagnostics } = await generated({
      "openapi.yaml": document,
      "a.yaml": overlayOf(removeAny),
    });
    expect(diagnostics).toEqual([]);
  });

  it("has what a file refers back to as overlays leave it", async () => {
    const result = await generated({
      "more.yaml": "{ Puppy: { $ref: 'openapi.yaml#/components/schemas/Cat' } }",
      "a.yaml": overlayOf(
        `${addCat}\n- { target: $.components.schemas, update: { Dog: { $ref: more.yaml#/Puppy } } }`,
      ),
    });
    expect(result.diagnostics).toEqual([]);
    expect(modelNames(result)).toContain("Cat");
  });
});

describe("what is wrong is shown where it was written", () => {
  const bad = "{ type: strin }";
  test.each<readonly [what: string, files: Readonly<Record<string, string>>, want: string]>([
    [
      "in the overlay that added it",
      { "a.yaml": overlayOf(`- target: $.components.schemas\n  update:\n    Cat: ${bad}`) },
      "a.yaml:6:18",
    ],
    [
      "in the second overlay",
      {
        "a.yaml": overlayOf(addCat),
        "b.yaml": overlayOf(`- { target: $.components.schemas.Cat, update: { type: strin } }`),
      },
      "b.yaml:4:55",
    ],
    [
      "in the document, beside what an overlay added",
      { "openapi.yaml": spec, "a.yaml": overlayOf(addCat) },
      "openapi.yaml:16:19",
    ],
    [
      "in the document, behind what an overlay removed",
      {
        "openapi.yaml": spec,
        "a.yaml": overlayOf("- { target: '$.components.schemas.Any.oneOf[0]', remove: true }"),
      },
      "openapi.yaml:16:19",
    ],
    [
      "in JSON",
      {
        "a.yaml": `{"overlay": "1.0.0", "info": {"title": "T", "version": "1"}, "actions": [\n  {"target": "$.components.schemas", "update": {"Cat": {"type": "strin"}}}]}`,
      },
      "a.yaml:2:65",
    ],
  ])("%s", async (_what, files, want) => {
    const { diagnostics } = await generated(files);
    expect(diagnostics.map(({ code }) => code)).toEqual(["malformed-keyword"]);
    expect(diagnostics.map(shown)[0]).toMatch(new RegExp(`^${want}: error: `));
    expect(diagnostics[0]?.frame).toMatch(/^>.*(?:strin|numbre)/m);
  });

  it("with a reference that leads nowhere", async () => {
    const update = "update: { Cat: { $ref: '#/components/schemas/Dog' } }";
    const { diagnostics } = await generated({
      "a.yaml": overlayOf(`- target: $.components.schemas\n  ${update}`),
    });
    expect(diagnostics.map(shown)).toEqual([
      'a.yaml:5:26: error: cannot resolve the reference "#/components/schemas/Dog" (unresolvable-reference)',
    ]);
  });

  it("with a file that is not an overlay, or not there", async () => {
    const noOverlay = await generated({ "a.yaml": "openapi: 3.1.0" });
    expect(noOverlay.diagnostics).toMatchObject([{ code: "not-an-overlay", file: "a.yaml" }]);
    const missing = await generated({}, { config: { overlays: ["x.yaml"] } });
    expect(missing.diagnostics).toMatchObject([{ code: "file-not-found" }]);
    const broken = await generated({ "a.yaml": "overlay: [" });
    expect(broken.diagnostics).toMatchObject([{ code: "yaml-syntax", file: "a.yaml" }]);
  });

  it("also when another error ends the run", async () => {
    const { diagnostics } = await generated({
      "a.yaml": overlayOf("- { target: $.x, remove: true }\n- { target: $.openapi, remove: true }"),
    });
    expect(diagnostics.map(shown)).toEqual([
      "a.yaml:4:13: warning: the target selects nothing in openapi.yaml, so the action changes nothing (unmatched-overlay-action)",
      'openapi.yaml:1:1: error: the object has no "openapi" member, so it is not an OpenAPI description (not-openapi)',
    ]);
  });
});

describe("in a strict run", () => {
  const unmatched = { "a.yaml": overlayOf("- { target: $.x, remove: true }") };

  it.each([
    [false, "warning"],
    [true, "error"],
  ])("(%s) an action that selects nothing is: %s", async (strict, severity) => {
    const result = await generated(unmatched, { config: { strict } });
    expect(result.diagnostics).toMatchObject([{ severity, code: "unmatched-overlay-action" }]);
    expect(result.files.length > 0).toBe(!strict);
    expect(result.models.length > 0).toBe(!strict);
  });

  it("every other warning is an error, too, and all are reported", async () => {
    const document = spec.replace("{ type: numbre }", "{ type: boolean, nullable: true }");
    const files = { ...unmatched, "openapi.yaml": document };
    const { diagnostics } = await generated(files, { config: { strict: true } });
    expect(diagnostics.map(({ severity, code }) => [severity, code])).toEqual([
      ["error", "unmatched-overlay-action"],
      ["error", "old-nullable"],
    ]);
  });

  it("files are made if there is nothing to say", async () => {
    const { files } = await generated(
      { "a.yaml": overlayOf(addCat) },
      { config: { strict: true } },
    );
    expect(files).not.toEqual([]);
  });
});

describe("an overlay that extends", () => {
  it.each([
    "openapi.yaml",
    "./openapi.yaml",
    "x/../openapi.yaml",
    "openapi.yaml#/",
    "%6Fpenapi.yaml",
  ])("the document, as %s, is applied to it", async (target) => {
    const { diagnostics } = await generated({ "a.yaml": extending(target, addCat) });
    expect(diagnostics).toEqual([]);
  });

  it.each(["other.yaml", "https://example.com/openapi.yaml", "../openapi.yaml", "http://[", ""])(
    "another document, %j, is applied with a warning",
    async (target) => {
      const result = await generated({ "a.yaml": extending(target, addCat) });
      expect(result.diagnostics.map(shown)).toEqual([
        `a.yaml:1:10: warning: the overlay extends ${JSON.stringify(target)}, but is applied to openapi.yaml (overlay-for-another-document)`,
      ]);
      expect(modelNames(result)).toContain("Cat");
    },
  );

  it("a link to the document is applied to it", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, {
      "openapi.yaml": spec.replace("numbre", "number"),
      "a.yaml": extending("link.yaml", addCat),
    });
    await symlink(join(cwd, "openapi.yaml"), join(cwd, "link.yaml"));
    const config = { overlays: ["a.yaml"], outputs: ["models"] } as const;
    const { diagnostics } = await generate({ spec: "openapi.yaml", cwd, config });
    expect(diagnostics).toEqual([]);
  });

  it("some document is applied to one from memory", async () => {
    const text = spec.replace("numbre", "number");
    const { diagnostics } = await generated(
      { "a.yaml": extending("x.yaml", addCat) },
      { spec: { text } },
    );
    expect(diagnostics).toEqual([]);
  });
});

describe("an overlay in place of the document", () => {
  it("is applied to the document that it extends, before other overlays", async () => {
    const result = await generated(
      {
        "overlays/own.yaml": extending("../openapi.yaml", addCat),
        "a.yaml": overlayOf("- { target: $.components.schemas.Cat, remove: true }\n" + removeAny),
      },
      { spec: "overlays/own.yaml", config: { references: { root: ".", origins: [] } } },
    );
    expect(result.diagnostics).toEqual([]);
    expect(modelNames(result)).toEqual(["Pet"]);
  });

  it("has references resolved from the document", async () => {
    const result = await generated(
      {
        "api/openapi.yaml": spec.replace("{ type: numbre }", "{ $ref: stray.yaml }"),
        "api/stray.yaml": "type: boolean",
        "own.yaml": extending("api/openapi.yaml", addCat),
      },
      { spec: "own.yaml" },
    );
    expect(result.diagnostics).toEqual([]);
    expect(modelNames(result)).toContain("Cat");
  });

  it("shows what is wrong in the document there", async () => {
    const { diagnostics } = await generated(
      { "openapi.yaml": spec, "own.yaml": extending("openapi.yaml", addCat) },
      { spec: "own.yaml" },
    );
    expect(diagnostics).toMatchObject([{ file: "openapi.yaml", position: { line: 16 } }]);
  });

  it.each<readonly [what: string, text: string, want: string]>([
    [
      "it extends nothing",
      overlayOf(addCat),
      "own.yaml:1:1: error: this is an overlay that does not say which document it extends (overlay-without-document)",
    ],
    [
      "it is malformed",
      "overlay: 3.0.0",
      'own.yaml:1:10: error: the version of the overlay is "3.0.0"; Guardsmith reads 1.0 and 1.1 (unsupported-overlay-version)',
    ],
    [
      "the document is not there",
      extending("x.yaml", addCat),
      "own.yaml:1:10: error: there is no file x.yaml (file-not-found)",
    ],
    [
      "the document is on the network",
      extending("https://example.com/openapi.yaml", addCat),
      "own.yaml:1:10: error: https://example.com/openapi.yaml is not retrieved, because references must not lead to https://example.com (remote-reference)",
    ],
    [
      "it extends itself",
      extending("own.yaml", addCat),
      'own.yaml:1:1: error: the object has no "openapi" member, so it is not an OpenAPI description (not-openapi)',
    ],
  ])("is refused when %s", async (_what, text, want) => {
    const { diagnostics, files } = await generated({ "own.yaml": text }, { spec: "own.yaml" });
    expect(diagnostics.map(shown)).toEqual([want]);
    expect(files).toEqual([]);
  });

  it("shows what cannot be parsed in the document there", async () => {
    const { diagnostics } = await generated(
      { "openapi.yaml": "a: 1\na: 2", "own.yaml": extending("openapi.yaml", addCat) },
      { spec: "own.yaml" },
    );
    expect(diagnostics).toMatchObject([
      {
        code: "duplicate-key",
        file: "openapi.yaml",
        position: { line: 2 },
        place: { pointer: "/a" },
      },
    ]);
  });

  it("obeys the folder that references must not leave, where one is set", async () => {
    const { diagnostics } = await generated(
      { "overlays/own.yaml": extending("../openapi.yaml", addCat) },
      { spec: "overlays/own.yaml", config: { references: { root: "overlays", origins: [] } } },
    );
    expect(diagnostics.map(shown)).toEqual([
      "overlays/own.yaml:1:10: error: openapi.yaml is outside overlays, which references must not leave (outside-root)",
    ]);
  });

  it("gets the document from the `retrieve` function, when there is one", async () => {
    const uri = "https://example.com/openapi.yaml";
    const result = await generated(
      { "own.yaml": extending(uri, addCat) },
      {
        spec: "own.yaml",
        retrieve: (asked) => (asked === uri ? spec.replace("numbre", "number") : undefined),
      },
    );
    expect(result.diagnostics).toEqual([]);
    expect(modelNames(result)).toContain("Cat");
  });
});
