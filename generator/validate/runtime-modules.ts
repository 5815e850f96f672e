import type { FormatFunction } from "../checks/check.js";
import * as formatFunctions from "../checks/format-functions.js";
import type { ModulePath } from "../code/nodes.js";
import * as collectDistinct from "../runtime/collect-distinct.js";
import { runtimePath, type GuardRuntimeModule } from "../emit/runtime.js";
import { formatModules, type FormatModule } from "../emit/runtime-formats.js";
import * as collectBecause from "../runtime/collect-because.js";
import * as collectNames from "../runtime/collect-names.js";
import * as collectOptions from "../runtime/collect-options.js";
import * as collectProperties from "../runtime/collect-properties.js";
import * as collectTypes from "../runtime/collect-types.js";
import * as collectUnique from "../runtime/collect-unique.js";
import * as collect from "../runtime/collect.js";
import * as remember from "../runtime/remember.js";
import * as schema from "../runtime/schema.js";
import * as unique from "../runtime/unique.js";
import * as values from "../runtime/values.js";
import type { ModuleExports } from "./evaluate-modules.js";

const modules: Readonly<Record<Exclude<GuardRuntimeModule, FormatModule>, ModuleExports>> = {
  "collect-distinct": collectDistinct,
  "collect-because": collectBecause,
  "collect-names": collectNames,
  "collect-options": collectOptions,
  "collect-properties": collectProperties,
  "collect-types": collectTypes,
  "collect-unique": collectUnique,
  collect,
  remember,
  schema,
  unique,
  values,
};

// These are the keys of the table.
const formats = Object.keys(formatFunctions) as readonly FormatFunction[];

/** The modules of the runtime that guards import, by path, as loaded in this process. */
export const loadedRuntime: ReadonlyMap<ModulePath, ModuleExports> = new Map<
  ModulePath,
  ModuleExports
>([
  ...Object.entries(modules).map(([name, exports]) => [`runtime/${name}`, exports] as const),
  ...formats.map(
    (name) => [runtimePath(formatModules[name]), { [name]: formatFunctions[name] }] as const,
  ),
]);
