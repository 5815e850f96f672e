/** The states of a watching process. */
export type Phase =
  /** Nothing has changed since the last work. */
  | "idle"
  /** Something has changed, and more changes may follow: editors write in bursts. */
  | "settling"
  | "working"
  /** Something has changed since the work began, so that the work may have missed it. */
  | "outdated"
  /** The process will end after the work. */
  | "stopping"
  | "stopped";

/** The events: a change, a while without changes, the end of the work, a request to end. */
export type ScheduleEvent = "change" | "quiet" | "done" | "stop";

/** What to do after an event: wait again for a while without changes; begin to work; end. */
export type Task = "wait" | "work" | "end";

/** The state after an event, and what to do. */
export interface Transition {
  readonly phase: Phase;
  readonly task?: Task;
}

/** Events that are not listed change nothing. */
const transitions: Readonly<Record<Phase, Partial<Readonly<Record<ScheduleEvent, Transition>>>>> = {
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
 * Returns the transition for an event.
 *
 * @param phase The state of the process.
 * @param event The event.
 * @returns The next state, and what to do.
 */
export function transitionOn(phase: Phase, event: ScheduleEvent): Transition {
  return transitions[phase][event] ?? { phase };
}
