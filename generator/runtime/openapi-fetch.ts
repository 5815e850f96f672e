import type { Issue } from "./issue.js";
import { readJson, withCause, type JsonOptions } from "./parse.js";
import type { ModelSchema } from "./schema.js";
import { ValidationError } from "./validation-error.js";

/**
 * Schemas by media type or range of media types; several, if only parameters distinguish them;
 * null, if anything is allowed, or the body is not JSON.
 */
type Content = Readonly<
  Record<string, ModelSchema<unknown> | readonly ModelSchema<unknown>[] | null>
>;

/** Bodies of responses: by path, method, status or range of statuses, and media type. */
export type ResponseTable = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, Content>>>>>
>;

/** The headers of a response. */
interface ReceivedHeaders {
  readonly get: (name: string) => string | null;
}

/** The members of the argument of the middleware that it reads. */
export interface ReceivedResponse {
  readonly schemaPath: string;
  readonly request: { readonly method: string };
  readonly options: { readonly parseAs: string };
  readonly response: {
    readonly status: number;
    readonly ok: boolean;
    readonly headers: ReceivedHeaders;
    readonly clone: () => { readonly text: () => Promise<string> };
  };
}

/** A middleware of openapi-fetch. */
export interface ResponseMiddleware {
  readonly onResponse: (received: ReceivedResponse) => Promise<undefined>;
}

/**
 * Makes a middleware that checks the bodies that openapi-fetch parses as JSON, whatever their media
 * type: those of successful responses, unless `parseAs` is not JSON, and those of all other
 * responses. Responses that are not in the table pass.
 */
export function checkResponses(table: ResponseTable, options?: JsonOptions): ResponseMiddleware {
  return {
    onResponse: async ({ schemaPath, request: { method }, options: { parseAs }, response }) => {
      const { status, ok, headers } = response;
      if (hasNoBody(method, status) || (ok && parseAs !== "json")) return;
      const type = mediaTypeOf(headers.get("content-type") ?? "");
      const content = findContent(table, schemaPath, method, status);
      const described = nameIn(content, type, type.replace(/\/.*/, "/*"), "*/*");
      // A response with a media type that is not described may be any of the described ones.
      const expected = described === undefined ? jsonTypesOf(content) : [described];
      const schemas = expected.flatMap((each) => content[each] ?? []);
      const [first] = schemas;
      if (first === undefined || expected.some((each) => content[each] === null)) return;
      const text = isEmpty(headers) ? "" : await response.clone().text();
      const { value, issue, cause } = readJson(text, 1, options);
      const isOther = cause !== undefined && !isJson(type);
      // The client returns an error that is not JSON as text.
      const given = isOther && !ok && described !== undefined ? text : value;
      if (given !== undefined && schemas.some((schema) => schema.is(given))) return;
      const textIssue = isOther && text !== "" ? mediaTypeIssue(type, expected) : issue;
      const issues = textIssue ? [textIssue] : (first.validate(value, options).issues ?? []);
      const place = `response ${status} of ${method} ${schemaPath}`;
      throw withCause(new ValidationError(`${first.name} in ${place}`, issues), cause, options);
    },
  };
}

/** The issue of a body that is not JSON and has a media type that is not described. */
function mediaTypeIssue(type: string, described: readonly string[]): Issue {
  const expected = described.map((each) => (each.endsWith("*") ? "JSON" : each)).join(" or ");
  const received = type === "" ? "no media type" : `media type ${type.slice(0, 60)}`;
  const message = `has ${received}, expected ${expected}`;
  return { path: [], pointer: "", keyword: "json", message, expected, received, schemaPath: "" };
}

/** https://fetch.spec.whatwg.org/#null-body-status */
function hasNoBody(method: string, status: number): boolean {
  return method === "HEAD" || [0, 204, 205, 304].includes(status);
}

/** Whether the client does not read the body, because its declared length is 0. */
function isEmpty(headers: ReceivedHeaders): boolean {
  const isChunked = headers.get("transfer-encoding")?.includes("chunked") === true;
  return headers.get("content-length") === "0" && !isChunked;
}

/** A media type without its parameters. */
function mediaTypeOf(contentType: string): string {
  const [type = ""] = contentType.split(";");
  return type.trim().toLowerCase();
}

function isJson(mediaType: string): boolean {
  return /\bjson$/.test(mediaType);
}

/** The media types among those of a response that openapi-fetch can read. */
function jsonTypesOf(content: Content): readonly string[] {
  return Object.keys(content).filter(
    (type) => isJson(type) || type === "application/*" || type === "*/*",
  );
}

/** The schemas of a response, by media type. */
function findContent(table: ResponseTable, path: string, method: string, status: number): Content {
  const responses = memberOf(memberOf(table, path), method);
  return memberOf(responses, String(status), `${Math.floor(status / 100)}XX`, "default") ?? {};
}

/** The first of some members that an object has as its own. */
function memberOf<Value>(
  object: Readonly<Record<string, Value>> | undefined,
  ...names: readonly string[]
): Value | undefined {
  const name = object && nameIn(object, ...names);
  return name === undefined ? undefined : object?.[name];
}

/** The first of some names that an object has as its own. */
function nameIn(object: object, ...names: readonly string[]): string | undefined {
  return names.find((each) => Object.prototype.hasOwnProperty.call(object, each));
}
