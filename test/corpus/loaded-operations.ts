import { emitGuards } from "../../generator/emit/guards/emit.js";
import { emitModels, modulesOf } from "../../generator/emit/models.js";
import { emitOperations } from "../../generator/emit/operations/emit.js";
import { Unsupported } from "../../generator/emit/operations/unsupported.js";
import { importsOfRuntime } from "../../generator/emit/runtime.js";
import { formatDiagnostic, type GenerateOptions } from "../../generator/index.js";
import { deriveTypes } from "../../generator/model/derive-types.js";
import type { ReadModels } from "../../generator/model/read-models.js";
import { isOperation } from "../../generator/runtime/match-operation.js";
import type { Operation } from "../../generator/runtime/operation.js";
import { diagnoseModels } from "../../generator/validate/diagnose-models.js";
import { evaluateModules, type ModuleExports } from "../../generator/validate/evaluate-modules.js";

/** The operations of a document, as a package describes them, and the document that was read. */
export interface LoadedOperations {
  readonly read: ReadModels;
  readonly operations: readonly Operation[];
}

/**
 * Makes the operations of a document: the code that a package has, without its types and files.
 *
 * @throws when the document has errors, with the diagnostics as a user would see them
 */
export async function loadOperations(options: GenerateOptions): Promise<LoadedOperations> {
  const { result: read, diagnostics } = await diagnoseModels(
    () => options,
    (each) => each,
  );
  if (read === undefined) {
    throw new Error(diagnostics.map((each) => formatDiagnostic(each, { color: false })).join("\n"));
  }
  const { document, schemas, models } = read;
  const types = deriveTypes(models);
  const modules = modulesOf(models);
  const unsupported = new Unsupported();
  const emitted = [...emitOperations({ ...read, types, endMark: "[DONE]", unsupported })];
  const load = evaluateModules(
    [
      ...emitModels(modules, models, types, schemas),
      ...emitGuards(modules, document, models, types),
      ...emitted,
    ],
    await loadRuntime(),
  );
  const own = emitted.filter(({ path }) => path !== "operations/index");
  // What several operations share is described in modules without operations.
  const operations = own.flatMap(({ path }) => Object.values(load(path)).filter(isOperation));
  return { read, operations };
}

/** All modules of the runtime, by path. */
async function loadRuntime(): Promise<ReadonlyMap<string, ModuleExports>> {
  const modules = Object.keys(importsOfRuntime).map(
    async (name): Promise<readonly [string, ModuleExports]> => [
      `runtime/${name}`,
      // A module namespace is an object of its exports, whatever these are.
      (await import(`../../generator/runtime/${name}.ts`)) as ModuleExports,
    ],
  );
  return new Map(await Promise.all(modules));
}
