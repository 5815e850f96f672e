/** How many calls of derivations are nested in each other before the inner ones are made first. */
const deepest = 100;

/** Thrown by a call that is nested too deeply: the derivations to make first, the innermost first. */
class Interruption extends Error {
  readonly steps: (() => void)[] = [];
}

/**
 * Functions that remember their results and call each other as deeply as a document says, within a
 * stack of limited size. Where calls are nested too deeply, all of them are interrupted, and made
 * again from the innermost one on, which finds the results that it needs. So a function must have no
 * other effect than its result.
 */
export class DeepRecursion {
  #depth = 0;
  #isRunning = false;
  #provisional = 0;

  /** How often a result was asked for while it was being derived. */
  get provisional(): number {
    return this.#provisional;
  }

  /**
   * Remembers the results of a function.
   *
   * @param derive The function.
   * @param whileDerived What a call for the same key gets that is made while its result is derived.
   */
  remember<Key, Result>(derive: (key: Key) => Result, whileDerived: Result): (key: Key) => Result {
    const derived = new Map<Key, { readonly result: Result }>();
    const open = new Set<Key>();
    return (key) => {
      const known = derived.get(key);
      if (known !== undefined) return known.result;
      if (open.has(key)) {
        this.#provisional += 1;
        return whileDerived;
      }
      open.add(key);
      return this.#call((): Result => {
        const result = derive(key);
        open.delete(key);
        derived.set(key, { result });
        return result;
      });
    };
  }

  /** Makes a call that is nested in the others, without remembering its result. */
  nested<Result>(call: () => Result): Result {
    this.#depth += 1;
    try {
      return call();
    } finally {
      this.#depth -= 1;
    }
  }

  #call<Result>(step: () => Result): Result {
    if (!this.#isRunning) return this.#callAll(step);
    try {
      if (this.#depth >= deepest) throw new Interruption();
      return this.nested(step);
    } catch (error) {
      if (error instanceof Interruption) error.steps.push(step);
      throw error;
    }
  }

  /** Makes a call with all those that it is interrupted for. */
  #callAll<Result>(outermost: () => Result): Result {
    const pending: (() => unknown)[] = [];
    this.#isRunning = true;
    try {
      for (;;) {
        const step = pending.at(-1);
        this.#depth = 0;
        try {
          if (step === undefined) return outermost();
          step();
          pending.pop();
        } catch (error) {
          if (!(error instanceof Interruption)) throw error;
          pending.push(...error.steps.reverse());
        }
      }
    } finally {
      this.#isRunning = false;
    }
  }
}
