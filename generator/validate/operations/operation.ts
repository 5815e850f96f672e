import type { Place } from "../../core/place.js";
import type { Document } from "../../openapi/document.js";
import { isJsonMediaType } from "../../openapi/media-type.js";
import { memberOf, membersOf, rootOf, type Found } from "../../openapi/navigate.js";
import {
  bodiesOf,
  pathOperations,
  responsesOf,
  type ResponseBody,
  type ResponseContent,
} from "../../openapi/operations.js";
import type { SampledSchema } from "../sample.js";
import { parsePathTemplate, type PathTemplate } from "./path-template.js";

/** An operation of a document, as far as recordings are compared with it. */
export interface Operation {
  /** What it is called in reports: `POST /batches`. */
  readonly name: string;
  readonly operationId?: string;
  /** The method as a request has it: `GET`. */
  readonly method: string;
  readonly template: PathTemplate;
  /** Where its servers are. */
  readonly servers: readonly Server[];
  readonly request: readonly ResponseBody[];
  readonly responses: readonly ResponseContent[];
}

/** A server, as a document names it. */
export interface Server {
  /** Without a port where it is the usual one; undefined, if the URL is relative or has variables there. */
  readonly host?: string;
  /** What comes before the paths of the document: `/v1`, or nothing. */
  readonly base: PathTemplate;
}

/** A schema that a recorded body has to be valid under. */
export interface BodySchema extends SampledSchema {
  /** `POST /batches 200`, or `POST /batches request` */
  readonly subject: string;
}

/**
 * The operations of a document.
 *
 * https://spec.openapis.org/oas/v3.1.1.html#operation-object
 */
export function readOperations(document: Document): readonly Operation[] {
  return pathOperations(document).map(({ path, method, pathItem, operation }) => {
    const { operationId } = operation.value;
    const request = memberOf(document, operation, "requestBody");
    return {
      name: `${method} ${path}`,
      ...(typeof operationId === "string" && { operationId }),
      method,
      template: parsePathTemplate(path),
      servers: serversOf(document, [operation, pathItem, rootOf(document)]),
      request: request === undefined ? [] : bodiesOf(document, request),
      responses: responsesOf(document, operation),
    };
  });
}

/**
 * The servers of an operation: the innermost list wins.
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

/** The schema of a response; of a media type that is not known, the first body that is JSON. */
export function responseSchema(
  { name, responses }: Operation,
  status: number,
  mediaType?: string,
): BodySchema | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, "default"];
  const response = keys
    .map((key) => responses.find((each) => each.status === key))
    .find((each) => each !== undefined);
  const schema = response && schemaOf(response.bodies, mediaType);
  return schema && { schema, direction: "response", subject: `${name} ${status}` };
}

/** The schema of a request; of a media type that is not known, the first body that is JSON. */
export function requestSchema(
  { name, request }: Operation,
  mediaType?: string,
): BodySchema | undefined {
  const schema = schemaOf(request, mediaType);
  return schema && { schema, direction: "request", subject: `${name} request` };
}

function schemaOf(
  bodies: readonly ResponseBody[],
  mediaType: string | undefined,
): Place | undefined {
  const wanted: readonly ((type: string) => boolean)[] =
    mediaType === undefined
      ? [isJsonMediaType, (type) => type === "application/*", (type) => type === "*/*"]
      : [mediaType, mediaType.replace(/\/.*/, "/*"), "*/*"].map((name) => (type) => type === name);
  const body = wanted
    .map((isWanted) => bodies.find((each) => isWanted(each.mediaType)))
    .find((each) => each !== undefined);
  return body?.schema;
}
