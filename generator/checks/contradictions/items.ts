import type { CheckOf, Checks } from "../check.js";
import { evaluable } from "./evaluated.js";
import type { MemberCheck } from "./members.js";
import type { Reasoning } from "./reasoning.js";

/** A keyword that applies to all items from an index on. */
interface ItemsFrom {
  readonly check: CheckOf<"items" | "unevaluated">;
  readonly from: number;
}

/** The checks of the items of an array. */
export class Items {
  readonly #single: readonly CheckOf<"item">[];
  readonly #from: readonly ItemsFrom[];

  constructor(checks: Checks, { models }: Pick<Reasoning, "models">) {
    this.#single = checks.filter((check) => check.kind === "item");
    this.#from = checks.flatMap((check): readonly ItemsFrom[] => {
      if (check.kind === "items") return [{ check, from: check.from }];
      if (check.kind !== "unevaluated" || check.target !== "items") return [];
      const { isAll, first } = evaluable(check, models);
      return isAll ? [] : [{ check, from: first }];
    });
  }

  /** The checks of each keyword for the item at an index. */
  at(index: number): readonly MemberCheck[] {
    return [
      ...this.#single.filter((check) => check.index === index),
      ...this.#from.filter(({ from }) => from <= index).map(({ check }) => check),
    ];
  }

  /** Indexes below a number, without those that have the same checks as an earlier one. */
  distinctIndexes(below: number): readonly number[] {
    const starts = [
      0,
      ...this.#single.flatMap(({ index }) => [index, index + 1]),
      ...this.#from.map(({ from }) => from),
    ];
    return [...new Set(starts)].filter((index) => index < below).toSorted((a, b) => a - b);
  }
}
