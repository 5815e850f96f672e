import { accepts, type CheckedModels } from "../../checks/accepts.js";
import type { Check, Checks } from "../../checks/check.js";
import { checksOfPart } from "../../checks/contradictions/parts.js";
import type { Reasoning } from "../../checks/contradictions/reasoning.js";
import type { Json } from "../../core/json.js";
import { joinPointer, resolvePointer } from "../../core/pointer.js";
import type { Issue } from "../../runtime/issue.js";
import { ValueSearch } from "../../sample/value-search.js";
import type { Guard } from "../../validate/guard.js";
import type { Leaf, Step } from "./leaf.js";
import { maySend } from "./may-send.js";
import { has, hasItem, violationsOf } from "./violations.js";

/** A value that the sender may send and the receiver rejects. */
export interface Payload {
  readonly value: Json;
  readonly issue: Issue;
}

/** The result of a search. */
export interface PayloadSearch {
  readonly payload?: Payload;
  /** How many values were given to the guards. */
  readonly tried: number;
}

/** What is searched for a payload. */
export interface PayloadQuestion {
  readonly leaf: Leaf;
  /** The checks of the sender for the whole value. */
  readonly sent: Checks;
  /** The checks of the receiver for the whole value. */
  readonly received: Checks;
  /** The guards of the whole value. */
  readonly isSent: Guard;
  readonly isReceived: Guard;
  /** Adds to the checks of the sender what its values do not hold. */
  readonly narrow: (sender: Checks, receiver: Checks) => Checks;
}

/** How many values are tried for one way of breaking a requirement, and for all of them. */
const perWay = 3;
const perLeaf = 3;

/** How many payloads are compared by their size. */
const enough = 3;

/** How many valid values are tried if breaking the requirement did not help. */
const others = 200;

/** How many steps are taken to find values for one way of breaking a requirement. */
const maxSteps = 1000;

/** How many lists of checks may be evaluated for one value. */
const maxEffort = 20_000;

/** Searches the smallest payload that the sender may send and the receiver rejects because of a leaf. */
export function findPayload(question: PayloadQuestion, reasoning: Reasoning): PayloadSearch {
  const { leaf, received, isSent, isReceived, narrow } = question;
  const sent = narrow(question.sent, received);
  const found: Payload[] = [];
  let tried = 0;
  const seen = new Set<string>();
  const attempt = (value: Json): void => {
    const key = JSON.stringify(value);
    if (seen.has(key)) return;
    seen.add(key);
    tried += 1;
    if (isSent(value, { maxIssues: 1 }).length > 0) return;
    const issue = isReceived(value).find((each) => isAbout(each, leaf, value));
    // Last, because it takes longest.
    if (issue !== undefined && maySend(value, question.sent, received, reasoning.models)) {
      found.push({ value, issue });
    }
  };
  const search = new ValueSearch(reasoning, maxSteps);
  for (const part of innerValues(question, search, reasoning)) {
    if (leaf.way.length === 0) attempt(part);
    else {
      const whole = [
        ...sent,
        ...wrap(leaf.way, [{ kind: "equals", keyword: "const", values: [part] }]),
      ];
      for (const value of take(search.values(whole), 2)) attempt(value);
    }
    if (found.length >= enough) break;
  }
  if (found.length === 0) {
    const reached = leaf.way.length === 0 ? sent : [...sent, ...wrap(leaf.way, [])];
    for (const value of take(search.values(reached), others)) attempt(value);
  }
  const [payload] = found.toSorted((left, right) => sizeOf(left.value) - sizeOf(right.value));
  return { tried, ...(payload !== undefined && { payload }) };
}

/** Values for the part that the leaf is about, which break its check, the smallest first. */
function innerValues(
  { leaf, received, narrow }: PayloadQuestion,
  search: ValueSearch,
  reasoning: Reasoning,
): readonly Json[] {
  const { models } = reasoning;
  const sent = [...narrow(leaf.sent, partAt(received, leaf.way, models)), ...(leaf.also ?? [])];
  const found: Json[] = [];
  const ways = waysOf(leaf, sent, search, reasoning);
  for (const way of ways) {
    const against = objectChecks(way);
    if (reasoning.whyEmptyTogether([sent, against]) !== undefined) continue;
    const values = take(search.values([...sent, ...against]), perWay);
    for (const value of values) {
      if (accepts([leaf.check], value, models, maxEffort) !== true) found.push(value);
    }
    if (found.length >= perLeaf) break;
  }
  return found.toSorted((left, right) => sizeOf(left) - sizeOf(right));
}

/** What checks may ask of a part of a value. */
function partAt(checks: Checks, way: readonly Step[], models: CheckedModels): Checks {
  return way.reduce<Checks>(
    (list, step) => checksOfPart(list, step.kind === "item" ? { kind: "items" } : step, models),
    checks,
  );
}

/** Returns ways to break the check of a leaf. */
function* waysOf(
  { check, forbidden, excluded }: Leaf,
  sent: Checks,
  search: ValueSearch,
  reasoning: Reasoning,
): Generator<Checks> {
  const { models } = reasoning;
  if (forbidden !== undefined) yield inObject([has(forbidden, [])]);
  else if (excluded !== undefined) {
    for (const each of excluded) yield* violationsOf(each, models);
  } else {
    // Most values of one option do not pass others.
    yield [];
    yield* wrongNames(check, sent, search, reasoning);
    yield* violationsOf(check, models);
  }
}

/** Ways to break a check of all names: by a name that the sender may use. */
function wrongNames(
  check: Check,
  sent: Checks,
  search: ValueSearch,
  reasoning: Reasoning,
): readonly Checks[] {
  const [names, ...more] = check.kind === "when" ? check.checks : [];
  if (names?.kind !== "names" || more.length > 0) return [];
  const known = reasoning
    .conjunction(sent)
    .of("object")
    .flatMap((each) => (each.kind === "names" ? each.checks : []));
  const isName: Check = { kind: "types", types: ["string"] };
  return names.checks
    .flatMap((each) => violationsOf(each, reasoning.models))
    .flatMap((way) => [...take(search.values([isName, ...known, ...way]), perWay)])
    .filter((name) => typeof name === "string")
    .map((name) => [has(name, [])]);
}

/** Checks of the members of an object or an array, as checks of any value. */
function objectChecks(checks: Checks): Checks {
  return checks.flatMap((check): Checks =>
    check.kind === "property" ? inObject([check]) : [check],
  );
}

function inObject(checks: Checks): Checks {
  return [
    { kind: "types", types: ["object"] },
    { kind: "when", type: "object", checks },
  ];
}

/** Checks of a whole value, from the checks of a part of it. */
function wrap(way: readonly Step[], part: Checks): Checks {
  return way.reduceRight<Checks>(
    (checks, step) =>
      step.kind === "property"
        ? inObject([has(step.name, checks)])
        : [
            { kind: "types", types: ["array"] },
            { kind: "when", type: "array", checks: hasItem(step.index, checks) },
          ],
    part,
  );
}

/**
 * Whether an issue is about the part of a leaf: something in it, or a choice that includes it.
 */
function isAbout({ path, keyword }: Issue, { way, check }: Leaf, value: Json): boolean {
  const part = way.map((step) => (step.kind === "property" ? step.name : step.index));
  if (resolvePointer(value, joinPointer("", ...part)) === undefined) return false;
  const isCommon = part.slice(0, path.length).every((step, index) => step === path[index]);
  // What no item passes is reported for the array.
  const least = check.kind === "never" ? part.length - 1 : part.length;
  return isCommon && (path.length >= least || choices.has(keyword));
}

/** The keywords whose issues do not say what is wrong inside. */
const choices: ReadonlySet<string> = new Set([
  "anyOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "contains",
  "items",
  "unevaluatedItems",
]);

function sizeOf(value: Json): number {
  return JSON.stringify(value).length;
}

function* take<Item>(items: Iterable<Item>, count: number): Generator<Item> {
  let left = count;
  if (left <= 0) return;
  for (const item of items) {
    yield item;
    left -= 1;
    if (left <= 0) return;
  }
}
