/** How many values are processed at the same time. */
const atOnce = 4;

/**
 * Maps values, four at a time: more would not be faster, and hundreds would take gigabytes.
 *
 * @param values The values, which are iterated when they are needed.
 * @returns The results, in the same order.
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
