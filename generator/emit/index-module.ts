import type { Config } from "../config/config.js";
import type { Declaration, Module } from "../code/nodes.js";
import type { Models } from "../model/model.js";
import { modulesOf } from "./models.js";
import {
  runtimeOfGuards,
  runtimeOfJsonSchemas,
  runtimePath,
  type PublicModule,
} from "./runtime.js";

/** The entry of the package: everything that it exports. */
export function emitIndex(models: Models, withGuards: boolean): Module {
  const folders = withGuards ? ["models", "guards"] : ["models"];
  // What is exported by name comes before what is exported as a whole: a model keeps its name.
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
      ...(withGuards ? reexportRuntime(runtimeOfGuards, (name) => !taken.has(name)) : []),
    ],
  };
}

/** The entry with what all models share; none, where nothing needs the runtime. */
export function emitRuntimeIndex(outputs: Config["outputs"]): readonly Module[] {
  const withSchemas = outputs.includes("json-schema");
  const modules = [
    ...(outputs.includes("guards") ? runtimeOfGuards : []),
    ...(withSchemas ? runtimeOfJsonSchemas : []),
  ];
  if (modules.length === 0) return [];
  return [{ path: "runtime/index", declarations: reexportRuntime(modules, () => true) }];
}

function reexportRuntime(
  modules: readonly PublicModule[],
  isFree: (name: string) => boolean,
): readonly Declaration[] {
  return modules.flatMap((exported): readonly Declaration[] => {
    const names = { values: exported.values.filter(isFree), types: exported.types.filter(isFree) };
    return names.values.length + names.types.length === 0
      ? []
      : [{ kind: "reexport", module: runtimePath(exported.module), names }];
  });
}
