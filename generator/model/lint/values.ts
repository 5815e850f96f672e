import type { Check } from "../../checks/check.js";
import { sideOf } from "../../checks/contradictions/contradiction.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import { isJsonArray, isJsonObject, type Json } from "../../core/json.js";
import { below, type Place } from "../../core/place.js";
import { valueAt, type Document } from "../../openapi/document.js";
import { isEqual } from "../../runtime/values.js";
import type { ObjectSchema, Schema } from "../../schema/schema.js";
import { whyNothingIsValid } from "../empty-schemas.js";
import { checkedModels, checksOfSchema } from "../lower.js";
import type { Models } from "../model.js";
import { findExcluding } from "./find-excluding.js";

/**
 * Warns of values in `enum` that a keyword beside it excludes. If all are excluded, there is a
 * warning that nothing is valid.
 *
 * @param models - The schemas, by their ids.
 */
export function lintValues(
  all: readonly Schema[],
  document: Document,
  models: Models,
  log: DiagnosticLog,
): void {
  const checked = checkedModels(models);
  for (const schema of all) {
    if (schema.kind === "boolean" || schema.keywords.enum === undefined) continue;
    const checks = checksOfSchema(schema, models).filter(
      (check) => check.kind !== "equals" || check.keyword !== "enum",
    );
    for (const value of schema.keywords.enum) {
      const failed = findExcluding(value, checks, checked);
      if (failed === undefined) continue;
      if (whyNothingIsValid(schema, models) !== undefined) break;
      report(schema, value, failed, { document, log });
    }
  }
}

function report(
  schema: ObjectSchema,
  value: Json,
  failed: Check,
  { document, log }: { readonly document: Document; readonly log: DiagnosticLog },
): void {
  const { text, at } = sideOf(failed);
  const isType = failed.kind === "types";
  log.warning({
    code: isType ? "value-of-wrong-type" : "excluded-value",
    message: `\`enum\` has ${JSON.stringify(value)}, which ${text} excludes`,
    help: isType
      ? "correct the value or the type"
      : "remove the value, or correct what excludes it",
    place: placeOfValue(schema, value, document),
    ...(at !== undefined && { related: [{ message: "this excludes it", place: at }] }),
  });
}

/** The place of a value: in 3.0, `null` may be among the others. */
function placeOfValue({ place }: ObjectSchema, value: Json, document: Document): Place {
  const raw = valueAt(place, document);
  const values = isJsonObject(raw) && isJsonArray(raw.enum) ? raw.enum : [];
  const index = values.findIndex((other) => isEqual(other, value));
  return index < 0 ? below(place, "enum") : below(place, "enum", index);
}
