import { inputError, type InputError } from "../../core/failure.js";
import type { Document } from "../../openapi/document.js";
import { mediaTypeOf } from "../../openapi/media-type.js";
import type { ResponseBody } from "../../openapi/operations.js";
import { suggestNames } from "../suggest.js";
import { operationFinder } from "./find-operation.js";
import {
  bodyWith,
  readOperations,
  readWebhooks,
  responseWith,
  type BodySchema,
  type OperationBodies,
} from "./operation.js";

/** A body of a request or a response of an operation. */
export interface OperationBody {
  /** An `operationId`, or a method and a path: `GET /orders`. */
  readonly operation: string;
  /**
   * The status of the response: `200`, even if the document describes it by `2XX` or `default`. Default:
   * the only successful response with such a body.
   */
  readonly status?: number | string | undefined;
  /** Whether to use the body of the request, instead of a response. Default: false. */
  readonly request?: boolean | undefined;
  /** The media type of the body. Default: the first that is JSON. */
  readonly mediaType?: string | undefined;
}

/**
 * Finds the schema of a body.
 *
 * @throws {InputError} If the operation, the status, the media type or the body does not exist, with
 *   those that exist.
 */
export function findBody(wanted: OperationBody, document: Document): BodySchema {
  const operation = findOperation(wanted.operation, document);
  const { name } = operation;
  if (wanted.request === true) {
    const subject = `the request of ${name}`;
    const schema = schemaOf(operation.request, wanted.mediaType, subject);
    return { schema, direction: "request", subject: `${name} request` };
  }
  const response = responseOf(wanted, operation);
  const subject = `the response ${response.status} of ${name}`;
  const schema = schemaOf(response.bodies, wanted.mediaType, subject);
  return { schema, direction: "response", subject: `${name} ${response.status}` };
}

function findOperation(name: string, document: Document): OperationBodies {
  const operations = readOperations(document);
  const webhooks = readWebhooks(document);
  const found = operationFinder(operations, webhooks).byName(name);
  if (found !== undefined) return found;
  const all = [...operations, ...webhooks];
  const names = all.flatMap((each) => (each.operationId === undefined ? [] : [each.operationId]));
  const byPath = all.map((each) => each.name);
  throw problem(
    "unknown-operation",
    `the document has no operation ${JSON.stringify(name)}`,
    all.length === 0
      ? "name a model instead, with `--model`"
      : suggestNames(name, /\s|\//.test(name) || names.length === 0 ? byPath : names),
  );
}

function responseOf(
  { status, mediaType }: OperationBody,
  { name, responses }: OperationBodies,
): OperationBodies["responses"][number] {
  const all = responses.map((each) => each.status);
  const statuses = all.length === 0 ? "it has no responses" : `it has ${listed(all)}`;
  if (status === undefined) {
    const all2xx = responses.filter((each) => each.status.startsWith("2"));
    const fitting = all2xx.filter(({ bodies }) => bodyWith(mediaTypeIn(mediaType), bodies)?.schema);
    const [only, ...others] = fitting.length > 0 ? fitting : all2xx;
    if (only !== undefined && others.length === 0) return only;
    const which = only === undefined ? "no successful response" : "several successful responses";
    throw problem("unknown-status", `${name} has ${which}`, `name the status: ${statuses}`);
  }
  const written = String(status);
  const key = /^[1-5]xx$/i.test(written) ? written.toUpperCase() : written.toLowerCase();
  const found = responseWith(key, responses);
  if (found !== undefined) return found;
  throw problem("unknown-status", `${name} has no response with the status ${written}`, statuses);
}

function schemaOf(
  bodies: readonly ResponseBody[],
  mediaType: string | undefined,
  subject: string,
): BodySchema["schema"] {
  if (bodies.length === 0) {
    throw problem("no-body", `${subject} has no body`, "name another response, or a model");
  }
  const types = `it has ${listed(bodies.map((each) => each.mediaType))}`;
  const body = bodyWith(mediaTypeIn(mediaType), bodies);
  if (body === undefined && mediaType === undefined) {
    throw problem("no-body", `${subject} has no JSON body`, `name another media type: ${types}`);
  }
  if (body === undefined) {
    throw problem("no-body", `${subject} has no body in ${mediaType}`, types);
  }
  if (body.schema === undefined) {
    const message = `${subject} has a body in ${body.mediaType} without a schema`;
    throw problem(
      "no-body",
      message,
      "every value is valid there: name another media type, or a model",
    );
  }
  return body.schema;
}

function mediaTypeIn(written: string | undefined): string | undefined {
  return written === undefined ? undefined : mediaTypeOf(written);
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

function problem(
  code: "unknown-operation" | "unknown-status" | "no-body",
  message: string,
  help: string,
): InputError {
  return inputError([{ code, message, help }]);
}
