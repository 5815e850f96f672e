import { DiagnosticLog } from "../../generator/core/diagnostic.js";
import type { Document, DocumentFiles } from "../../generator/openapi/document.js";
import { loadDocument, type LoadOptions } from "../../generator/load/load.js";
import { nodeHost } from "../../generator/load/node-host.js";
import type { SpecInput } from "../../generator/load/read-input.js";
import { put } from "../write/temporary-folder.js";

/** What loading depends on; the host is that of Node.js. */
interface Options extends Partial<Omit<LoadOptions, "host">> {
  readonly cwd: string;
  readonly stdin?: AsyncIterable<string>;
}

/** Loads a document; without a log, its warnings are dropped. */
export function load(input: SpecInput, { cwd, stdin, ...options }: Options): Promise<Document> {
  const host = nodeHost(cwd, stdin && (() => stdin));
  return loadDocument(input, { log: new DiagnosticLog(), host, ...options });
}

/** Writes files into a folder, and loads `openapi.yaml` among them. */
export async function loadFrom(
  cwd: string,
  files: Readonly<Record<string, string>>,
  options: Omit<Options, "cwd"> = {},
): Promise<Document> {
  await put(cwd, files);
  return load("openapi.yaml", { cwd, ...options });
}

/** The text of an entry file whose component schemas are references. */
export function entryWith(...references: readonly string[]): string {
  const schemas: Record<string, object> = {};
  for (const [index, $ref] of references.entries()) schemas[`S${index}`] = { $ref };
  return JSON.stringify({ openapi: "3.1.0", components: { schemas } });
}

/** The files of a document as the user knows them, but for the entry file. */
export function namesOf({ sources, uri }: Document): readonly string[] {
  return [...sources.values()].filter((source) => source.uri !== uri).map(({ name }) => name);
}

/** Why files are missing, as `code: message`. */
export function failuresOf({ failures }: Document): readonly string[] {
  return [...failures.values()].map(({ code, message }) => `${code}: ${message}`);
}

/** What a document is made of, without what it can do. */
export function filesOf(document: Document): DocumentFiles {
  const { version, uri, root, sources, overlays, aliases, failures } = document;
  return { version, uri, root, sources, overlays, aliases, failures };
}
