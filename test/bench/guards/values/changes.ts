/**
 * The replacements for a part of a value. There is no empty array, which Valibot accepts as an
 * object.
 */
const replacements: readonly unknown[] = [null, {}, "x", 1.5, true];

/** A JSON value with each thing in it replaced or taken away, one at a time. */
export function changesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const changed = items.flatMap((item, index) =>
      changesOf(item).map((other) => items.with(index, other)),
    );
    return [...replacements, ...changed];
  }
  if (typeof value !== "object" || value === null) return replacements;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const changed = entries.flatMap(([key, member]) => [
    Object.fromEntries(entries.filter(([other]) => other !== key)),
    ...changesOf(member).map((other) => ({ ...value, [key]: other })),
  ]);
  return [...replacements, ...changed];
}

/** A sample from all over a long list. */
export function thinned<T>(items: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(items.length / most);
  return items.filter((_, index) => index % step === 0);
}
