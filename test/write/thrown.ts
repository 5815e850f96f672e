import { expect } from "vitest";
import type { Diagnostic } from "../../generator/core/diagnostic.js";
import { InputError } from "../../generator/core/failure.js";

/** The diagnostics of the {@link InputError} that a promise is rejected with. */
export async function diagnosticsOf(promise: Promise<unknown>): Promise<readonly Diagnostic[]> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  return error instanceof InputError ? error.diagnostics : [];
}
