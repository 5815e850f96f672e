import type { JsonType, SchemaType } from "../../core/json-type.js";
import { jsonTypes } from "../../core/json-type.js";
import type { SchemaId } from "../../core/schema-id.js";
import type { CheckedModels } from "../accepts.js";
import type { Check, CheckOf, Checks } from "../check.js";
import { caseOf, intersectTypes } from "../schema-types.js";

/**
 * How many models are followed that are not called by the checks themselves: chains of models that
 * extend each other would be gone through from each of them otherwise.
 */
const maxCalls = 25;

/**
 * All checks that must hold together: calls of guards are replaced by what these establish, and
 * `cases` by `types` and `when`, and the only option by what it asks. Calls beyond a limit are left out.
 */
export function flatten(
  lists: readonly Checks[],
  { checksOf }: Pick<CheckedModels, "checksOf">,
): Checks {
  const called = new Set<SchemaId>();
  const flat: Check[] = [];
  const pending = [...lists];
  for (const [index, list] of pending.entries()) {
    for (const check of list) {
      if (check.kind === "call") {
        const isFollowed = index < lists.length || called.size < maxCalls;
        if (called.has(check.model) || !isFollowed) continue;
        called.add(check.model);
        pending.push(checksOf(check.model));
      } else if (check.kind === "cases") {
        const { types, cases, ...place } = check;
        if (types !== undefined) flat.push({ ...place, kind: "types", types });
        for (const [type, checks] of cases) flat.push({ ...place, kind: "when", type, checks });
      } else if ((check.kind === "any" || check.kind === "one") && check.branches.length === 1) {
        pending.push(...check.branches);
      } else {
        flat.push(check);
      }
    }
  }
  return flat;
}

/** The types that flat checks leave; every type, if undefined. */
export function typesLeft(flat: Checks): readonly SchemaType[] | undefined {
  return typeChecks(flat).reduce<readonly SchemaType[] | undefined>(
    (left, { types }) => (left === undefined ? types : intersectTypes(left, types)),
    undefined,
  );
}

/** The JSON types that flat checks leave. */
export function jsonTypesLeft(flat: Checks): readonly JsonType[] {
  const left = typesLeft(flat);
  if (left === undefined) return jsonTypes;
  const found = new Set(left.map(caseOf));
  return jsonTypes.filter((type) => found.has(type));
}

export function typeChecks(flat: Checks): readonly CheckOf<"types">[] {
  return flat.filter((check) => check.kind === "types");
}

/** What flat checks ask of a value of one type besides the type. */
export function checksFor(type: JsonType, flat: Checks): Checks {
  return flat.flatMap((check): Checks => {
    if (check.kind === "types") return [];
    if (check.kind !== "when") return [check];
    return check.type === type ? checksFor(type, check.checks) : [];
  });
}
