import type { SchemaId } from "../core/schema-id.js";
import { isArrayLike, type ArrayLike } from "./arrays.js";
import { isEmpty, viewOf, type ObjectView } from "./object-view.js";
import type { ShapedTypes } from "./shape.js";
import { isSame, keyOf } from "./type-key.js";
import { neverType, type PropertyType, type Type } from "./type.js";
import {
  writtenIntersection,
  writtenTuple,
  type WrittenIndex,
  type WrittenTuple,
} from "./written.js";

/** What is known before types are compared, and how much is compared. */
export interface AssignableOptions {
  /** Whether a model is taken to be assignable to another one without a comparison. Default: no. */
  readonly isKnown?: (from: SchemaId, to: SchemaId) => boolean;
  /** How many pairs of types are compared to answer one question. Default: 1000. */
  readonly most?: number;
}

/**
 * Whether TypeScript certainly accepts one type for another, with and without
 * `exactOptionalPropertyTypes`.
 *
 * @returns False also if that is uncertain: because types are nested too deeply, or too many.
 */
export function assignable(
  from: Type,
  to: Type,
  types: ShapedTypes,
  options: AssignableOptions = {},
): boolean {
  return new Comparison(types, options).isAssignable(from, to);
}

/** How deeply nested types are compared, and how many aliases are resolved in a row. */
const deepest = 50;

/** The state of one question: pairs of types, which may be circular. */
class Comparison {
  readonly #types: ShapedTypes;
  /** The pairs that are being compared, and those that fit if these do, in this order. */
  readonly #assumed = new Set<string>();
  readonly #refuted = new Set<string>();
  /** The keys of the members of unions. */
  readonly #keys = new Map<UnionType, ReadonlySet<string>>();
  #depth = 0;
  #steps = 0;
  readonly #most: number;
  readonly #isKnown: AssignableOptions["isKnown"];

  constructor(types: ShapedTypes, { isKnown, most = 1000 }: AssignableOptions) {
    this.#types = types;
    this.#isKnown = isKnown;
    this.#most = most;
  }

  isAssignable(from: Type, to: Type): boolean {
    if (to.kind === "unknown" || from.kind === "never" || isSame(from, to)) return true;
    if (this.#areKnown(from, to)) return true;
    if (this.#depth >= deepest || this.#steps >= this.#most) return false;
    this.#depth += 1;
    this.#steps += 1;
    const isRecursive = from.kind === "reference" || to.kind === "reference";
    const result = isRecursive ? this.#compareModels(from, to) : this.#compare(from, to);
    this.#depth -= 1;
    return result;
  }

  /** Compares two types. If an outer comparison is already about them, they are assumed to fit. */
  #compareModels(from: Type, to: Type): boolean {
    const pair = `${keyOf(from)} ${keyOf(to)}`;
    if (this.#refuted.has(pair)) return false;
    if (this.#assumed.has(pair)) return true;
    const before = this.#assumed.size;
    this.#assumed.add(pair);
    if (this.#compare(this.#withoutAlias(from), this.#withoutAlias(to))) return true;
    // Pairs found to fit since then may depend on this pair.
    for (const assumed of [...this.#assumed].slice(before)) this.#assumed.delete(assumed);
    this.#refuted.add(pair);
    return false;
  }

  #compare(from: Type, to: Type): boolean {
    if (from.kind === "never" || to.kind === "unknown") return true;
    if (from.kind === "union") return from.members.every((one) => this.isAssignable(one, to));
    if (to.kind === "intersection") return to.members.every((one) => this.isAssignable(from, one));
    if (to.kind === "union" && this.#isAssignableToOne(from, to)) return true;
    const target = viewOf(to, this.#types);
    if (target !== undefined) return this.#compareObjects(this.#sourceOf(from), target);
    if (from.kind === "intersection") {
      return this.#written(from).some((one) => this.isAssignable(one, to));
    }
    return from.kind === "reference" || to.kind === "reference"
      ? to.kind === "present" || this.#areAliasesAssignable(from, to)
      : this.#comparePlain(from, to);
  }

  #isAssignableToOne(from: Type, to: UnionType): boolean {
    let keys = this.#keys.get(to);
    if (keys === undefined) {
      keys = new Set(to.members.map(keyOf));
      this.#keys.set(to, keys);
    }
    return (
      keys.has(keyOf(from)) ||
      to.members.some((one) => this.#areKnown(from, one)) ||
      to.members.some((one) => this.isAssignable(from, one))
    );
  }

  /** Whether a model, or a part of it, is known to be assignable to another one. */
  #areKnown(from: Type, to: Type, depth = 0): boolean {
    const isKnown = this.#isKnown;
    if (isKnown === undefined || to.kind !== "reference" || depth >= deepest) return false;
    if (from.kind === "intersection") {
      return from.members.some((member) => this.#areKnown(member, to, depth + 1));
    }
    if (from.kind !== "reference") return false;
    if (isKnown(from.model, to.model)) return true;
    const type = this.#types.get(from.model);
    return type.kind === "intersection" && this.#areKnown(type, to, depth + 1);
  }

  /** Expands an alias in a union or an intersection. */
  #areAliasesAssignable(from: Type, to: Type): boolean {
    const [source, target] = [this.#withoutAlias(from), this.#withoutAlias(to)];
    return (source !== from || target !== to) && this.isAssignable(source, target);
  }

  #comparePlain(from: Type, to: Type): boolean {
    switch (to.kind) {
      case "present":
        return from.kind !== "unknown" && !(from.kind === "primitive" && from.name === "null");
      case "primitive":
      case "other":
        return scalarName(from) === to.name;
      case "array":
      case "tuple":
        return isArrayLike(from) && this.#compareTuples(itemsOf(from), itemsOf(to));
      default:
        return false;
    }
  }

  #compareTuples(from: WrittenTuple, to: WrittenTuple): boolean {
    if (from.required < to.required || (from.rest !== undefined && to.rest === undefined)) {
      return false;
    }
    const length = Math.max(from.items.length, to.items.length);
    for (let index = 0; index < length; index += 1) {
      const source = from.items[index] ?? from.rest;
      const target = to.items[index] ?? to.rest;
      if (source === undefined) return true;
      if (target === undefined || !this.isAssignable(source, target)) return false;
      const isOptional = index >= from.required && index < from.items.length;
      // For an array, an item that may be missing may be undefined.
      if (isOptional && index >= to.items.length && target.kind !== "unknown") return false;
    }
    return from.rest === undefined || this.isAssignable(from.rest, to.rest ?? neverType);
  }

  #compareObjects(source: Source, target: ObjectView): boolean {
    const { views, possible, isComplete } = source;
    if (views.length === 0) return false;
    let hasCommon = false;
    for (const property of target.properties()) {
      const found = views.flatMap((view) => view.property(property.name) ?? []);
      hasCommon ||= found.length > 0;
      const fits =
        found.length > 0
          ? this.#compareProperty(
              found,
              possible.flatMap((view) => view.property(property.name) ?? []),
              property,
            )
          : property.optional &&
            isComplete &&
            views.every(({ index }) => !index || this.isAssignable(index.type, property.type));
      if (!fits) return false;
    }
    if (target.index !== undefined) return this.#compareIndex(source, target.index);
    // TypeScript rejects a type that shares no property with a type whose properties are all
    // optional.
    return hasCommon || isEmpty(target) || views.every(isEmpty);
  }

  /**
   * Whether the members of an intersection make a property fit.
   *
   * @param possible The properties of that name in unions among the members.
   */
  #compareProperty(
    found: readonly PropertyType[],
    possible: readonly PropertyType[],
    target: PropertyType,
  ): boolean {
    const isUnknown = ({ type }: PropertyType): boolean =>
      this.#withoutAlias(type).kind === "unknown";
    const required = found.filter(({ optional }) => !optional);
    if (required.length === 0 && !target.optional) return false;
    // For TypeScript, `a` is `A | undefined` in `{ a?: A } & { a: unknown }`.
    const mayBeUndefined =
      required.length < found.length &&
      required.every(isUnknown) &&
      [...required, ...possible].some((property) => !property.optional && isUnknown(property));
    return !mayBeUndefined && found.some(({ type }) => this.isAssignable(type, target.type));
  }

  #compareIndex({ views, isComplete }: Source, target: WrittenIndex): boolean {
    const written = views.flatMap(({ index }) => index ?? []);
    if (written.length > 0) {
      return written.some(
        ({ type, isOptional }) =>
          this.isAssignable(type, target.type) &&
          (!isOptional || target.isOptional || target.type.kind === "unknown"),
      );
    }
    return (
      isComplete &&
      views.every(
        ({ hasImplicitIndex, properties }) =>
          hasImplicitIndex &&
          [...properties()].every(({ type }) => this.isAssignable(type, target.type)),
      )
    );
  }

  /** The objects of which a type consists, if it is an object or an intersection. */
  #sourceOf(type: Type): Source {
    const source = { views: [], possible: [], isComplete: true };
    this.#collect(type, source, false);
    return source;
  }

  #collect(type: Type, source: MutableSource, isPossible: boolean): void {
    const value = this.#withoutAlias(type);
    const view = viewOf(value, this.#types);
    if (view !== undefined) {
      (isPossible ? source.possible : source.views).push(view);
      return;
    }
    const isUnion = value.kind === "union";
    if (isUnion || (value.kind !== "intersection" && value.kind !== "present")) {
      source.isComplete = false;
    }
    if (!isUnion && value.kind !== "intersection") return;
    if (this.#depth >= deepest) return;
    this.#depth += 1;
    const members = isUnion ? value.members : this.#written(value);
    for (const member of members) this.#collect(member, source, isPossible || isUnion);
    this.#depth -= 1;
  }

  #written({ members }: IntersectionType): readonly Type[] {
    return writtenIntersection(members, this.#types.breadth);
  }

  /** The type behind an alias; an interface is a type of its own. */
  #withoutAlias(type: Type): Type {
    let value = type;
    for (let count = 0; count < deepest && value.kind === "reference"; count += 1) {
      if (this.#types.shape(value.model) !== undefined) break;
      value = this.#types.get(value.model);
    }
    return value;
  }
}

type IntersectionType = Extract<Type, { readonly kind: "intersection" }>;
type UnionType = Extract<Type, { readonly kind: "union" }>;

/** The objects of an intersection that are known. */
interface Source {
  readonly views: readonly ObjectView[];
  /** Objects in unions: some of them are present as well. */
  readonly possible: readonly ObjectView[];
  /** Whether these are all objects of the intersection. */
  readonly isComplete: boolean;
}

interface MutableSource {
  readonly views: ObjectView[];
  readonly possible: ObjectView[];
  isComplete: boolean;
}

function itemsOf(type: ArrayLike): WrittenTuple {
  const written = type.kind === "tuple" ? writtenTuple(type) : undefined;
  if (written !== undefined) return written;
  return { items: [], required: 0, rest: type.kind === "tuple" ? type.rest : type.items };
}

/** The name of the primitive type that a type belongs to. */
function scalarName(type: Type): string | undefined {
  switch (type.kind) {
    case "primitive":
    case "other":
      return type.name;
    case "literal":
      return typeof type.value;
    default:
      return undefined;
  }
}
