import { matchesPattern } from "../../core/patterns/match.js";
import { isNamed } from "../accepts.js";
import type { Check, CheckOf, Checks } from "../check.js";
import type { Conjunction } from "./conjunction.js";
import { membersOf, type Members } from "./members.js";
import { optionalChecksOf } from "./parts.js";
import type { Reasoning } from "./reasoning.js";

type MemberCheck = CheckOf<"required" | "property" | "additional" | "matching" | "names">;

/**
 * Whether every object that passes checks passes a check of its members.
 *
 * @param isEmpty Whether the object has no members.
 */
export function impliesMembers(
  premise: Conjunction,
  check: MemberCheck,
  reasoning: Reasoning,
  isEmpty = false,
): boolean {
  if (check.kind !== "required" && isEmpty) {
    return check.kind !== "property" || !check.required;
  }
  const members = membersOf(premise, reasoning);
  switch (check.kind) {
    case "required":
      return members.required.has(check.name);
    case "property":
      return (
        (!check.required || members.required.has(check.name)) &&
        impliesMember(check.name, premise, check.checks, reasoning)
      );
    default:
      return (
        members.onlyNames()?.names.every((name) => impliesName(name, premise, check, reasoning)) ??
        (members.names.every((name) => impliesName(name, premise, check, reasoning)) &&
          impliesOthers(premise, check, reasoning))
      );
  }
}

/** Whether the properties pass that the members do not name. */
function impliesOthers(
  premise: Conjunction,
  check: Exclude<MemberCheck, CheckOf<"required" | "property">>,
  reasoning: Reasoning,
): boolean {
  const members = membersOf(premise, reasoning);
  const optional = (): Checks => optionalChecksOf(premise, { kind: "others" }, reasoning);
  const named: Checks =
    members.names.length === 0
      ? []
      : [{ kind: "not", checks: [{ kind: "equals", keyword: "enum", values: members.names }] }];
  const names: Checks = [
    { kind: "types", types: ["string"] },
    ...named,
    ...members.nameChecks.flatMap(({ checks }) => checks),
  ];
  if (check.kind === "names") return reasoning.impliesPlainly(names, check.checks);
  const { rest, matching } = members;
  if (check.kind === "matching") {
    const { pattern, checks } = check;
    const isMatched: Check = {
      kind: "when",
      type: "string",
      checks: [{ kind: "pattern", pattern }],
    };
    if (reasoning.whyEmptyTogether([[...names, isMatched]]) !== undefined) return true;
    const asked = matching.filter((each) => each.pattern === pattern);
    const always = rest.filter((each) => each.patterns.length === 0);
    const known = [...asked, ...always.map((each) => each.check)].map((each) => each.checks);
    return reasoning.impliesInside(known.flat(), checks, () => [
      ...optional(),
      ...otherMatching(pattern, members),
    ]);
  }
  // Every name matches the empty pattern.
  const ofAll = matching.filter((each) => each.pattern === "").flatMap((each) => each.checks);
  const { names: excluded, patterns, checks } = check;
  const isLeft: Check = {
    kind: "not",
    checks: [{ kind: "equals", keyword: "enum", values: excluded }],
  };
  const notMatched = patterns.map((pattern): Check => ({
    kind: "not",
    checks: [{ kind: "pattern", pattern }],
  }));
  if (
    reasoning.whyEmptyTogether([
      [...names, isLeft, { kind: "when", type: "string", checks: notMatched }],
    ]) !== undefined
  ) {
    return true;
  }
  // A name that matches a pattern passes what is known of that pattern; all others pass the rest.
  return (
    matching.every(
      (each) =>
        patterns.includes(each.pattern) ||
        reasoning.impliesInside(each.checks, checks, () => [
          ...optional(),
          ...otherMatching(each.pattern, members),
        ]),
    ) &&
    reasoning.impliesInside(
      [
        ...ofAll,
        ...rest
          .filter((each) =>
            each.patterns.every((pattern) => matching.some((known) => known.pattern === pattern)),
          )
          .flatMap((each) => each.check.checks),
      ],
      checks,
      optional,
    )
  );
}

/** The checks of properties that may also match another pattern, or are among further ones. */
function otherMatching(pattern: string, { matching, rest }: Members): Checks {
  return [
    ...matching.filter((each) => each.pattern !== pattern),
    ...rest.filter(({ patterns }) => !patterns.includes(pattern)).map(({ check }) => check),
  ].flatMap(({ checks }) => checks);
}

function impliesName(
  name: string,
  premise: Conjunction,
  check: Exclude<MemberCheck, CheckOf<"required" | "property">>,
  reasoning: Reasoning,
): boolean {
  if (check.kind === "names") {
    const members = membersOf(premise, reasoning);
    return reasoning.accepts(check.checks, name) === true || isExcluded(name, members, reasoning);
  }
  const isAbout =
    check.kind === "matching"
      ? matchesPattern(check.pattern, name) !== false
      : isNamed(name, check.names, check.patterns) !== true;
  return !isAbout || impliesMember(name, premise, check.checks, reasoning);
}

/** Whether a property passes checks, if it is present. */
function impliesMember(
  name: string,
  premise: Conjunction,
  checks: Checks,
  reasoning: Reasoning,
): boolean {
  const members = membersOf(premise, reasoning);
  const asked = members.of(name).flatMap((each) => each.checks);
  const optional = (): Checks => optionalChecksOf(premise, { kind: "property", name }, reasoning);
  return reasoning.impliesInside(asked, checks, optional) || isExcluded(name, members, reasoning);
}

function isExcluded(name: string, members: Members, reasoning: Reasoning): boolean {
  return (
    members.excludesName(name) !== undefined ||
    reasoning.whyEmptyTogether(members.of(name).map(({ checks }) => checks)) !== undefined
  );
}
