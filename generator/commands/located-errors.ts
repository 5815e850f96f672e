import type { LocatedDiagnostic } from "../core/diagnostic.js";
import { InputError } from "../core/failure.js";

/**
 * Returns what is wrong with the input of a command, with its places.
 *
 * @param error Anything thrown. What is no InputError is thrown again: it is a fault of Guardsmith.
 */
export async function locatedErrors(error: unknown): Promise<readonly LocatedDiagnostic[]> {
  if (!(error instanceof InputError)) throw error;
  const { locate } = await import("../text/locate.js");
  return error.diagnostics.map((diagnostic) => locate(diagnostic, error.sources));
}
