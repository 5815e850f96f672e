import { accepts } from "../../checks/accepts.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import type { Json } from "../../core/json.js";
import type { Schema } from "../../schema/schema.js";
import { keywordPlace } from "../../schema/schema.js";
import { checkedModels, checksOfSchema } from "../lower.js";
import type { Model, Models } from "../model.js";

/** How much of a value is shown. */
const shownLength = 60;

/** Warns of values of `default` that are not valid under their schemas. */
export function lintDefaults(all: readonly Schema[], log: DiagnosticLog): void {
  const models = asModels(all);
  const checked = checkedModels(models);
  for (const schema of all) {
    if (schema.kind === "boolean") continue;
    const { default: value } = schema.keywords;
    if (value === undefined) continue;
    const passes = (checks: Parameters<typeof accepts>[0]): boolean =>
      accepts(checks, value, checked) !== false;
    const failed = checksOfSchema(schema, models).find((check) => !passes([check]));
    if (failed === undefined) continue;
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

/** Schemas as models, so that checks can name any of them. */
function asModels(all: readonly Schema[]): Models {
  const models = all.map((schema): Model => {
    const { id } = schema;
    const exports = { is: id, schema: id, values: id, jsonSchema: id };
    return { id, name: id, module: id, schema, exports };
  });
  return { all: models, byId: new Map(models.map((model) => [model.id, model])) };
}
