import { array, exported, literal, object, pureCall } from "../../code/expressions.js";
import type { Expression, TypeNode } from "../../code/nodes.js";
import { typeReference, unknownType } from "../../code/type-nodes.js";
import type { Direction } from "../../core/direction.js";
import { jsonTypes } from "../../core/json-type.js";
import { isJsonObject } from "../../core/json.js";
import { below } from "../../core/place.js";
import { valueAt, type Document } from "../../openapi/document.js";
import type { Entry } from "../../openapi/entries.js";
import { isJsonMediaType } from "../../openapi/media-type.js";
import type { Schema } from "../../schema/schema.js";
import { formFields, isAmbiguous, urlencodedFields, type FormField } from "./fields.js";
import type { OperationModule } from "./operation-module.js";
import { Shapes } from "./shapes.js";

/** A form, as code. */
interface FormBody {
  readonly type: TypeNode;
  /** The codec. */
  readonly code: Expression;
}

/** Describes a body in `application/x-www-form-urlencoded`. */
export function urlencodedBody(
  media: Entry,
  direction: Direction,
  module: OperationModule,
): FormBody {
  const { schema, type, checked } = formSchema(media, direction, module);
  const { fields, others } = urlencodedFields(schema, media, module);
  return {
    type,
    code: pureCall(exported("formBody", "runtime/body-form"), checked, fields, others),
  };
}

/**
 * Describes a body in `multipart/form-data`. In its type, files are not texts.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#encoding-multipart-media-types | OpenAPI 3.2, Encoding multipart Media Types}
 */
export function multipartBody(
  media: Entry,
  direction: Direction,
  module: OperationModule,
): FormBody {
  const { schema, type, checked } = formSchema(media, direction, module);
  const onNested = (): void => module.context.unsupported.add("nested", media.place);
  const shapes = new Shapes(module, direction, onNested);
  const fields = schema === undefined ? [] : formFields(schema, media, shapes, module);
  const parts = fields.map((field) => ({
    field,
    ...partOf(field, shapes, module.context.document),
  }));
  const files = parts.filter(({ isFile }) => isFile).map(({ field }) => field.name);
  const others = (schema && shapes.othersOf(schema)) ?? [];
  const code = pureCall(
    exported("multipartBody", "runtime/body-multipart"),
    checked,
    array(
      parts.map(({ field: { name, types, schemas }, code: part }) =>
        object([
          ["name", literal(name)],
          ["part", part],
          ...(isAmbiguous(types)
            ? [["schema", object([["is", module.predicateOfAny(schemas, direction)]])] as const]
            : []),
        ]),
      ),
    ),
    partCode("textPart", shapes.inner(others)),
  );
  return { type: files.length === 0 ? type : withFiles(type, files), code };
}

/** The schema of a form, its type and its checks. */
function formSchema(
  media: Entry,
  direction: Direction,
  module: OperationModule,
): {
  readonly schema: Schema | undefined;
  readonly type: TypeNode;
  readonly checked: Expression;
} {
  if (!Object.hasOwn(media.value, "schema")) {
    const path = literal(module.schemaPath(media.place));
    const checked = pureCall(exported("anyValue", "runtime/any-value"), path);
    return { schema: undefined, type: unknownType, checked };
  }
  const place = below(media.place, "schema");
  return {
    schema: module.schema(place, direction),
    type: module.context.typeAt(place, direction),
    checked: module.valueSchema(place, direction, "body"),
  };
}

interface Part {
  readonly code: Expression;
  readonly isFile: boolean;
}

/** The codec of a part: by its media type, or otherwise by its schema. */
function partOf(
  { schemas, types, contentType }: FormField,
  shapes: Shapes,
  document: Document,
): Part {
  const isList = types.size === 1 && types.has("array");
  const isListOrNull = types.size === 2 && types.has("array") && types.has("null");
  const held = isList || isListOrNull ? shapes.itemsOf(schemas) : schemas;
  const inner = partOfValue(held, contentType, shapes, document);
  // The part of a file also takes a list of files.
  if (inner?.isFile === true && !isList) return inner;
  if (inner !== undefined && !isListOrNull) {
    return isList ? { ...inner, code: partCode("listPart", inner.code) } : inner;
  }
  return { code: partCode("textPart", shapes.ofAll(schemas)), isFile: false };
}

/** The codec of a single value; undefined, if it is text. */
function partOfValue(
  schemas: readonly Schema[],
  contentType: string | undefined,
  shapes: Shapes,
  document: Document,
): Part | undefined {
  if (contentType !== undefined) {
    if (isJsonMediaType(contentType)) {
      const own = contentType === "application/json" ? [] : [literal(contentType)];
      return { code: partCode("jsonPart", ...own), isFile: false };
    }
    if (contentType.startsWith("text/")) return undefined;
    // A list or a range of media types names none.
    const own = /[,*]/.test(contentType) ? [] : [literal(contentType)];
    return { code: partCode("filePart", ...own), isFile: true };
  }
  const types = shapes.typesOfAll(schemas);
  if (schemas.length > 0 && shapes.applied(schemas).some((each) => isBinary(each, document))) {
    return { code: partCode("filePart"), isFile: true };
  }
  // Without a type, a part is any bytes.
  if (schemas.length > 0 && types.size === jsonTypes.length) {
    return { code: partCode("filePart"), isFile: true };
  }
  const isObject = types.size === 1 && types.has("object");
  return isObject ? { code: partCode("jsonPart"), isFile: false } : undefined;
}

/** Whether a schema describes bytes: by its format in version 3.0, by its media type since 3.1. */
function isBinary({ place }: Schema, document: Document): boolean {
  const value = valueAt(place, document);
  if (!isJsonObject(value) || Object.hasOwn(value, "contentEncoding")) return false;
  return value.format === "binary" || Object.hasOwn(value, "contentMediaType");
}

/** `WithFiles<Model, "file" | "image">` */
function withFiles(type: TypeNode, files: readonly string[]): TypeNode {
  const names = files.map((value): TypeNode => ({ kind: "literal", value }));
  const [first, ...others] = names;
  return typeReference(
    exported("WithFiles", "runtime/body-multipart"),
    type,
    first !== undefined && others.length === 0 ? first : { kind: "union", members: names },
  );
}

function partCode(
  name: "textPart" | "jsonPart" | "filePart" | "listPart",
  ...args: readonly Expression[]
): Expression {
  return pureCall(exported(name, "runtime/multipart-parts"), ...args);
}
