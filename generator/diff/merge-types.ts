import type { ChangeDraft } from "./draft.js";
import type { ComponentTypeChange } from "./types/component-type-change.js";

/**
 * Adds the changes of types to those of data. A change of a type belongs to the change of data at its member; one
 * without such a change is an entry of its own.
 *
 * @param operationsOf The operations that a component reaches.
 */
export function mergeTypes(
  data: readonly ChangeDraft[],
  types: readonly ComponentTypeChange[],
  operationsOf: (type: ComponentTypeChange) => readonly string[],
): readonly ChangeDraft[] {
  const merged = [...data];
  for (const type of types) {
    const at = merged.findIndex((draft) => isAtMember(draft, type));
    const known = merged[at];
    const { typeChange } = type;
    const verdict = type.isBreaking ? "breaking" : "compatible";
    if (known !== undefined) merged[at] = { ...known, types: verdict, typeChange };
    else merged.push(entryOf(type, verdict, operationsOf(type)));
  }
  return merged;
}

/** Whether a change of data is made at the member that has another type, and has no type yet. */
function isAtMember(
  { component, direction, pointer, subject, typeChange }: ChangeDraft,
  type: ComponentTypeChange,
): boolean {
  if (component !== type.component || direction !== type.direction || typeChange !== undefined) {
    return false;
  }
  const required = /^(.*)\/(?:required|additionalProperties|unevaluatedProperties)$/.exec(pointer);
  const place =
    required !== null && subject !== undefined
      ? `${required[1] ?? ""}/properties/${subject.replaceAll("~", "~0").replaceAll("/", "~1")}`
      : pointer;
  return place === type.pointer || place.startsWith(`${type.pointer}/`);
}

function entryOf(
  { component, pointer, direction, message, typeChange, oldPlace, newPlace }: ComponentTypeChange,
  types: ChangeDraft["types"],
  operations: readonly string[],
): ChangeDraft {
  const rule =
    pointer !== ""
      ? undefined
      : oldPlace === undefined
        ? "component-added"
        : newPlace === undefined
          ? "component-removed"
          : undefined;
  return {
    component,
    pointer,
    direction,
    operations,
    data: "compatible",
    types,
    message,
    typeChange,
    ...(rule !== undefined && { rule }),
    oldPlace,
    newPlace,
  };
}
