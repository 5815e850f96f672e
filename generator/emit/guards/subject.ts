/** A value in the printed code. */
export interface Subject {
  /** The expression that reads it. */
  readonly value: string;
  /** The expression for its path, where issues are collected. */
  readonly path: string;
  /** How many loops it is inside of: each names its variables by that. */
  readonly depth: number;
  /** Whether code before it has told the compiler something about its type. */
  readonly isNarrowed: boolean;
}

/** The argument of a guard. */
export const argument: Subject = { value: "value", path: "path", depth: 0, isNarrowed: false };

/** The name of a variable of a loop around no other, or inside some: `item`, `item2`, … */
export function localName(base: string, { depth }: Subject): string {
  return depth === 0 ? base : `${base}${depth + 1}`;
}

/** A value inside a subject, one loop deeper. */
export function inside({ path, depth }: Subject, value: string, key: string): Subject {
  return { value, path: `[${path}, ${key}]`, depth: depth + 1, isNarrowed: false };
}

/** A value inside a subject, at the same depth. */
export function within({ path, depth }: Subject, value: string, key: string): Subject {
  return { value, path: `[${path}, ${key}]`, depth, isNarrowed: false };
}

/** The same value after its type was tested. */
export function narrowed(subject: Subject): Subject {
  return subject.isNarrowed ? subject : { ...subject, isNarrowed: true };
}
