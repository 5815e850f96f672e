/**
 * Returns whether something thrown is an error of the operating system, such as a missing permission.
 *
 * @param codes The codes to accept (`ENOENT`, …). Default: any.
 * @see https://nodejs.org/docs/latest-v20.x/api/errors.html#class-systemerror
 */
export function hasCode(
  error: unknown,
  ...codes: readonly string[]
): error is NodeJS.ErrnoException {
  return (
    error instanceof Error &&
    "syscall" in error &&
    "code" in error &&
    typeof error.code === "string" &&
    (codes.length === 0 || codes.includes(error.code))
  );
}
