import type { Issue } from "./issue.js";

/** Thrown if a value is not valid. */
export class ValidationError extends Error {
  override readonly name: string = "ValidationError";
  /** All issues of the value. */
  declare readonly issues: readonly Issue[];

  /**
   * @param model - The name of the model.
   * @param issues - The issues of the value, at least one.
   */
  constructor(model: string, issues: readonly Issue[]) {
    super(`not a valid ${model}: ${summarize(issues)}`);
    this.issues = issues;
  }

  /** The members that `JSON.stringify` prints. */
  toJSON(): { readonly name: string; readonly message: string; readonly issues: readonly Issue[] } {
    // eslint-disable-next-line @typescript-eslint/no-misused-spread -- its own members are wanted
    return { ...this, message: this.message };
  }
}

/** The messages of the first three issues, and the number of further ones. */
function summarize(issues: readonly Issue[]): string {
  const messages = issues.slice(0, 3).map(({ message }) => message);
  if (issues.length > 3) messages.push(`and ${issues.length - 3} more`);
  return messages.join("; ");
}
