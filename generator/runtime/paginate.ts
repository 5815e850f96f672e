import { send } from "./client.js";
import type { Client, SendOptions, Sent, ValidationMode } from "./client-options.js";
import type { CallOf, Operation } from "./operation.js";

/** Options for the pages of a list. */
export interface PaginateOptions<
  O extends Operation,
  Mode extends ValidationMode,
> extends SendOptions {
  /**
   * Returns the call for the page after a result; undefined after the last page.
   *
   * @param result - The result of the last call.
   * @param call - The last call.
   */
  readonly next: (result: Sent<O, Mode>, call: CallOf<O>) => CallOf<O> | undefined;
}

/**
 * Sends calls for one page after the other, each when it is asked for.
 *
 * @param call - The call for the first page.
 * @returns The results of the calls, whatever their status.
 * @throws What `send` throws.
 */
export async function* paginate<O extends Operation, Mode extends ValidationMode>(
  operation: O,
  call: CallOf<O>,
  client: Client<Mode>,
  { next, ...options }: PaginateOptions<O, Mode>,
): AsyncGenerator<Sent<O, Mode>, void, void> {
  for (let page: CallOf<O> | undefined = call; page !== undefined;) {
    const result = await send(operation, page, client, options);
    yield result;
    page = next(result, page);
  }
}
