import type { Direction } from "../../core/direction.js";
import type { Place } from "../../core/place.js";
import type { Model } from "../../model/model.js";
import type { ComponentTypeChange } from "./component-type-change.js";
import type { TypeSide, Unit } from "./type-side.js";

/** Both documents, with the directions of their units. */
interface NameSides {
  readonly old: TypeSide;
  readonly new: TypeSide;
  readonly directions: (unit: Unit) => readonly Direction[];
}

/**
 * Adds the exported names that vanish to the changes of types. A change at the place of a model
 * whose name vanishes breaks, and a member that was removed takes the names inside it along.
 */
export function withVanishedNames(
  changes: readonly ComponentTypeChange[],
  sides: NameSides,
): readonly ComponentTypeChange[] {
  const all = [...changes];
  for (const { model, unit, pointer } of vanishedModels(sides)) {
    const directions = model.direction === undefined ? sides.directions(unit) : [model.direction];
    for (const direction of directions) {
      const own = { component: unit.name, isComponent: unit.isComponent, direction };
      const { place } = model.schema;
      const at = all.findIndex((change) => isSameUnit(change, own) && covers(change, place));
      const known = all[at];
      if (known === undefined) {
        all.push({
          ...own,
          pointer,
          isBreaking: true,
          typeChange: { member: model.name, old: model.name },
          message: `the exported name ${model.name} vanished`,
          oldPlace: place,
        });
      } else if (known.typeChange.new !== undefined) {
        all[at] = {
          ...known,
          isBreaking: true,
          message: `${known.message}, and the exported name ${model.name} vanished`,
        };
      }
    }
  }
  return all;
}

interface VanishedModel {
  readonly model: Model;
  readonly unit: Unit;
  readonly pointer: string;
}

function vanishedModels({ old, new: now }: NameSides): readonly VanishedModel[] {
  const names = new Set(now.models.all.map(({ name }) => name));
  return old.models.all.flatMap((model) => {
    const { unit: key, pointer } = old.homeOf(model.id);
    const unit = old.units.get(key);
    return names.has(model.name) || unit === undefined ? [] : [{ model, unit, pointer }];
  });
}

type OfUnit = Pick<ComponentTypeChange, "component" | "isComponent" | "direction">;

function isSameUnit(one: OfUnit, other: OfUnit): boolean {
  return (
    one.component === other.component &&
    one.isComponent === other.isComponent &&
    one.direction === other.direction
  );
}

/** Whether a change is about the schema at a place, or removes what the schema is in. */
function covers({ oldPlace, typeChange }: ComponentTypeChange, place: Place): boolean {
  if (oldPlace?.uri !== place.uri || typeChange.old === undefined) return false;
  const isAround = place.pointer.startsWith(`${oldPlace.pointer}/`);
  return oldPlace.pointer === place.pointer || (isAround && typeChange.new === undefined);
}
