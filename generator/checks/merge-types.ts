import { type JsonType, jsonTypeOf, type SchemaType } from "../core/json-type.js";
import { both } from "./both.js";
import { casesOf } from "./cases-of.js";
import type { Check, CheckOf, Checks } from "./check.js";
import { dropRepeated } from "./drop-repeated.js";
import { intersectLiterals } from "./intersect-literals.js";
import { located } from "./located.js";
import { mergeProperties } from "./merge-properties.js";
import { never } from "./never.js";
import type { Optimize } from "./optimizer.js";
import { caseOf, intersectTypes } from "./schema-types.js";

/** Checks grouped by type, and the remaining checks. */
interface ByType {
  /** The types that pass; every type, if undefined. */
  readonly types: readonly SchemaType[] | undefined;
  /** The checks that require these types. */
  readonly typed: readonly CheckOf<"types">[];
  readonly cases: ReadonlyMap<JsonType, Checks>;
  readonly literals: readonly CheckOf<"equals">[];
  readonly others: Checks;
}

/**
 * Merges all `types`, `when` and `cases` of a list into one `cases`, and all `equals` into one,
 * which needs no test of types.
 */
export function mergeTypes(checks: Checks, optimize: Optimize): Checks {
  const { types, typed, cases, literals, others } = gatherByType(checks);
  const at = typed[0]?.at;
  if (types?.length === 0) return [never("type", at, typed)];
  const casesFor = (possible: readonly JsonType[] | undefined): [JsonType, Checks][] =>
    [...cases]
      .filter(([type]) => possible?.includes(type) ?? true)
      .map(([type, inner]) => [type, mergeProperties(inner, optimize)]);
  const [equals] = literals;
  if (equals !== undefined) {
    const values = intersectLiterals(literals, types);
    if (values.length === 0) return [never(equals.keyword, equals.at, [...typed, ...literals])];
    const relevant = casesFor(values.map(jsonTypeOf));
    const rest = relevant.length === 0 ? [] : [casesOf(undefined, relevant, at)];
    return [{ ...equals, values }, ...others, ...rest];
  }
  if (types === undefined && cases.size === 0) return others;
  return [casesOf(types, casesFor(types?.map(caseOf)), at), ...others];
}

function gatherByType(checks: Checks): ByType {
  let types: readonly SchemaType[] | undefined;
  const typed: CheckOf<"types">[] = [];
  const cases = new Map<JsonType, Checks>();
  const literals: CheckOf<"equals">[] = [];
  const others: Check[] = [];
  for (const check of checks) {
    if ((check.kind === "types" || check.kind === "cases") && check.types !== undefined) {
      types = types === undefined ? check.types : intersectTypes(types, check.types);
      typed.push({ kind: "types", types: check.types, ...located(check.at) });
    }
    switch (check.kind) {
      case "types":
        break;
      case "when":
        cases.set(check.type, both(cases.get(check.type), check.checks));
        break;
      case "cases":
        for (const [type, inner] of check.cases) cases.set(type, both(cases.get(type), inner));
        break;
      case "equals":
        literals.push(check);
        break;
      default:
        others.push(check);
    }
  }
  return { types, typed, cases, literals, others: dropRepeated(others) };
}
