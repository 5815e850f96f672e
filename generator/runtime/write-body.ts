import { describe } from "./describe.js";

/**
 * Writes a value as JSON.
 *
 * @throws TypeError if it has no JSON text, such as undefined, a function or a bigint.
 */
export function writeJson(value: unknown): string {
  // The types of the language leave out that a function or a symbol has no text.
  const text = JSON.stringify(value) as string | undefined;
  return text ?? refuse("a JSON value", value);
}

/** @throws TypeError about a value that has no form in the media type of a body. */
export function refuse(expected: string, value: unknown): never {
  throw new TypeError(`expected ${expected}, received ${describe(value)}`);
}
