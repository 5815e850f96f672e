import type { CheckOf, Checks } from "../../checks/check.js";
import type { SchemaType } from "../../core/json-type.js";
import { array, arrow, call, literal, not, object } from "../../code/expressions.js";
import type { Expression, Statement } from "../../code/nodes.js";
import { evaluate, when } from "../../code/statements.js";
import type { CheckPrinter } from "./check-printer.js";
import { expectedTypes } from "./expected.js";
import { schemaPath } from "./reports.js";
import { argument, type Subject } from "./subject.js";

export type OptionsCheck = CheckOf<"any"> | CheckOf<"one">;

/** Statements that report the issues of a value that must match one of several schemas. */
export function optionsIssues(
  check: OptionsCheck,
  subject: Subject,
  print: CheckPrinter,
): readonly Statement[] {
  const { kind, branches } = check;
  const plain = kind === "any" ? branches.filter((branch) => plainTypes(branch) !== undefined) : [];
  const others = branches.filter((branch) => !plain.includes(branch));
  const [first, ...more] = others;
  const otherTypes = plain.flatMap((branch) => plainTypes(branch) ?? []);
  // If one alternative is only a type, usually null, the issues are those of the other one.
  const inner =
    first !== undefined && more.length === 0
      ? print.issues(first, { ...subject, otherTypes })
      : [evaluate(collectOptions(check, subject, print))];
  return plain.reduceRight(
    (statements, branch) => when(not(print.condition(branch, subject)), statements),
    inner,
  );
}

/** Returns the types of an alternative that checks nothing else, or undefined. */
function plainTypes(branch: Checks): readonly SchemaType[] | undefined {
  const types: SchemaType[] = [];
  for (const check of branch) {
    if (check.kind !== "cases" || check.types === undefined || check.cases.size > 0)
      return undefined;
    types.push(...check.types);
  }
  return types;
}

/** A call that collects the issues, and returns the closest alternatives. */
export function collectOptions(
  { kind, branches, at }: OptionsCheck,
  subject: Subject,
  print: CheckPrinter,
): Expression {
  const { value, path, schema } = subject;
  const { module } = print;
  const collect = module.runtime(kind === "any" ? "collectAnyOf" : "collectOneOf");
  const options = array(branches.map((branch) => optionOf(branch, kind, subject, print)));
  const place = schemaPath(at, schema, kind === "any" ? "anyOf" : "oneOf", module);
  return call(collect, value, path, options, ...place);
}

/** One of several alternatives, as the runtime takes it. */
function optionOf(
  checks: Checks,
  kind: OptionsCheck["kind"],
  subject: Subject,
  print: CheckPrinter,
): Expression {
  const { module } = print;
  const [only, ...others] = checks;
  const types = kind === "any" ? plainTypes(checks) : undefined;
  if (types !== undefined) return literal(expectedTypes(types));
  if (only?.kind === "call" && others.length === 0) return module.guard(only.model, "schema");
  const collector = functionCollector(checks, subject, print);
  // Names are reported only if several alternatives match.
  const name = kind === "one" ? nameOf(checks) : undefined;
  return name === undefined
    ? collector
    : object([
        ["name", literal(name)],
        ["~collect", collector],
      ]);
}

/** The name of an alternative: the properties that it requires. */
function nameOf([only, ...others]: Checks): string | undefined {
  if (others.length > 0) return undefined;
  const inner = only?.kind === "cases" && only.cases.size === 1 ? only.cases.get("object") : [];
  const names = inner?.map((check) =>
    check.kind === "required" ? `\`${check.name}\`` : undefined,
  );
  return names && names.length > 0 && !names.includes(undefined) ? names.join(" and ") : undefined;
}

/** A collector for checks by themselves. */
export function functionCollector(
  checks: Checks,
  { schema, described }: Subject,
  print: CheckPrinter,
): Expression {
  const inner: Subject = {
    ...argument,
    ...(schema !== undefined && { schema }),
    ...(described !== undefined && { described }),
  };
  return arrow(["value", "path"], print.issues(checks, inner));
}
