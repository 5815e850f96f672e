import type { Check, Checks } from "./check.js";

/**
 * Returns lists of checks of which a value that passes a check passes at least one: the options of a
 * union, the outcomes of a condition, or a property that is absent or present.
 *
 * @returns undefined, if the check is no alternative.
 */
export function alternativesOf(check: Check): readonly Checks[] | undefined {
  switch (check.kind) {
    case "any":
    case "one":
      return check.branches;
    case "switch":
      return check.cases.flatMap(({ values, checks }) =>
        values.map((value): Checks => [has(check.name, equal(value)), ...checks]),
      );
    case "conditional":
      return [
        [...check.condition, ...check.then],
        ...opposites(check.condition).map((opposite) => [...opposite, ...check.otherwise]),
        [{ kind: "not", checks: check.condition }, ...check.otherwise],
      ];
    case "dependent":
      return [[lacks(check.name)], [has(check.name), ...check.checks]];
    case "not": {
      const known = opposites(check.checks);
      return known.length === 0 ? undefined : known;
    }
    default:
      return undefined;
  }
}

/** Returns some ways not to pass checks of an object, as lists of checks. */
function opposites(checks: Checks): readonly Checks[] {
  return checks.flatMap((check): readonly Checks[] => {
    if (check.kind !== "when" || check.type !== "object") return [];
    return check.checks.flatMap((inner): readonly Checks[] => {
      switch (inner.kind) {
        case "required":
          return [[lacks(inner.name)]];
        case "property": {
          const differs = [has(inner.name, { kind: "not", checks: inner.checks })];
          return inner.required ? [[lacks(inner.name)], differs] : [differs];
        }
        default:
          return [];
      }
    });
  });
}

function has(name: string, ...checks: Checks): Check {
  return { kind: "property", name, required: true, checks };
}

function lacks(name: string): Check {
  return { kind: "property", name, required: false, checks: [{ kind: "never", keyword: "not" }] };
}

function equal(value: string): Check {
  return { kind: "equals", keyword: "const", values: [value] };
}
