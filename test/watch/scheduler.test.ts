import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Scheduler } from "../../generator/watch/scheduler.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Work {
  readonly scheduler: Scheduler;
  readonly stop: (reason?: unknown) => void;
  /** How often the work has begun. */
  readonly begun: () => number;
  /** Ends the work that is under way. */
  readonly finish: () => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
  /** What became of the scheduler. */
  readonly state: () => string;
}

/** A scheduler, the work of which lasts until the test ends it. */
function scheduled(): Work {
  const controller = new AbortController();
  const works: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => works.push({ resolve, reject }));
  const scheduler = new Scheduler(work, { quiet: 100, signal: controller.signal });
  let state = "on";
  scheduler.ended.then(
    () => (state = "ended"),
    (error: unknown) => (state = String(error)),
  );
  return {
    scheduler,
    stop: (reason) => controller.abort(reason),
    begun: () => works.length,
    finish: async () => {
      works.at(-1)?.resolve();
      await vi.advanceTimersByTimeAsync(0);
    },
    fail: async (error) => {
      works.at(-1)?.reject(error);
      await vi.advanceTimersByTimeAsync(0);
    },
    state: () => state,
  };
}

describe("a scheduler", () => {
  it("works at once, and then not again without a change", async () => {
    const { begun, finish } = scheduled();
    expect(begun()).toBe(1);
    await finish();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(begun()).toBe(1);
  });

  it("works once for a burst of changes, when there is quiet after it", async () => {
    const { scheduler, begun, finish } = scheduled();
    await finish();
    for (let turn = 0; turn < 20; turn += 1) {
      scheduler.changed();
      await vi.advanceTimersByTimeAsync(99);
      expect(begun()).toBe(1);
    }
    await vi.advanceTimersByTimeAsync(1);
    expect(begun()).toBe(2);
    await finish();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(begun()).toBe(2);
  });

  it("works exactly once more, after quiet, for any number of changes while it works", async () => {
    const { scheduler, begun, finish } = scheduled();
    for (let turn = 0; turn < 20; turn += 1) {
      scheduler.changed();
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(begun()).toBe(1);
    await finish();
    await vi.advanceTimersByTimeAsync(99);
    expect(begun()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun()).toBe(2);
    await finish();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(begun()).toBe(2);
  });

  it("ends at once where it waits", async () => {
    const { scheduler, stop, begun, finish, state } = scheduled();
    await finish();
    scheduler.changed();
    stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect({ begun: begun(), state: state() }).toEqual({ begun: 1, state: "ended" });
  });

  it("ends after the current work, whatever has changed", async () => {
    const { scheduler, stop, begun, finish, state } = scheduled();
    scheduler.changed();
    stop();
    scheduler.changed();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(state()).toBe("on");
    await finish();
    await vi.advanceTimersByTimeAsync(10_000);
    expect({ begun: begun(), state: state() }).toEqual({ begun: 1, state: "ended" });
  });

  it("ends after the first work where the end was wanted before it began", async () => {
    const signal = AbortSignal.abort();
    const { ended } = new Scheduler(() => Promise.resolve(), { quiet: 100, signal });
    await expect(ended).resolves.toBeUndefined();
  });

  it("fails with what the work throws", async () => {
    const { scheduler, begun, fail, state } = scheduled();
    scheduler.changed();
    await fail(new Error("boom"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect({ begun: begun(), state: state() }).toEqual({ begun: 1, state: "Error: boom" });
  });

  it("fails at once if it is asked to", async () => {
    const { scheduler, begun, finish, state } = scheduled();
    await finish();
    scheduler.changed();
    scheduler.failed(new Error("boom"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect({ begun: begun(), state: state() }).toEqual({ begun: 1, state: "Error: boom" });
  });
});
