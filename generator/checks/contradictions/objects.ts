import { count } from "../../core/count.js";
import type { Check, Checks } from "../check.js";
import { between, sideOf, type Contradiction } from "./contradiction.js";
import { sizeLimits, whyNoSize } from "./limits.js";
import { Members } from "./members.js";
import type { Reasoning } from "./reasoning.js";

/**
 * Why no object passes checks.
 *
 * @param checks The checks of an object.
 */
export function whyNoObject(checks: Checks, reasoning: Reasoning): Contradiction | undefined {
  const members = new Members(checks, reasoning);
  // Checks that depend on a required property may require further properties, which are examined in
  // turn.
  for (const [name, check] of members.required) {
    const why =
      addDependents(name, check, members, reasoning) ??
      whyNoMember(name, members, reasoning, check);
    if (why !== undefined) return why;
  }
  return whyNoSize(checks) ?? whyNoCount(checks, members, reasoning);
}

/** Adds the checks of the whole object that depend on a property. */
function addDependents(
  name: string,
  required: Check,
  members: Members,
  reasoning: Reasoning,
): Contradiction | undefined {
  for (const dependent of members.dependentsOf(name)) {
    const all = reasoning.conjunction(dependent.checks);
    const never = all.flat.find(({ kind }) => kind === "never");
    const other = all.jsonTypes.includes("object") ? undefined : all.typeChecks[0];
    const excluding = never ?? other;
    if (excluding !== undefined) {
      return between(
        sideOf(excluding),
        sideOf(required),
        (excluded, asked) =>
          `${excluded} allows no object with the property ${JSON.stringify(name)}, which ${asked} asks for`,
      );
    }
    members.add(all.of("object"));
  }
  return undefined;
}

/**
 * Why a property is impossible.
 *
 * @param required The check that requires it.
 */
function whyNoMember(
  name: string,
  members: Members,
  reasoning: Reasoning,
  required: Check,
): Contradiction | undefined {
  const excluding = members.excludesName(name) ?? forbidding(name, members, reasoning);
  if (excluding !== undefined) {
    return between(
      sideOf(excluding),
      sideOf(required),
      (forbidden, asked) =>
        `${forbidden} allows no property ${JSON.stringify(name)}, which ${asked} asks for`,
    );
  }
  return reasoning.whyEmptyTogether(members.of(name).map(({ checks }) => checks));
}

/** A keyword that forbids the property on purpose. */
function forbidding(name: string, members: Members, reasoning: Reasoning): Check | undefined {
  return members.of(name).find(({ checks }) => reasoning.whyEmpty(checks)?.isIntended === true);
}

/** Why fewer properties are allowed than required. */
function whyNoCount(
  checks: Checks,
  members: Members,
  reasoning: Reasoning,
): Contradiction | undefined {
  const { least, most } = sizeLimits(checks);
  const required = members.required.size;
  if (most !== undefined && most.limit < required) {
    const askers = [
      ...new Map([...members.required.values()].map((check) => [check.at, sideOf(check)])).values(),
    ];
    return {
      sides: [sideOf(most), ...askers.slice(0, 3)],
      describe: ([limit = "", ...asked]) =>
        `${limit} allows fewer than the ${count(required, "property").replace("propertys", "properties")} that ${asked.join(" and ")} ${asked.length === 1 ? "asks" : "ask"} for`,
    };
  }
  if (least === undefined || least.limit === 0) return undefined;
  const only = members.onlyNames();
  if (only === undefined || only.names.length > maxNames) return undefined;
  const possible = only.names.filter(
    (name) =>
      members.excludesName(name) === undefined &&
      reasoning.whyEmptyTogether(members.of(name).map(({ checks: inner }) => inner)) === undefined,
  );
  if (possible.length >= least.limit) return undefined;
  const left =
    possible.length === 0
      ? "no property"
      : `no property other than ${possible.map((name) => JSON.stringify(name)).join(", ")}`;
  return between(
    sideOf(only.check),
    sideOf(least),
    (closed, asked) => `${closed} allows ${left}, but ${asked} requires more`,
  );
}

/** How many names of a closed object are examined one by one. */
const maxNames = 100;
