import { isArray, isObject } from "./values.js";

/** Whether no two items of an array are equal. */
export function isUnique(items: readonly unknown[]): boolean {
  return findEqualItems(items) === undefined;
}

/** Finds two equal items of an array: the second one as early as possible. */
export function findEqualItems(
  items: readonly unknown[],
): readonly [first: number, second: number] | undefined {
  const scalars = new Map<unknown, number>();
  const structures = new Map<unknown, number>();
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    const isScalar = typeof item !== "object" || item === null;
    const [seen, key] = isScalar ? [scalars, item] : [structures, canonical(item)];
    const first = seen.get(key);
    if (first !== undefined) return [first, index];
    seen.set(key, index);
  }
  return undefined;
}

/** A text that is the same for equal values: JSON with sorted members of objects. */
function canonical(value: unknown): string {
  if (isArray(value)) return `[${value.map(canonical).join()}]`;
  if (isObject(value)) {
    const names = Object.keys(value).filter((name) => value[name] !== undefined);
    const members = names.sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
    return `{${members.join()}}`;
  }
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
