import { describe, expect, it } from "vitest";
import YAML from "yaml";
import {
  formatDiagnostic,
  generate,
  loadGuard,
  reconcile,
  validate,
  type GenerateOptions,
  type LocatedDiagnostic,
} from "../../generator/index.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

const config = { outputs: ["models", "guards"], format: "none" } as const;

function documentOf(schemas: object, others: object = {}): object {
  return {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    paths: {},
    components: { schemas },
    ...others,
  };
}

const pets = { Pet: { type: "object", properties: { name: { type: "string", maxlength: 3 } } } };

function lines(diagnostics: readonly LocatedDiagnostic[]): readonly string[] {
  return diagnostics.map(({ code, place }) => `${code} ${place?.pointer ?? ""}`);
}

async function filesOf(spec: GenerateOptions["spec"], options = {}): Promise<readonly object[]> {
  const { files, diagnostics } = await generate({ spec, config, ...options });
  expect(lines(diagnostics).filter((line) => !line.startsWith("unknown-keyword"))).toEqual([]);
  return files;
}

describe("a parsed document", () => {
  it("gives the same output as its text", async () => {
    const document = documentOf(pets);
    const text = JSON.stringify(document);
    const expected = await filesOf({ text });
    expect(expected.length).toBeGreaterThan(3);
    expect(await filesOf(document)).toEqual(expected);
    expect(await filesOf({ document })).toEqual(expected);
    expect(await filesOf(YAML.parse(text) as object)).toEqual(expected);
    expect(await filesOf(YAML.parseDocument(text))).toEqual(expected);
    expect(JSON.stringify(document)).toBe(text);
  });

  it("may be frozen, and is not changed", async () => {
    const freeze = (value: unknown): unknown => {
      if (typeof value === "object" && value !== null) Object.values(value).forEach(freeze);
      return Object.freeze(value);
    };
    const document = documentOf({ Pet: { type: "string", nullable: true } }, { openapi: "3.0.3" });
    freeze(document);
    expect(await filesOf(document)).toEqual(await filesOf({ text: JSON.stringify(document) }));
  });

  it("has pointers in its diagnostics, in place of lines", async () => {
    const { diagnostics } = await generate({ spec: documentOf(pets), config });
    const shown = diagnostics.map((one) => formatDiagnostic(one, { color: false }));
    expect(shown).toEqual([
      [
        "<memory>: warning: `maxlength` is not a keyword, so it has no effect (unknown-keyword)",
        "  at /components/schemas/Pet/properties/name/maxlength",
        "  help: did you mean `maxLength`? If it is an extension, begin it with `x-`",
      ].join("\n"),
    ]);
  });

  it("has a base for its references, and a name", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "pets.yaml": "Pet: { type: object }" });
    const document = documentOf({ Pet: { $ref: "pets.yaml#/Pet" } });
    const uri = `file://${cwd}/openapi.yaml`;
    expect((await filesOf({ document, uri })).length).toBeGreaterThan(3);
    const { diagnostics } = await generate({ spec: { document, name: "mine" }, config });
    expect(diagnostics).toMatchObject([{ code: "no-base-uri", file: "mine" }]);
  });

  it("may be an overlay", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "openapi.json": JSON.stringify(documentOf(pets)) });
    const overlay = {
      overlay: "1.0.0",
      info: { title: "o", version: "1" },
      extends: "openapi.json",
      actions: [{ target: "$.components.schemas.Pet.properties.name.maxlength", remove: true }],
    };
    const uri = `file://${cwd}/overlay.yaml`;
    const { diagnostics, models } = await generate({ spec: { document: overlay, uri }, config });
    expect(lines(diagnostics)).toEqual([]);
    expect(models.map(({ name }) => name)).toEqual(["Pet"]);
  });

  it("is also accepted by the other functions", async () => {
    const spec = documentOf({ Pet: { type: "string", minLength: 2, example: "x" } });
    const { issues } = await validate({ spec, model: "Pet", values: ["ab", "a"] });
    expect(issues.map((found) => found.length)).toEqual([0, 1]);
    expect((await loadGuard({ spec, model: "Pet" })).guard?.("a")).toHaveLength(1);
    expect((await reconcile({ spec })).reconciliation?.changes).toHaveLength(1);
  });
});

class Schema {
  readonly type = "object";
  readonly properties: object = { at: { type: "string" } };
  unset = undefined;
}

class Described {
  readonly #schema = { type: "string" };
  toJSON(): object {
    return this.#schema;
  }
}

const plain = { type: "object", properties: { at: { type: "string" } } };

describe("a value of a parsed document that is not JSON", () => {
  const shared = { type: "string", minLength: 1 };
  it.each<[what: string, schemas: object, json: object]>([
    [
      "undefined is no member",
      { A: { type: "string", pattern: undefined } },
      { A: { type: "string" } },
    ],
    ["an object of a class has its members", { A: new Schema() }, { A: plain }],
    ["toJSON is called", { A: new Described() }, { A: { type: "string" } }],
    [
      "a getter is read",
      {
        get A() {
          return plain;
        },
      },
      { A: plain },
    ],
    [
      "what is at several places is written out",
      { A: { type: "object", properties: { a: shared, b: shared } } },
      { A: { type: "object", properties: { a: { ...shared }, b: { ...shared } } } },
    ],
    [
      "an object without a prototype is one",
      { A: Object.assign(Object.create(null) as object, plain) },
      { A: plain },
    ],
    [
      "an integer of YAML",
      { A: { type: "integer", maximum: 10n } },
      { A: { type: "integer", maximum: 10 } },
    ],
    [
      "a member named __proto__",
      {
        A: { type: "object", properties: JSON.parse(`{"__proto__":{"type":"string"}}`) as object },
      },
      JSON.parse(`{"A":{"type":"object","properties":{"__proto__":{"type":"string"}}}}`) as object,
    ],
    ["a symbol as a name is nobody's", { A: { ...plain, [Symbol("own")]: 1 } }, { A: plain }],
  ])("is read as it is meant: %s", async (_, schemas, json) => {
    expect(await filesOf(documentOf(schemas))).toEqual(await filesOf(documentOf(json)));
  });

  const circle: Record<string, unknown> = { type: "object" };
  circle.properties = { next: circle };
  const deep = (levels: number): object => (levels === 0 ? {} : { not: deep(levels - 1) });
  const wide = (levels: number): object => {
    const inside = levels === 0 ? { type: "string" } : wide(levels - 1);
    return { allOf: [inside, inside] };
  };
  const failing = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error("no entry");
      },
    },
  );

  it.each<[what: string, schema: unknown, code: string, pointer: string]>([
    ["a function", { default: () => 1 }, "not-json", "/default"],
    ["NaN", { maximum: NaN }, "not-json", "/maximum"],
    ["Infinity", { maximum: Infinity }, "not-json", "/maximum"],
    ["a symbol", { default: Symbol("x") }, "not-json", "/default"],
    ["a large bigint", { maximum: 2n ** 64n }, "not-json", "/maximum"],
    ["undefined in a list", { enum: ["a", undefined] }, "not-json", "/enum/1"],
    ["a hole in a list", { enum: ["a", , "b"] }, "not-json", "/enum/1"],
    ["a Map", { properties: new Map([["a", {}]]) }, "not-json", "/properties"],
    ["a Set", { required: new Set(["a"]) }, "not-json", "/required"],
    ["a regular expression", { pattern: /a/ }, "not-json", "/pattern"],
    ["bytes", { default: new Uint8Array(2) }, "not-json", "/default"],
    ["a boxed text", { title: new String("x") }, "not-json", "/title"],
    ["an invalid date", { default: new Date(NaN) }, "not-json", "/default"],
    [
      "a getter that throws",
      {
        get title(): string {
          throw new Error("no");
        },
      },
      "not-json",
      "",
    ],
    ["a proxy that throws", { default: failing }, "not-json", "/default"],
    ["a circle", circle, "cyclic-value", "/properties/next"],
    ["a value that is nested too deeply", deep(600), "nested-too-deeply", ""],
    ["few objects that stand for billions", wide(40), "too-many-aliases", ""],
  ])("is an error at its place: %s", async (_, schema, code, pointer) => {
    const { diagnostics, files } = await generate({ spec: documentOf({ A: schema }), config });
    expect(files).toEqual([]);
    expect(diagnostics[0]).toMatchObject({ code, severity: "error", file: "<memory>" });
    expect(diagnostics[0]?.place?.pointer).toContain(`/components/schemas/A${pointer}`);
  });

  it.each([
    [new Date("2020-01-02"), "2020-01-02"],
    [new Date("2020-01-02T03:04:05Z"), "2020-01-02T03:04:05.000Z"],
    [YAML.parse("2020-01-02", { version: "1.1" }) as Date, "2020-01-02"],
  ])("is a text with a warning, if it is a date: %s", async (date, text) => {
    const spec = documentOf({ A: { enum: [date] } });
    const { diagnostics, files } = await generate({ spec, config });
    expect(lines(diagnostics)).toEqual(["date-value /components/schemas/A/enum/0"]);
    expect(files.some((file) => file.text.includes(`"${text}"`))).toBe(true);
  });

  it("may be the whole document", async () => {
    const codes = async (spec: object): Promise<readonly string[]> =>
      (await generate({ spec, config })).diagnostics.map(({ code }) => code);
    expect(await codes(new Map())).toEqual(["not-json"]);
    expect(await codes([])).toEqual(["not-openapi"]);
    expect(await codes({})).toEqual(["not-openapi"]);
    expect(await codes({ swagger: "2.0" })).toEqual(["swagger-2"]);
    expect(await codes({ document: { openapi: "4.0.0" } })).toEqual(["unsupported-version"]);
  });
});

describe("the hook `retrieve`", () => {
  it("is asked for the document, its overlays, and what they refer to", async () => {
    const cwd = await temporaryFolder();
    const asked: string[] = [];
    const texts: Readonly<Record<string, string>> = {
      "openapi.yaml": JSON.stringify(documentOf({ Pet: { $ref: "pets.yaml#/Pet" } })),
      "pets.yaml": "Pet: { type: object }",
      "o.overlay.yaml": JSON.stringify({
        overlay: "1.0.0",
        info: { title: "o", version: "1" },
        actions: [{ target: "$.info", update: { description: "x" } }],
      }),
    };
    const retrieve = (uri: string): string | undefined => {
      const path = uri.replace(`file://${cwd}/`, "");
      asked.push(path);
      return texts[path];
    };
    const overlays = ["o.overlay.yaml"];
    const options = { spec: "openapi.yaml", cwd, retrieve, config: { ...config, overlays } };
    const { diagnostics, models } = await generate(options);
    expect(lines(diagnostics)).toEqual([]);
    expect(models.map(({ name }) => name)).toEqual(["Pet"]);
    expect(asked).toEqual(["openapi.yaml", "o.overlay.yaml", "pets.yaml"]);
  });

  it("leaves to Guardsmith what it does not know, and is never asked for a text", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "openapi.yaml": JSON.stringify(documentOf(pets)) });
    const asked: string[] = [];
    const retrieve = (uri: string): undefined => void asked.push(uri);
    expect((await filesOf("openapi.yaml", { cwd, retrieve })).length).toBeGreaterThan(3);
    await filesOf({ text: JSON.stringify(documentOf(pets)) }, { retrieve });
    await filesOf(documentOf(pets), { retrieve });
    expect(asked).toEqual([`file://${cwd}/openapi.yaml`]);
  });

  it.each<[what: string, retrieve: () => unknown]>([
    [
      "throws",
      () => {
        throw new Error("no");
      },
    ],
    ["returns no text", () => 7],
    ["rejects", () => Promise.reject(new Error("no"))],
  ])("is named where it %s", async (_, retrieve) => {
    const { diagnostics } = await generate({
      spec: "https://example.com/openapi.yaml",
      // What a caller in JavaScript may give.
      retrieve: retrieve as () => string,
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["retrieve-failed"]);
  });
});
