import type { DiagnosticLog } from "../../core/diagnostic.js";
import type { Json } from "../../core/json.js";
import type { Schema } from "../../schema/schema.js";
import { keywordPlace } from "../../schema/schema.js";
import { checkedModels, checksOfSchema } from "../lower.js";
import { whyNothingIsValid } from "../empty-schemas.js";
import type { Models } from "../model.js";
import { besideNull } from "./beside-null.js";
import { findExcluding } from "./find-excluding.js";

/** How much of a value is shown. */
const shownLength = 60;

/**
 * Warns of values of `default` that are not valid under their schemas, except for schemas under
 * which nothing is valid: these have a warning of their own.
 *
 * @param models - The schemas, by their ids.
 */
export function lintDefaults(all: readonly Schema[], models: Models, log: DiagnosticLog): void {
  const checked = checkedModels(models);
  for (const schema of all) {
    if (schema.kind === "boolean") continue;
    const { default: value } = schema.keywords;
    if (value === undefined) continue;
    const asked = value === null ? schema : (besideNull(schema) ?? schema);
    const failed = findExcluding(value, checksOfSchema(asked, models), checked);
    if (failed === undefined || whyNothingIsValid(asked, models) !== undefined) continue;
    const keyword = failed.at?.pointer.split("/").at(-1);
    log.warning({
      code: "invalid-default",
      message: `the default ${shown(value)} is not valid${keyword === undefined ? "" : `: \`${keyword}\` excludes it`}`,
      help: "correct the default, or what the schema allows",
      place: keywordPlace(schema, "default"),
      ...(failed.at !== undefined && {
        related: [{ message: "this excludes it", place: { ...failed.at, part: "key" as const } }],
      }),
    });
  }
}

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
