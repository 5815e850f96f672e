import type { Direction } from "../../core/direction.js";
import type { Place } from "../../core/place.js";
import { directionAt } from "../../openapi/direction.js";
import { valueAt } from "../../openapi/document.js";
import type { Type } from "../../types/type.js";
import type { SideTypes } from "../side-types.js";
import type { Sides } from "../subject.js";
import { compareMembers, type MemberChange, type MemberContext } from "./compare-members.js";
import { keyOfHome } from "./expand.js";
import type { ComponentTypeChange } from "./component-type-change.js";
import { joinTypes, type Pairing, type SidedType } from "./fits.js";
import { withVanishedNames } from "./vanished-names.js";
import { modelOfUnit, typeOfUnit, typeSide, type TypeSide, type Unit } from "./type-side.js";
import { textContext, typeText } from "./type-text.js";

/**
 * Compares the types that are generated from two documents. Each change is reported once, in the
 * component in which it was made, at the innermost member that differs.
 *
 * @param types The types of the models of both documents.
 * @param directionsOf The directions in which a component is sent.
 */
export function compareTypes(
  sides: Sides,
  types: SideTypes,
  directionsOf: (component: string) => readonly Direction[],
): readonly ComponentTypeChange[] {
  const old = typeSide(sides.old, types.old);
  const now = typeSide(sides.new, types.new);
  const isPaired = pairing(old, now);
  const context: UnitContext = {
    old,
    new: now,
    contexts: { old: textContext(old), new: textContext(now) },
    isPaired,
    fits: joinTypes({ old, new: now }, isPaired),
  };
  const directions = (unit: Unit): readonly Direction[] =>
    unit.isComponent
      ? directionsOf(unit.name)
      : directionsOutside(unit, old.units.has(unit.key) ? old : now);
  const units = [
    ...old.units.values(),
    ...[...now.units.values()].filter(({ key }) => !old.units.has(key)),
  ];
  const found = units.flatMap((unit) =>
    directions(unit).flatMap((direction) => compareUnit(unit, direction, context)),
  );
  return withVanishedNames(found, { old, new: now, directions });
}

/** The context for comparing units. */
type UnitContext = Omit<MemberContext, "unit" | "direction">;

/**
 * Pairs models that have the same home, or are named by the same component. The models inside the
 * unit that is being compared are not paired: they are compared there.
 */
function pairing(old: TypeSide, now: TypeSide): Pairing {
  return (one, other, unit) => {
    const home = old.homeOf(one);
    if (keyOfHome(home) === keyOfHome(now.homeOf(other))) {
      return home.unit !== unit || home.pointer === "";
    }
    const names = now.namesOf(other);
    return [...old.namesOf(one)].some((name) => names.has(name));
  };
}

/** The directions in which a model outside all components is sent. */
function directionsOutside({ place }: Unit, { document }: TypeSide): readonly Direction[] {
  const direction = directionAt(place, document);
  return direction === undefined ? ["request", "response"] : [direction];
}

function compareUnit(
  unit: Unit,
  direction: Direction,
  context: UnitContext,
): readonly ComponentTypeChange[] {
  const [before, after] = [context.old.units.get(unit.key), context.new.units.get(unit.key)];
  const old = before && typeOfUnit(before, direction, context.old);
  const now = after && typeOfUnit(after, direction, context.new);
  const own = { component: unit.name, isComponent: unit.isComponent, direction };
  if (before !== undefined && after !== undefined && old !== undefined && now !== undefined) {
    const name = modelOfUnit(before, direction, context.old)?.name ?? unit.name;
    const at = { member: name, oldPlace: before.place, newPlace: after.place };
    const inside = { ...context, unit: unit.key, direction };
    return isOnlyInherited(old, before, after, context)
      ? []
      : compareMembers(old, now, at, inside).map((change) =>
          inUnit(change, own, unit.key, context),
        );
  }
  // The names of models outside all components are compared without them.
  if (!unit.isComponent) return [];
  if (before !== undefined && old !== undefined) {
    return [{ ...own, ...removed(before, old, direction, context) }];
  }
  return after !== undefined && now !== undefined
    ? [{ ...own, ...added(after, now, direction, context) }]
    : [];
}

type OfUnit = Omit<ComponentTypeChange, "component" | "isComponent" | "direction">;

function removed(
  unit: Unit,
  type: Type,
  direction: Direction,
  { old, new: now, contexts, fits }: UnitContext,
): OfUnit {
  const member = modelOfUnit(unit, direction, old)?.name ?? unit.name;
  // Another model may have the name now.
  const other = now.models.all.find(({ name }) => name === member);
  const before: SidedType = { side: "old", type };
  const after: SidedType = {
    side: "new",
    type: { kind: "reference", model: other?.id ?? "" },
  };
  const isFitting =
    other !== undefined &&
    (direction === "response" ? fits(after, before, unit.key) : fits(before, after, unit.key));
  return {
    pointer: "",
    isBreaking: !isFitting,
    typeChange: { member, old: typeText(type, contexts.old) },
    message: `the component ${unit.name} was removed`,
    oldPlace: unit.place,
  };
}

function added(
  unit: Unit,
  type: Type,
  direction: Direction,
  { new: now, contexts }: UnitContext,
): OfUnit {
  return {
    pointer: "",
    isBreaking: false,
    typeChange: {
      member: modelOfUnit(unit, direction, now)?.name ?? unit.name,
      new: typeText(type, contexts.new),
    },
    message: `the component ${unit.name} is new`,
    newPlace: unit.place,
  };
}

function inUnit(
  { member, isBreaking, message, old, new: now, oldPlace, newPlace }: MemberChange,
  own: Pick<ComponentTypeChange, "component" | "isComponent" | "direction">,
  unit: string,
  sides: Pick<UnitContext, "old" | "new">,
): ComponentTypeChange {
  const pointerIn = (place: Place | undefined, side: TypeSide): string | undefined => {
    const home = place && side.homeAt(place);
    return home?.unit === unit ? home.pointer : undefined;
  };
  return {
    ...own,
    pointer: pointerIn(newPlace, sides.new) ?? pointerIn(oldPlace, sides.old) ?? "",
    isBreaking,
    typeChange: {
      member,
      ...(old !== undefined && { old }),
      ...(now !== undefined && { new: now }),
    },
    message,
    ...(oldPlace !== undefined && { oldPlace }),
    ...(newPlace !== undefined && { newPlace }),
  };
}

/**
 * Whether a unit is written the same in both documents, and its type repeats members of the models
 * that it extends: only these can have changed.
 */
function isOnlyInherited(
  type: Type,
  before: Unit,
  after: Unit,
  { old, new: now }: UnitContext,
): boolean {
  if (!hasIntersection(type) || old.document.version !== now.document.version) return false;
  const text = JSON.stringify(valueAt(before.place, old.document));
  return (
    text === JSON.stringify(valueAt(after.place, now.document)) &&
    !/"\$(?:dynamic|recursive)Ref"/.test(text)
  );
}

function hasIntersection(type: Type): boolean {
  switch (type.kind) {
    case "intersection":
      return true;
    case "array":
      return hasIntersection(type.items);
    case "object":
      return type.properties.some((property) => hasIntersection(property.type));
    case "union":
      return type.members.some(hasIntersection);
    default:
      return false;
  }
}
