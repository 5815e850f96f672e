import { Unavailable } from "../runtimes/fetched.js";
import type { Outcome } from "../runtimes/outcome.js";

/** The result of a run that threw an error. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof Unavailable) return { kind: "skipped", detail: error.message };
  return { kind: "failed", detail: error instanceof Error ? error.message : String(error) };
}
