/** Random numbers that are the same in every run. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** A whole number from 0, below a limit (the linear congruential generator of C++ minstd). */
  below(limit: number): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return this.state % limit;
  }

  /** One of a list. */
  among<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }

  /** A text of letters and digits. */
  text(prefix: string): string {
    return prefix + (this.below(2_000_000_000) + 100_000_000).toString(36);
  }

  /** The same items in another order. */
  shuffled<T>(items: readonly T[]): readonly T[] {
    return items
      .map((item) => ({ item, at: this.below(1_000_000) }))
      .toSorted((one, other) => one.at - other.at)
      .map(({ item }) => item);
  }
}
