import { add, findingsOf, type Collector, type Finding, type Path } from "./collect.js";
import { isSamePlace } from "./merge-findings.js";

/** Up to this number of calls, repeating them is faster than remembering their results. */
const few = 100;

/** The results of functions for values, remembered until the outermost call returns. */
class Memory<Result> {
  private calls = 0;
  /** How many calls have not returned. */
  private depth = 0;
  private readonly results = new Map<unknown, Map<unknown, Result>>();

  recall(key: unknown, value: unknown): Result | undefined {
    return this.calls > few ? this.results.get(key)?.get(value) : undefined;
  }

  begin(): void {
    this.calls += 1;
    this.depth += 1;
  }

  keep(key: unknown, value: unknown, result: Result): Result {
    if (this.calls > few) {
      const known = this.results.get(key) ?? new Map<unknown, Result>();
      this.results.set(key, known.set(value, result));
    }
    return result;
  }

  end(): void {
    this.depth -= 1;
    if (this.depth === 0) {
      this.calls = 0;
      this.results.clear();
    }
  }
}

/** The findings of a collector at a place. */
interface Found {
  readonly path: Path;
  readonly findings: readonly Finding[];
}

const verdicts = /* @__PURE__ */ new Memory<boolean>();
const found = /* @__PURE__ */ new Memory<Found>();

/**
 * Tells whether a value passes a test. If several alternatives contain the same schema, each would
 * test it again, and with it the schemas inside: the results are remembered until the outermost
 * test is done.
 */
export function remember(test: (value: unknown) => boolean, value: unknown): boolean {
  const known = verdicts.recall(test, value);
  if (known !== undefined) return known;
  verdicts.begin();
  try {
    return verdicts.keep(test, value, test(value));
  } finally {
    verdicts.end();
  }
}

/** Makes a collector that examines the value at a place once, for the same reason. */
export function collectOnce(collector: Collector): Collector {
  return (value, path) => {
    let known = found.recall(collector, value);
    // The same object may be at several places of a value in memory.
    if (known === undefined || !isSamePlace(known.path, path)) {
      found.begin();
      try {
        const findings = findingsOf(collector, value, path);
        known = found.keep(collector, value, { path, findings });
      } finally {
        found.end();
      }
    }
    for (const finding of known.findings) add(path, finding);
  };
}
