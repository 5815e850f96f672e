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
  const typed = new Map<ChangeDraft, Partial<ChangeDraft>>();
  const own: ChangeDraft[] = [];
  const drafts = draftsBySchema(data);
  for (const type of types) {
    const { typeChange } = type;
    const verdict = type.isBreaking ? "breaking" : "compatible";
    const known = drafts
      .get(keyOfSchema(type))
      ?.find((draft) => !typed.has(draft) && isAtMember(draft, type));
    if (known !== undefined) typed.set(known, { types: verdict, typeChange });
    else own.push(entryOf(type, verdict, operationsOf(type)));
  }
  return [...data.map((draft) => ({ ...draft, ...typed.get(draft) })), ...own];
}

/** Groups the changes without a type by their components and directions. */
function draftsBySchema(data: readonly ChangeDraft[]): ReadonlyMap<string, readonly ChangeDraft[]> {
  const found = new Map<string, ChangeDraft[]>();
  for (const draft of data) {
    if (draft.typeChange !== undefined) continue;
    const key = keyOfSchema(draft);
    const known = found.get(key);
    if (known === undefined) found.set(key, [draft]);
    else known.push(draft);
  }
  return found;
}

function keyOfSchema({
  component,
  direction,
}: Pick<ChangeDraft, "component" | "direction">): string {
  return component === undefined ? direction : `${direction} ${component}`;
}

/** Whether a change of data is made at the member that has another type. */
function isAtMember({ pointer, subject }: ChangeDraft, type: ComponentTypeChange): boolean {
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
