import type { Evaluated } from "./check.js";
import type { Optimize } from "./optimizer.js";

/** Optimises the checks inside, and drops conditional entries that evaluate nothing. */
export function simplifyEvaluated(
  all: readonly Evaluated[],
  optimize: Optimize,
): readonly Evaluated[] {
  return all
    .map((evaluated): Evaluated => {
      switch (evaluated.kind) {
        case "passing":
          return { kind: "passing", checks: optimize(evaluated.checks) };
        case "depending":
          return {
            kind: "depending",
            condition: optimize(evaluated.condition),
            then: simplifyEvaluated(evaluated.then, optimize),
            otherwise: simplifyEvaluated(evaluated.otherwise, optimize),
          };
        default:
          return evaluated;
      }
    })
    .filter(
      (evaluated) =>
        evaluated.kind !== "depending" || evaluated.then.length + evaluated.otherwise.length > 0,
    );
}
