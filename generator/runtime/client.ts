import type {
  Authenticate,
  Client,
  ClientOptions,
  ResponseMode,
  SendOptions,
  Sent,
  Validate,
  ValidationMode,
} from "./client-options.js";
import type { CallOf, Operation } from "./operation.js";
import { readResult } from "./read-result.js";
import { requestFor, writeCall } from "./write-request.js";

/**
 * Makes a client. Its modes of validation are in its type, and decide the types of results.
 *
 * @param options - What all requests have in common.
 */
export function createClient<const V extends Validate = "throw">(
  options: ClientOptions<V> = {},
): Client<ResponseMode<V>> {
  const validate: Validate | undefined = options.validate;
  const modes = typeof validate === "object" ? validate : { request: validate, response: validate };
  return {
    options,
    request: modes.request ?? "throw",
    response: (modes.response ?? "throw") as ResponseMode<V>, // as in the options
    reported: new Map(),
  };
}

/**
 * Sends a request for an operation, and reads its response. No status is an error.
 *
 * @param operation - The description of the operation.
 * @param call - Its parameters by location, and its body.
 * @param client - How the request is sent, and what is checked.
 * @returns The result, which `status` narrows, with the `response` that it was read from.
 * @throws {@link ValidationError} if the call, or a response that is described, is not valid in the mode
 *   `throw`. A call that is not valid is not sent.
 * @throws TypeError if the call cannot be written, or the server or credentials are missing. What `fetch`
 *   throws, if a response fails to arrive or the signal aborts, passes through.
 */
export async function send<O extends Operation, Mode extends ValidationMode>(
  operation: O,
  call: CallOf<O>,
  client: Client<Mode>,
  options: SendOptions = {},
): Promise<Sent<O, Mode>> {
  const { auth = withoutCredentials } = client.options;
  const parts = writeCall(operation, call, client);
  const response = await auth(
    operation,
    async (addTo) => dispatch(requestFor(operation, parts, addTo, client, options), client.options),
    !(parts.body instanceof ReadableStream),
  );
  const result = await readResult(operation, response, client, client.response);
  // The result was checked as the mode in the type of the client says.
  return { ...result, response } as unknown as Sent<O, Mode>;
}

/**
 * Sends a request without credentials.
 *
 * @throws TypeError if the operation needs some that the platform does not send.
 */
const withoutCredentials: Authenticate = ({ id, security = [] }, attempt) => {
  const needsOne = security.every((each) => each.some(({ scheme }) => scheme.type !== "mutualTLS"));
  if (security.length > 0 && needsOne) {
    throw new TypeError(`${id} needs credentials: pass auth to createClient.`);
  }
  return attempt(() => undefined);
};

/** Passes a request through the middleware to `fetch`. */
function dispatch(
  request: Request,
  { middleware = [], fetch: given }: ClientOptions,
): Promise<Response> {
  // A function of the platform must not be called as a method of the options.
  const last = (each: Request): Promise<Response> => (given ?? fetch)(each);
  const first = middleware.reduceRight<typeof last>(
    (next, handle) => (each) => handle(each, next),
    last,
  );
  return first(request);
}
