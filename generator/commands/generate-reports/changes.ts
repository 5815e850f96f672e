import type { Model } from "../../model/model.js";
import type { Change } from "../../output/compare.js";

/**
 * The names of the models whose modules change, as far as there still are such models. What several
 * models share a module with is named as well: nothing is looked up in the modules.
 *
 * @param models The models of the package.
 * @param changes What changes in its folder.
 */
export function changedModels(
  models: readonly Model[],
  changes: readonly Change[],
): readonly string[] {
  const modules = new Set(
    changes.flatMap(({ path }) => {
      const [, module] =
        /(?:^|\/)(?:models|guards|json-schema)\/([^/]+?)(?:\.d)?\.[a-z]+$/.exec(path) ?? [];
      return module === undefined ? [] : [module];
    }),
  );
  return models.filter(({ module }) => modules.has(module)).map(({ name }) => name);
}

/**
 * Changes in the order in which people want to see them: models, what follows from them, and what only
 * says which files there are.
 */
export function inOrderOfInterest(changes: readonly Change[]): readonly Change[] {
  return changes.toSorted((left, right) => rankOf(left) - rankOf(right));
}

function rankOf({ path }: Change): number {
  if (/(?:^|\/)models\//.test(path)) return 0;
  return path.startsWith(".") ? 2 : 1;
}

/** The path of a file in the output folder, from the working directory. */
export function pathIn(out: string, path: string): string {
  return out === "." ? path : `${out}/${path}`;
}
