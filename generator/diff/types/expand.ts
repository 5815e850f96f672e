import type { SchemaId } from "../../core/schema-id.js";
import type { OpenType, Type } from "../../types/type.js";
import { keyOf } from "../../types/type-key.js";
import { mapObject } from "./fits.js";
import type { Home, TypeSide } from "./type-side.js";

/** Replaces references to models that are written inside a unit by their types. */
export interface Expanding {
  /** A type, without such references on the outside. */
  readonly outside: (type: Type) => Type;
  /** A type as it is written, without such references anywhere. */
  readonly everywhere: (type: Type) => Type;
  /** A text that is equal exactly for types that are the same in both documents. */
  readonly key: (type: Type) => string;
}

/**
 * Expands the types of a unit.
 *
 * @param unit The key of the unit.
 * @param lists Whether a model lists values of a type.
 */
export function expanding(
  unit: string,
  { types, homeOf }: Pick<TypeSide, "types" | "homeOf">,
  lists: (model: SchemaId, type: OpenType) => boolean,
): Expanding {
  const isInside = (id: SchemaId): boolean => {
    const home = homeOf(id);
    return home.unit === unit && home.pointer !== "";
  };

  function outside(type: Type): Type {
    const seen = new Set<SchemaId>();
    let value = type;
    while (value.kind === "reference" && isInside(value.model) && !seen.has(value.model)) {
      seen.add(value.model);
      value = types.get(value.model);
    }
    return value;
  }

  /** Expands a type; references stay where a model contains itself. */
  function expand(type: Type, form: Form, around: readonly SchemaId[] = []): Type {
    const inner = (each: Type): Type => expand(each, form, around);
    switch (type.kind) {
      case "reference": {
        const { model } = type;
        if (!isInside(model)) return form.reference(model);
        if (around.includes(model)) return form.reference(model);
        return expand(types.get(model), form, [...around, model]);
      }
      case "array":
        return { kind: "array", items: inner(type.items) };
      case "tuple":
        return { ...type, items: type.items.map(inner), rest: inner(type.rest) };
      case "object":
        return form.object(mapObject(type, inner));
      case "union":
        return form.union(openUnion(type.members).map(inner).flatMap(membersOf));
      case "intersection":
        return { kind: "intersection", members: form.sort(type.members.map(inner)) };
      default:
        return type;
    }
  }

  /** Keeps strings and numbers open that a list of values makes open. */
  function openUnion(members: readonly Type[]): readonly Type[] {
    const isListed = (name: string): name is OpenType =>
      (name === "string" || name === "number") &&
      members.some((member) => member.kind === "reference" && lists(member.model, name));
    return members.map((member): Type => {
      const isOpened = member.kind === "primitive" && isListed(member.name);
      return isOpened ? { kind: "other", name: member.name } : member;
    });
  }

  const written: Form = {
    reference: (model) => ({ kind: "reference", model }),
    object: (type) => type,
    union: (members) => unionOf(unique(members)),
    sort: (members) => members,
  };
  const normal: Form = {
    reference: (model) => ({ kind: "reference", model: keyOfHome(homeOf(model)) }),
    object: (type) =>
      type.kind === "object"
        ? { ...type, properties: [...type.properties].sort((a, b) => (a.name < b.name ? -1 : 1)) }
        : type,
    union: (members) => unionOf(sortByKey(unique(members))),
    sort: sortByKey,
  };
  const keys = new WeakMap<Type, string>();
  return {
    outside,
    everywhere: (type) => expand(type, written),
    key: (type) => {
      const key = keys.get(type) ?? keyOf(expand(type, normal));
      keys.set(type, key);
      return key;
    },
  };
}

/** How the parts of an expanded type are put together. */
interface Form {
  readonly reference: (model: SchemaId) => Type;
  readonly object: (type: Type) => Type;
  readonly union: (members: readonly Type[]) => Type;
  readonly sort: (members: readonly Type[]) => readonly Type[];
}

/** A text for a home that is the same in both documents. */
export function keyOfHome({ unit, pointer }: Home): string {
  return `${unit}#${pointer}`;
}

function unionOf(members: readonly Type[]): Type {
  const [only, ...others] = members;
  return only !== undefined && others.length === 0 ? only : { kind: "union", members };
}

/** The members of a union; any other type is its only member. */
export function membersOf(type: Type): readonly Type[] {
  return type.kind === "union" ? type.members : [type];
}

function unique(types: readonly Type[]): readonly Type[] {
  return [...new Map(types.map((type) => [keyOf(type), type])).values()];
}

function sortByKey(types: readonly Type[]): readonly Type[] {
  return [...types].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}
