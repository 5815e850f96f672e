import type { Direction } from "../../core/direction.js";
import type { Place } from "../../core/place.js";
import type { Document } from "../../openapi/document.js";
import { isJsonMediaType } from "../../openapi/media-type.js";
import { memberOf, membersOf, rootOf, type Found } from "../../openapi/navigate.js";
import {
  bodiesOf,
  operationsOf,
  pathOperations,
  responsesOf,
  type ResponseBody,
  type ResponseContent,
} from "../../openapi/operations.js";
import { parsePathTemplate, type PathTemplate } from "./path-template.js";

/** The bodies of the request and the responses of an operation. */
export interface OperationBodies {
  /** Its name in reports: `POST /batches`. */
  readonly name: string;
  readonly operationId?: string;
  readonly request: readonly ResponseBody[];
  readonly responses: readonly ResponseContent[];
}

/** An operation of a document, as far as it is needed to match recorded requests. */
export interface Operation extends OperationBodies {
  /** The method in capitals: `GET`. */
  readonly method: string;
  readonly template: PathTemplate;
  /** Its servers. */
  readonly servers: readonly Server[];
}

/** A server, as a document names it. */
export interface Server {
  /** The host, without a default port; undefined if the URL is relative or has variables in the host. */
  readonly host?: string;
  /** The path before the paths of the document: `/v1`, or empty. */
  readonly base: PathTemplate;
}

/** The schema that a body has to match. */
export interface BodySchema {
  readonly schema: Place;
  /** The direction that the body is sent in; undefined for the model of both directions. */
  readonly direction: Direction | undefined;
  /** `POST /batches 200`, or `POST /batches request` */
  readonly subject: string;
}

/**
 * Returns the operations of a document.
 *
 * https://spec.openapis.org/oas/v3.1.1.html#operation-object
 */
export function readOperations(document: Document): readonly Operation[] {
  return pathOperations(document).map(({ path, method, pathItem, operation }) => ({
    ...bodiesAround(document, operation, `${method} ${path}`),
    method,
    template: parsePathTemplate(path),
    servers: serversOf(document, [operation, pathItem, rootOf(document)]),
  }));
}

/** Returns the operations of webhooks, which have names instead of paths: `POST orderShipped`. */
export function readWebhooks(document: Document): readonly OperationBodies[] {
  return membersOf(document, rootOf(document), "webhooks").flatMap(([name, pathItem]) =>
    operationsOf(document, pathItem).map(([method, operation]) =>
      bodiesAround(document, operation, `${method} ${name}`),
    ),
  );
}

function bodiesAround(document: Document, operation: Found, name: string): OperationBodies {
  const { operationId } = operation.value;
  const request = memberOf(document, operation, "requestBody");
  return {
    name,
    ...(typeof operationId === "string" && { operationId }),
    request: request === undefined ? [] : bodiesOf(document, request),
    responses: responsesOf(document, operation),
  };
}

/**
 * Returns the servers of an operation: the innermost list overrides the others.
 *
 * https://spec.openapis.org/oas/v3.1.1.html#server-object
 */
function serversOf(document: Document, around: readonly Found[]): readonly Server[] {
  const lists = around.map((each) => membersOf(document, each, "servers"));
  const list = lists.find((each) => each.length > 0) ?? [];
  return list.flatMap(([, { value }]) => {
    const { url } = value;
    return typeof url === "string" ? [serverOf(url)] : [];
  });
}

function serverOf(url: string): Server {
  const [, authority, path = ""] =
    /^(?:[a-z][a-z\d+.-]*:)?(?:\/\/([^/?#]*))?([^?#]*)/i.exec(url) ?? [];
  const base = parsePathTemplate(path.replace(/\/+$/, ""));
  const host = authority
    ?.replace(/^.*@/, "")
    .replace(/:(?:80|443)$/, "")
    .toLowerCase();
  return host === undefined || host === "" || host.includes("{") ? { base } : { host, base };
}

/** Returns the schema of a response. Without a media type, it is that of the first JSON body. */
export function responseSchema(
  { name, responses }: OperationBodies,
  status: number,
  mediaType?: string,
): BodySchema | undefined {
  const response = responseWith(String(status), responses);
  const schema = response && schemaOf(response.bodies, mediaType);
  return schema && { schema, direction: "response", subject: `${name} ${status}` };
}

/**
 * Returns the response for a status: exact, by its range, or the default.
 *
 * @param status Such as `200`, or a key of responses: `2XX`, `default`.
 */
export function responseWith(
  status: string,
  responses: readonly ResponseContent[],
): ResponseContent | undefined {
  const range = /^[1-5]\d\d$/.test(status) ? [`${status.charAt(0)}XX`, "default"] : [];
  return [status, ...range]
    .map((key) => responses.find((each) => each.status === key))
    .find((each) => each !== undefined);
}

/** Returns the schema of a request. Without a media type, it is that of the first JSON body. */
export function requestSchema(
  { name, request }: OperationBodies,
  mediaType?: string,
): BodySchema | undefined {
  const schema = schemaOf(request, mediaType);
  return schema && { schema, direction: "request", subject: `${name} request` };
}

function schemaOf(
  bodies: readonly ResponseBody[],
  mediaType: string | undefined,
): Place | undefined {
  return bodyWith(mediaType, bodies)?.schema;
}

/** Returns the body with a media type. Without a media type, it is the first JSON body. */
export function bodyWith(
  mediaType: string | undefined,
  bodies: readonly ResponseBody[],
): ResponseBody | undefined {
  const wanted: readonly ((type: string) => boolean)[] =
    mediaType === undefined
      ? [isJsonMediaType, (type) => type === "application/*", (type) => type === "*/*"]
      : [mediaType, mediaType.replace(/\/.*/, "/*"), "*/*"].map((name) => (type) => type === name);
  return wanted
    .map((isWanted) => bodies.find((each) => isWanted(each.mediaType)))
    .find((each) => each !== undefined);
}
