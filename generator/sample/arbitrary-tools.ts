import * as fastCheck from "fast-check";
import { accepts, type CheckedModels } from "../checks/accepts.js";
import type { ModulePath } from "../code/nodes.js";
import type { ArbitraryTools } from "../emit/arbitraries/tools.js";
import { literalsOf } from "../emit/types/literals.js";
import type { Json } from "../core/json.js";
import { reasonerOf } from "../model/empty-schemas.js";
import { checkedModels } from "../model/lower.js";
import type { Models } from "../model/model.js";
import type { ModelTypes } from "../types/algebra.js";
import { ModuleEvaluator, type ModuleExports } from "../validate/evaluate-modules.js";
import { loadedRuntime } from "../validate/runtime-modules.js";
import { canMatch } from "./strings.js";
import { ValueSearch } from "./value-search.js";

/** How many values of an arbitrary are made to find out whether it is usable. */
const tried = 50;

/** How many values a filter may reject at most for each one that it lets pass, and before the first one. */
const mostRejected = 10;

/** How many lists of checks may be evaluated for one value. */
const maxEffort = 100_000;

class RejectsTooMuch extends Error {}

/** Creates the tools with which arbitraries of models are made. */
export function arbitraryTools(models: Models, types: ModelTypes): ArbitraryTools {
  const checked = checkedModels(models);
  const evaluator = new ModuleEvaluator(
    new Map([
      ...loadedRuntime,
      ["fast-check", fastCheck],
      ...guardModules(models, checked),
      ...valueModules(models, types),
    ]),
  );
  return {
    values: (checks) => new ValueSearch(reasonerOf(models)).values(checks),
    canMatch,
    add: (module) => {
      evaluator.add(module);
    },
    isUsable: (module, wanted) => {
      try {
        const exports = evaluator.try(module);
        return wanted.every((model) => {
          // The module exports an arbitrary for each of the models.
          const arbitrary = exports[model.exports.arbitrary] as fastCheck.Arbitrary<Json>;
          const checks = checked.checksOf(model.id);
          return fastCheck
            .sample(arbitrary, { numRuns: tried, seed: 1 })
            .every((value) => accepts(checks, value, checked, maxEffort) !== false);
        });
      } catch {
        // A filter rejects too much, or fast-check does not support a constraint.
        return false;
      }
    },
  };
}

/** Guards for filters; each throws, if it rejects so much that making values would take long. */
function guardModules(
  { all }: Models,
  checked: CheckedModels,
): ReadonlyMap<ModulePath, ModuleExports> {
  const modules = new Map<ModulePath, Record<string, unknown>>();
  for (const { id, module, exports } of all) {
    let passed = 1;
    let rejected = 0;
    const guard = (value: Json): boolean => {
      if (accepts(checked.checksOf(id), value, checked, maxEffort) !== false) {
        passed += 1;
        return true;
      }
      rejected += 1;
      if (rejected > mostRejected * passed + mostRejected) throw new RejectsTooMuch();
      return false;
    };
    const path = `guards/${module}`;
    modules.set(path, { ...modules.get(path), [exports.is]: guard });
  }
  return modules;
}

/** The lists of values that models export. */
function valueModules(models: Models, types: ModelTypes): ReadonlyMap<ModulePath, ModuleExports> {
  const modules = new Map<ModulePath, Record<string, unknown>>();
  for (const model of models.all) {
    const values = literalsOf(model, types);
    const path = `models/${model.module}`;
    if (values !== undefined) {
      modules.set(path, { ...modules.get(path), [model.exports.values]: values });
    }
  }
  return modules;
}
