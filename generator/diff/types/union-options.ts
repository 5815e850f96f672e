import type { Type } from "../../types/type.js";
import { membersOf, type Expanding } from "./expand.js";

/** The members of a union, with those of unions that are written inside it. */
export function flatten(type: Type, expand: Expanding): readonly Type[] {
  const members = membersOf(type);
  return members.flatMap((member) => {
    const inner = expand.outside(member);
    return inner.kind === "union" && inner !== type ? flatten(inner, expand) : [inner];
  });
}

/** The options of unions that describe the same kind of value in both documents. */
export function pairOptions(
  old: readonly Type[],
  now: readonly Type[],
): readonly (readonly [Type, Type])[] {
  const [one, ...more] = old;
  const [other, ...others] = now;
  if (one !== undefined && other !== undefined && more.length + others.length === 0) {
    return areAlike(one, other) ? [[one, other]] : [];
  }
  const taken = new Set<Type>();
  return old.flatMap((type): readonly (readonly [Type, Type])[] => {
    const same = now.find((each) => !taken.has(each) && haveSameTag(type, each));
    if (same === undefined) return [];
    taken.add(same);
    return [[type, same]];
  });
}

function areAlike(old: Type, now: Type): boolean {
  return (
    (old.kind === "object" && now.kind === "object") ||
    (old.kind === "array" && now.kind === "array")
  );
}

/** Whether objects have a required property with the same literal, and none with another one. */
function haveSameTag(old: Type, now: Type): boolean {
  if (old.kind === "array" && now.kind === "array") return true;
  if (old.kind !== "object" || now.kind !== "object") return false;
  const tags = old.properties.flatMap(({ name, type, optional }) => {
    const other = now.properties.find((each) => each.name === name);
    return type.kind === "literal" && other?.type.kind === "literal" && !optional
      ? [type.value === other.type.value]
      : [];
  });
  return tags.length > 0 && tags.every((isSame) => isSame);
}
