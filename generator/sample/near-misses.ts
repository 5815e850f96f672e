import { isJsonArray, isJsonObject, type Json } from "../core/json.js";
import type { Issue } from "../runtime/issue.js";
import type { Guard } from "../validate/guard.js";

/** A value that breaks exactly one keyword. */
export interface NearMiss {
  readonly value: Json;
  /** The only issue of the value; it names the keyword. */
  readonly issue: Issue;
}

/** How many changed values are checked. */
const maxChanges = 10_000;

/**
 * Returns values with exactly one issue, one for each keyword of a schema that is found this way. They are
 * valid values with one change.
 *
 * @param valid Valid values, the simplest first.
 * @param guard Checks the changed values.
 */
export function* nearMisses(valid: Iterable<Json>, guard: Guard): Generator<NearMiss> {
  const broken = new Set<string>();
  let left = maxChanges;
  for (const whole of valid) {
    for (const value of changesOf(whole)) {
      left -= 1;
      if (left < 0) return;
      const [issue, ...others] = guard(value, { maxIssues: 2 });
      if (issue === undefined || others.length > 0) continue;
      const key = `${issue.schemaPath} ${issue.keyword}`;
      if (broken.has(key)) continue;
      broken.add(key);
      yield { value, issue };
    }
  }
}

/** Returns values that differ from a value in one place. */
function* changesOf(value: Json): Generator<Json> {
  switch (typeof value) {
    case "number":
      yield* [value - 1, value + 1, value - 0.5, value + 0.5, -value, value * 1e6].filter(
        Number.isFinite,
      );
      break;
    case "string":
      yield* [value.slice(1), `${value}a`, ` ${value}`, `${value}${value}`.slice(0, 100_000), ""];
      break;
    case "object":
      if (isJsonArray(value)) yield* changedArrays(value);
      else if (isJsonObject(value)) yield* changedObjects(Object.entries(value));
      break;
    default:
  }
  yield* otherValues.filter((other) => typeof other !== typeof value || other === null);
}

const otherValues: readonly Json[] = ["unexpected", 12345, null, true, [], {}];

function* changedArrays(value: readonly Json[]): Generator<Json> {
  const last = value.at(-1);
  yield value.slice(0, -1);
  yield last === undefined ? ["unexpected"] : [...value, last];
  yield [...value, null];
  for (const [index, item] of value.entries()) {
    for (const changed of changesOf(item)) yield value.toSpliced(index, 1, changed);
  }
}

function* changedObjects(members: readonly (readonly [string, Json])[]): Generator<Json> {
  for (const [name] of members) {
    yield Object.fromEntries(members.filter(([other]) => other !== name));
  }
  yield Object.fromEntries([...members, ["unexpected", "unexpected"]]);
  for (const [name, member] of members) {
    for (const changed of changesOf(member)) {
      yield Object.fromEntries(
        members.map(([other, kept]) => [other, other === name ? changed : kept]),
      );
    }
  }
}
