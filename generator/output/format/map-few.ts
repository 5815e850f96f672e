/** How many values are worked on at once. */
const atOnce = 4;

/**
 * Maps values, four of them at a time: more take no less time, and hundreds take gigabytes.
 *
 * @param values The values. One is asked for when it is needed.
 * @returns What they become, in the same order.
 */
export async function mapFew<From, To>(
  values: Iterable<From>,
  map: (value: From) => Promise<To>,
): Promise<readonly To[]> {
  const results: To[] = [];
  // The workers share one iterator.
  const numbered = numberedFrom(values);
  const work = async (): Promise<void> => {
    for (const [index, value] of numbered) results[index] = await map(value);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

function* numberedFrom<T>(values: Iterable<T>): Generator<readonly [index: number, value: T]> {
  let index = 0;
  for (const value of values) yield [index++, value];
}
