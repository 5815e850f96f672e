import type { EmitValues } from "../emit/emit.js";
import type { ReadModels } from "../model/read-models.js";
import { literalFits } from "../types/literal-fits.js";
import type { Guard } from "../validate/guard.js";
import { loadGuards } from "../validate/load-guards.js";
import { arbitraryTools } from "./arbitrary-tools.js";
import { fixturesOf } from "./fixtures.js";

/** What makes the values of arbitraries and fixtures of a document. */
export function emitValues(read: ReadModels): EmitValues {
  const { models } = read;
  let guards: ReadonlyMap<string, Guard> | undefined;
  return {
    arbitraryTools: (types) => arbitraryTools(models, types),
    fixturesOf: (types) => (model) => {
      guards ??= loadGuards(read);
      const guard = guards.get(model.name);
      return fixturesOf(
        model,
        models,
        (value) =>
          guard?.(value, { maxIssues: 1 }).length === 0 &&
          literalFits(value, { kind: "reference", model: model.id }, types),
      );
    },
  };
}
