import type { BodyCodec } from "./body.js";
import type { Parameter } from "./parameter.js";

/**
 * What an operation takes and answers: one description for the client and for the server.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#operation-object | OpenAPI 3.2, Operation Object}
 */
export interface Operation<Call = unknown, Result = unknown> {
  /** The `operationId`, or the name that it got: `listBatches`. */
  readonly id: string;
  /** The method in capitals: `GET`. */
  readonly method: string;
  /** The path template: `/batches/{batch_id}`. */
  readonly path: string;
  /** The parameters, those of the path item among them. Default: none. */
  readonly parameters?: readonly Parameter[];
  readonly body?: RequestBody;
  /** By status (`200`), range of statuses (`4XX`), or `default`. */
  readonly responses: Readonly<Record<string, ResponseDescription>>;
  /** The ways to authenticate, one of which is enough. Default: none is needed. */
  readonly security?: readonly SecurityRequirement[];
  /** The first one is used unless a client names another. Default: the URL of the document. */
  readonly servers?: readonly Server[];
  readonly isDeprecated?: boolean;
  /** Exists only for the types. */
  readonly "~types"?: { readonly call: Call; readonly result: Result } | undefined;
}

/** What is sent to an operation of the type `O`: the parameters by location, and the body. */
export type CallOf<O extends Operation> = NonNullable<O["~types"]>["call"];

/** What an operation of the type `O` answers: a union that `status` narrows. */
export type ResultOf<O extends Operation> = NonNullable<O["~types"]>["result"];

/** The body of a request. */
export interface RequestBody {
  /** Default: false. */
  readonly isRequired?: boolean;
  /** By media type, in the order of the document. The first one is sent unless a call names another. */
  readonly content: readonly BodyCodec[];
}

/** A response with one status, or with a status of a range. */
export interface ResponseDescription {
  readonly headers?: readonly Parameter[];
  /** By media type, in the order of the document. Default: there is no body. */
  readonly content?: readonly BodyCodec[];
}

/** A way to authenticate: all of these schemes together. */
export type SecurityRequirement = readonly {
  readonly scheme: SecurityScheme;
  /** The scopes or roles that it needs. */
  readonly scopes?: readonly string[];
}[];

/**
 * How the credentials of a scheme are sent.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#security-scheme-object | OpenAPI 3.2, Security Scheme Object}
 */
export type SecurityScheme = {
  /** The name in the document: `bearerAuth`. */
  readonly name: string;
} & (
  | { readonly type: "http"; readonly scheme: string }
  | {
      readonly type: "apiKey";
      readonly in: "query" | "header" | "cookie";
      readonly parameter: string;
    }
  | { readonly type: "oauth2" | "openIdConnect" | "mutualTLS" }
);

/** @see {@link https://spec.openapis.org/oas/v3.2.0.html#server-object | OpenAPI 3.2, Server Object} */
export interface Server {
  /** A URL, which may be relative and may have variables in braces. */
  readonly url: string;
  /** The variables of the URL. */
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}

/** A variable of the URL of a server. */
export interface ServerVariable {
  readonly default: string;
  readonly enum?: readonly string[];
}

/** A status that a response can have where a client or a server handles it. */
export type Status = StatusIn<"2" | "3" | "4" | "5">;

/** The statuses of a range: `StatusIn<"4">` for `4XX`. */
export type StatusIn<First extends "2" | "3" | "4" | "5"> =
  `${First}${Digit}${Digit}` extends infer Text
    ? Text extends `${infer Value extends number}`
      ? Value
      : never
    : never;

type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";

/** A result that the document describes. */
export interface DescribedResult<
  S extends number,
  MediaType extends string | undefined,
  Body,
  Headers = unknown,
> {
  readonly status: S;
  /** The media type of the body, in lower case and without parameters; undefined without a body. */
  readonly mediaType: MediaType;
  /** The headers that the document describes, by the names that it gives them. */
  readonly headers: Headers;
  readonly body: Body;
}

/** A result with a status that the document does not describe. */
export interface OtherResult<S extends number> {
  readonly status: S;
  readonly mediaType: string | undefined;
  readonly headers: unknown;
  /** The JSON value, if the media type is JSON; otherwise the text. */
  readonly body: unknown;
}
