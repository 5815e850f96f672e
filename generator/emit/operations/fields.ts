import { array, exported, literal, object, pureCall } from "../../code/expressions.js";
import type { Expression } from "../../code/nodes.js";
import type { JsonType } from "../../core/json-type.js";
import { isJsonArray, isJsonObject } from "../../core/json.js";
import { entriesOf } from "../../openapi/entries.js";
import { isJsonMediaType, mediaTypeOf } from "../../openapi/media-type.js";
import type { Found } from "../../openapi/navigate.js";
import { encodingOf } from "../../openapi/parameter-encoding.js";
import type { Schema } from "../../schema/schema.js";
import type { OperationModule } from "./operation-module.js";
import { contentCodec, styleCodec } from "./parameter-codec.js";
import { Shapes } from "./shapes.js";

/** A field of a form: a property of its schema, with its Encoding Object, if it has one. */
export interface FormField {
  readonly name: string;
  readonly schemas: readonly Schema[];
  readonly types: ReadonlySet<JsonType>;
  readonly encoding: Found | undefined;
  /** Its `contentType` without parameters, if the document names one. */
  readonly contentType: string | undefined;
}

/** The code for the fields of an urlencoded text. */
export interface FieldsCode {
  /** The list of the described fields. */
  readonly fields: Expression;
  /** The codec of further fields. */
  readonly others: Expression;
}

/** Returns the fields of a form: the properties that its schema describes. */
export function formFields(
  schema: Schema,
  media: Found,
  shapes: Shapes,
  { context: { document, unsupported } }: OperationModule,
): readonly FormField[] {
  const encodings = new Map(entriesOf(document, media, "encoding"));
  for (const { value, place } of encodings.values()) {
    if (isJsonObject(value.headers)) unsupported.add("encoding-headers", place);
  }
  const { prefixEncoding, itemEncoding } = media.value;
  if (isJsonArray(prefixEncoding) || isJsonObject(itemEncoding)) {
    unsupported.add("positional-encoding", media.place);
  }
  return [...shapes.propertiesOf(schema)].map(([name, schemas]) => {
    const encoding = encodings.get(name);
    const contentType = encoding?.value.contentType;
    return {
      name,
      schemas,
      types: shapes.typesOfAll(schemas),
      encoding,
      contentType: typeof contentType === "string" ? mediaTypeOf(contentType) : undefined,
    };
  });
}

/** The code of the codec of a whole query in `application/x-www-form-urlencoded`. */
export function querystringCodec(
  schema: Schema,
  media: Found,
  module: OperationModule,
): Expression {
  const { fields, others } = urlencodedFields(schema, media, module);
  return pureCall(exported("querystring", "runtime/parameter-querystring"), fields, others);
}

/** The code for the fields of an urlencoded text, which requests have in bodies and in queries. */
export function urlencodedFields(
  schema: Schema | undefined,
  media: Found,
  module: OperationModule,
): FieldsCode {
  const onNested = (): void => module.context.unsupported.add("nested", media.place);
  const shapes = new Shapes(module, "request", onNested);
  const described = schema === undefined ? [] : formFields(schema, media, shapes, module);
  const others = (schema && shapes.othersOf(schema)) ?? [];
  return {
    fields: array(
      described.map((field) =>
        object([
          ["name", literal(field.name)],
          ["codec", fieldCodec(field, shapes, media, module)],
          ...(isAmbiguous(field.types)
            ? [
                [
                  "schema",
                  object([["is", module.predicateOfAny(field.schemas, "request")]]),
                ] as const,
              ]
            : []),
        ]),
      ),
    ),
    others: pureCall(exported("form", "runtime/parameter-form"), shapes.inner(others)),
  };
}

/**
 * By its style if it has one; otherwise by its media type, which is JSON for objects.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#encoding-object | OpenAPI 3.2, Encoding Object}
 */
function fieldCodec(
  { schemas, types, encoding, contentType }: FormField,
  shapes: Shapes,
  media: Found,
  module: OperationModule,
): Expression {
  const { document, unsupported } = module.context;
  const at = encoding ?? media;
  const hasStyle = ["style", "explode", "allowReserved"].some(
    (name) => encoding !== undefined && Object.hasOwn(encoding.value, name),
  );
  const isJson = contentType === undefined ? isOnlyObject(types) : isJsonMediaType(contentType);
  if (!hasStyle && isJson)
    return contentCodec("application/json", () => shapes.ofAll(schemas), at, unsupported);
  const style = encodingOf(document, { ...at, value: hasStyle ? at.value : {} }, "query");
  if (style.kind !== "style") throw new Error("An Encoding Object has no content");
  return styleCodec(style, "query", { shape: shapes.ofAll(schemas), types }, (kind) =>
    unsupported.add(kind, at.place),
  );
}

function isOnlyObject(types: ReadonlySet<JsonType>): boolean {
  return types.size === 1 && types.has("object");
}

/** Whether values of several shapes have to be told apart by the schema. */
export function isAmbiguous(types: ReadonlySet<JsonType>): boolean {
  const isList = types.has("array");
  const isObject = types.has("object");
  const scalars = types.size - Number(isList) - Number(isObject);
  return Number(isList) + Number(isObject) + Number(scalars > 0) > 1;
}
