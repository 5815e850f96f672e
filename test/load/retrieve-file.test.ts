import { symlink, truncate } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { formatDiagnostic } from "../../generator/text/format-diagnostic.js";
import { locate } from "../../generator/text/locate.js";
import { maxFileBytes } from "../../generator/text/limits.js";
import { textsOf } from "../../generator/openapi/texts.js";
import { inputErrorOf } from "../diagnostics/input-error-of.js";
import { put, temporaryFolder } from "../write/temporary-folder.js";
import { entryWith, failuresOf, filesOf, load, loadFrom, namesOf } from "./loaded.js";

type Files = Readonly<Record<string, string>>;

/** A symbolic link takes a right that not everybody has there. */
const withLinks = test.skipIf(process.platform === "win32");

describe("the files that a document refers to", () => {
  test.each<[name: string, files: Files, want: readonly string[], missing?: readonly string[]]>([
    [
      "are JSON and YAML, mixed",
      {
        "openapi.yaml": entryWith("a.yml#/A", "b.json", "c"),
        "a.yml": "A: { $ref: d.json }",
        "b.json": '{ "items": { "$ref": "e.yaml" } }',
        c: "type: string",
        "d.json": "{}",
        "e.yaml": "{}",
      },
      ["a.yml", "b.json", "c", "d.json", "e.yaml"],
    ],
    [
      "are relative to the file that refers to them",
      {
        "openapi.yaml": entryWith("paths/batches.yml"),
        "paths/batches.yml": "$ref: ../models/batch.yml",
        "models/batch.yml": "properties: { a: { $ref: sub/usage.yml }, b: { $ref: ./error.yml } }",
        "models/sub/usage.yml": "$ref: ../error.yml",
        "models/error.yml": "{}",
      },
      ["paths/batches.yml", "models/batch.yml", "models/sub/usage.yml", "models/error.yml"],
    ],
    [
      "are in the order in which they are referred to, the nearest first",
      {
        "openapi.yaml": entryWith("c.yml", "a.yml", "b.yml"),
        "a.yml": "$ref: d.yml",
        "b.yml": "{}",
        "c.yml": "allOf: [{ $ref: f.yml }, { $ref: a.yml }, { $ref: e.yml }]",
        "d.yml": "{}",
        "e.yml": "{}",
        "f.yml": "{}",
      },
      ["c.yml", "a.yml", "b.yml", "f.yml", "e.yml", "d.yml"],
    ],
    [
      "may refer to one another and to the entry file",
      {
        "openapi.yaml": entryWith("a.yml", "openapi.yaml#/components"),
        "a.yml": "allOf: [{ $ref: b.yml }, { $ref: a.yml }]",
        "b.yml": "allOf: [{ $ref: a.yml }, { $ref: openapi.yaml }]",
      },
      ["a.yml", "b.yml"],
    ],
    [
      "are those of discriminators, too",
      {
        "openapi.yaml": entryWith("pet.yml"),
        "pet.yml":
          "discriminator: { propertyName: t, mapping: { c: cat.yml, d: sub/dog, b: Bird.v1 } }",
        "cat.yml": "{}",
        "sub/dog": "{}",
        "Bird.v1": "{}",
      },
      ["pet.yml", "cat.yml", "sub/dog"],
    ],
    [
      "are not those of data",
      {
        "openapi.yaml": entryWith("a.yml"),
        "a.yml":
          "{ x-a: { $ref: b.yml }, enum: [{ $ref: b.yml }], default: { $ref: b.yml }, example: { $ref: b.yml } }",
        "b.yml": "{}",
      },
      ["a.yml"],
    ],
    [
      "are those of what looks like data, where a reference leads to it",
      {
        "openapi.yaml":
          "openapi: 3.1.0\ncomponents: { headers: { Id: { $ref: headers.yml#/x-request-id } } }",
        "headers.yml": "x-request-id: { schema: { $ref: id.yml } }\nx-other: { $ref: other.yml }",
        "id.yml": "{}",
        "other.yml": "{}",
      },
      ["headers.yml", "id.yml"],
    ],
    [
      "are those of what looks like data, whatever URI the reference to it has",
      {
        "openapi.yaml": entryWith("%61.yml#/x-a", "https://example.com/s#/x-b"),
        "a.yml":
          "x-a: { $ref: b.yml }\nnot: { $id: 'https://example.com/s', x-b: { $ref: c.yml } }",
        "b.yml": "{}",
      },
      ["a.yml", "b.yml"],
      [
        "remote-reference: https://example.com/c.yml is not retrieved, because references must not lead to https://example.com",
      ],
    ],
    [
      "are relative to where a schema with an $id stands, however one gets there",
      {
        "openapi.yaml": entryWith("sub/a.yml#/$defs/A/not", "sub/t/c#/x-d", "sub/t/c"),
        "sub/a.yml":
          "$defs: { A: { $id: t/b, not: { $id: c, $ref: d.yml, x-d: { $ref: e.yml } } } }",
        "sub/t/d.yml": "{}",
        "sub/t/e.yml": "{}",
      },
      ["sub/a.yml", "sub/t/d.yml", "sub/t/e.yml"],
    ],
    [
      "are not those that a schema in the document has the URI of",
      {
        "openapi.yaml": entryWith("a.yml", "https://example.com/s/b", "c.yml"),
        "a.yml": "{ $defs: { b: { $id: 'https://example.com/s/b', items: { $ref: a } } } }",
        "c.yml": "$defs: { a: { $id: 'https://example.com/s/a', items: { $ref: b } } }",
      },
      ["a.yml", "c.yml"],
    ],
    [
      "have names that a URI must escape",
      {
        "openapi.yaml": entryWith("a%20b%23%C3%A9.yml", "c d.yml"),
        "a b#é.yml": "{}",
        "c d.yml": "{}",
      },
      ["a b#é.yml", "c d.yml"],
    ],
  ])("%s", async (_name, files, want, missing = []) => {
    const document = await loadFrom(await temporaryFolder(), files);
    expect(failuresOf(document)).toEqual(missing);
    expect(namesOf(document)).toEqual(want);
    expect([...document.sources.keys()][0]).toBe(document.uri);
    for (const [uri, source] of document.sources) expect(source.uri).toBe(uri);
  });

  test("are parsed, with their warnings in order", async () => {
    const log = new DiagnosticLog();
    const cwd = await temporaryFolder();
    const document = await loadFrom(
      cwd,
      {
        "openapi.yaml": entryWith("a.yml", "b.yml", "c.yml"),
        "a.yml": "%FOO\n---\nA: { type: string }",
        "b.yml": "B: 1",
        "c.yml": "%BAR\n---\nC: 1",
      },
      { log },
    );
    const { value } = document.sources.get(pathToFileURL(join(cwd, "a.yml")).href) ?? {};
    expect(value).toEqual({ A: { type: "string" } });
    expect(log.all.map((found) => locate(found, textsOf(document)).file)).toEqual([
      "a.yml",
      "c.yml",
    ]);
  });

  test("are the same ones every time", async () => {
    const cwd = await temporaryFolder();
    const names = Array.from({ length: 100 }, (_, index) => `${index % 7}/${index}.yml`);
    await put(cwd, {
      "openapi.yaml": entryWith(...names),
      ...Object.fromEntries(names.map((name, index) => [name, `$ref: ../a${index % 10}.yml`])),
    });
    const [first, second] = [
      await load("openapi.yaml", { cwd }),
      await load("openapi.yaml", { cwd }),
    ];
    expect(filesOf(second)).toEqual(filesOf(first));
    expect([...second.sources.keys()]).toEqual([...first.sources.keys()]);
    expect([...second.failures.keys()]).toEqual([...first.failures.keys()]);
    expect(namesOf(first)).toEqual(names);
    expect(first.failures.size).toBe(10);
  });
});

describe("a file that is reached in two ways is one", () => {
  test.each([
    ["b.yml", "a/../b.yml"],
    ["b.yml", "./b.yml"],
    ["b.yml", "%62.yml"],
    ["%62.yml", "b.yml"],
    ["b.yml", "b.yml?v=1"],
    ["b.yml#/x", "b.yml#/y"],
  ])("%s and %s", async (one, other) => {
    const cwd = await temporaryFolder();
    const document = await loadFrom(cwd, {
      "openapi.yaml": entryWith(one, other),
      "b.yml": "{}",
    });
    expect(namesOf(document)).toEqual(["b.yml"]);
    expect(failuresOf(document)).toEqual([]);
    const uri = pathToFileURL(join(cwd, "b.yml")).href;
    for (const reference of [one, other]) {
      const [target = ""] = new URL(reference, document.uri).href.split("#");
      expect(document.aliases.get(target) ?? target).toBe(uri);
    }
  });

  withLinks("through symbolic links, and has the URI without them", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, {
      "openapi.yaml": entryWith("link.yml", "current/b.yml", "v2/b.yml"),
      "v2/b.yml": "$ref: c.yml",
      "v2/c.yml": "{}",
    });
    await symlink("v2/b.yml", join(cwd, "link.yml"));
    await symlink("v2", join(cwd, "current"));
    const document = await load("openapi.yaml", { cwd });
    expect(namesOf(document)).toEqual(["v2/b.yml", "v2/c.yml"]);
    const at = (name: string): string => pathToFileURL(join(cwd, name)).href;
    expect([...document.aliases]).toEqual([
      [at("link.yml"), at("v2/b.yml")],
      [at("current/b.yml"), at("v2/b.yml")],
    ]);
  });

  withLinks("and the links that lead to the root stay in its URI", async () => {
    const folder = await temporaryFolder();
    await put(folder, {
      "real/openapi.yaml": entryWith("b.yml", "nope.yml"),
      "real/b.yml": "$ref: openapi.yaml",
    });
    const cwd = join(folder, "link");
    await symlink("real", cwd);
    const document = await load("openapi.yaml", { cwd });
    expect(namesOf(document)).toEqual(["b.yml"]);
    expect(document.aliases.size).toBe(0);
    expect(failuresOf(document)).toEqual(["file-not-found: there is no file nope.yml"]);
  });

  withLinks("even if it is the entry file", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "v2/openapi.yaml": entryWith("b.yml"), "b.yml": "$ref: v2/openapi.yaml" });
    await symlink("v2/openapi.yaml", join(cwd, "openapi.yaml"));
    const document = await load("openapi.yaml", { cwd });
    expect(namesOf(document)).toEqual(["b.yml"]);
    expect([...document.aliases.values()]).toEqual([document.uri]);
  });

  test("even if it cannot be parsed", async () => {
    const files = { "openapi.yaml": entryWith("b.yml", "%62.yml"), "b.yml": "[" };
    // It counts once.
    const documentLimits = { files: 2, bytes: 1 };
    const document = await loadFrom(await temporaryFolder(), files, { documentLimits });
    const [one, other, ...more] = document.failures.values();
    expect(one).toBe(other);
    expect(one?.code).toBe("malformed-file");
    expect(more).toEqual([]);
  });
});

describe("a file that cannot be retrieved does not stop the run", () => {
  test.each<[reference: string, files: Files, want: string]>([
    ["nope.yml#/A", {}, "file-not-found: there is no file spec/nope.yml"],
    ["openapi.yaml/a", {}, "file-not-found: there is no file spec/openapi.yaml/a"],
    ["sub/", { "spec/sub/a": "" }, "file-unreadable: spec/sub is a directory"],
    ["e.yml", { "spec/e.yml": " \n" }, "empty-file: spec/e.yml is empty"],
    [
      "a%2Fb.yml",
      {},
      "file-not-found: file://{cwd}/spec/a%2Fb.yml is not the URL of a file on this machine",
    ],
    ["a%00.yml", {}, "file-unreadable: spec/a\0.yml cannot be read: ERR_INVALID_ARG_VALUE"],
    [
      "urn:example:a",
      {},
      "unsupported-scheme: urn:example:a cannot be retrieved: it is not a file: or http(s): URL, and no schema has it as its `$id`",
    ],
    ["http://[", {}, 'invalid-uri: "http://[" is not a URI reference'],
  ])("%s", async (reference, files, want) => {
    const cwd = await temporaryFolder();
    await put(cwd, { ...files, "spec/openapi.yaml": entryWith(reference) });
    const document = await load("spec/openapi.yaml", { cwd });
    expect(failuresOf(document)).toEqual([want.replace("{cwd}", cwd)]);
    expect(namesOf(document)).toEqual([]);
  });

  test("and what is wrong in it is known with its position", async () => {
    const document = await loadFrom(await temporaryFolder(), {
      "openapi.yaml": entryWith("models/a.yml#/A", "models/b.json"),
      "models/a.yml": "A:\n  type: string\n  type: object",
      "models/b.json": '{\n  "type": "string",\n}',
    });
    expect(failuresOf(document)).toEqual([
      "malformed-file: models/a.yml is malformed",
      "malformed-file: models/b.json is malformed",
    ]);
    const shown = [...document.failures.values()]
      .flatMap(({ diagnostics = [] }) => diagnostics)
      .map((found) => formatDiagnostic(locate(found, textsOf(document)), { color: false }));
    expect(shown).toEqual([
      `models/a.yml:3:3: error: duplicate key "type", first at line 2, column 3 (duplicate-key)
  1 | A:
  2 |   type: string
> 3 |   type: object
    |   ^
  at /A/type
  help: rename one of the two, or remove it`,
      `models/b.json:2:19: error: trailing comma (json-syntax)
  1 | {
> 2 |   "type": "string",
    |                   ^
  3 | }
  help: correct the syntax at this place; JSON has no comments and no trailing commas`,
    ]);
  });

  test("because it is too large", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "openapi.yaml": entryWith("a.yml"), "a.yml": "" });
    await truncate(join(cwd, "a.yml"), maxFileBytes + 1);
    expect(failuresOf(await load("openapi.yaml", { cwd }))).toEqual([
      "file-too-large: a.yml is larger than 67108864 bytes",
    ]);
  });

  test.skipIf(process.platform === "win32")("because it is not a file but a socket", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "openapi.yaml": entryWith("a.yml") });
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(join(cwd, "a.yml"), resolve);
    });
    const document = await load("openapi.yaml", { cwd });
    await new Promise((resolve) => server.close(resolve));
    expect(failuresOf(document)).toEqual(["file-unreadable: a.yml is not a regular file"]);
  });
});

describe("outside of the folder of the entry file", () => {
  test.each([
    ["../secret.yml", "secret.yml is outside spec, which references must not leave"],
    ["../nope.yml", "nope.yml is outside spec, which references must not leave"],
    ["%2e%2e/secret.yml", "secret.yml is outside spec, which references must not leave"],
    ["..\\secret.yml", "secret.yml is outside spec, which references must not leave"],
    ["../spec2/a.yml", "spec2/a.yml is outside spec, which references must not leave"],
    [
      "file://elsewhere/a.yml",
      "file://elsewhere/a.yml is outside spec, which references must not leave",
    ],
  ])("%s is not read", async (reference, message) => {
    const cwd = await temporaryFolder();
    await put(cwd, {
      "spec/openapi.yaml": entryWith(reference),
      "secret.yml": "{}",
      "spec2/a.yml": "{}",
    });
    const document = await load("spec/openapi.yaml", { cwd });
    expect(failuresOf(document)).toEqual([`outside-root: ${message}`]);
    expect([...document.failures.values()][0]?.help).toBe(
      "set `references.root` to a folder that contains it if it belongs to the document",
    );
    expect(namesOf(document)).toEqual([]);
  });

  test("is named with the working directory, where that is the folder", async () => {
    const document = await loadFrom(join(await temporaryFolder(), "spec"), {
      "openapi.yaml": entryWith("../a.yml"),
    });
    expect(failuresOf(document)).toEqual([
      "outside-root: ../a.yml is outside the working directory, which references must not leave",
    ]);
  });

  withLinks("a link leads nowhere, be it to a file or to a folder", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, {
      "spec/openapi.yaml": entryWith("link.yml", "folder/secret.yml", "gone.yml"),
      "secret.yml": "{}",
    });
    await symlink("../secret.yml", join(cwd, "spec/link.yml"));
    await symlink("..", join(cwd, "spec/folder"));
    await symlink("nope.yml", join(cwd, "spec/gone.yml"));
    expect(failuresOf(await load("spec/openapi.yaml", { cwd }))).toEqual([
      "outside-root: spec/link.yml, a link to secret.yml, is outside spec, which references must not leave",
      "outside-root: spec/folder/secret.yml, a link to secret.yml, is outside spec, which references must not leave",
      "file-not-found: there is no file spec/gone.yml",
    ]);
  });

  withLinks("a link may come from, if it leads inside", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "spec/openapi.yaml": entryWith("../link/a.yml"), "spec/a.yml": "{}" });
    await symlink("spec", join(cwd, "link"));
    const document = await load("spec/openapi.yaml", { cwd });
    expect(namesOf(document)).toEqual(["spec/a.yml"]);
  });

  test("files are read when the root is wider", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, {
      "a/spec/openapi.yaml": entryWith("../shared/b.yml", "../../secret.yml"),
      "a/shared/b.yml": "$ref: ../spec/openapi.yaml",
      "secret.yml": "{}",
    });
    const references = { root: join(cwd, "a"), origins: [] };
    const document = await load("a/spec/openapi.yaml", { cwd, references });
    expect(namesOf(document)).toEqual(["a/shared/b.yml"]);
    expect(failuresOf(document)).toEqual([
      "outside-root: secret.yml is outside a, which references must not leave",
    ]);
  });

  test("files are not read when the root is narrower", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, {
      "openapi.yaml": entryWith("models/a.yml", "b.yml"),
      "models/a.yml": "{}",
      "b.yml": "{}",
    });
    const references = { root: join(cwd, "models"), origins: [] };
    const document = await load("openapi.yaml", { cwd, references });
    expect(namesOf(document)).toEqual(["models/a.yml"]);
    expect(failuresOf(document)).toEqual([
      "outside-root: b.yml is outside models, which references must not leave",
    ]);
  });

  test.each(["nope", "openapi.yaml"])("means nothing when the root is %s", async (name) => {
    const cwd = await temporaryFolder();
    await put(cwd, { "openapi.yaml": entryWith() });
    const references = { root: join(cwd, name), origins: [] };
    const { diagnostics } = await inputErrorOf(() => load("openapi.yaml", { cwd, references }));
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["invalid-config", `\`references.root\` must be a folder, and ${references.root} is not one`],
    ]);
  });
});

describe("a document without a file", () => {
  const message = "models/a.yml is relative, and there is no base URL";

  test("has no relative references on standard input", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "models/a.yml": "{}" });
    async function* stdin(): AsyncGenerator<string> {
      yield await Promise.resolve(entryWith("models/a.yml#/A", "#/components"));
    }
    const document = await load("-", { cwd, stdin: stdin() });
    expect([...document.failures]).toEqual([
      [
        "models/a.yml",
        {
          code: "no-base-uri",
          message,
          help: "name the path of the document instead of -",
        },
      ],
    ]);
  });

  test("has none in memory, but those to a schema with that $id", async () => {
    const cwd = await temporaryFolder();
    const schemas = "{ a: { anyOf: [{ $ref: models/a.yml }, { $ref: b }] }, c: { $id: b } }";
    const text = `openapi: 3.1.0\ncomponents: { schemas: ${schemas} }`;
    const document = await load({ text }, { cwd });
    expect([...document.failures]).toEqual([
      [
        "models/a.yml",
        {
          code: "no-base-uri",
          message,
          help: "give the document a `uri` that is a URL",
        },
      ],
    ]);
  });

  test("has them in memory with a URI, from which there is a way back to it", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "a.yml": "$ref: open%20api.yaml", "open api.yaml": "not: used" });
    // Not written as `URL` would write it.
    const uri = `${pathToFileURL(cwd).href}/open api.yaml`;
    const document = await load({ text: entryWith("a.yml"), uri }, { cwd });
    expect(namesOf(document)).toEqual(["a.yml"]);
    expect([...document.aliases]).toEqual([[uri.replace(" ", "%20"), uri]]);
    expect(document.root).toBe(document.sources.get(uri)?.value);
  });

  test("has them in memory even if its own folder is not there", async () => {
    const cwd = await temporaryFolder();
    const uri = `${pathToFileURL(cwd).href}/nope/openapi.yaml`;
    const document = await load({ text: entryWith("a.yml"), uri }, { cwd });
    expect(failuresOf(document)).toEqual(["file-not-found: there is no file nope/a.yml"]);
  });

  test("has none in a schema whose $id is no URL", async () => {
    const cwd = await temporaryFolder();
    const document = await loadFrom(cwd, {
      "openapi.yaml":
        "openapi: 3.1.0\ncomponents: { schemas: { A: { $id: 'urn:example:a', $ref: models/a.yml } } }",
    });
    expect([...document.failures.values()]).toEqual([
      {
        code: "no-base-uri",
        message,
        help: "make the `$id` around it a URL, or write the reference as a URL",
      },
    ]);
  });

  test("must not read local files, unless there is a root", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, { "a.yml": "{}" });
    const uri = pathToFileURL(join(cwd, "a.yml")).href;
    const text = entryWith(uri);
    const refused = await load({ text }, { cwd });
    expect(failuresOf(refused)).toEqual([
      `outside-root: ${uri} is a local file, but <memory> is not`,
    ]);
    const allowed = await load({ text }, { cwd, references: { root: cwd, origins: [] } });
    expect(namesOf(allowed)).toEqual(["a.yml"]);
  });
});

describe("a document ends the run", () => {
  const files: Files = {
    "openapi.yaml": entryWith("a.yml", "b.yml", "nope.yml"),
    "a.yml": "{ type: string }",
    "b.yml": "{ type: object }",
  };

  test("with too many files", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, files);
    const loadWith = (count: number): ReturnType<typeof load> =>
      load("openapi.yaml", { cwd, documentLimits: { files: count, bytes: 1000 } });
    expect(namesOf(await loadWith(3))).toEqual(["a.yml", "b.yml"]);
    const { diagnostics } = await inputErrorOf(() => loadWith(2));
    expect(diagnostics).toEqual([
      {
        severity: "error",
        code: "too-many-files",
        message: "the document refers to more than 2 files",
        help: "remove what does not belong to the document, or split it",
      },
    ]);
  });

  test("with too much in them", async () => {
    const cwd = await temporaryFolder();
    await put(cwd, files);
    const loadWith = (bytes: number): ReturnType<typeof load> =>
      load("openapi.yaml", { cwd, documentLimits: { files: 10, bytes } });
    expect(namesOf(await loadWith(32))).toEqual(["a.yml", "b.yml"]);
    const { diagnostics } = await inputErrorOf(() => loadWith(31));
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "too-many-bytes: the files of the document have more than 31 bytes in all",
    ]);
  });
});
