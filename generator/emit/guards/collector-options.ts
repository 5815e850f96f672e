import type { Place } from "../../core/place.js";
import type { Check, Checks } from "../../checks/check.js";
import { line, not, printStatements, when, type Statement } from "../../code/code.js";
import { followsFrom } from "./collector-model.js";
import { statementsOf } from "./collector.js";
import type { GuardModule } from "./guard-module.js";
import { usedParameters } from "../../code/parameters.js";
import { condition } from "./predicate.js";
import { schemaPath } from "./reports.js";
import { argument, type Subject } from "./subject.js";

/** What is wrong with a value that has to pass one of several schemas. */
export function optionsStatements(
  { kind, branches, at }: Extract<Check, { kind: "any" | "one" }>,
  subject: Subject,
  module: GuardModule,
): readonly Statement[] {
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
      ? statementsOf(first, { ...subject, otherTypes }, module)
      : [line(collectOptions(kind, others, at, subject, module))];
  return plain.reduceRight(
    (statements, branch) => when(not(condition(branch, subject, module)), statements),
    inner,
  );
}

function collectOptions(
  kind: "any" | "one",
  branches: readonly Checks[],
  at: Place | undefined,
  subject: Subject,
  module: GuardModule,
): string {
  const { value, path, schema } = subject;
  const collect = module.runtime(kind === "any" ? "collectAnyOf" : "collectOneOf");
  const collectors = branches.map((branch) => branchCollector(branch, subject, module));
  const list = `[${collectors.join(", ")}]`;
  const place = kind === "any" ? [] : schemaPath(at, schema, "oneOf", module);
  return `${collect}(${[value, path, "findings", list, ...place].join(", ")});`;
}

/** A collector for one of several alternatives. */
function branchCollector(checks: Checks, subject: Subject, module: GuardModule): string {
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
  const body = printStatements(statementsOf(checks, inner, module));
  const parameters = usedParameters(["value", "path", "findings"], body);
  return `(${parameters.join(", ")}) => {\n${body}\n}`;
}
