import type { SchemaId } from "../core/schema-id.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { joinPointer } from "../core/pointer.js";
import { childrenOf, referencesOf } from "../schema/children.js";
import type { Schema } from "../schema/schema.js";
import type { Schemas } from "../schema/schemas.js";
import type { Model } from "./model.js";

/**
 * Reports references that lead back to themselves without going into the value: no guard could
 * ever answer, and no type could be told.
 *
 * https://json-schema.org/draft/2020-12/json-schema-core#section-9.4.1
 */
export function reportEndlessReferences(
  models: readonly Model[],
  schemas: Schemas,
  log: DiagnosticLog,
): void {
  const finished = new Set<SchemaId>();
  const reported = new Set<SchemaId>();

  /** The schemas on the way to the one that is looked at. */
  const trail = new Set<SchemaId>();

  function visit(schema: Schema): void {
    if (finished.has(schema.id)) return;
    if (trail.has(schema.id)) {
      const way = [...trail];
      const cycle = way.slice(way.indexOf(schema.id));
      if (cycle.some((id) => reported.has(id))) return;
      for (const id of cycle) reported.add(id);
      log.error({
        code: "endless-reference",
        message: "the reference leads back to itself, so it says nothing about the value",
        help: "let one of the schemas on the way describe something, such as a property",
        place: {
          uri: schema.place.uri,
          pointer:
            schema.kind === "object" && schema.keywords.$ref !== undefined
              ? joinPointer(schema.place.pointer, "$ref")
              : schema.place.pointer,
        },
      });
      return;
    }
    trail.add(schema.id);
    for (const next of inPlace(schema, schemas)) visit(next);
    trail.delete(schema.id);
    finished.add(schema.id);
  }

  for (const { schema } of models) visit(schema);
}

/** The schemas that apply to the same value. */
function inPlace(schema: Schema, schemas: Schemas): readonly Schema[] {
  if (schema.kind === "boolean") return [];
  const inside = childrenOf(schema).flatMap(({ schema: child, role }) =>
    role.kind === "part" || role.kind === "option" || (role.kind === "condition" && role.inPlace)
      ? [child]
      : [],
  );
  return [...referencesOf(schema).map((id) => schemas.get(id)), ...inside];
}
