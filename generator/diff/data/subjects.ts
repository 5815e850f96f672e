import type { Direction } from "../../core/direction.js";
import { keyOfPlace, type Place } from "../../core/place.js";
import { modelAt } from "../../model/model-at.js";
import type { Model } from "../../model/model.js";
import { findUses, reachOf } from "../../model/uses.js";
import { componentAt, componentSchemas } from "../../openapi/components.js";
import type { OperationPart, Sides } from "../subject.js";
import type { BothModels } from "./both-models.js";
import { commonComponents, type Side } from "./components.js";
import type { Subject, SubjectSide } from "./subject.js";

const directions: readonly Direction[] = ["request", "response"];

/** The operations that reach a component, by direction. */
export type Reach = (component: string, direction: Direction) => readonly string[];

/**
 * Returns the schemas to compare: each component that differs, in each direction in which it is sent, or in both
 * if no operation reaches it; and each schema that is written in an operation.
 */
export function subjectsOf(
  sides: Sides,
  parts: readonly OperationPart[],
  models: BothModels,
): { readonly subjects: readonly Subject[]; readonly reach: Reach } {
  const reach = reachOfComponents(sides, parts);
  const sideOf = (place: Place, direction: Direction, side: Side): SubjectSide => {
    const read = sides[side];
    const model = modelAt(place, direction, read.schemas, read.models);
    const schema = model?.schema ?? read.schemas.at(place);
    return { schema, model, checks: models.checksOfSchema(schema, side), place: schema.place };
  };
  const places = {
    old: componentSchemas(sides.old.document),
    new: componentSchemas(sides.new.document),
  };
  const components = commonComponents(sides).flatMap((component): readonly Subject[] => {
    const [old, next] = [places.old.get(component), places.new.get(component)];
    if (old === undefined || next === undefined) return [];
    const reached = directions.filter((direction) => reach(component, direction).length > 0);
    return (reached.length === 0 ? directions : reached).flatMap((direction) => {
      const subject: Subject = {
        component,
        part: { part: "component" },
        direction,
        operations: reach(component, direction),
        old: sideOf(old, direction, "old"),
        new: sideOf(next, direction, "new"),
      };
      return areSame(subject, models) ? [] : [subject];
    });
  });
  return { subjects: [...components, ...inlineSubjects(sides, parts, models, sideOf)], reach };
}

/** The schemas that are written in operations, each pair of places once. */
function inlineSubjects(
  sides: Sides,
  parts: readonly OperationPart[],
  models: BothModels,
  sideOf: (place: Place, direction: Direction, side: Side) => SubjectSide,
): readonly Subject[] {
  const merged = new Map<string, OperationPart[]>();
  for (const part of parts) {
    const key = `${part.direction} ${keyOfPlace(part.old)} ${keyOfPlace(part.new)}`;
    merged.set(key, [...(merged.get(key) ?? []), part]);
  }
  return [...merged.values()].flatMap((same): readonly Subject[] => {
    const [first] = same;
    if (first === undefined) return [];
    const { part, direction } = first;
    const subject: Subject = {
      part,
      direction,
      operations: [...new Set(same.map(({ operation }) => operation))],
      old: first.untyped === "old" ? untypedAt(first.old) : sideOf(first.old, direction, "old"),
      new: first.untyped === "new" ? untypedAt(first.new) : sideOf(first.new, direction, "new"),
    };
    const names = [
      componentAt(subject.old.place, sides.old.document),
      componentAt(subject.new.place, sides.new.document),
    ].map((found) => (found?.section === "schemas" ? found.name : undefined));
    // A reference to a component of the same name is compared there.
    const isComponent = names[0] !== undefined && names[0] === names[1];
    return isComponent || areSame(subject, models) ? [] : [subject];
  });
}

function untypedAt(place: Place): SubjectSide {
  return { schema: undefined, model: undefined, checks: [], place };
}

function areSame({ old, new: next }: Subject, models: BothModels): boolean {
  return (
    old.model !== undefined &&
    next.model !== undefined &&
    models.areSame(old.model.id, next.model.id)
  );
}

function reachOfComponents(sides: Sides, parts: readonly OperationPart[]): Reach {
  const reached = new Map<string, Set<string>>();
  for (const side of ["old", "new"] as const) {
    const read = sides[side];
    const uses = findUses(read.models);
    const known = new Map<Model, readonly string[]>();
    for (const { operation, direction, untyped, [side]: place } of parts) {
      if (untyped === side) continue;
      const model = modelAt(place, direction, read.schemas, read.models);
      if (model === undefined) continue;
      let names = known.get(model);
      if (names === undefined) {
        names = [...reachOf([model], uses)].flatMap((each) => each.component ?? []);
        known.set(model, names);
      }
      for (const name of names) {
        const key = `${direction} ${name}`;
        const operations = reached.get(key) ?? new Set();
        reached.set(key, operations.add(operation));
      }
    }
  }
  return (component, direction) => [...(reached.get(`${direction} ${component}`) ?? [])];
}
