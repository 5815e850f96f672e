import type { Issue } from "./issue.js";

/** Thrown where a value is not valid. */
export class ValidationError extends Error {
  override readonly name: string = "ValidationError";
  /** Everything that is wrong with the value. */
  declare readonly issues: readonly Issue[];

  /**
   * @param model - The name of the model.
   * @param issues - What is wrong with the value; at least one thing.
   */
  constructor(model: string, issues: readonly Issue[]) {
    super(`not a valid ${model}: ${summarize(issues)}`);
    this.issues = issues;
  }

  /** What `JSON.stringify` makes of it. */
  toJSON(): { readonly name: string; readonly message: string; readonly issues: readonly Issue[] } {
    // eslint-disable-next-line @typescript-eslint/no-misused-spread -- its own members are wanted
    return { ...this, message: this.message };
  }
}

/** The first three issues, and how many more there are. */
function summarize(issues: readonly Issue[]): string {
  const messages = issues.slice(0, 3).map(({ message }) => message);
  if (issues.length > 3) messages.push(`and ${issues.length - 3} more`);
  return messages.join("; ");
}
