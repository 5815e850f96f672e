import type {
  AnyResult,
  HeadersOf,
  PromisedResult,
  ResultWith,
  StatusWithoutBody,
} from "./answer.js";
import type { BodyCodec, WrittenBody } from "./body.js";
import { checkAnswer, givenHeader, type GivenAnswer } from "./check-answer.js";
import { bodyCodecFor } from "./check-call.js";
import type { ValidationMode } from "./client-options.js";
import { hasNullBody, responseKey } from "./described-responses.js";
import { mediaTypeOf } from "./media-types.js";
import type { Operation } from "./operation.js";
import type { Parameter } from "./parameter.js";
import { reporterOf, type ServerOptions } from "./server-options.js";
import { isArray } from "./values.js";
import { bodyOptions, handleViolation } from "./violations.js";
import { writeJson } from "./write-body.js";

/** Options for checking a response. */
export interface ResponseOptions extends ServerOptions {
  /** What happens with a response that is not valid. Default: `"throw"`, so that it is not sent. */
  readonly validate?: ValidationMode | undefined;
}

/** Options for a response of the type `Result`. */
export type AnswerOptions<Result extends AnyResult, MediaType> = ResponseOptions & {
  readonly mediaType?: MediaType;
  readonly headers?: HeadersOf<Result>;
};

/**
 * Makes a response of an operation, and checks it.
 *
 * @param status - A status that the document describes, by itself, by its range or by `default`.
 * @param body - The body; none, if the document describes none for the status.
 * @param options - Among them `mediaType`, by default the first one that is described for the status and
 *   whose schema accepts the body; and `headers` by name: those that are described are written by their
 *   codecs, others are texts or lists of texts.
 * @throws {@link ValidationError} if the response is not what the document describes:
 *   `not a valid response 200 of GET /batches: body.data: missing, expected array`.
 * @throws TypeError if the body or a header cannot be written.
 */
export function respond<
  O extends Operation,
  S extends PromisedResult<O>["status"],
  M extends ResultWith<O, S>["mediaType"] = ResultWith<O, S>["mediaType"],
>(
  operation: O,
  status: S,
  body: ResultWith<O, S, M>["body"],
  options?: AnswerOptions<ResultWith<O, S, M>, M>,
): Response;
export function respond<O extends Operation, S extends StatusWithoutBody<O>>(
  operation: O,
  status: S,
  body?: undefined,
  options?: AnswerOptions<ResultWith<O, S, undefined>, undefined>,
): Response;
export function respond(
  operation: Operation,
  status: number,
  body?: unknown,
  options: AnswerOptions<AnyResult, string | undefined> = {},
): Response {
  return writeAnswer(operation, { ...options, status, body }, options);
}

/** Makes a response of an answer, as {@link respond} does. */
export function writeAnswer(
  operation: Operation,
  answer: GivenAnswer,
  options: ResponseOptions,
): Response {
  const { id, method, path, responses } = operation;
  const { status, body, mediaType } = answer;
  const { content = [], headers: described = [] } =
    responses[responseKey(operation, status) ?? ""] ?? {};
  const codec = codecFor(content, mediaType, body);
  const { validate = "throw" } = options;
  const reporter = reporterOf(options, false);
  const name = `response ${status} of ${method} ${path}`;
  const violation = { operation: id, direction: "response", status } as const;
  const issues = validate === "off" ? [] : checkAnswer(operation, answer, codec, reporter.options);
  if (issues.length > 0) handleViolation(reporter, validate, name, { ...violation, issues });
  const headers = writeHeaders(described, answer);
  if (body === undefined || hasNullBody(status)) return new Response(null, { status, headers });
  const { write, mediaType: range } = codec ?? undescribed;
  const written = write(body, bodyOptions(reporter, validate, name, violation));
  const contentType = (range.endsWith("*") ? mediaType : undefined) ?? written.contentType;
  if (contentType !== undefined) headers.set("Content-Type", contentType);
  // The types of some platforms lack bytes that another thread may share; all of them can send these.
  const sent = written.body as Exclude<WrittenBody["body"], Uint8Array>;
  return new Response(method === "HEAD" ? null : sent, { status, headers });
}

/** The codec for a media type; without one, the first whose schema accepts the body. */
function codecFor(
  content: readonly BodyCodec[],
  mediaType: string | undefined,
  body: unknown,
): BodyCodec | undefined {
  if (mediaType !== undefined) return bodyCodecFor(content, mediaTypeOf(mediaType));
  const [first] = content;
  return content.length > 1 ? (content.find(({ schema }) => schema.is(body)) ?? first) : first;
}

/** Writes a body that is not described, if that is allowed. */
const undescribed: Pick<BodyCodec, "write" | "mediaType"> = {
  mediaType: "*/*",
  write: (value) =>
    typeof value === "string"
      ? { body: value, contentType: "text/plain;charset=UTF-8" }
      : { body: writeJson(value), contentType: "application/json" },
};

/** Writes headers: those that are described by their codecs, others as they are. */
function writeHeaders(described: readonly Parameter[], answer: GivenAnswer): Headers {
  const headers = new Headers();
  const names = new Set<string>();
  for (const header of described) {
    const { name, codec } = header;
    const value = givenHeader(answer, header);
    names.add(name);
    if (value === undefined) continue;
    for (const text of codec.write(name, value, "header")) headers.append(name, text);
  }
  for (const [name, value] of Object.entries(answer.headers ?? {})) {
    if (names.has(name) || value === undefined) continue;
    for (const text of isArray(value) ? value : [value]) {
      if (typeof text !== "string") {
        throw new TypeError(`the header ${name} is not described: give it as text`);
      }
      headers.append(name, text);
    }
  }
  return headers;
}
