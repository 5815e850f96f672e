/** A function with a printed body. */
export function compile(
  parameters: readonly string[],
  body: string,
): (...args: readonly unknown[]) => unknown {
  // To run what was printed is what the tests are for; it returns what the body does.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function(...parameters, body) as (...args: readonly unknown[]) => unknown;
}
