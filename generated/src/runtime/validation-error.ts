import type { Issue, ValidationResult } from "./issue.js";

/**
 * Thrown where a value is not what it has to be.
 *
 * @example
 * if (error instanceof ValidationError) console.error(error.issues);
 */
export class ValidationError extends Error {
  override readonly name: string = "ValidationError";
  /** Everything that is wrong with the value. */
  readonly issues: readonly Issue[];

  /**
   * @param model - The name of the model that the value was held against.
   * @param issues - What is wrong with it; at least one thing.
   * @param options - The `cause`, if another error has led to this one.
   */
  constructor(model: string, issues: readonly Issue[], options?: { readonly cause?: unknown }) {
    super(`not a valid ${model}: ${summarize(issues)}`, options);
    this.issues = issues;
  }

  /** What `JSON.stringify` makes of it. */
  toJSON(): { readonly name: string; readonly message: string; readonly issues: readonly Issue[] } {
    const { name, message, issues } = this;
    return { name, message, issues };
  }
}

/** Throws a {@link ValidationError} unless a value was found valid. */
export function assertValid(model: string, result: ValidationResult<unknown>): void {
  if (result.issues !== undefined) throw new ValidationError(model, result.issues);
}

const shown = 3;

function summarize(issues: readonly Issue[]): string {
  const first = issues.slice(0, shown).map(({ message }) => message);
  const more = issues.length - first.length;
  return first.join("; ") + (more > 0 ? ` (+${more} more)` : "");
}
