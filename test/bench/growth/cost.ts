import type { Usage } from "../processes/measure.js";
import { nothing } from "../units.js";

/** What a schema or a link takes, beyond what every document takes. */
export interface Cost {
  readonly size: number;
  readonly usage: Usage | undefined;
  /** In milliseconds; `undefined` when the run failed. */
  readonly time: number | undefined;
  /** In bytes. */
  readonly memory: number | undefined;
}

/**
 * The cost of each of so many parts of a document.
 *
 * @param usage What the document took.
 * @param base What an empty document takes.
 */
export function costOf(usage: Usage | undefined, base: Usage | undefined, size: number): Cost {
  if (usage === undefined || base === undefined) {
    return { size, usage, time: undefined, memory: undefined };
  }
  return {
    size,
    usage,
    time: ((usage.wall - base.wall) * 1000) / size,
    memory: (usage.peak - base.peak) / size,
  };
}

/** @param value In milliseconds. */
export function milliseconds(value: number | undefined): string {
  return value === undefined ? nothing : `${value.toFixed(2)} ms`;
}

/** @param value In bytes. */
export function kibibytes(value: number | undefined): string {
  return value === undefined ? nothing : `${(value / 1024).toFixed(0)} KiB`;
}
