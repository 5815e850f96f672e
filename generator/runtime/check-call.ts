import type { BodyCodec } from "./body.js";
import { add, collect, report, type Path } from "./collect.js";
import type { Issue, ValidationOptions } from "./issue.js";
import type { Operation } from "./operation.js";
import type { Parameter, ValueSchema } from "./parameter.js";
import { isObject, own } from "./values.js";

/**
 * Returns the issues of what is sent to an operation, with the location in their paths:
 * `query.limit: expected integer, received "x"`. None, if it is valid.
 *
 * @param call - The parameters by location, and the body.
 * @param response - The key of a response, if its headers and its body are checked in place of
 *   parameters and the body of a request: `200`, `4XX` or `default`.
 */
export function checkCall(
  operation: CheckedParts,
  call: unknown,
  options?: ValidationOptions,
  response?: string,
): readonly Issue[] {
  const schema = callSchema(operation, response);
  return schema.is(call) ? [] : collect(schema, call, options);
}

/** The parts of an operation that decide which calls are valid. */
type CheckedParts = Pick<Operation, "method" | "path" | "parameters" | "body">;

/** Decides which calls of an operation are valid. */
function callSchema(operation: CheckedParts, response?: string): ValueSchema {
  const { parameters = [], body } = operation;
  const place = placeOf(operation) + (response === undefined ? "" : `/responses/${response}`);
  const parameterPlace = place + (response === undefined ? "/parameters" : "/headers");
  const bodyPlace = place + (response === undefined ? "/requestBody" : "");
  return {
    is: (call) => {
      if (!isObject(call)) return false;
      if (!parameters.every((each) => isParameter(each, parameterIn(call, each)))) return false;
      const { body: value, mediaType } = call;
      return (
        body === undefined ||
        (value === undefined
          ? body.isRequired !== true
          : bodyCodecFor(body.content, mediaType)?.schema.is(value) === true)
      );
    },
    "~collect": (call, at) => {
      if (!isObject(call)) return report(at, "type", "object", call);
      for (const each of parameters) {
        const value = parameterIn(call, each);
        const path = pathOf(at, each);
        if (value !== undefined) each.schema["~collect"](value, path);
        else if (each.isRequired === true) addMissing(path, "a value", parameterPlace);
      }
      if (body === undefined) return;
      const { body: value, mediaType } = call;
      if (value === undefined) {
        if (body.isRequired === true) addMissing([at, "body"], "a body", bodyPlace);
        return;
      }
      const codec = bodyCodecFor(body.content, mediaType);
      if (codec !== undefined) codec.schema["~collect"](value, [at, "body", codec.schema]);
      else {
        const expected = body.content.map((each) => each.mediaType);
        report([at, "mediaType"], "content", expected, mediaType, `${bodyPlace}/content`);
      }
    },
    "~place": place,
  };
}

/** The place of an operation in the document: `#/paths/~1batches/get`. */
export function placeOf({ method, path }: CheckedParts): string {
  return `#/paths/${path.replace(/~/g, "~0").replace(/\//g, "~1")}/${method.toLowerCase()}`;
}

/** Whether a parameter may have a value; undefined, if it is not there. */
export function isParameter({ isRequired, schema }: Parameter, value: unknown): boolean {
  return value === undefined ? isRequired !== true : schema.is(value);
}

/** The value of a parameter in a call; undefined, if it is not there. */
export function parameterIn(
  call: Record<string, unknown>,
  { name, in: location }: Parameter,
): unknown {
  const group = own(call, location);
  if (location === "querystring") return group;
  return isObject(group) ? own(group, name) : undefined;
}

/** A whole query has no name inside its location. */
function pathOf(at: Path, { name, in: location, schema }: Parameter): Path {
  return location === "querystring" ? [at, location, schema] : [[at, location], name, schema];
}

/** Adds the finding that something is not there that has to be. */
export function addMissing(path: Path, expected: string, schemaPath: string): void {
  add(path, { path, keyword: "required", expected, value: undefined, schemaPath });
}

/**
 * Returns the codec for a media type without parameters: of the type itself, of its range, or of any type.
 * Without a media type, it is the first one.
 */
export function bodyCodecFor(
  content: readonly BodyCodec[],
  mediaType: unknown,
): BodyCodec | undefined {
  if (mediaType === undefined) return content[0];
  if (typeof mediaType !== "string") return undefined;
  for (const type of [mediaType, mediaType.replace(/\/.*/, "/*"), "*/*"]) {
    const codec = content.find((each) => each.mediaType === type);
    if (codec !== undefined) return codec;
  }
  return undefined;
}
