import * as v from "valibot";
import { bytesAt, hostname, linkAt } from "../disk.js";
import { hasCode } from "../system-error.js";

const OwnerSchema = v.object({
  // It is printed: no character of it may mean anything to a terminal.
  host: v.pipe(v.string(), v.regex(/^[\w.-]{1,255}$/)),
  space: v.nullable(v.string()),
  process: v.pipe(v.number(), v.integer(), v.minValue(1)),
  started: v.nullable(v.string()),
});

/** The process that holds a lock, as the lock describes it. */
export interface LockOwner {
  /** The name of its machine or container. */
  readonly host: string;
  /**
   * What its process id is unique in: the boot of a machine and the namespace of a container, since
   * several may have one name. Null where the system has neither.
   */
  readonly space: string | null;
  readonly process: number;
  /** When it was started, as the system counts: another process may have its id later. */
  readonly started: string | null;
}

/** For how long the owner of a lock on another machine may be silent, in milliseconds. */
const maxSilence = 10_000;

/** This process. */
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

/** Reads what {@link thisProcess} has told; undefined, where it is something else. */
export function parseOwner(text: string): LockOwner | undefined {
  try {
    const result = v.safeParse(OwnerSchema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether the process that made a lock has ended.
 *
 * @param owner The process; undefined, where the lock does not say.
 * @param silence For how long nothing was heard of it, in milliseconds.
 */
export function hasEnded(owner: LockOwner | undefined, silence: number): boolean {
  const here = thisProcess();
  if (owner?.host === here.host && owner.space === here.space) {
    const state = stateOf(owner.process);
    if (state.kind === "ended") return true;
    if (state.started !== null && owner.started !== null) {
      if (state.started !== owner.started) return true;
      // Whether this very process is still at it, only its signs of life tell.
      if (owner.process !== here.process) return false;
    }
  }
  return silence > maxSilence;
}

type ProcessState =
  | { readonly kind: "ended" }
  /** When it was started; null where the system does not tell. */
  | { readonly kind: "running"; readonly started: string | null };

/** @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function stateOf(id: number): ProcessState {
  const stat = bytesAt(`/proc/${id}/stat`)?.toString();
  if (stat !== undefined) {
    // The second field, the name of the program, is in parentheses, and may hold some.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // In a container, nobody may ask how a process has ended: then it stays in the list.
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
