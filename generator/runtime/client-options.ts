import type { BodyOptions } from "./body.js";
import type { Issue } from "./issue.js";
import type { DescribedResult, Operation, ResultOf } from "./operation.js";

/**
 * What happens with values that are not valid: they are errors; or they are reported, and used as they
 * are; or nothing is checked.
 */
export type ValidationMode = "throw" | "report" | "off";

/** Passes a request on; its response may be another one, and `next` may be called again. */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
) => Promise<Response>;

/** Where a request has its credentials. */
export interface CredentialTarget {
  /** Pairs of the query. */
  readonly query: string[];
  /** Pairs of the header `Cookie`. */
  readonly cookies: string[];
  readonly setHeader: (name: string, value: string) => void;
}

/**
 * Sends a request with credentials: `credentials({ … })` makes one.
 *
 * @param attempt - Sends the request, each time anew, with what a function adds to it.
 * @param isRepeatable - Whether the request can be sent more than once: a stream cannot.
 */
export type Authenticate = (
  operation: Operation,
  attempt: (addTo: (target: CredentialTarget) => void) => Promise<Response>,
  isRepeatable: boolean,
) => Promise<Response>;

/** Headers by name; undefined removes one. */
export type HeaderFields = Readonly<Record<string, string | undefined>>;

/** What was not valid in a request or in a response. */
export interface Violation {
  /** The `operationId`: `listBatches`. */
  readonly operation: string;
  readonly direction: "request" | "response";
  /** The status of the response. */
  readonly status?: number;
  readonly issues: readonly Issue[];
}

/** How values are checked: in the same way, or for requests and responses apart. */
export type Validate =
  | ValidationMode
  | {
      /** Default: `"throw"`. */
      readonly request?: ValidationMode | undefined;
      /** Default: `"throw"`. */
      readonly response?: ValidationMode | undefined;
    };

/** The mode of responses. */
export type ResponseMode<V extends Validate> = V extends ValidationMode
  ? V
  : V extends { readonly response?: infer Mode }
    ? Mode extends ValidationMode
      ? Mode
      : "throw"
    : "throw";

/** Options for all requests of a client, and for how their bodies are checked. */
export interface ClientOptions<V extends Validate = Validate> extends Omit<
  BodyOptions,
  "onInvalidItem"
> {
  /**
   * The URL before the paths of operations: `https://api.example.com/v1`. Its path and its query are
   * kept. Default: the first server of each operation, with the defaults of its variables.
   */
  readonly baseUrl?: string | URL | undefined;
  /** Sends a request. Default: the global `fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Headers of all requests. */
  readonly headers?: HeaderFields | undefined;
  /**
   * Adds credentials to requests: `credentials({ bearerAuth: token })`. Without it, operations that need
   * some are not sent.
   */
  readonly auth?: Authenticate | undefined;
  /**
   * What all requests pass through, in this order, with the credentials in place. To send a request
   * twice, send clones: `next(request.clone())`.
   */
  readonly middleware?: readonly Middleware[] | undefined;
  /** How values are checked. Default: `"throw"`. */
  readonly validate?: V | undefined;
  /**
   * Is called in the mode `"report"`: once in a time window for each keyword at a place of the document,
   * for each operation, direction and status.
   */
  readonly onViolation?: ((violation: Violation) => void) | undefined;
  /** The time window of reports, in milliseconds. Default: 60,000. */
  readonly violationWindow?: number | undefined;
}

/** Options for one request. */
export interface SendOptions {
  /** Aborts the request and the reading of its response: `AbortSignal.timeout(5000)`. */
  readonly signal?: AbortSignal | undefined;
  /** Headers of this request, over all others. */
  readonly headers?: HeaderFields | undefined;
  /** The header `Accept`. Default: the media types of the responses, in the order of the document. */
  readonly accept?: string | undefined;
  /**
   * The URL of another server: `serverUrl(server, { region: "eu" })`. A relative one begins at the base
   * URL.
   */
  readonly server?: string | URL | undefined;
}

/** A client: its options, and what it remembers. */
export interface Client<Mode extends ValidationMode = ValidationMode> {
  readonly options: ClientOptions;
  /** How the values of requests are checked. */
  readonly request: ValidationMode;
  /** How the values of responses are checked. */
  readonly response: Mode;
  /** When each violation was reported last. */
  readonly reported: Map<string, number>;
}

/**
 * The result of sending a request for an operation of the type `O`: a union that `status` narrows. Its
 * parts have the types of the document if they are checked.
 */
export type Sent<O extends Operation, Mode extends ValidationMode> = SentResult<ResultOf<O>, Mode>;

type SentResult<Result, Mode extends ValidationMode> = Result extends AnyResult
  ? { readonly response: Response } & (Mode extends "throw"
      ? Result
      : Mode extends "report"
        ? Valid<Result> | Invalid<Result["status"]>
        : Unchecked<Result["status"]>)
  : never;

type AnyResult = DescribedResult<number, string | undefined, unknown>;

/** A result without issues. The items of a stream come later, so that nothing is known of them. */
type Valid<Result extends AnyResult> =
  Result["body"] extends AsyncIterable<unknown>
    ? Omit<Result, "body"> & { readonly body: AsyncIterable<unknown>; readonly issues?: undefined }
    : Result & { readonly issues?: undefined };

/** A result of which nothing is known but the status. */
interface Unchecked<Status> {
  readonly status: Status;
  readonly mediaType: string | undefined;
  readonly headers: unknown;
  readonly body: unknown;
}

/** A result that is not valid, with the reasons. */
interface Invalid<Status> extends Unchecked<Status> {
  readonly issues: readonly Issue[];
}
