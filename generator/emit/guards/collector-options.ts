import type { Check, Checks } from "../../checks/check.js";
import { line, not, printStatements, when, type Statement } from "../../code/code.js";
import { followsFrom } from "./collector-call.js";
import { condition } from "./expressions.js";
import type { GuardModule } from "./guard-module.js";
import { usedParameters } from "../../code/parameters.js";
import { schemaPath } from "./reports.js";
import { argument, type Subject } from "./subject.js";

type OptionsCheck = Extract<Check, { kind: "any" | "one" }>;

/** Statements that add to `findings` what checks find wrong: what a collector is made of. */
export type PrintChecks = (
  checks: Checks,
  subject: Subject,
  module: GuardModule,
) => readonly Statement[];

/**
 * What is wrong with a value that has to pass one of several schemas.
 *
 * @param print - Prints what is wrong under one of them.
 */
export function optionsStatements(
  check: OptionsCheck,
  subject: Subject,
  module: GuardModule,
  print: PrintChecks,
): readonly Statement[] {
  const { kind, branches } = check;
  const isPlain = (branch: Checks): boolean =>
    kind === "any" && branch.every((check) => check.kind === "cases" && check.cases.size === 0);
  const plain = branches.filter(isPlain);
  const others = branches.filter((branch) => !isPlain(branch));
  const [first, ...more] = others;
  const otherTypes = plain
    .flat()
    .flatMap((check) => (check.kind === "cases" ? (check.types ?? []) : []));
  // Where one alternative is only a type, usually null, the issues are those of the other one.
  const inner =
    first !== undefined && more.length === 0
      ? print(first, { ...subject, otherTypes }, module)
      : [line(collectOptions({ ...check, branches: others }, subject, module, print))];
  return plain.reduceRight(
    (statements, branch) => when(not(condition(branch, subject, module)), statements),
    inner,
  );
}

function collectOptions(
  { kind, branches, at }: OptionsCheck,
  subject: Subject,
  module: GuardModule,
  print: PrintChecks,
): string {
  const { value, path, schema } = subject;
  const collect = module.runtime(kind === "any" ? "collectAnyOf" : "collectOneOf");
  const collectors = branches.map((branch) => branchCollector(branch, subject, module, print));
  const list = `[${collectors.join(", ")}]`;
  const place = kind === "any" ? [] : schemaPath(at, schema, "oneOf", module);
  return `${collect}(${[value, path, "findings", list, ...place].join(", ")});`;
}

/** A collector for one of several alternatives. */
function branchCollector(
  checks: Checks,
  subject: Subject,
  module: GuardModule,
  print: PrintChecks,
): string {
  const [only, ...others] = checks;
  if (
    only?.kind === "call" &&
    others.length === 0 &&
    followsFrom(subject, module.model(only.model))
  ) {
    return module.guard(only.model, "collect");
  }
  const { schema } = subject;
  const inner = { ...argument, ...(schema !== undefined && { schema }) };
  const body = printStatements(print(checks, inner, module));
  const parameters = usedParameters(["value", "path", "findings"], body);
  return `(${parameters.join(", ")}) => {\n${body}\n}`;
}
