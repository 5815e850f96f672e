/**
 * Runs a command.
 *
 * @param options The arguments.
 * @param color Whether the user asked for colours; `undefined` when nothing was said.
 */
export type Action<Options> = (options: Options, color: boolean | undefined) => Promise<void>;
