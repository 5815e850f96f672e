import type { CheckedModels } from "../../checks/accepts.js";
import type { Check, Checks } from "../../checks/check.js";
import { oppositeBounds } from "../../checks/contradictions/consequences.js";
import { evaluable } from "../../checks/contradictions/evaluated.js";
import { optionsOfCheck } from "../../checks/contradictions/options-of-check.js";
import { jsonTypes } from "../../core/json-type.js";
import { candidateStrings } from "../../sample/strings.js";

/** How many calls of guards, and options inside each other, are followed. */
const deepest = 3;

/** How many ways to break one check are tried. */
const most = 60;

/**
 * Returns ways not to pass a check, as lists of checks, the plainest first. They need not be all: the last one
 * only says that the check must not hold.
 *
 * @param check The check, of a value of any type.
 */
export function violationsOf(check: Check, models: CheckedModels): readonly Checks[] {
  return [...waysAgainst(check, models, 0).slice(0, most), [{ kind: "not", checks: [check] }]];
}

function waysAgainst(check: Check, models: CheckedModels, depth: number): readonly Checks[] {
  const against = (checks: Checks): readonly Checks[] =>
    checks.flatMap((each) => waysAgainst(each, models, depth)).slice(0, most);
  switch (check.kind) {
    case "types":
      return jsonTypes
        .filter((type) => !check.types.includes(type) || check.types.includes("integer"))
        .map((type): Checks => [{ kind: "types", types: [type] }]);
    case "when":
      return against(check.checks).map((ways) => ofType(check.type, ways));
    case "cases":
      return [...check.cases].flatMap(([type, checks]) =>
        against(checks).map((ways) => ofType(type, ways)),
      );
    case "call":
      return depth >= deepest
        ? []
        : models.checksOf(check.model).flatMap((each) => waysAgainst(each, models, depth + 1));
    case "bound": {
      const { keyword, limit } = check;
      return [[{ kind: "bound", keyword: oppositeBounds[keyword], limit }]];
    }
    case "size": {
      const { keyword, limit } = check;
      const isMinimum = keyword.startsWith("min");
      if (isMinimum && limit === 0) return [];
      const opposite = keyword.replace(/^m../, isMinimum ? "max" : "min") as typeof keyword;
      return [[{ kind: "size", keyword: opposite, limit: isMinimum ? limit - 1 : limit + 1 }]];
    }
    case "multipleOf": {
      const { divisor } = check;
      const parts = [2, 3, 5, 10].map((part) => divisor / part);
      return [[{ kind: "equals", keyword: "enum", values: [1, 2, 3, 5, 7, ...parts] }]];
    }
    case "unique":
      return [[{ kind: "size", keyword: "minItems", limit: 2 }]];
    case "item":
      return anyOr(against(check.checks), check.checks).map((ways) => hasItem(check.index, ways));
    case "items":
      return anyOr(against(check.checks), check.checks).map((ways) => hasItem(check.from, ways));
    case "contains": {
      const few: Checks = [{ kind: "size", keyword: "maxItems", limit: check.minimum - 1 }];
      const { maximum, checks } = check;
      const many: readonly Checks[] =
        maximum === undefined ? [] : [[{ kind: "contains", checks, minimum: maximum + 1 }]];
      return check.minimum > 0 ? [few, ...many] : many;
    }
    case "required":
      return [[lacks(check.name)]];
    case "property": {
      const { name, required } = check;
      const wrong = anyOr(against(check.checks), check.checks).map((ways) => [has(name, ways)]);
      return required ? [[lacks(name)], ...wrong] : wrong;
    }
    case "matching": {
      const ways = anyOr(against(check.checks), check.checks);
      const names = candidateStrings([{ kind: "pattern", pattern: check.pattern }]);
      return names.slice(0, 2).flatMap((name) => ways.map((way) => [has(name, way)]));
    }
    case "names":
      return anyOr(against(check.checks), check.checks).map((checks) => [
        { kind: "size", keyword: "minProperties", limit: 1 },
        { kind: "names", checks },
      ]);
    case "unevaluated":
      if (check.target === "items") {
        const { first } = evaluable(check, models);
        return anyOr(against(check.checks), check.checks).flatMap((ways) => [
          hasItem(first, ways),
          hasItem(first + 1, ways),
        ]);
      }
      return anyOr(against(check.checks), check.checks).map((ways) => [has(freshName, ways)]);
    case "additional":
      return anyOr(against(check.checks), check.checks).map((ways) => [has(freshName, ways)]);
    case "dependent":
      return against(check.checks).map((ways) => [has(check.name, []), ...ways]);
    case "not":
      return [check.checks];
    case "conditional":
      return [
        ...against(check.then).map((ways) => [...check.condition, ...ways]),
        ...against(check.otherwise).map((ways): Checks => [
          { kind: "not", checks: check.condition },
          ...ways,
        ]),
      ];
    case "one": {
      const { branches } = check;
      const both = branches.flatMap((branch, index) =>
        branches.slice(index + 1).map((other) => [...branch, ...other]),
      );
      return both.slice(0, most);
    }
    case "any":
    case "switch":
      return depth >= deepest ? [] : againstEach(optionsOfCheck(check), models, depth + 1);
    default:
      return [];
  }
}

/** Returns ways to break all options at once, as far as there are few. */
function againstEach(
  options: readonly Checks[],
  models: CheckedModels,
  depth: number,
): readonly Checks[] {
  let ways: readonly Checks[] = [[]];
  for (const option of options) {
    const own = option.flatMap((check) => waysAgainst(check, models, depth));
    if (own.length === 0) continue;
    ways = ways.flatMap((known) => own.map((each) => [...known, ...each])).slice(0, most);
  }
  return ways.filter(({ length }) => length > 0);
}

/** Forbidden values are broken by any value. */
function anyOr(ways: readonly Checks[], checks: Checks): readonly Checks[] {
  return checks.some(({ kind }) => kind === "never") ? [[]] : [...ways, [{ kind: "not", checks }]];
}

/** A name that no document describes. */
export const freshName = "other1";

function ofType(type: (typeof jsonTypes)[number], checks: Checks): Checks {
  return [
    { kind: "types", types: [type] },
    { kind: "when", type, checks },
  ];
}

/** A check of an object: it has a property. */
export function has(name: string, checks: Checks): Check {
  return { kind: "property", name, required: true, checks };
}

function lacks(name: string): Check {
  return { kind: "property", name, required: false, checks: [{ kind: "never", keyword: "not" }] };
}

/** Checks of an array: it has an item at an index. */
export function hasItem(index: number, checks: Checks): Checks {
  return [
    { kind: "size", keyword: "minItems", limit: index + 1 },
    { kind: "item", index, checks },
  ];
}
