/**
 * Runs a command.
 *
 * @param options The arguments.
 * @param color Whether the user asked for colours; `undefined` without `--color` and `--no-color`.
 */
export type Action<Options> = (options: Options, color: boolean | undefined) => Promise<void>;
