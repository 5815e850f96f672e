import { defaultOptions } from "../../generator/code/print/options.js";
import { printModule } from "../../generator/code/print/print-module.js";
import { emitOperations } from "../../generator/emit/operations/emit.js";
import { Unsupported } from "../../generator/emit/operations/unsupported.js";
import { formatDiagnostic } from "../../generator/index.js";
import { deriveTypes } from "../../generator/model/derive-types.js";
import { diagnoseModels } from "../../generator/validate/diagnose-models.js";

/** The modules of operations of a document, as they are printed, and what is not supported in it. */
export interface Emitted {
  /** The texts by the paths of modules below `operations`: `list-pets`, `parameters/limit`. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many places there are of each kind that is not supported. */
  readonly unsupported: Unsupported["counts"];
}

/** Makes the modules of operations of a document in memory. */
export async function emitted(document: object): Promise<Emitted> {
  const outputs = ["models", "guards", "operations"] as const;
  const options = { spec: { text: JSON.stringify(document) }, config: { outputs } };
  const { result: read, diagnostics } = await diagnoseModels(
    () => options,
    (each) => each,
  );
  if (read === undefined) {
    throw new Error(diagnostics.map((each) => formatDiagnostic(each, { color: false })).join("\n"));
  }
  const unsupported = new Unsupported();
  const types = deriveTypes(read.models);
  const modules = [...emitOperations({ ...read, types, endMark: "[DONE]", unsupported })];
  return {
    texts: new Map(
      modules.map((module) => [
        module.path.replace(/^operations\//, ""),
        printModule(module, defaultOptions).text.replaceAll("/* @__PURE__ */ ", ""),
      ]),
    ),
    unsupported: unsupported.counts,
  };
}

/** A document with some paths. */
export function documentWith(paths: object, others: object = {}): object {
  return { openapi: "3.1.0", info: { title: "Test", version: "1.0.0" }, paths, ...others };
}

/** A document with one operation, `GET /a` with the id `a`; `method` may be another one. */
export function documentOfOperation(
  operation: object,
  options: {
    readonly method?: string;
    readonly path?: string;
    readonly openapi?: string;
    readonly components?: object;
  } = {},
): object {
  const { method = "get", path = "/a", ...others } = options;
  const complete = { operationId: "a", responses: { 200: { description: "OK" } }, ...operation };
  return documentWith({ [path]: { [method]: complete } }, others);
}

/** What a text has between two others, on one line. */
export function between(text: string | undefined, start: string, end: string): string | undefined {
  const from = text?.indexOf(start) ?? -1;
  if (text === undefined || from < 0) return undefined;
  const to = text.indexOf(end, from + start.length);
  return text
    .slice(from + start.length, to < 0 ? undefined : to)
    .replace(/\s+/g, " ")
    .trim();
}
