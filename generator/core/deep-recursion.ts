/** The deepest nesting of derivations before the inner ones are derived first. */
const deepest = 100;

/** Thrown by a call that is nested too deeply. It has the derivations to make first, the innermost first. */
class Interruption extends Error {
  readonly steps: (() => void)[] = [];
}

/** Results by key. Those of objects are dropped with these. */
class Results<Key, Result> {
  readonly #ofObjects = new WeakMap<object, { readonly result: Result }>();
  readonly #ofOthers = new Map<Key, { readonly result: Result }>();

  get(key: Key): { readonly result: Result } | undefined {
    return typeof key === "object" && key !== null
      ? this.#ofObjects.get(key)
      : this.#ofOthers.get(key);
  }

  set(key: Key, result: Result): void {
    if (typeof key === "object" && key !== null) this.#ofObjects.set(key, { result });
    else this.#ofOthers.set(key, { result });
  }
}

/**
 * Memoized functions that may call each other at any depth, with a stack of limited size. If calls are nested
 * too deeply, all of them are interrupted, and repeated beginning with the innermost one; the outer ones then
 * find its result. So the functions must have no side effects.
 */
export class DeepRecursion {
  #depth = 0;
  #isRunning = false;
  #provisional = 0;

  /** How often a result was requested while it was being derived. */
  get provisional(): number {
    return this.#provisional;
  }

  /**
   * Returns a memoized function.
   *
   * @param derive The function.
   * @param whileDerived The result of a call for a key whose result is being derived.
   */
  remember<Key, Result>(derive: (key: Key) => Result, whileDerived: Result): (key: Key) => Result {
    const derived = new Results<Key, Result>();
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
        derived.set(key, result);
        return result;
      });
    };
  }

  /** Makes a nested call without memoizing its result. */
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

  /** Makes a call, and the calls for which it is interrupted. */
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
