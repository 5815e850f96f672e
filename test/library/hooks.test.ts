import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runGenerate } from "../../generator/commands/generate.js";
import {
  check,
  generate,
  write,
  type LocatedDiagnostic,
  type ModelToName,
  type NameHook,
  type OutputHook,
  type OutputInput,
  type UserConfig,
} from "../../generator/index.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";

const document = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "2" },
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        tags: ["pets"],
        responses: {
          "200": {
            description: "ok",
            content: {
              "application/json": {
                schema: { type: "array", items: { $ref: "#/components/schemas/Pet" } },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        "x-name": "Animal",
        type: "object",
        properties: {
          id: { type: "string", readOnly: true },
          size: { enum: ["s", "m"] },
          tail: {
            type: "object",
            required: ["id"],
            properties: { id: { type: "string", readOnly: true } },
          },
        },
        required: ["id"],
      },
      Other: { type: "object", properties: { size: { type: "object", properties: { a: {} } } } },
    },
  },
};

function run(config: UserConfig): ReturnType<typeof generate> {
  return generate({
    spec: document,
    config: { format: "none", outputs: ["models", "guards"], importExtension: "js", ...config },
  });
}

async function namesWith(name: NameHook, config: UserConfig = {}): Promise<readonly string[]> {
  const { models, diagnostics } = await run({ ...config, name });
  expect(diagnostics).toEqual([]);
  return models.map((model) => model.name);
}

function said(diagnostics: readonly LocatedDiagnostic[]): readonly string[] {
  return diagnostics.map(
    ({ code, message, place }) => `${code} ${place?.pointer ?? ""}: ${message}`,
  );
}

const all = (await run({})).models.map(({ name }) => name);

describe("the hook `name`", () => {
  it("is called once for each model that is not named after another one", async () => {
    const seen: ModelToName[] = [];
    expect(await namesWith((model) => void seen.push(model))).toEqual(all);
    expect(seen.map(({ name, reference, component }) => [name, reference, component])).toEqual([
      ["Pet", "#/components/schemas/Pet", "Pet"],
      ["PetSize", "#/components/schemas/Pet/properties/size", undefined],
      ["PetTail", "#/components/schemas/Pet/properties/tail", undefined],
      ["Other", "#/components/schemas/Other", "Other"],
      ["OtherSize", "#/components/schemas/Other/properties/size", undefined],
      [
        "ListPetsResponse",
        "#/paths/~1pets/get/responses/200/content/application~1json/schema",
        undefined,
      ],
    ]);
  });

  const plain = ["Pet", "PetSize", "PetTail", "PetRequest", "Other", "OtherSize"];
  it.each<[what: string, name: NameHook, names: readonly string[]]>([
    [
      "all with a suffix, and after them what is named after them",
      ({ name }) => `${name}Dto`,
      ["PetDto", "PetSizeDto", "PetTailDto", "PetDtoRequest", "OtherDto", "OtherSizeDto"],
    ],
    [
      "one by its component",
      ({ component }) => (component === "Other" ? "Another" : undefined),
      [...plain.slice(0, 4), "Another", "AnotherSize"],
    ],
    [
      "one by an extension",
      ({ schema }) => (schema as { readonly "x-name"?: string })["x-name"],
      ["Animal", "AnimalSize", "AnimalTail", "AnimalRequest", "Other", "OtherSize"],
    ],
  ])("names %s", async (_, name, names) => {
    expect((await namesWith(name)).slice(0, -1)).toEqual(names);
  });

  it("keeps a name that the hook gives, whatever the containing schema becomes", async () => {
    const names = await namesWith(({ name, component }) =>
      component === undefined ? name : `${name}Dto`,
    );
    expect(names).toEqual(
      expect.arrayContaining(["PetDto", "PetSize", "PetTail", "PetDtoRequest"]),
    );
  });

  it("leaves those that `names` has", async () => {
    const names = { "#/components/schemas/Other": "Mine" };
    expect(await namesWith(({ name }) => `${name}X`, { names })).toContain("Mine");
  });

  it("cannot change the document", async () => {
    const spoil: NameHook = ({ schema }) => {
      Object.assign(schema as object, { type: "string", properties: 1 });
      return undefined;
    };
    expect((await run({ name: spoil })).files).toEqual((await run({})).files);
  });

  const tail = "/components/schemas/Pet/properties/tail";
  const onTail = (answer: unknown): NameHook =>
    (({ name }) => (name === "PetTail" ? answer : undefined)) as NameHook;
  it.each<[what: string, hook: NameHook, line: string]>([
    [
      "no identifier",
      onTail("a b"),
      `invalid-name ${tail}: the function \`name\` calls "#${tail}" "a b", which is not an identifier`,
    ],
    [
      "a reserved word",
      onTail("class"),
      `invalid-name ${tail}: the function \`name\` calls "#${tail}" "class", which is a reserved word`,
    ],
    [
      "the name of a component",
      onTail("Other"),
      `taken-name ${tail}: the function \`name\` calls "#${tail}" Other, which is the name of a component`,
    ],
    [
      "one name for two",
      ({ component }) => (component === undefined ? "Same" : undefined),
      `taken-name ${tail}: the function \`name\` calls both "#/components/schemas/Pet/properties/size" and "#${tail}" Same`,
    ],
    [
      "no text",
      onTail(7),
      `hook-failed ${tail}: the function \`name\` failed for PetTail: it returned something other than a text`,
    ],
    [
      "a promise",
      onTail(Promise.resolve("X")),
      `hook-failed ${tail}: the function \`name\` failed for PetTail: it returned something other than a text`,
    ],
    [
      "an error",
      ({ name }) => {
        if (name === "PetTail") throw new Error("no");
        return undefined;
      },
      `hook-failed ${tail}: the function \`name\` failed for PetTail: no`,
    ],
  ])("is named where it gives %s", async (_, name, line) => {
    const { diagnostics, files } = await run({ name });
    expect(files).toEqual([]);
    expect(said(diagnostics)).toContain(line);
  });
});

describe("an output that is a function", () => {
  it("sees models, operations and the document", async () => {
    const seen: OutputInput[] = [];
    await run({
      outputs: [
        "models",
        "guards",
        (input) => {
          seen.push(input);
          return [];
        },
      ],
    });
    const [{ models, operations, title, version } = { models: [], operations: [] }] = seen;
    expect([title, version]).toEqual(["Shop", "2"]);
    expect(models.map(({ name }) => name)).toEqual(all);
    expect(models[0]).toMatchObject({
      name: "Pet",
      component: "Pet",
      reference: "#/components/schemas/Pet",
      exports: { is: "isPet", schema: "PetSchema" },
      imports: { models: "./models/pet.js", guards: "./guards/pet.js" },
      jsonSchema: {
        type: "object",
        required: ["id"],
        properties: { size: { $ref: "#/$defs/PetSize" } },
      },
    });
    expect(operations).toEqual([
      {
        path: "/pets",
        method: "GET",
        operationId: "listPets",
        summary: undefined,
        tags: ["pets"],
        request: [],
        responses: [
          { status: "200", bodies: [{ mediaType: "application/json", model: "ListPetsResponse" }] },
        ],
      },
    ]);
  });

  const files = (...paths: readonly string[]): OutputHook =>
    function mine() {
      return paths.map((path) => ({ path, text: "export const a = 1;\n" }));
    };

  it("makes files beside the others, in `src` of a package, also later", async () => {
    const later: OutputHook = async (input) => files("b.ts")(await Promise.resolve(input));
    const made = await run({ outputs: ["models", files("a.ts", "c/d.txt"), later] });
    expect(made.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["index.ts", "a.ts", "c/d.txt", "b.ts"]),
    );
    const { files: inPackage } = await run({ outputs: ["models", "package", files("a.ts")] });
    expect(inPackage.map(({ path }) => path)).toContain("src/a.ts");
  });

  it("is formatted, written, compared and removed like the others", async () => {
    const out = await temporaryFolder();
    const first = await run({
      format: "auto",
      outputs: ["models", () => [{ path: "x.ts", text: "export  const a=1" }]],
    });
    expect(first.files.find(({ path }) => path === "x.ts")?.text).toContain(
      "export const a = 1;\n",
    );
    expect((await write({ files: first.files, out })).diagnostics).toEqual([]);
    expect(await check({ files: first.files, out })).toEqual({
      changes: [],
      kept: [],
      diagnostics: [],
    });
    const { changes } = await check({ files: (await run({ outputs: ["models"] })).files, out });
    expect(changes.filter(({ kind }) => kind === "removed").map(({ path }) => path)).toEqual([
      "x.ts",
    ]);
  });

  it.each<[what: string, hook: OutputHook, line: string]>([
    [
      "throws",
      function mine() {
        throw new Error("no");
      },
      "hook-failed : the output `mine` failed: no",
    ],
    [
      "rejects, without a name",
      () => Promise.reject(new Error("no")),
      "hook-failed : the output `outputs[1]` failed: no",
    ],
    [
      "throws no error",
      function mine() {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- what is tested
        throw "x";
      },
      "hook-failed : the output `mine` failed: x",
    ],
    [
      "returns no list",
      (() => 7) as unknown as OutputHook,
      "hook-failed : the output `outputs[1]` failed: it did not return a list of files",
    ],
    [
      "returns no files",
      (() => ["a"]) as unknown as OutputHook,
      "hook-failed : the output `outputs[1]` failed: a file has to be an object with the strings `path` and `text`",
    ],
    [
      "leads outside",
      files("../a.ts"),
      'hook-failed : the output `mine` failed: "../a.ts" is not a path inside the output folder',
    ],
    [
      "is absolute",
      files("/a.ts"),
      'hook-failed : the output `mine` failed: "/a.ts" is not a path inside the output folder',
    ],
    [
      "takes what is Guardsmith's",
      files(".guardsmith-files"),
      'hook-failed : the output `mine` failed: ".guardsmith-files" is not a path inside the output folder',
    ],
    [
      "takes the place of another file",
      files("index.ts"),
      'unsafe-output-path : the output `mine` and another output both write "index.ts"',
    ],
    [
      "takes it in capitals",
      files("Models/Pet.ts"),
      'unsafe-output-path : the output `mine` and another output both write "Models/Pet.ts"',
    ],
    [
      "takes one path twice",
      files("a.ts", "a.ts"),
      'unsafe-output-path : the output `mine` and another output both write "a.ts"',
    ],
  ])("is named where it %s", async (_, hook, line) => {
    const { diagnostics, files: made } = await run({ outputs: ["models", hook] });
    expect(made).toEqual([]);
    expect(said(diagnostics)).toEqual([line]);
  });

  it("gets an input of its own", async () => {
    const spoil: OutputHook = ({ models }) => {
      for (const model of models) Object.assign(model.exports, { is: "x" });
      return [];
    };
    const seen: string[] = [];
    const look: OutputHook = ({ models }) => {
      seen.push(...models.map(({ exports }) => exports.is));
      return [];
    };
    await run({ outputs: ["models", "guards", spoil, look] });
    expect(seen).toContain("isPet");
    expect(seen).not.toContain("x");
  });
});

describe("a run with functions", () => {
  it("is never taken for one that has nothing to do", async () => {
    const cwd = await temporaryFolder();
    const config = (text: string): string =>
      `export default { spec: "openapi.json", format: "none", outputs: ["models", () => [{ path: "a.txt", text: globalThis.guardsmithTest ?? "${text}" }]] };`;
    await put(cwd, {
      "openapi.json": JSON.stringify(document),
      "guardsmith.config.mjs": config("1"),
    });
    const outputs: string[] = [];
    const io = {
      cwd,
      color: false,
      colorOutput: false,
      stdin: () => {
        throw new Error("not read");
      },
      stdout: (text: string) => void outputs.push(text),
      stderr: (text: string) => void outputs.push(text),
      progress: () => undefined,
      now: () => new Date("2026-11-29"),
    };
    const generated = async (): Promise<string> => {
      expect(await runGenerate({ rerun: "" }, io), outputs.join("")).toBe(0);
      return readFile(join(cwd, "generated", "a.txt"), "utf8");
    };
    expect(await generated()).toBe("1");
    Object.assign(globalThis, { guardsmithTest: "2" });
    try {
      // No file has changed.
      expect(await generated()).toBe("2");
    } finally {
      Reflect.deleteProperty(globalThis, "guardsmithTest");
    }
  });
});
