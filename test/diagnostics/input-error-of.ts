import { InputError } from "../../generator/core/failure.js";

/** The error that a call ends with; anything but an `InputError` fails the test. */
export async function inputErrorOf(call: () => unknown): Promise<InputError> {
  try {
    await call();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("The call succeeded");
}
