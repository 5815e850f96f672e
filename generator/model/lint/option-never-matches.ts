import { coveredOptions, impossibleOptions } from "../../checks/contradictions/alternatives.js";
import { optionsOfCheck } from "../../checks/contradictions/options-of-check.js";
import type { Check, CheckOf, Checks } from "../../checks/check.js";
import type { DiagnosticLog } from "../../core/diagnostic.js";
import { keyOfPlace } from "../../core/place.js";
import { childrenOf } from "../../schema/children.js";
import type { ObjectSchema, Schema } from "../../schema/schema.js";
import { reasonerOf, whyNothingIsValid } from "../empty-schemas.js";
import { lowerOwn } from "../lower.js";
import type { Models } from "../model.js";
import { describeContradiction } from "./describe-contradiction.js";

/**
 * Warns of options that accept nothing: options of `oneOf` whose values all match another option
 * too, and options that a keyword beside them excludes.
 */
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
  const { oneOf, anyOf } = schema.keywords;
  const key = keyOfPlace(schema.place);
  if ((oneOf ?? anyOf) !== undefined && !reported.has(key)) {
    reported.add(key);
    // If nothing is valid, there is a warning already.
    if (whyNothingIsValid(schema, models) === undefined) {
      if (oneOf !== undefined) lintOneOf(schema, oneOf, models, log);
      if (anyOf !== undefined) lintAnyOf(schema, anyOf, models, log);
    }
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
  const { branches, beside, areTagged } = branchesOf(schema, ["one", "switch"], options, models);
  // Options that a property tells apart accept no value in common.
  const covered = areTagged ? noneCovered : coveredOptions(branches, beside, reasonerOf(models));
  for (const [index, other] of covered) {
    const isMutual = covered.get(other) === index;
    if (isMutual && other > index) continue;
    const [option = schema, otherOption = schema] = [options[index], options[other]];
    log.warning({
      code: "option-never-matches",
      message: isMutual
        ? `options ${other + 1} and ${index + 1} of \`oneOf\` accept the same values, so no value matches just one of them`
        : `every value of option ${index + 1} of \`oneOf\` also matches option ${other + 1}, so the option accepts nothing`,
      help: "remove the option, make the options exclude each other, or write `anyOf`",
      place: option.place,
      related: [{ message: `option ${other + 1}`, place: otherOption.place }],
    });
  }
  lintImpossible(options, { keyword: "oneOf", branches, beside, areTagged }, models, log);
}

const noneCovered: ReadonlyMap<number, number> = new Map();

function lintAnyOf(
  schema: ObjectSchema,
  options: readonly Schema[],
  models: Models,
  log: DiagnosticLog,
): void {
  const found = branchesOf(schema, ["any", "switch"], options, models);
  lintImpossible(options, { keyword: "anyOf", ...found }, models, log);
}

interface Branches {
  readonly branches: readonly Checks[];
  /** The checks that apply whatever option is chosen. */
  readonly beside: Checks;
  /** Whether a property tells them apart. */
  readonly areTagged: boolean;
}

function branchesOf(
  schema: ObjectSchema,
  kinds: readonly Alternative["kind"][],
  { length }: readonly Schema[],
  models: Models,
): Branches {
  const own = lowerOwn(schema, models);
  const alternative = own
    // Options that a property tells apart are checked for objects only.
    .flatMap((check) => (check.kind === "when" ? check.checks : [check]))
    .filter((check): check is Alternative => kinds.some((kind) => kind === check.kind))
    .find((check) => optionCount(check) === length);
  return {
    branches: alternative === undefined ? [] : optionsOfCheck(alternative),
    areTagged: alternative?.kind === "switch",
    beside: own.flatMap((check): Checks => {
      if (check.kind !== "when") return isAlternative(check) ? [] : [check];
      return [{ ...check, checks: check.checks.filter((each) => !isAlternative(each)) }];
    }),
  };
}

type Alternative = CheckOf<"any" | "one" | "switch">;

function optionCount(check: Alternative): number {
  return check.kind === "switch" ? check.cases.length : check.branches.length;
}

function isAlternative({ kind }: Check): boolean {
  return ["any", "one", "switch", "conditional"].includes(kind);
}

function lintImpossible(
  options: readonly Schema[],
  { keyword, branches, beside }: Branches & { readonly keyword: "oneOf" | "anyOf" },
  models: Models,
  log: DiagnosticLog,
): void {
  for (const [index, contradiction] of impossibleOptions(branches, beside, reasonerOf(models))) {
    const option = options[index];
    if (option === undefined) continue;
    const { clause, related } = describeContradiction(contradiction, option);
    log.warning({
      code: "option-never-matches",
      message: `option ${index + 1} of \`${keyword}\` accepts nothing: ${clause}`,
      help: "remove the option, or change the keywords beside the options",
      place: option.place,
      ...(related.length > 0 && { related }),
    });
  }
}
