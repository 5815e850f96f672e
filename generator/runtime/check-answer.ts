import type { BodyCodec } from "./body.js";
import { addMissing, isParameter, placeOf } from "./check-call.js";
import { collect, report, type Path } from "./collect.js";
import { hasNullBody, responseKey } from "./described-responses.js";
import type { Issue, ValidationOptions } from "./issue.js";
import type { Operation, ResponseDescription } from "./operation.js";
import type { Parameter } from "./parameter.js";
import { isObject, own } from "./values.js";

/** A result as a server gives it, before it is checked. */
export interface GivenAnswer {
  readonly status: number;
  readonly mediaType?: string | undefined;
  readonly headers?: unknown;
  readonly body?: unknown;
}

/** The value that is given for a header. */
export function givenHeader({ headers }: GivenAnswer, { name }: Parameter): unknown {
  return isObject(headers) ? own(headers, name) : undefined;
}

/**
 * Returns the issues of what a server answers; none, if it is what the document describes.
 *
 * @param codec - The codec for the body; undefined, if the media type is not described.
 */
export function checkAnswer(
  operation: Operation,
  answer: GivenAnswer,
  codec: BodyCodec | undefined,
  options: ValidationOptions,
): readonly Issue[] {
  const { method, responses } = operation;
  const { status, body } = answer;
  const key = responseKey(operation, status);
  const described: ResponseDescription | undefined = key === undefined ? key : responses[key];
  const { content = [], headers = [] } = described ?? {};
  // A response to HEAD may have what it would have to GET.
  const isEmpty = content.length === 0 || hasNullBody(status) || method === "HEAD";
  const isBody = isEmpty
    ? body === undefined
    : body !== undefined && codec?.schema.is(body) === true;
  const areHeaders = headers.every((each) => isParameter(each, givenHeader(answer, each)));
  if (described && isBody && areHeaders) return [];
  const place = `${placeOf(operation)}/responses`;
  const collector = (_: unknown, at: Path): void => {
    if (!described) return report([at, "status"], "responses", statuses(responses), status, place);
    if (!isBody) collectBody([at, "body"], `${place}/${key}/content`);
    for (const each of headers) collectHeader(each, [at, "headers"], `${place}/${key}/headers`);
  };
  const collectBody = (path: Path, at: string): void => {
    if (isEmpty) report(path, "content", "no body", body, at);
    else if (body === undefined) addMissing(path, "a body", at);
    else if (codec) codec.schema["~collect"](body, [path[0], "body", codec.schema]);
    else {
      const types = content.map(({ mediaType }) => mediaType);
      report([path[0], "mediaType"], "content", types, answer.mediaType, at);
    }
  };
  const collectHeader = (header: Parameter, at: Path, schemaPath: string): void => {
    const value = givenHeader(answer, header);
    if (isParameter(header, value)) return;
    const path: Path = [at, header.name, header.schema];
    if (value === undefined) addMissing(path, "a value", schemaPath);
    else header.schema["~collect"](value, path);
  };
  return collect({ "~collect": collector, "~place": place }, answer, options);
}

/** The statuses that are described, as the document writes them. */
function statuses(responses: Operation["responses"]): string {
  return Object.keys(responses).join(" or ");
}
