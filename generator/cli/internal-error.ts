import { inspect } from "node:util";

/**
 * The exit code after a fault of Guardsmith itself: `EX_SOFTWARE`.
 *
 * @see https://man.openbsd.org/sysexits
 */
export const internalErrorCode = 70;

/**
 * Describes an unexpected error for the user.
 *
 * @param error Anything thrown.
 * @param debug Whether the stack trace is wanted.
 */
export function describeInternalError(error: unknown, debug: boolean): string {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : inspect(error);
  const help = debug
    ? `Please report it, with the document and this trace:\n${inspect(error)}`
    : "Please report it, with the document and what the same command prints with GUARDSMITH_DEBUG=1";
  return `internal error: ${reason}\nThis is a fault of Guardsmith, not of your document. ${help}\n`;
}
