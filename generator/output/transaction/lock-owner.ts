import * as v from "valibot";
import { bytesAt, hostname, linkAt } from "../disk.js";
import { hasCode } from "../system-error.js";

const OwnerSchema = v.object({
  // It is printed, so control characters are not allowed.
  host: v.pipe(v.string(), v.regex(/^[\w.-]{1,255}$/)),
  space: v.nullable(v.string()),
  process: v.pipe(v.number(), v.integer(), v.minValue(1)),
  started: v.nullable(v.string()),
});

/** The process that holds a lock, as recorded in the lock. */
export interface LockOwner {
  /** The name of its machine or container. */
  readonly host: string;
  /**
   * The scope in which its process id is unique: the boot of a machine and the namespace of a container,
   * because several machines may share a name. Null if the system has neither.
   */
  readonly space: string | null;
  readonly process: number;
  /** When it was started, in the units of the system: another process may get its id later. */
  readonly started: string | null;
}

/** How long the owner of a lock on another machine may be silent, in milliseconds. */
const maxSilence = 10_000;

/** Describes this process. */
export function thisProcess(): LockOwner {
  const boot = bytesAt("/proc/sys/kernel/random/boot_id")?.toString().trim();
  const namespace = linkAt("/proc/self/ns/pid");
  const state = stateOf(process.pid);
  return {
    host:
      hostname()
        .replace(/[^\w.-]/g, "_")
        .slice(0, 255) || "localhost",
    space: boot === undefined ? null : `${boot} ${namespace ?? ""}`,
    process: process.pid,
    started: state.kind === "running" ? state.started : null,
  };
}

/** Parses a description of a process by {@link thisProcess}, or returns undefined. */
export function parseOwner(text: string): LockOwner | undefined {
  try {
    const result = v.safeParse(OwnerSchema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Returns whether the process that made a lock has ended.
 *
 * @param owner The process; undefined if the lock is damaged.
 * @param silence The time since its last sign of life, in milliseconds.
 */
export function hasEnded(owner: LockOwner | undefined, silence: number): boolean {
  const here = thisProcess();
  if (owner?.host === here.host && owner.space === here.space) {
    const state = stateOf(owner.process);
    if (state.kind === "ended") return true;
    if (state.started !== null && owner.started !== null) {
      if (state.started !== owner.started) return true;
      // For this process, only the signs of life show whether a run is active.
      if (owner.process !== here.process) return false;
    }
  }
  return silence > maxSilence;
}

type ProcessState =
  | { readonly kind: "ended" }
  /** When it was started; null if the system does not say. */
  | { readonly kind: "running"; readonly started: string | null };

/** @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function stateOf(id: number): ProcessState {
  const stat = bytesAt(`/proc/${id}/stat`)?.toString();
  if (stat !== undefined) {
    // The second field, the name of the program, is in parentheses, and may contain parentheses.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // In a container, an ended process may stay in the list because nothing waits for it.
    if (fields[0] === "Z" || fields[0] === "X") return { kind: "ended" };
    return { kind: "running", started: fields[19] ?? null };
  }
  try {
    process.kill(id, 0);
  } catch (error) {
    if (hasCode(error, "ESRCH")) return { kind: "ended" };
  }
  return { kind: "running", started: null };
}
