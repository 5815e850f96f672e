import { InputError } from "../../generator/core/failure.js";
import type { LocatedDiagnostic } from "../../generator/core/diagnostic.js";
import { locate } from "../../generator/text/locate.js";

/** What loading is refused with. */
export async function problemsOf(promise: Promise<unknown>): Promise<readonly LocatedDiagnostic[]> {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof InputError)) throw new Error("Not refused with an InputError");
  return error.diagnostics.map((diagnostic) => locate(diagnostic, error.sources));
}
