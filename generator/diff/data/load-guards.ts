import type { Guard } from "../../validate/guard.js";
import { loadGuards } from "../../validate/load-guards.js";
import type { SideTypes } from "../side-types.js";
import type { Sides } from "../subject.js";
import type { GuardsOf } from "./compare-data.js";
import type { Side } from "./components.js";
import type { Subject, SubjectSide } from "./subject.js";

/** Makes the guards of subjects callable. Without a model, any value is valid. */
export function guardsOf(subjects: Iterable<Subject>, sides: Sides, types: SideTypes): GuardsOf {
  const all = [...subjects];
  const load = (side: Side): ((subject: SubjectSide) => Guard) => {
    const models = new Set(all.flatMap(({ [side]: { model } }) => model ?? []));
    const guards = loadGuards({ ...sides[side], types: types[side] }, [...models]);
    return ({ model }) => {
      if (model === undefined) return () => [];
      const guard = guards.get(model.name);
      if (guard === undefined) throw new Error(`${model.name} has no guard`);
      return guard;
    };
  };
  const [old, next] = [load("old"), load("new")];
  return (subject) => ({ old: old(subject.old), new: next(subject.new) });
}
