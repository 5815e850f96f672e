import { transitionOn, type ScheduleEvent, type Phase, type Task } from "./schedule.js";

/** What a scheduler depends on. */
export interface SchedulerOptions {
  /** How long nothing may change before the work begins, in milliseconds. */
  readonly quiet: number;
  /** Ends the scheduler after the current work. */
  readonly signal: AbortSignal;
}

/** Does some work at once, and again after changes: never twice at the same time, and once for a burst. */
export class Scheduler {
  /** Settles when the scheduler has ended. Rejects with the error of the work. */
  readonly ended: Promise<void>;
  readonly #work: () => Promise<void>;
  readonly #quiet: number;
  readonly #end: () => void;
  readonly #fail: (error: unknown) => void;
  #phase: Phase = "working";
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param work What to do.
   * @param options When to do it, and when to stop.
   */
  constructor(work: () => Promise<void>, { quiet, signal }: SchedulerOptions) {
    this.#work = work;
    this.#quiet = quiet;
    const { promise, resolve, reject } = settleable();
    this.ended = promise;
    this.#end = resolve;
    this.#fail = reject;
    signal.addEventListener("abort", () => this.#on("stop"), { once: true });
    this.#do("work");
    if (signal.aborted) this.#on("stop");
  }

  /** Has to be called after each change. */
  changed(): void {
    this.#on("change");
  }

  /** Ends the scheduler immediately with an error. */
  failed(error: unknown): void {
    clearTimeout(this.#timer);
    this.#phase = "stopped";
    this.#fail(error);
  }

  #on(event: ScheduleEvent): void {
    const { phase, task } = transitionOn(this.#phase, event);
    this.#phase = phase;
    if (task !== undefined) this.#do(task);
  }

  #do(task: Task): void {
    clearTimeout(this.#timer);
    switch (task) {
      case "wait":
        this.#timer = setTimeout(() => this.#on("quiet"), this.#quiet);
        break;
      case "work":
        this.#work().then(
          () => this.#on("done"),
          (error: unknown) => this.failed(error),
        );
        break;
      case "end":
        this.#end();
    }
  }
}

interface Settleable {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

function settleable(): Settleable {
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
