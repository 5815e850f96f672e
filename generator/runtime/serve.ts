import type { Answer } from "./answer.js";
import type { ValidationMode } from "./client-options.js";
import { isOperation, matchOperation, type PathOptions } from "./match-operation.js";
import type { CallOf, Operation } from "./operation.js";
import { problemResponse, type Problem } from "./problem.js";
import { readRequest } from "./read-request.js";
import { writeAnswer } from "./respond.js";
import type { ServerOptions } from "./server-options.js";
import { own } from "./values.js";

/** A function for each operation of a module or a record, by the name that it has there. */
export type Handlers<Os, Mode extends ValidationMode = "throw"> = {
  readonly [
    Name in keyof Os as Os[Name] extends Operation ? Name : never
  ]: Os[Name] extends Operation ? Handler<Os[Name], Mode> : never;
};

/**
 * Answers the calls of an operation. A `Response` is sent as it is, and not checked. In modes other than
 * `"throw"`, calls need not be valid.
 */
export type Handler<O extends Operation, Mode extends ValidationMode = "throw"> = (
  call: Mode extends "throw" ? CallOf<O> : unknown,
  request: Request,
) => Answer<O> | Response | Promise<Answer<O> | Response>;

/** Options of a server. */
export interface ServeOptions<Mode extends ValidationMode = ValidationMode>
  extends ServerOptions, PathOptions {
  /** As for `readRequest`. */
  readonly ignoreAccept?: boolean | undefined;
  /** How calls and responses are checked. Default: `"throw"` for both. */
  readonly validate?:
    | Mode
    | { readonly request?: Mode | undefined; readonly response?: ValidationMode | undefined }
    | undefined;
  /** Makes the response for a problem. Default: `problemResponse`. */
  readonly onProblem?: ((problem: Problem, request: Request) => Response) | undefined;
}

/**
 * Makes a function that answers the requests for some operations. It finds the operation of a request, reads
 * and checks the call, and checks and writes what the handler returns. Errors of handlers, and responses
 * that are not valid, are thrown.
 *
 * @param operations - A record of operations, or a module that exports them.
 * @param handlers - A function for each operation.
 * @throws TypeError if an operation has no handler.
 */
export function serve<
  const Os extends Readonly<Record<string, unknown>>,
  const Mode extends ValidationMode = "throw",
>(
  operations: Os,
  handlers: Handlers<Os, Mode>,
  options: ServeOptions<Mode> = {},
): (request: Request) => Promise<Response> {
  const { validate, onProblem = problemResponse, ...others } = options;
  const modes = typeof validate === "object" ? validate : { request: validate, response: validate };
  const handlerOf = new Map<Operation, Handler<Operation>>();
  for (const [name, operation] of Object.entries(operations)) {
    if (!isOperation(operation)) continue;
    const handler = own(handlers, name);
    if (typeof handler !== "function") {
      throw new TypeError(`the operation ${name} has no handler`);
    }
    // Its type was checked under its name.
    handlerOf.set(operation, handler as Handler<Operation>);
  }
  return async (request) => {
    const match = matchOperation(operations, request, options);
    if (match.problem) return onProblem(match.problem, request);
    const operation: Operation = match.operation;
    const reading = { ...others, path: match.path, validate: modes.request };
    const { call, problem } = await readRequest(operation, request, reading);
    if (problem) return onProblem(problem, request);
    const answer = await handlerOf.get(operation)?.(call, request);
    if (answer === undefined) throw new TypeError(`the handler of ${operation.id} has no answer`);
    const response =
      answer instanceof Response
        ? answer
        : writeAnswer(operation, answer, { ...others, validate: modes.response });
    return request.method === "HEAD" ? new Response(null, response) : response;
  };
}
