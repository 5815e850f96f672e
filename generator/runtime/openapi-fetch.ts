import type { ValidationOptions } from "./issue.js";
import { readJson, withCause } from "./parse.js";
import type { ModelSchema } from "./schema.js";
import { ValidationError } from "./validation-error.js";

/** Schemas by media type or range of media types; null where anything may be. */
type Content = Readonly<Record<string, ModelSchema<unknown> | null>>;

/** Bodies of responses: by path, method, status or range of statuses, and media type. */
export type ResponseTable = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, Content>>>>>
>;

/** What the middleware is told about a response, as far as it looks into it. */
export interface ReceivedResponse {
  readonly schemaPath: string;
  readonly request: { readonly method: string };
  readonly options: { readonly parseAs: string };
  readonly response: {
    readonly status: number;
    readonly ok: boolean;
    readonly headers: { readonly get: (name: string) => string | null };
    readonly clone: () => { readonly text: () => Promise<string> };
  };
}

/** A middleware of openapi-fetch. */
export interface ResponseMiddleware {
  readonly onResponse: (received: ReceivedResponse) => Promise<undefined>;
}

/**
 * Makes a middleware that lets no response pass whose JSON is not what a table says. What the table
 * says nothing about passes, and so does what the client does not read as JSON.
 */
export function checkResponses(
  table: ResponseTable,
  options?: ValidationOptions,
): ResponseMiddleware {
  return {
    onResponse: async ({ schemaPath, request: { method }, options: { parseAs }, response }) => {
      const { status, ok, headers } = response;
      // An error is always read as JSON.
      if (hasNoBody(method, status) || (ok && parseAs !== "json")) return;
      const type = mediaTypeOf(headers.get("content-type") ?? "");
      if (!isJson(type)) return;
      const schema = findSchema(table, schemaPath, method, status, type);
      if (schema === undefined) return;
      const json = readJson(await response.clone().text(), 1, options);
      const issues = json.issue ? [json.issue] : schema.validate(json.value, options).issues;
      if (issues === undefined) return;
      const place = `response ${status} of ${method} ${schemaPath}`;
      throw withCause(new ValidationError(`${schema.name} in ${place}`, issues), json.cause);
    },
  };
}

/** https://fetch.spec.whatwg.org/#null-body-status */
function hasNoBody(method: string, status: number): boolean {
  return method === "HEAD" || [204, 205, 304].includes(status);
}

/** A media type without its parameters. */
function mediaTypeOf(contentType: string): string {
  const [type = ""] = contentType.split(";");
  return type.trim().toLowerCase();
}

/** https://mimesniff.spec.whatwg.org/#json-mime-type */
function isJson(mediaType: string): boolean {
  return /^(?:application|text)\/json$|^[^/]+\/[^/]+\+json$/.test(mediaType);
}

/** What the body of a response has to be, where that is described. */
function findSchema(
  table: ResponseTable,
  path: string,
  method: string,
  status: number,
  mediaType: string,
): ModelSchema<unknown> | undefined {
  const responses = firstOf(firstOf(table, path), method);
  const content = firstOf(responses, String(status), `${Math.floor(status / 100)}XX`, "default");
  return firstOf(content, mediaType, mediaType.replace(/\/.*/, "/*"), "*/*") ?? undefined;
}

/** The first of some members that an object has itself. */
function firstOf<Value>(
  object: Readonly<Record<string, Value>> | undefined,
  ...names: readonly string[]
): Value | undefined {
  const name = object && names.find((each) => Object.prototype.hasOwnProperty.call(object, each));
  return name === undefined ? undefined : object?.[name];
}
