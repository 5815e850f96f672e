/** What a watching process is at. */
export type Phase =
  /** Nothing has happened since the last work. */
  | "idle"
  /** Something has changed, and more may follow at once: editors write in bursts. */
  | "settling"
  | "working"
  /** Something has changed since the work began, which may have come too late for it. */
  | "outdated"
  /** The end is wanted, and waits for the work. */
  | "stopping"
  | "stopped";

/** What happens to it: a change, a while without one, the end of the work, the wish to end. */
export type Happening = "change" | "quiet" | "done" | "stop";

/** What is to be done about that: wait for quiet, anew; begin to work; end. */
export type Task = "wait" | "work" | "end";

/** What follows from something that happens. */
export interface Step {
  readonly phase: Phase;
  readonly task?: Task;
}

/** What does not stand here changes nothing. */
const steps: Readonly<Record<Phase, Partial<Readonly<Record<Happening, Step>>>>> = {
  idle: {
    change: { phase: "settling", task: "wait" },
    stop: { phase: "stopped", task: "end" },
  },
  settling: {
    change: { phase: "settling", task: "wait" },
    quiet: { phase: "working", task: "work" },
    stop: { phase: "stopped", task: "end" },
  },
  working: {
    change: { phase: "outdated" },
    done: { phase: "idle" },
    stop: { phase: "stopping" },
  },
  outdated: {
    done: { phase: "settling", task: "wait" },
    stop: { phase: "stopping" },
  },
  stopping: {
    done: { phase: "stopped", task: "end" },
  },
  stopped: {},
};

/**
 * Decides what follows from something that happens.
 *
 * @param phase What the process is at.
 * @param happening What happens.
 * @returns What it is at then, and what it has to do.
 */
export function nextStep(phase: Phase, happening: Happening): Step {
  return steps[phase][happening] ?? { phase };
}
