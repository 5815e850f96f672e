import { mapKeywords } from "../../keywords/keywords.js";
import type { LowerContext } from "../../keywords/keyword.js";
import type { Model, Models } from "../../model/model.js";
import type { ObjectSchema, Schema } from "../../schema/schema.js";
import type { Checks } from "./check.js";
import { optimize } from "./optimize.js";

/** What the guard of a model has to establish, ready to be printed. */
export function checksOfModel({ schema }: Model, models: Models): Checks {
  return optimize(lowerOwn(schema, models));
}

/** The checks of a schema: of a model, a call of its guard. */
function lower(schema: Schema, models: Models): Checks {
  return models.byId.has(schema.id)
    ? [{ kind: "call", model: schema.id }]
    : lowerOwn(schema, models);
}

function lowerOwn(schema: Schema, models: Models): Checks {
  return schema.kind === "boolean"
    ? schema.value
      ? []
      : [{ kind: "never", keyword: "false" }]
    : lowerKeywords(schema, models);
}

function lowerKeywords({ keywords }: ObjectSchema, models: Models): Checks {
  const context: LowerContext = {
    keywords,
    checks: (schema) => lower(schema, models),
    call: (model) => ({ kind: "call", model }),
  };
  return mapKeywords(keywords, ({ checks }, value) => checks?.(value, context) ?? []).flat();
}
