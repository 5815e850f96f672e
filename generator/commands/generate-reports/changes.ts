import type { Model } from "../../model/model.js";
import type { Change } from "../../output/compare.js";

/**
 * Returns the names of the models whose modules change and that still exist. Models that share a module
 * with another one are named too: the modules are not compared in detail.
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
 * Sorts changes by what readers want to see first: models, then what follows from them, then the lists
 * of files.
 */
export function inOrderOfInterest(changes: readonly Change[]): readonly Change[] {
  return changes.toSorted((left, right) => rankOf(left) - rankOf(right));
}

function rankOf({ path }: Change): number {
  if (/(?:^|\/)models\//.test(path)) return 0;
  return path.startsWith(".") ? 2 : 1;
}

/** Returns the path of a file in the output folder, relative to the working directory. */
export function pathIn(out: string, path: string): string {
  return out === "." ? path : `${out}/${path}`;
}
