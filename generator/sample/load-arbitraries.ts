import * as fastCheck from "fast-check";
import { emitArbitraries } from "../emit/arbitraries/emit.js";
import { emitGuards } from "../emit/guards/emit.js";
import { emitModels, modulesOf } from "../emit/models.js";
import type { Json } from "../core/json.js";
import { deriveTypes } from "../model/derive-types.js";
import type { Model } from "../model/model.js";
import { evaluateModules } from "../validate/evaluate-modules.js";
import type { GuardInput } from "../validate/load-guards.js";
import { reachableModels } from "../validate/reachable-models.js";
import { loadedRuntime } from "../validate/runtime-modules.js";
import { arbitraryTools } from "./arbitrary-tools.js";

/** An arbitrary that was loaded into this process. */
export type LoadedArbitrary = fastCheck.Arbitrary<Json>;

/** How many values in a row may be known already, until no further one is expected. */
const mostRepeated = 200;

/**
 * Makes the arbitrary of a model usable in this process: the code that the output `arbitraries` has,
 * without types.
 *
 * @returns undefined, if no valid value of the model is known.
 */
export function loadArbitrary(input: GuardInput, model: Model): LoadedArbitrary | undefined {
  return loadArbitraries(input, [model]).get(model.name);
}

/** How many values are made at most. */
const mostRandom = 4 ** 10;

/** Makes the arbitraries of models usable, by name. */
export function loadArbitraries(
  { document, schemas, models }: GuardInput,
  wanted: readonly Model[],
): ReadonlyMap<string, LoadedArbitrary> {
  const needed = reachableModels(models, wanted);
  const types = deriveTypes(needed);
  const modules = modulesOf(needed);
  const arbitraries = [...emitArbitraries(modules, needed, types, arbitraryTools(needed, types))];
  const load = evaluateModules(
    [
      ...emitModels(modules, needed, types, schemas),
      ...emitGuards(modules, document, needed, types),
      ...arbitraries,
    ],
    new Map([...loadedRuntime, ["fast-check", fastCheck]]),
  );
  // An arbitrary may be declared in the module of another model.
  const paths = new Map(
    arbitraries.flatMap(({ path, declarations }) =>
      declarations.flatMap((one) => (one.kind === "constant" ? [[one.name, path] as const] : [])),
    ),
  );
  return new Map(
    wanted.flatMap(({ name, exports }) => {
      const path = paths.get(exports.arbitrary);
      if (path === undefined) return [];
      // The module exports nothing else under this name.
      return [[name, load(path)[exports.arbitrary] as LoadedArbitrary] as const];
    }),
  );
}

/** Returns random values, each once. */
export function* randomValues(
  arbitrary: LoadedArbitrary | undefined,
  seed: number,
): Generator<Json> {
  if (arbitrary === undefined) return;
  const known = new Set<string>();
  let repeated = 0;
  // Asking for more values does not change the first ones.
  for (let count = 64; count <= mostRandom; count *= 4) {
    const values = fastCheck.sample(arbitrary, { numRuns: count, seed });
    for (const value of values.slice(count === 64 ? 0 : count / 4)) {
      const key = JSON.stringify(value);
      repeated = known.has(key) ? repeated + 1 : 0;
      if (repeated === 0) {
        known.add(key);
        yield value;
      }
      if (repeated >= mostRepeated) return;
    }
  }
}
