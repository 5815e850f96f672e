import * as v from "valibot";
import { jsonSchema, listed, object, text } from "./schema-parts.js";
import type { OperationFilter } from "./selection.js";

function filterList(what: string) {
  return v.pipe(v.array(text, `must be a list of ${what}`), v.nonEmpty("must not be empty"));
}

const filterSettings = {
  tags: v.optional(filterList("tags")),
  paths: v.optional(filterList("paths")),
  operations: v.optional(filterList("operations")),
};

/** A filter for operations. */
export const FilterSchema: v.GenericSchema<unknown, OperationFilter> = v.pipe(
  object,
  v.objectWithRest(filterSettings, v.never()),
  v.check(
    (filter) => Object.values(filter).some((texts) => texts !== undefined),
    `must have one of ${listed(Object.keys(filterSettings))}`,
  ),
  jsonSchema({ minProperties: 1 }),
);
