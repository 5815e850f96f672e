import type { Issue, ValidationResult } from "./issue.js";

/** Thrown where a value is not what it has to be. */
export class ValidationError extends Error {
  override readonly name: string = "ValidationError";
  /** Everything that is wrong with the value. */
  readonly issues: readonly Issue[];

  /**
   * @param model - The name of the model that the value was held against.
   * @param issues - What is wrong with it; at least one thing.
   */
  constructor(model: string, issues: readonly Issue[]) {
    super(`not a valid ${model}: ${summarize(issues)}`);
    this.issues = issues;
  }
}

/** Throws a {@link ValidationError} unless a value was found valid. */
export function assertValid(model: string, result: ValidationResult<unknown>): void {
  if (result.issues !== undefined) throw new ValidationError(model, result.issues);
}

/**
 * Parses JSON text that has to be valid.
 *
 * @throws `SyntaxError` where it is no JSON, {@link ValidationError} where it is not valid.
 */
export function readJson<T>(
  model: string,
  json: string,
  validate: (value: unknown) => ValidationResult<T>,
): T {
  const result = validate(JSON.parse(json));
  if (result.issues !== undefined) throw new ValidationError(model, result.issues);
  return result.value;
}

/** A path as JavaScript would write it: `errors.data[3].line`. */
export function formatPath(path: Issue["path"]): string {
  return path
    .map((key, index) => {
      if (typeof key === "number") return `[${key}]`;
      if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join("");
}

const shown = 3;

function summarize(issues: readonly Issue[]): string {
  const first = issues
    .slice(0, shown)
    .map(({ path, message }) => (path.length === 0 ? message : `${formatPath(path)}: ${message}`));
  const more = issues.length - first.length;
  return first.join("; ") + (more > 0 ? ` (+${more} more)` : "");
}
