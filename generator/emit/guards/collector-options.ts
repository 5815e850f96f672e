import type { CheckOf, Checks } from "../../checks/check.js";
import { array, arrow, call, not } from "../../code/expressions.js";
import type { Expression, Statement } from "../../code/nodes.js";
import { evaluate, when } from "../../code/statements.js";
import type { CheckPrinter } from "./check-printer.js";
import { followsFrom } from "./collector-call.js";
import { schemaPath } from "./reports.js";
import { argument, type Subject } from "./subject.js";

type OptionsCheck = CheckOf<"any"> | CheckOf<"one">;

/** What is wrong with a value that has to pass one of several schemas. */
export function optionsIssues(
  check: OptionsCheck,
  subject: Subject,
  print: CheckPrinter,
): readonly Statement[] {
  const { kind, branches } = check;
  const isPlain = (branch: Checks): boolean =>
    kind === "any" && branch.every((one) => one.kind === "cases" && one.cases.size === 0);
  const plain = branches.filter(isPlain);
  const others = branches.filter((branch) => !isPlain(branch));
  const [first, ...more] = others;
  const otherTypes = plain.flat().flatMap((one) => (one.kind === "cases" ? (one.types ?? []) : []));
  // Where one alternative is only a type, usually null, the issues are those of the other one.
  const inner =
    first !== undefined && more.length === 0
      ? print.issues(first, { ...subject, otherTypes })
      : [evaluate(collectOptions({ ...check, branches: others }, subject, print))];
  return plain.reduceRight(
    (statements, branch) => when(not(print.condition(branch, subject)), statements),
    inner,
  );
}

function collectOptions(
  { kind, branches, at }: OptionsCheck,
  subject: Subject,
  print: CheckPrinter,
): Expression {
  const { value, path, schema } = subject;
  const { module } = print;
  const collect = module.runtime(kind === "any" ? "collectAnyOf" : "collectOneOf");
  const collectors = array(branches.map((branch) => branchCollector(branch, subject, print)));
  const place = kind === "any" ? [] : schemaPath(at, schema, "oneOf", module);
  return call(collect, value, path, collectors, ...place);
}

/** A collector for one of several alternatives. */
function branchCollector(checks: Checks, subject: Subject, print: CheckPrinter): Expression {
  const { module } = print;
  const [only, ...others] = checks;
  if (
    only?.kind === "call" &&
    others.length === 0 &&
    followsFrom(subject, module.model(only.model))
  ) {
    return module.collector(only.model);
  }
  const { schema } = subject;
  const inner = { ...argument, ...(schema !== undefined && { schema }) };
  return arrow(["value", "path"], print.issues(checks, inner));
}
