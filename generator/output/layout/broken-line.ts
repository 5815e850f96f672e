import { stringWidth } from "./string-width.js";

/** Where a line stands. */
export interface Room {
  /** How many columns there are for it. */
  readonly columns: number;
  /** A level of indentation. */
  readonly tab: string;
}

/** The lines that became of one; undefined, if it is not so simple. */
export type Broken = readonly string[] | undefined;

/** Lines, if they all fit. */
export function ifAllFit(lines: readonly string[], { columns }: Room): Broken {
  return lines.every((line) => stringWidth(line) <= columns) ? lines : undefined;
}
