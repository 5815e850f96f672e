import type { Usage } from "../processes/measure.js";
import { nothing } from "../units.js";

/** The cost of a schema or a link, without the fixed cost of every document. */
export interface Cost {
  readonly size: number;
  readonly usage: Usage | undefined;
  /** In milliseconds; `undefined` when the run failed. */
  readonly time: number | undefined;
  /** In bytes. */
  readonly memory: number | undefined;
}

/**
 * The cost of a part of a document.
 *
 * @param usage The cost of the document.
 * @param base The cost of an empty document.
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
