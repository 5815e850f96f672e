import type { Models } from "../model/model.js";
import { modulesOf } from "./models.js";
import { publicRuntime, runtimePath } from "./runtime.js";
import type { Declaration, Module, ModulePath } from "../code/nodes.js";
import { literalsOf } from "./types/literals.js";
import type { ModelTypes } from "../types/algebra.js";

/** The entry of the package: everything that it exports, by name. */
export function emitIndex(models: Models, types: ModelTypes, withGuards: boolean): Module {
  const modules = modulesOf(models);
  return {
    path: "index",
    declarations: [
      ...modules.flatMap(([module, members]) => {
        const values = members.filter((model) => literalsOf(model, types) !== undefined);
        return [
          ...reexport(
            `models/${module}`,
            members.map(({ name }) => name),
            true,
          ),
          ...reexport(
            `models/${module}`,
            values.map(({ exports }) => exports.values),
            false,
          ),
          ...(withGuards
            ? reexport(
                `guards/${module}`,
                members.flatMap(({ exports }) => [
                  exports.is,
                  exports.assert,
                  exports.validate,
                  exports.parse,
                  exports.parseLines,
                  exports.schema,
                ]),
                false,
              )
            : []),
        ];
      }),
      ...(withGuards ? runtimeExports() : []),
    ],
  };
}

function runtimeExports(): readonly Declaration[] {
  return [...publicRuntime].flatMap(([module, { types, values }]) => [
    ...reexport(runtimePath(module), types, true),
    ...reexport(runtimePath(module), values, false),
  ]);
}

function reexport(
  module: ModulePath,
  names: readonly string[],
  typeOnly: boolean,
): readonly Declaration[] {
  return names.length === 0 ? [] : [{ kind: "reexport", module, names, typeOnly }];
}
