import type { SchemaId } from "../../core/schema-id.js";
import type { ModelTypes } from "../../types/algebra.js";
import { isOpenType, type OpenType, type Type } from "../../types/type.js";

/**
 * Finds the models that list values: literals, or models that list values.
 *
 * @returns A function that tells whether a model lists values of a type.
 */
export function findListing(
  models: readonly SchemaId[],
  types: ModelTypes,
): (model: SchemaId, type: OpenType) => boolean {
  const named = new Map<SchemaId, SchemaId[]>();
  const listing = { string: new Set<SchemaId>(), number: new Set<SchemaId>() };
  for (const model of models) {
    for (const member of membersOf(types.get(model))) {
      if (member.kind === "reference") {
        const known = named.get(member.model);
        if (known === undefined) named.set(member.model, [model]);
        else known.push(model);
      } else if (member.kind === "literal" && isOpenType(typeof member.value)) {
        listing[typeof member.value === "string" ? "string" : "number"].add(model);
      }
    }
  }
  // The loop also visits what is added while it runs.
  for (const found of Object.values(listing)) {
    for (const model of found) for (const other of named.get(model) ?? []) found.add(other);
  }
  return (model, type) => listing[type].has(model);
}

function membersOf(type: Type): readonly Type[] {
  return type.kind === "union" ? type.members : [type];
}
