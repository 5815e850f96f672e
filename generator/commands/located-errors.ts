import type { LocatedDiagnostic } from "../core/diagnostic.js";
import { InputError } from "../core/failure.js";

/**
 * Returns the diagnostics of an InputError with their positions.
 *
 * @param error Anything thrown. Other errors are thrown again: they are faults of Guardsmith.
 */
export async function locatedErrors(error: unknown): Promise<readonly LocatedDiagnostic[]> {
  if (!(error instanceof InputError)) throw error;
  const { locate } = await import("../text/locate.js");
  return error.diagnostics.map((diagnostic) => locate(diagnostic, error.sources));
}
