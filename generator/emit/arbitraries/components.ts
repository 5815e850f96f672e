import { strongComponents } from "../../core/strong-components.js";
import type { Model, Models } from "../../model/model.js";
import type { ModelUses } from "../../model/uses.js";

/** Models whose arbitraries are declared in one module, in the order of their declarations. */
export interface Component {
  /** The module in which they are declared. */
  readonly host: string;
  /** Models that contain each other or themselves are in one group; each group uses those before it. */
  readonly groups: readonly Group[];
}

/** One model, or models that contain each other. */
export interface Group {
  readonly models: readonly Model[];
  /** Whether a value of a model can contain another one of the same model. */
  readonly isRecursive: boolean;
}

/**
 * Groups models so that no module has to import another one that imports it: the arbitraries of such
 * modules are declared in the first of them.
 *
 * @returns The components, each after those that it uses.
 */
export function componentsOf({ all }: Models, uses: ModelUses): readonly Component[] {
  const membersOf = new Map<string, Model[]>();
  for (const model of all) {
    const members = membersOf.get(model.module);
    if (members === undefined) membersOf.set(model.module, [model]);
    else members.push(model);
  }
  const usedModules = (module: string): readonly string[] => [
    ...new Set((membersOf.get(module) ?? []).flatMap(uses).map((model) => model.module)),
  ];
  const rank = new Map([...membersOf.keys()].map((module, index) => [module, index]));
  const byRank = (left: string, right: string): number =>
    (rank.get(left) ?? 0) - (rank.get(right) ?? 0);
  return strongComponents(membersOf.keys(), usedModules).map((modules) => {
    const ordered = [...modules].sort(byRank);
    const [host = ""] = ordered;
    return {
      host,
      groups: groupsOf(
        ordered.flatMap((each) => membersOf.get(each) ?? []),
        uses,
      ),
    };
  });
}

function groupsOf(members: readonly Model[], uses: ModelUses): readonly Group[] {
  const inside = new Set(members);
  const usesInside = (model: Model): readonly Model[] =>
    uses(model).filter((used) => inside.has(used));
  return strongComponents(members, usesInside).map((models) => ({
    models: models.length === 1 ? models : members.filter((model) => models.includes(model)),
    isRecursive: models.length > 1 || models.some((model) => uses(model).includes(model)),
  }));
}
