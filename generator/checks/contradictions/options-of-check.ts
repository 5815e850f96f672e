import type { Check, CheckOf, Checks } from "../check.js";

/** The checks of each option. */
export function optionsOfCheck(check: CheckOf<"any" | "one" | "switch">): readonly Checks[] {
  return check.kind === "switch"
    ? check.cases.map((each) => caseChecks(check, each))
    : check.branches;
}

/** The checks of a value with one of the tags of a case. */
function caseChecks(
  { name, at }: CheckOf<"switch">,
  { values, checks }: CheckOf<"switch">["cases"][number],
): Checks {
  const place = at === undefined ? {} : { at };
  const keyword = values.length === 1 ? "const" : "enum";
  const tag: Check = { kind: "equals", keyword, values, ...place };
  return [
    { kind: "types", types: ["object"], ...place },
    {
      kind: "when",
      type: "object",
      checks: [{ kind: "property", name, required: true, checks: [tag], ...place }],
    },
    ...checks,
  ];
}
