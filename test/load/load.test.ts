import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import { formatDiagnostic } from "../../generator/text/format-diagnostic.js";
import { locate } from "../../generator/text/locate.js";
import { loadDocument } from "../../generator/load/load.js";
import { nodeHost } from "../../generator/load/node-host.js";
import { inputErrorOf } from "../diagnostics/input-error-of.js";
import { filesOf } from "./loaded.js";

const host = nodeHost(tmpdir());

test("a document is its entry file, parsed, with its version", async () => {
  const folder = await mkdtemp(join(tmpdir(), "guardsmith-load-"));
  try {
    const path = join(folder, "openapi.yaml");
    const text = "openapi: 3.1.0\ninfo: { title: T, version: 1.0.0 }\n";
    await writeFile(path, text);
    const log = new DiagnosticLog();
    const document = await loadDocument("openapi.yaml", { host: nodeHost(folder), log });
    const uri = pathToFileURL(path).href;
    const root = {
      openapi: "3.1.0",
      info: { title: "T", version: "1.0.0" },
    };
    const entry = { uri, name: "openapi.yaml", text, format: "yaml", value: root };
    expect(filesOf(document)).toEqual({
      version: "3.1",
      uri,
      root,
      sources: new Map([[uri, entry]]),
      aliases: new Map(),
      overlays: [],
      failures: new Map(),
    });
    expect(document.root).toBe(document.sources.get(uri)?.value);
    expect(log.all).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a JSON text and a YAML text of the same document have the same root", async () => {
  const log = new DiagnosticLog();
  const json = await loadDocument(
    { text: '{"openapi": "3.0.3", "paths": {"/a": {"200": {}}}}' },
    { host, log },
  );
  const yaml = await loadDocument(
    { text: "openapi: 3.0.3\npaths:\n  /a:\n    200: {}" },
    { host, log },
  );
  expect(yaml.root).toEqual(json.root);
  expect([json.version, yaml.version]).toEqual(["3.0", "3.0"]);
});

test("warnings go to the log, and the document is there", async () => {
  const log = new DiagnosticLog();
  const document = await loadDocument({ text: "openapi: 3.1" }, { host, log });
  expect(document.version).toBe("3.1");
  expect(log.all.map(({ code }) => code)).toEqual(["malformed-version"]);
  expect(log.hasErrors()).toBe(false);
});

test.each([
  [
    "a slip in the text",
    { text: '{\n  "openapi": "3.1.0",\n}', name: "openapi.json" },
    `openapi.json:2:21: error: trailing comma (json-syntax)
  1 | {
> 2 |   "openapi": "3.1.0",
    |                     ^
  3 | }
  help: correct the syntax at this place; JSON has no comments and no trailing commas`,
  ],
  [
    "another format",
    { text: 'info: {}\nswagger: "2.0"', name: "swagger.yaml" },
    `swagger.yaml:2:1: error: this is a Swagger 2.0 description, and Guardsmith reads OpenAPI 3 (swagger-2)
  1 | info: {}
> 2 | swagger: "2.0"
    | ^~~~~~~
  at /swagger
  help: convert it first, with swagger2openapi or with Swagger Converter (https://converter.swagger.io)`,
  ],
  [
    "an empty text",
    { text: "" },
    `error: <memory> is empty (empty-file)
  help: check that it is the right file, and that it was saved`,
  ],
])("%s is an error that shows the place", async (_name, input, want) => {
  const log = new DiagnosticLog();
  const error = await inputErrorOf(() => loadDocument(input, { host, log }));
  const shown = error.diagnostics.map((diagnostic) =>
    formatDiagnostic(locate(diagnostic, error.sources), { color: false }),
  );
  expect(shown).toEqual([want]);
  expect(log.all).toEqual([]);
});
