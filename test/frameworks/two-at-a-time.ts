/** Calls a function for each of the items, two at a time, and returns the results in their order. */
export async function mapTwoAtATime<Item, Result>(
  items: readonly Item[],
  call: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const rest = items.entries();
  const work = async (): Promise<void> => {
    // Both take from the same iterator.
    for (const [index, item] of rest) results.set(index, await call(item));
  };
  await Promise.all([work(), work()]);
  return [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}
