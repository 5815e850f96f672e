import { coveredOptions } from "../../checks/contradictions/alternatives.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import { below, keyOfPlace } from "../../core/place.js";
import { childrenOf } from "../../schema/children.js";
import type { ObjectSchema, Schema } from "../../schema/schema.js";
import { reasonerOf, whyNothingIsValid } from "../empty-schemas.js";
import { lowerOwn } from "../lower.js";
import type { Models } from "../model.js";

/** Warns of options of `oneOf` every value of which matches another option, too. */
export function lintOptions(models: Models, log: DiagnosticLog): void {
  const reported = new Set<string>();
  for (const { schema } of models.all) lintInside(schema, models, reported, log);
}

function lintInside(
  schema: Schema,
  models: Models,
  reported: Set<string>,
  log: DiagnosticLog,
): void {
  if (schema.kind === "boolean") return;
  const key = keyOfPlace(schema.place);
  if (schema.keywords.oneOf !== undefined && !reported.has(key)) {
    reported.add(key);
    lintOneOf(schema, schema.keywords.oneOf, models, log);
  }
  for (const { schema: child } of childrenOf(schema)) {
    if (!models.byId.has(child.id)) lintInside(child, models, reported, log);
  }
}

function lintOneOf(
  schema: ObjectSchema,
  options: readonly Schema[],
  models: Models,
  log: DiagnosticLog,
): void {
  // Where nothing is valid, that is said already.
  if (whyNothingIsValid(schema, models) !== undefined) return;
  const place = below(schema.place, "oneOf");
  const covered = coveredByOthers(schema, options, models);
  for (const [index, other] of covered) {
    const isMutual = covered.get(other) === index;
    if (isMutual && other > index) continue;
    log.warning({
      code: "option-never-matches",
      message: isMutual
        ? `options ${other + 1} and ${index + 1} of \`oneOf\` accept the same values, so that no value matches just one of them`
        : `every value of option ${index + 1} of \`oneOf\` matches option ${other + 1}, too, so that the option accepts nothing`,
      help: "take the option out, let the options exclude each other, or write `anyOf`",
      place: options[index]?.place ?? place,
      related: [{ message: `option ${other + 1}`, place: options[other]?.place ?? place }],
    });
  }
}

function coveredByOthers(
  schema: ObjectSchema,
  options: readonly Schema[],
  models: Models,
): ReadonlyMap<number, number> {
  const own = lowerOwn(schema, models);
  const one = own.find((check) => check.kind === "one" && check.branches.length === options.length);
  if (one?.kind !== "one") return new Map();
  const beside = own.filter(
    ({ kind }) => kind !== "one" && kind !== "any" && kind !== "conditional",
  );
  return coveredOptions(one.branches, beside, reasonerOf(models));
}
