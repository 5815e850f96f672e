import type { DescribedResult, Operation, ResultOf } from "./operation.js";

/** Any result that a document can describe. */
export type AnyResult = DescribedResult<number, string | undefined, unknown>;

/** The results that the document describes for an operation of the type `O`. */
export type PromisedResult<O extends Operation> = Promised<ResultOf<O>>;

// Only the result of a status that is not described has any media type or none.
type Promised<Result> = unknown extends Result
  ? AnyResult
  : Result extends AnyResult
    ? [string | undefined] extends [Result["mediaType"]]
      ? never
      : Result
    : never;

/** The results with one of the statuses `S`, and one of the media types `M`. */
export type ResultWith<O extends Operation, S, M = unknown> = WithParts<PromisedResult<O>, S, M>;

type WithParts<Result, S, M> = Result extends AnyResult
  ? S extends Result["status"]
    ? unknown extends M
      ? Result
      : M extends Result["mediaType"]
        ? Result
        : never
    : never
  : never;

/** The statuses of results that have no body. */
export type StatusWithoutBody<O extends Operation> = WithoutBody<PromisedResult<O>>["status"];

type WithoutBody<Result extends AnyResult> = Result extends AnyResult
  ? undefined extends Result["body"]
    ? Result
    : never
  : never;

/**
 * What a server answers to a call of an operation of the type `O`: a result that the document describes.
 * Without `mediaType`, it is the first one that is described for the status and whose schema accepts the
 * body.
 */
export type Answer<O extends Operation> = AnswerOf<PromisedResult<O>>;

type AnswerOf<Result> = Result extends AnyResult
  ? { readonly status: Result["status"]; readonly mediaType?: Result["mediaType"] } & BodyMember<
      Result["body"]
    > &
      HeadersMember<Result>
  : never;

type BodyMember<Body> = [Body] extends [undefined]
  ? { readonly body?: undefined }
  : { readonly body: Body };

type HeadersMember<Result extends AnyResult> = object extends Result["headers"]
  ? { readonly headers?: HeadersOf<Result> }
  : { readonly headers: HeadersOf<Result> };

/**
 * The headers of a result: those that are described, and others as text, or as texts for a field that may
 * be there more than once.
 */
export type HeadersOf<Result extends AnyResult> = (unknown extends Result["headers"]
  ? object
  : Result["headers"]) &
  Readonly<Record<string, unknown>>;
