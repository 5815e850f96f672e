import type { ModulePath } from "../code/nodes.js";
import type { GuardRuntimeModule } from "../emit/runtime.js";
import * as collectOptions from "../runtime/collect-options.js";
import * as collectProperties from "../runtime/collect-properties.js";
import * as collect from "../runtime/collect.js";
import * as formats from "../runtime/formats.js";
import * as parseLines from "../runtime/parse-lines.js";
import * as parse from "../runtime/parse.js";
import * as standardSchema from "../runtime/standard-schema.js";
import * as validationError from "../runtime/validation-error.js";
import * as values from "../runtime/values.js";
import type { ModuleExports } from "./evaluate-modules.js";

const modules: Readonly<Record<GuardRuntimeModule, ModuleExports>> = {
  "collect-options": collectOptions,
  "collect-properties": collectProperties,
  collect,
  formats,
  "parse-lines": parseLines,
  parse,
  "standard-schema": standardSchema,
  "validation-error": validationError,
  values,
};

/** The modules of the runtime that guards import, as they are in this process, by path. */
export const loadedRuntime: ReadonlyMap<ModulePath, ModuleExports> = new Map(
  Object.entries(modules).map(([name, exports]) => [`runtime/${name}`, exports]),
);
