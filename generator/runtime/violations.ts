import type { BodyOptions } from "./body.js";
import type { Client, ClientOptions, ValidationMode, Violation } from "./client-options.js";
import type { Issue } from "./issue.js";
import { ValidationError } from "./validation-error.js";

/** Who reports violations, and what was reported: a client is one. */
export interface Reporter extends Pick<Client, "reported"> {
  readonly options: BodyOptions & Pick<ClientOptions, "onViolation" | "violationWindow">;
}

/** The most violations that are remembered, which bounds the memory. */
const most = 1000;

/**
 * Throws or reports a violation, as the mode says.
 *
 * @param name - What is not valid: `Batch in response 200 of GET /batches/{batch_id}`.
 * @throws {@link ValidationError} in the mode `throw`.
 */
export function handleViolation(
  client: Reporter,
  mode: ValidationMode,
  name: string,
  violation: Violation,
): void {
  if (mode === "throw") throw new ValidationError(name, violation.issues);
  if (mode === "off") return;
  const { onViolation, violationWindow = 60_000 } = client.options;
  const issues = onViolation ? newIssues(client.reported, violation, violationWindow) : [];
  if (issues.length > 0) onViolation?.({ ...violation, issues });
}

/** The issues of a violation that were not reported in a time window. */
function newIssues(
  reported: Map<string, number>,
  { operation, direction, status, issues }: Violation,
  window: number,
): readonly Issue[] {
  const now = Date.now();
  const unknown = issues.filter(({ keyword, schemaPath }) => {
    const key = [operation, direction, status, keyword, schemaPath].join(" ");
    if (now - (reported.get(key) ?? -Infinity) < window) return false;
    // The order of a Map is that of insertion: the oldest is the first.
    reported.delete(key);
    reported.set(key, now);
    return true;
  });
  for (const [oldest] of reported) {
    if (reported.size <= most) break;
    reported.delete(oldest);
  }
  return unknown;
}

/** The options for a body whose items, if it is a stream, are handled as the mode says. */
export function bodyOptions(
  client: Reporter,
  mode: ValidationMode,
  name: string,
  violation: Omit<Violation, "issues">,
): BodyOptions {
  if (mode === "off") return client.options;
  const onInvalidItem = (issues: readonly Issue[], index: number): void => {
    handleViolation(client, mode, `item ${index} of ${name}`, { ...violation, issues });
  };
  return { ...client.options, onInvalidItem };
}
