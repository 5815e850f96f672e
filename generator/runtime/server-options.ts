import type { ClientOptions, Violation } from "./client-options.js";
import type { JsonOptions } from "./parse.js";
import type { Reporter } from "./violations.js";

/** Options of a server for how requests are read and responses are checked. */
export interface ServerOptions
  extends JsonOptions, Pick<ClientOptions, "onViolation" | "violationWindow"> {
  /**
   * The greatest size of a body in bytes. An item of a stream has the same limit, the whole stream has
   * none. Default: 10 MiB (10,485,760).
   */
  readonly maxBytes?: number | undefined;
  /**
   * Whether issues show only the types and sizes of values. Default: true for requests, so that no
   * problem document repeats what was sent, and false for responses.
   */
  readonly hideValues?: boolean | undefined;
}

/** What was reported to each function. */
const reported = /* @__PURE__ */ new WeakMap<(violation: Violation) => void, Map<string, number>>();

/**
 * Completes options, and finds what was reported to the function among them.
 *
 * @param hideValues - The default.
 */
export function reporterOf(options: ServerOptions, hideValues: boolean): Reporter {
  const { onViolation } = options;
  const known = (onViolation && reported.get(onViolation)) ?? new Map<string, number>();
  if (onViolation) reported.set(onViolation, known);
  return {
    reported: known,
    options: {
      ...options,
      hideValues: options.hideValues ?? hideValues,
      maxBytes: options.maxBytes ?? 10 * 2 ** 20,
    },
  };
}
