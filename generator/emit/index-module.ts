import type { Config } from "../config/config.js";
import type { Declaration, Module } from "../code/nodes.js";
import type { Models } from "../model/model.js";
import { modulesOf } from "./models.js";
import { runtimeOfBoth, runtimeOfGuards, runtimeOfJsonSchemas, runtimePath } from "./runtime.js";

/** The entry of the package: everything that it exports. */
export function emitIndex(models: Models, outputs: Config["outputs"]): Module {
  const folders = outputs.includes("guards") ? ["models", "guards"] : ["models"];
  // Exports by name come before `export *`, so that a model keeps its name.
  const taken = new Set(
    models.all.flatMap(({ name, exports }) => [name, ...Object.values({ ...exports })]),
  );
  return {
    path: "index",
    declarations: [
      ...modulesOf(models).flatMap(([module]) =>
        folders.map((folder): Declaration => ({
          kind: "reexport",
          module: `${folder}/${module}`,
          names: "all",
        })),
      ),
      ...reexportRuntime(outputs, (name) => !taken.has(name)),
    ],
  };
}

/** The entry with the exports that all models share; none, if nothing needs the runtime. */
export function emitRuntimeIndex(outputs: Config["outputs"]): readonly Module[] {
  const declarations = reexportRuntime(outputs, () => true);
  return declarations.length === 0 ? [] : [{ path: "runtime/index", declarations }];
}

function reexportRuntime(
  outputs: Config["outputs"],
  isFree: (name: string) => boolean,
): readonly Declaration[] {
  const withGuards = outputs.includes("guards");
  const withSchemas = outputs.includes("json-schema");
  const modules = [
    ...(withGuards ? runtimeOfGuards : []),
    ...(withSchemas ? runtimeOfJsonSchemas : []),
    ...(withGuards && withSchemas ? runtimeOfBoth : []),
  ];
  return modules.flatMap((exported): readonly Declaration[] => {
    const names = { values: exported.values.filter(isFree), types: exported.types.filter(isFree) };
    return names.values.length + names.types.length === 0
      ? []
      : [{ kind: "reexport", module: runtimePath(exported.module), names }];
  });
}
