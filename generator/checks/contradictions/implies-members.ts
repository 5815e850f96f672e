import { matchesPattern } from "../../core/patterns/match.js";
import { isNamed } from "../accepts.js";
import type { CheckOf, Checks } from "../check.js";
import type { Members } from "./members.js";
import type { Reasoning } from "./reasoning.js";

type MemberCheck = CheckOf<"required" | "property" | "additional" | "matching" | "names">;

/** Whether every object with some members passes a check of its members. */
export function impliesMembers(
  members: Members,
  check: MemberCheck,
  reasoning: Reasoning,
): boolean {
  switch (check.kind) {
    case "required":
      return members.required.has(check.name);
    case "property":
      return (
        (!check.required || members.required.has(check.name)) &&
        impliesMember(check.name, members, check.checks, reasoning)
      );
    default:
      // Only for a closed object the possible properties are known.
      return (
        members.onlyNames()?.names.every((name) => impliesName(name, members, check, reasoning)) ===
        true
      );
  }
}

function impliesName(
  name: string,
  members: Members,
  check: Exclude<MemberCheck, CheckOf<"required" | "property">>,
  reasoning: Reasoning,
): boolean {
  if (check.kind === "names") {
    return reasoning.accepts(check.checks, name) === true || isExcluded(name, members, reasoning);
  }
  const isAbout =
    check.kind === "matching"
      ? matchesPattern(check.pattern, name) !== false
      : isNamed(name, check.names, check.patterns) !== true;
  return !isAbout || impliesMember(name, members, check.checks, reasoning);
}

/** Whether a property passes checks, if it is present. */
function impliesMember(
  name: string,
  members: Members,
  checks: Checks,
  reasoning: Reasoning,
): boolean {
  const asked = members.of(name).flatMap((each) => each.checks);
  return reasoning.implies(asked, checks) || isExcluded(name, members, reasoning);
}

function isExcluded(name: string, members: Members, reasoning: Reasoning): boolean {
  return (
    members.excludesName(name) !== undefined ||
    reasoning.whyEmptyTogether(members.of(name).map(({ checks }) => checks)) !== undefined
  );
}
