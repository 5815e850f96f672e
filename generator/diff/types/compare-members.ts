import type { Direction } from "../../core/direction.js";
import type { Place } from "../../core/place.js";
import type { DeclareContext } from "../../emit/types/declare.js";
import type { ObjectType, PropertyType, Type } from "../../types/type.js";
import { writtenIndex, writtenTuple } from "../../types/written.js";
import type { Places } from "../draft.js";
import { expanding, type Expanding } from "./expand.js";
import type { Fits, Pairing, SidedType } from "./fits.js";
import { messageOf, messageOfOptions, type WrittenChange } from "./type-message.js";
import type { TypeSide } from "./type-side.js";
import { typeText } from "./type-text.js";
import { flatten, pairOptions } from "./union-options.js";
import { stepFrom, type Step } from "./value-places.js";

/** A difference of a type, at the innermost place. */
export interface MemberChange extends Places {
  /** As `Batch.errors.data[]`. */
  readonly member: string;
  readonly isBreaking: boolean;
  readonly old?: string;
  readonly new?: string;
  readonly message: string;
}

/** One of the documents, with what is needed to compare a unit. */
interface UnitSide {
  readonly side: TypeSide;
  readonly expand: Expanding;
  readonly context: DeclareContext;
}

/** The context for comparing the types of a unit. */
export interface MemberContext {
  readonly unit: string;
  readonly direction: Direction;
  readonly old: TypeSide;
  readonly new: TypeSide;
  /** The contexts for printing types. */
  readonly contexts: { readonly old: DeclareContext; readonly new: DeclareContext };
  readonly fits: Fits;
  readonly isPaired: Pairing;
}

/** Where types are compared. */
export interface At {
  readonly member: string;
  readonly oldPlace: Place;
  readonly newPlace: Place;
}

/** Compares the types of a unit in both documents, and returns each difference where it is. */
export function compareMembers(
  old: Type,
  now: Type,
  at: At,
  context: MemberContext,
): readonly MemberChange[] {
  return new MemberComparison(context).compare(old, now, at);
}

/** A member that every object has, so that objects with optional members only are compared too. */
const common: PropertyType = { name: "", optional: false, type: { kind: "unknown" } };

/** The state of the comparison of a unit. */
class MemberComparison {
  readonly #context: MemberContext;
  readonly #old: UnitSide;
  readonly #new: UnitSide;
  /** The pairs of types around, which may contain themselves. */
  readonly #around = new Set<string>();

  constructor(context: MemberContext) {
    const { unit, contexts } = context;
    const sideOf = (name: "old" | "new"): UnitSide => ({
      side: context[name],
      context: contexts[name],
      expand: expanding(unit, context[name], contexts[name].lists),
    });
    this.#context = context;
    this.#old = sideOf("old");
    this.#new = sideOf("new");
  }

  compare(old: Type, now: Type, at: At): readonly MemberChange[] {
    if (this.#isSame(old, now)) return [];
    const pair = this.#old.expand.key(old) + this.#new.expand.key(now);
    if (this.#around.has(pair)) return [];
    this.#around.add(pair);
    const found = this.#compare(old, now, at);
    this.#around.delete(pair);
    if (found.some(({ isBreaking }) => isBreaking) || !this.#isBreaking(old, now)) return found;
    // The parts fit, but not together; an interface never fits where any name is allowed.
    const index = found.find(({ member }) => member === `${at.member}[string]`);
    const reason = index ?? (found.length === 1 ? found[0] : undefined);
    if (reason !== undefined) {
      return found.map((each) => (each === reason ? { ...each, isBreaking: true } : each));
    }
    return [...found, ...this.#whole(old, now, at)];
  }

  #compare(old: Type, now: Type, at: At): readonly MemberChange[] {
    const before = this.#old.expand.outside(old);
    const after = this.#new.expand.outside(now);
    if (before.kind === "object" && after.kind === "object") {
      return this.#compareObjects(before, after, at);
    }
    if (before.kind === "array" && after.kind === "array") {
      return this.compare(before.items, after.items, this.#step(at, { kind: "item" }));
    }
    if (before.kind === "tuple" && after.kind === "tuple") {
      return this.#compareTuples(before, after, at) ?? this.#whole(old, now, at);
    }
    if (before.kind === "union" || after.kind === "union") {
      return this.#compareUnions(before, after, at);
    }
    if (before.kind === "intersection" && after.kind === "intersection") {
      return this.#compareIntersections(before, after, at) ?? this.#whole(old, now, at);
    }
    return this.#whole(old, now, at);
  }

  /** Whether types are the same, apart from what is compared on its own. */
  #isSame(old: Type, now: Type): boolean {
    const isPaired =
      old.kind === "reference" &&
      now.kind === "reference" &&
      this.#context.isPaired(old.model, now.model, this.#context.unit);
    return isPaired || this.#old.expand.key(old) === this.#new.expand.key(now);
  }

  /** Whether code that has one of the types no longer compiles with the other one. */
  #isBreaking(old: Type, now: Type): boolean {
    const before: SidedType = { side: "old", type: old };
    const after: SidedType = { side: "new", type: now };
    const { direction, fits, unit } = this.#context;
    return direction === "response" ? !fits(after, before, unit) : !fits(before, after, unit);
  }

  /** One change of the whole type, if it is written differently. */
  #whole(
    old: Type,
    now: Type,
    at: At,
    { isBreaking = this.#isBreaking(old, now), message }: Verdict = {},
  ): readonly MemberChange[] {
    const change = { old: this.#text(this.#old, old), new: this.#text(this.#new, now) };
    if (change.old === change.new && !isBreaking) return [];
    return [this.#change(at, change, isBreaking, message)];
  }

  #change(at: At, change: WrittenChange, isBreaking: boolean, message?: string): MemberChange {
    return { ...at, ...change, isBreaking, message: message ?? messageOf(at.member, change) };
  }

  #text({ expand, context }: UnitSide, type: Type, isOptional = false): string {
    const text = typeText(expand.everywhere(type), context, isOptional);
    return text.length <= longest ? text : typeText(expand.outside(type), context, isOptional);
  }

  #compareObjects(old: ObjectType, now: ObjectType, at: At): readonly MemberChange[] {
    const found: MemberChange[] = [];
    const after = new Map(now.properties.map((property) => [property.name, property]));
    const before = new Set(old.properties.map(({ name }) => name));
    for (const property of old.properties) {
      const other = after.get(property.name);
      const inner = this.#member(at, property, other);
      if (other === undefined) {
        const text = this.#text(this.#old, property.type, property.optional);
        found.push({
          member: inner.member,
          oldPlace: inner.oldPlace,
          old: text,
          isBreaking: true,
          message: `${inner.member} was removed`,
        });
      } else {
        found.push(...this.#compareProperties(property, other, inner));
      }
    }
    for (const property of now.properties) {
      if (before.has(property.name)) continue;
      const text = this.#text(this.#new, property.type, property.optional);
      const { member, newPlace } = this.#member(at, undefined, property);
      found.push({
        member,
        newPlace,
        new: text,
        isBreaking: isAnyObject(old)
          ? this.#isBreaking(old, { kind: "object", properties: [property] })
          : this.#isBreaking(objectOf([], old.index), objectOf([property], old.index)),
        message: `${member} is new and ${property.optional ? "optional" : "required"}`,
      });
    }
    return [...found, ...this.#compareIndexes(old, now, at)];
  }

  #compareProperties(old: PropertyType, now: PropertyType, at: At): readonly MemberChange[] {
    const inner = this.compare(old.type, now.type, at);
    if (old.optional === now.optional) return inner;
    const change = {
      old: this.#text(this.#old, old.type, old.optional),
      new: this.#text(this.#new, now.type, now.optional),
    };
    const { direction } = this.#context;
    const isOptionalBreaking = direction === "response" ? now.optional : old.optional;
    const own = inner.find(({ member }) => member === at.member);
    const isBreaking = isOptionalBreaking || own?.isBreaking === true;
    const word = now.optional ? "optional" : "required";
    const message = `${own === undefined ? at.member : `${own.message}, and it`} is ${word} now`;
    const others = inner.filter((each) => each !== own);
    return [this.#change(at, change, isBreaking, message), ...others];
  }

  #compareIndexes(old: ObjectType, now: ObjectType, at: At): readonly MemberChange[] {
    const inner = this.#step(at, { kind: "index" });
    if (isTyped(old.index) && isTyped(now.index)) return this.compare(old.index, now.index, inner);
    const [before, after] = [writtenIndex(old), writtenIndex(now)];
    if (before === undefined && after === undefined) return [];
    // Any names are written only if there are no properties: these are changes of their own.
    if (isAnyObject(old) && after === undefined && now.index === undefined) return [];
    if (isAnyObject(now) && before === undefined && old.index === undefined) return [];
    if (before !== undefined && after !== undefined && this.#isSame(before.type, after.type)) {
      return [];
    }
    const change: WrittenChange = {
      ...(before && { old: this.#text(this.#old, before.type, before.isOptional) }),
      ...(after && { new: this.#text(this.#new, after.type, after.isOptional) }),
    };
    const isBreaking = this.#isBreaking(objectOf([], old.index), objectOf([], now.index));
    return [this.#change(inner, change, isBreaking)];
  }

  /** Compares tuples of the same form; undefined for others. */
  #compareTuples(
    old: Extract<Type, { kind: "tuple" }>,
    now: Extract<Type, { kind: "tuple" }>,
    at: At,
  ): readonly MemberChange[] | undefined {
    const [before, after] = [writtenTuple(old), writtenTuple(now)];
    if (before === undefined || after === undefined) return undefined;
    const isAlike =
      before.items.length === after.items.length &&
      before.required === after.required &&
      (before.rest === undefined) === (after.rest === undefined);
    if (!isAlike) return undefined;
    const items = before.items.flatMap((item, index) =>
      this.compare(item, after.items[index] ?? item, this.#step(at, { kind: "item", index })),
    );
    const rest =
      before.rest === undefined || after.rest === undefined
        ? []
        : this.compare(before.rest, after.rest, this.#step(at, { kind: "item" }));
    return [...items, ...rest];
  }

  #compareUnions(old: Type, now: Type, at: At): readonly MemberChange[] {
    const before = flatten(old, this.#old.expand);
    const after = flatten(now, this.#new.expand);
    const { left, right } = this.#without(before, after);
    const pairs = pairOptions(left, right);
    const paired = pairs.flatMap(([one, other]) => this.compare(one, other, at));
    const restOld = left.filter((type) => !pairs.some(([one]) => one === type));
    const restNew = right.filter((type) => !pairs.some(([, other]) => other === type));
    if (restOld.length + restNew.length === 0) return paired;
    const { direction } = this.#context;
    const changed = direction === "response" ? restNew : restOld;
    const isBreaking = changed.some((type) =>
      direction === "response" ? this.#isBreaking(old, type) : this.#isBreaking(type, now),
    );
    const message =
      restOld.length < before.length && restNew.length < after.length
        ? messageOfOptions(
            at.member,
            restOld.map((type) => this.#text(this.#old, type)),
            restNew.map((type) => this.#text(this.#new, type)),
          )
        : undefined;
    return [...paired, ...this.#whole(old, now, at, { isBreaking, message })];
  }

  #compareIntersections(
    old: Extract<Type, { kind: "intersection" }>,
    now: Extract<Type, { kind: "intersection" }>,
    at: At,
  ): readonly MemberChange[] | undefined {
    const { left, right } = this.#without(old.members, now.members);
    const [one, ...more] = left;
    const [other, ...others] = right;
    if (one === undefined || other === undefined || more.length + others.length > 0) {
      return undefined;
    }
    const isObject = one.kind === "object" && other.kind === "object";
    return isObject ? this.#compareObjects(one, other, at) : undefined;
  }

  /** Leaves out the types that both lists have. */
  #without(
    old: readonly Type[],
    now: readonly Type[],
  ): { readonly left: readonly Type[]; readonly right: readonly Type[] } {
    const keys = new Set(now.map((type) => this.#new.expand.key(type)));
    const left = old.filter((type) => !keys.has(this.#old.expand.key(type)));
    const own = new Set(old.map((type) => this.#old.expand.key(type)));
    const right = now.filter((type) => !own.has(this.#new.expand.key(type)));
    return {
      left: left.filter((type) => !right.some((other) => this.#isSame(type, other))),
      right: right.filter((type) => !left.some((other) => this.#isSame(other, type))),
    };
  }

  #member(at: At, old: PropertyType | undefined, now: PropertyType | undefined): At {
    const name = old?.name ?? now?.name ?? "";
    const step: Step = { kind: "property", name };
    return {
      member: at.member + memberText(name),
      oldPlace: this.#placeOf(this.#old, at.oldPlace, step, old),
      newPlace: this.#placeOf(this.#new, at.newPlace, step, now),
    };
  }

  #step(at: At, step: Extract<Step, { kind: "item" | "index" }>): At {
    const index = step.kind === "item" ? (step.index ?? "") : "string";
    return {
      member: `${at.member}[${index}]`,
      oldPlace: this.#placeOf(this.#old, at.oldPlace, step),
      newPlace: this.#placeOf(this.#new, at.newPlace, step),
    };
  }

  /** The place of the schema of what is in a value; that of the value, if there is none. */
  #placeOf({ side }: UnitSide, around: Place, step: Step, property?: PropertyType): Place {
    const isInside = (place: Place): boolean => side.homeAt(place)?.unit === this.#context.unit;
    const places = stepFrom(around, step, side.document, isInside);
    const documenting = (property?.documentedBy ?? []).map((id) => side.schemas.get(id).place);
    const exact = places.find((place) =>
      documenting.some(({ uri, pointer }) => uri === place.uri && pointer === place.pointer),
    );
    return exact ?? places[0] ?? documenting.find(isInside) ?? around;
  }
}

/** What is known of a change of a whole type. */
interface Verdict {
  readonly isBreaking?: boolean;
  readonly message?: string | undefined;
}

/** The longest text in which the types of models inside a type are written out. */
const longest = 200;

function isTyped(index: Type | undefined): index is Type {
  return index !== undefined && index.kind !== "never" && index.kind !== "unknown";
}

/** Whether a type has neither properties nor an index, so that any names are allowed. */
function isAnyObject({ properties, index }: ObjectType): boolean {
  return properties.length === 0 && index === undefined;
}

function objectOf(properties: readonly PropertyType[], index?: Type): ObjectType {
  return {
    kind: "object",
    properties: [common, ...properties],
    ...(index !== undefined && { index }),
  };
}

/** How a member is accessed: `.usage`, or `["x-id"]` where the name is no identifier. */
function memberText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
