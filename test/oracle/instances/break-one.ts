import fc from "fast-check";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../../generator/core/json.js";
import type { Path } from "../agreement.js";

/** A value in which one thing was changed. */
export interface Changed {
  readonly value: Json;
  /** What was changed: the value there, or the property or item that is now missing or new. */
  readonly path: Path;
  readonly change: "replaced" | "removed" | "added";
}

/**
 * Changes exactly one thing in a value, anywhere in it: most of the time, what was valid no longer
 * is.
 */
export function breakOne(value: Json): fc.Arbitrary<Changed> {
  return fc
    .constantFrom(...placesIn(value))
    .chain(([path, at]) => fc.constantFrom(...changesOf(at)).map((change) => ({ path, change })))
    .map(({ path, change: { key, value: changed, change } }) => ({
      value: replaceAt(value, path, changed),
      path: key === undefined ? path : [...path, key],
      change,
    }));
}

/** Every value in a value, itself among them, with the path that leads there. */
function placesIn(value: Json, path: Path = []): readonly (readonly [Path, Json])[] {
  const inside: readonly (readonly [string | number, Json])[] = isJsonArray(value)
    ? [...value.entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  return [[path, value], ...inside.flatMap(([key, item]) => placesIn(item, [...path, key]))];
}

/** A value with another one at a path in it. */
function replaceAt(value: Json, path: Path, replacement: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  if (isJsonArray(value)) {
    return value.map((item, index) => (index === key ? replaceAt(item, rest, replacement) : item));
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === key ? replaceAt(member, rest, replacement) : member,
    ]),
  );
}

/** What a value is changed to, and the property or item of it that this concerns. */
interface Change {
  readonly value: Json;
  readonly change: Changed["change"];
  readonly key?: string | number;
}

/** One value of each type, and some that are nearly right where something special is wanted. */
const samples: readonly Json[] = [null, true, 0, 1, -1, 1.5, "", "text", [], [null], {}, { a: 1 }];

function changesOf(value: Json): readonly Change[] {
  const others = samples.filter((sample) => kindOf(sample) !== kindOf(value));
  return [...others, ...similar(value)]
    .map((other): Change => ({ value: other, change: "replaced" }))
    .concat(isJsonArray(value) ? arrayChanges(value) : [])
    .concat(isJsonObject(value) ? objectChanges(value) : []);
}

function kindOf(value: Json): string {
  if (value === null) return "null";
  return isJsonArray(value) ? "array" : typeof value;
}

/** Scalars that are nearly a scalar: another literal, beyond a bound, too long by one character. */
function similar(value: Json): readonly Json[] {
  switch (typeof value) {
    case "boolean":
      return [!value];
    case "number":
      return [value + 1, value - 1, value + 0.5, value + 0.001, -value - 1, value + 1e9, 2 * value];
    case "string":
      return [
        `${value}x`,
        `${value}𝄞`,
        `${value}\n`,
        value.slice(1),
        value.toUpperCase(),
        "x".repeat(1000) + value,
      ].filter((other) => other !== value);
    default:
      return [];
  }
}

function arrayChanges(items: readonly Json[]): readonly Change[] {
  const added: readonly Json[] = [null, "text", 7, {}, ...items];
  return [
    ...added.map((item): Change => ({
      value: [...items, item],
      change: "added",
      key: items.length,
    })),
    // The item that follows, if there is one, has the index of the removed one now.
    ...items.map((_, removed): Change => ({
      value: items.filter((_, index) => index !== removed),
      change: "removed",
      key: removed,
    })),
  ];
}

function objectChanges(object: JsonObject): readonly Change[] {
  const names = ["new", "", "constructor", "__proto__", "n".repeat(65)];
  return [
    ...Object.keys(object).map((removed): Change => ({
      value: Object.fromEntries(Object.entries(object).filter(([name]) => name !== removed)),
      change: "removed",
      key: removed,
    })),
    ...names
      .filter((name) => !Object.hasOwn(object, name))
      .flatMap((name) =>
        [null, 1, "text"].map((member): Change => ({
          value: Object.fromEntries([...Object.entries(object), [name, member]]),
          change: "added",
          key: name,
        })),
      ),
  ];
}
