import { ownMember } from "../core/json.js";
import type { Document } from "./document.js";
import { below, type Place } from "../core/place.js";
import { entriesOf, type Entry } from "./entries.js";
import { mediaTypeOf } from "./media-type.js";
import { fieldsOf } from "./objects.js";
import { memberOf, membersOf, rootOf, type Found } from "./navigate.js";

/** The responses of one operation. */
export interface OperationResponses {
  /** The path template: `/batches/{batch_id}`. */
  readonly path: string;
  /** The method in capitals: `GET`. */
  readonly method: string;
  readonly responses: readonly ResponseContent[];
}

/** The bodies of a response. */
export interface ResponseContent {
  /** A status, a range such as `4XX`, or `default`. */
  readonly status: string;
  readonly bodies: readonly ResponseBody[];
}

/** The body of a response, or of a request, in one media type. */
export interface ResponseBody {
  /** A media type or a range, without parameters and in lower case. */
  readonly mediaType: string;
  /** The place of its schema, if it has one. */
  readonly schema?: Place;
}

/**
 * Returns the responses of the operations under `paths`.
 *
 * https://spec.openapis.org/oas/v3.1.1.html#responses-object
 */
export function operationResponses(document: Document): readonly OperationResponses[] {
  return pathOperations(document).map(({ path, method, operation }) => ({
    path,
    method,
    responses: responsesOf(document, operation),
  }));
}

/** An operation, with its path and method. */
export interface PathOperation {
  /** The path template: `/batches/{batch_id}`. */
  readonly path: string;
  /** The method in capitals: `GET`. */
  readonly method: string;
  readonly pathItem: Found;
  readonly operation: Found;
}

/** Returns the operations under `paths`. */
export function pathOperations(document: Document): readonly PathOperation[] {
  return membersOf(document, rootOf(document), "paths").flatMap(([path, pathItem]) =>
    operationsOf(document, pathItem).map(([method, operation]) => ({
      path,
      method,
      pathItem,
      operation,
    })),
  );
}

/** Returns the responses of an operation, with references followed. */
export function responsesOf(document: Document, operation: Found): readonly ResponseContent[] {
  return membersOf(document, operation, "responses").map(([status, response]) => ({
    status: statusKey(status),
    bodies: bodiesOf(document, response),
  }));
}

/**
 * Returns the responses of an operation by status, a range such as `4XX`, or `default`.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#responses-object | OpenAPI 3.2, Responses Object}
 */
export function responseEntries(document: Document, operation: Found): ReadonlyMap<string, Entry> {
  return new Map(
    entriesOf(document, operation, "responses").map(([status, entry]) => [
      statusKey(status),
      entry,
    ]),
  );
}

/** Ranges are written in capitals. */
function statusKey(status: string): string {
  return status.toLowerCase().replace("xx", "XX");
}

/** Returns the bodies of a response or of a request, by media type. */
export function bodiesOf(document: Document, around: Found): readonly ResponseBody[] {
  return membersOf(document, around, "content").map(([type, media]) => bodyOf(type, media));
}

/** Returns the operations of a path, by their methods in capitals. */
export function operationsOf(
  document: Document,
  pathItem: Found,
): readonly (readonly [string, Found])[] {
  const fixed = methods.flatMap((method): (readonly [string, Found])[] => {
    const operation = memberOf(document, pathItem, method);
    return operation === undefined ? [] : [[method.toUpperCase(), operation]];
  });
  return [...fixed, ...membersOf(document, pathItem, "additionalOperations")];
}

/** The methods that are fields of a Path Item Object. */
export const methods: readonly string[] = [...fieldsOf("PathItem")].flatMap(([name, field]) =>
  field.is === "held" && field.form === "one" && field.kind === "Operation" ? [name] : [],
);

function bodyOf(type: string, { value, place }: Found): ResponseBody {
  return {
    mediaType: mediaTypeOf(type),
    ...(ownMember(value, "schema") !== undefined && { schema: below(place, "schema") }),
  };
}
