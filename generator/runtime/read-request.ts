import { checkCall } from "./check-call.js";
import type { ValidationMode } from "./client-options.js";
import type { Issue } from "./issue.js";
import { matchPath, type PathOptions, type RawPath } from "./match-operation.js";
import { preferredMediaType } from "./media-types.js";
import type { CallOf, Operation } from "./operation.js";
import { invalidRequest, problem, type Problem } from "./problem.js";
import { readParameters } from "./read-parameters.js";
import { receiveBody } from "./receive-body.js";
import { reporterOf, type ServerOptions } from "./server-options.js";
import { bodyOptions, handleViolation } from "./violations.js";

/** Options for reading a request. */
export interface RequestOptions<Mode extends ValidationMode = ValidationMode>
  extends ServerOptions, PathOptions {
  /** The values of the path that `matchOperation` found. Default: they are read from the URL. */
  readonly path?: RawPath | undefined;
  /**
   * Whether a request is read although its field `Accept` fits none of the responses, as RFC 9110 allows.
   * Default: false, so that it is a problem with status 406.
   */
  readonly ignoreAccept?: boolean | undefined;
  /** What a call that is not valid becomes. Default: `"throw"`, a problem with status 400. */
  readonly validate?: Mode | undefined;
}

/**
 * What a request sends to an operation, or the problem with it. In the mode `"report"` there are issues if
 * the call is not valid; in the mode `"off"` nothing is known about it.
 */
export type Received<O extends Operation, Mode extends ValidationMode = "throw"> =
  | { readonly problem: Problem; readonly call?: undefined; readonly issues?: undefined }
  | (Mode extends "throw"
      ? ValidCall<CallOf<O>>
      : Mode extends "report"
        ? ValidCall<CallOf<O>> | UncheckedCall<readonly Issue[]>
        : UncheckedCall<undefined>);

interface ValidCall<Call> {
  readonly call: Call;
  readonly issues?: undefined;
  readonly problem?: undefined;
}

interface UncheckedCall<Issues> {
  readonly call: unknown;
  readonly issues: Issues;
  readonly problem?: undefined;
}

/**
 * Reads what a request sends to an operation, and checks it: the parameters by location, and the body.
 *
 * Neither the method nor credentials are looked at. A body that is not described is not read. An empty body
 * is none, unless the request names its media type, which is described and is not JSON.
 *
 * @returns The call; or a problem: with the path (404), `Accept` (406), the media type of the body (415) or
 *   its size (413), or with the issues of all parameters and of the body (400).
 * @throws TypeError if the body was already read. `toRequest` copes with bodies that frameworks have read.
 */
export async function readRequest<O extends Operation, const Mode extends ValidationMode = "throw">(
  operation: O,
  request: Request,
  options: RequestOptions<Mode> = {},
): Promise<Received<O, Mode>> {
  const { validate = "throw" } = options;
  // The mode in the type of the options is the one by which the call is checked.
  return (await receive(operation, request, options, validate)) as Received<O, Mode>;
}

async function receive(
  operation: Operation,
  request: Request,
  options: RequestOptions,
  mode: ValidationMode,
): Promise<Received<Operation, ValidationMode>> {
  const { method, path: template, parameters = [] } = operation;
  const { headers, url } = request;
  const path = options.path ?? matchPath(operation, url, options);
  if (path === undefined) return { problem: problem(404, `This path is not one of ${template}.`) };
  const types = successTypes(operation);
  if (options.ignoreAccept !== true && types.length > 0) {
    if (preferredMediaType(types, headers.get("accept")) === undefined) {
      return { problem: problem(406, `Accept ${types.join(" or ")}.`) };
    }
  }
  const reporter = reporterOf(options, true);
  const name = `request of ${method} ${template}`;
  const violation = { operation: operation.id, direction: "request" } as const;
  const read = await receiveBody(
    operation.body,
    request,
    bodyOptions(reporter, mode, name, violation),
  );
  if (read.problem) return read;
  const groups = readParameters(parameters, {
    path,
    query: /\?([^#]*)/.exec(url)?.[1] ?? "",
    header: (each) => headers.get(each),
    cookie: headers.get("cookie"),
  });
  const call = { ...groups, ...read.members };
  const { body, ...others } = operation;
  // A body that cannot be read has no value to check.
  const checked = body && !read.issues ? operation : others;
  const found = mode === "off" ? [] : checkCall(checked, call, reporter.options);
  const issues = [...found, ...(read.issues ?? [])];
  if (issues.length === 0) return { call, issues: undefined };
  if (mode === "throw" || read.issues) return { problem: invalidRequest(issues) };
  handleViolation(reporter, mode, name, { ...violation, issues });
  return { call, issues };
}

/** The media types of successful responses; none, if one of them has no body. */
function successTypes({ responses }: Operation): readonly string[] {
  const keys = Object.keys(responses).filter((key) => key.startsWith("2"));
  const contents = (keys.length > 0 ? keys : ["default"]).map(
    (key) => responses[key]?.content ?? [],
  );
  return contents.some(({ length }) => length === 0)
    ? []
    : contents.flatMap((content) => content.map(({ mediaType }) => mediaType));
}
