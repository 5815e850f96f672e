import type { Models } from "../model/model.js";
import { modulesOf } from "./models.js";
import { publicRuntime } from "./runtime.js";
import type { Declaration, SourceFile } from "../code/source-file.js";
import { literalsOf } from "./types/literals.js";
import type { ModelTypes } from "../types/algebra.js";

/** The entry of the package: everything that it exports, by name. */
export function emitIndex(models: Models, types: ModelTypes, withGuards: boolean): SourceFile {
  const modules = modulesOf(models);
  return {
    path: "src/index.ts",
    imports: [],
    declarations: [
      ...modules.flatMap(([module, members]) => {
        const values = members.filter((model) => literalsOf(model, types) !== undefined);
        return [
          ...reexport(
            `./models/${module}.js`,
            members.map(({ name }) => name),
            true,
          ),
          ...reexport(
            `./models/${module}.js`,
            values.map(({ exports }) => exports.values),
            false,
          ),
          ...(withGuards
            ? reexport(
                `./guards/${module}.js`,
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
    ...reexport(`./runtime/${module}.js`, types, true),
    ...reexport(`./runtime/${module}.js`, values, false),
  ]);
}

function reexport(
  from: string,
  names: readonly string[],
  typeOnly: boolean,
): readonly Declaration[] {
  return names.length === 0 ? [] : [{ kind: "reexport", from, names, typeOnly }];
}
