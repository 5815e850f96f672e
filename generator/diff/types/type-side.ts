import type { Direction } from "../../core/direction.js";
import { keyOfPlace, placesAround, type Place } from "../../core/place.js";
import type { SchemaId } from "../../core/schema-id.js";
import type { DerivedTypes } from "../../model/derive-types.js";
import { modelAt } from "../../model/model-at.js";
import { modelOf } from "../../model/model-of.js";
import type { Model } from "../../model/model.js";
import type { ReadModels } from "../../model/read-models.js";
import { componentSchemas } from "../../openapi/components.js";
import { idInDirection, wholeId, writtenId } from "../../schema/scope.js";
import type { Type } from "../../types/type.js";

/**
 * A schema in which changes are reported: a component, or a model that is written outside all
 * components. Everything inside it belongs to it.
 */
export interface Unit {
  /** Is the same for the unit in both documents. */
  readonly key: string;
  /** The name of the component, or of the model. */
  readonly name: string;
  readonly isComponent: boolean;
  readonly place: Place;
}

/** A place by the unit that it belongs to. */
export interface Home {
  /** The key of the unit. */
  readonly unit: string;
  /** The JSON pointer from the schema of the unit on. */
  readonly pointer: string;
}

/** One of the documents, with the types of its models. */
export interface TypeSide extends ReadModels {
  readonly types: DerivedTypes;
  /** The units by their keys. */
  readonly units: ReadonlyMap<string, Unit>;
  /** Returns the home of a place, or undefined if it is in no unit. */
  readonly homeAt: (place: Place) => Home | undefined;
  readonly homeOf: (model: SchemaId) => Home;
  /** The keys of the components that only refer to a model, and of the unit that it is. */
  readonly namesOf: (model: SchemaId) => ReadonlySet<string>;
}

/** Finds the units of a document. */
export function typeSide(read: ReadModels, types: DerivedTypes): TypeSide {
  const { document, schemas, models } = read;
  const units = new Map<string, Unit>();
  const byPlace = new Map<string, Unit>();
  const names = new Map<SchemaId, Set<string>>();
  const add = (unit: Unit, place = unit.place): void => {
    units.set(unit.key, units.get(unit.key) ?? unit);
    const key = keyOfPlace(place);
    if (!byPlace.has(key)) byPlace.set(key, unit);
  };
  for (const [name, place] of componentSchemas(document)) {
    const key = componentKey(name);
    add({ key, name, isComponent: true, place });
    const model = modelAt(place, undefined, schemas, models);
    if (model !== undefined) names.set(model.id, (names.get(model.id) ?? new Set()).add(key));
  }
  for (const { component, schema } of models.all) {
    const unit = component === undefined ? undefined : units.get(componentKey(component));
    // The component may only refer to a schema in another file.
    if (unit !== undefined) add(unit, schema.place);
  }
  const roots = new Map<string, Model>();
  for (const model of models.all) if (!roots.has(model.module)) roots.set(model.module, model);
  for (const { name, schema } of roots.values()) {
    const isInside = placesAround(schema.place).some((place) => byPlace.has(keyOfPlace(place)));
    if (!isInside) add({ key: modelKey(name), name, isComponent: false, place: schema.place });
  }

  const homeAt = (place: Place): Home | undefined => {
    for (const around of placesAround(place)) {
      const unit = byPlace.get(keyOfPlace(around));
      if (unit !== undefined) {
        return { unit: unit.key, pointer: place.pointer.slice(around.pointer.length) };
      }
    }
    return undefined;
  };
  const homes = new Map<SchemaId, Home>();
  const homeOf = (id: SchemaId): Home => {
    const known = homes.get(id);
    if (known !== undefined) return known;
    const { schema, module } = modelOf(id, models);
    const home = homeAt(schema.place) ?? { unit: modelKey(module), pointer: schema.place.pointer };
    homes.set(id, home);
    return home;
  };
  const namesOf = (id: SchemaId): ReadonlySet<string> => {
    const whole = models.byId.get(wholeId(writtenId(id)));
    return (whole && names.get(whole.id)) ?? new Set();
  };
  return { ...read, types, units, homeAt, homeOf, namesOf };
}

/**
 * Returns the type of a unit in a direction: its own, or a reference to the unit that it only refers
 * to.
 *
 * @returns undefined if it has no model.
 */
export function typeOfUnit(unit: Unit, direction: Direction, side: TypeSide): Type | undefined {
  const model = modelOfUnit(unit, direction, side);
  if (model === undefined) return undefined;
  const home = side.homeOf(model.id);
  return home.unit === unit.key && home.pointer === ""
    ? side.types.get(model.id)
    : { kind: "reference", model: model.id };
}

/** Returns the model of a unit in a direction, or undefined if it has none. */
export function modelOfUnit(
  { isComponent, place, name }: Unit,
  direction: Direction,
  { schemas, models }: TypeSide,
): Model | undefined {
  if (isComponent) return modelAt(place, direction, schemas, models);
  const whole = models.all.find((model) => model.name === name);
  return whole && (models.byId.get(idInDirection(whole.id, direction)) ?? whole);
}

function componentKey(name: string): string {
  return `component ${name}`;
}

function modelKey(name: string): string {
  return `model ${name}`;
}
