/** The objects of an OpenAPI document, by their names in the specification. */
export type ObjectKind =
  | "OpenAPI"
  | "Info"
  | "Contact"
  | "License"
  | "Server"
  | "ServerVariable"
  | "Components"
  | "Paths"
  | "PathItem"
  | "Operation"
  | "ExternalDocumentation"
  | "Parameter"
  | "RequestBody"
  | "MediaType"
  | "Encoding"
  | "Responses"
  | "Response"
  | "Callback"
  | "Example"
  | "Link"
  | "Header"
  | "Tag"
  | "Schema"
  | "Discriminator"
  | "XML"
  | "SecurityScheme"
  | "OAuthFlows"
  | "OAuthFlow"
  | "SecurityRequirement";

/**
 * The type of a field: an object (`Schema`), a list of objects (`Schema[]`), a map of objects (`{Schema}`),
 * references to objects (`&Schema`, `{&Schema}`), or data, which has no objects of the document.
 */
export type FieldType = "data" | Holding | `&${ObjectKind}` | `{&${ObjectKind}}`;

type Holding = ObjectKind | `${ObjectKind}[]` | `{${ObjectKind}}`;

/** The fields of an object; `*` is any other field except extensions. */
export type Fields = Readonly<Record<string, FieldType>>;

/**
 * The fields of a Schema Object: the keywords of JSON Schema 2020-12, keywords of older versions with
 * schemas, and those of OpenAPI. Older forms are upgraded before a schema is read.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#schema-object | OpenAPI 3.2, Schema Object}
 * @see {@link https://json-schema.org/draft/2020-12/json-schema-core | JSON Schema 2020-12}
 */
export const schemaFields = {
  $id: "data",
  $schema: "&Schema",
  $ref: "&Schema",
  $anchor: "data",
  $dynamicRef: "&Schema",
  $dynamicAnchor: "data",
  $recursiveAnchor: "data",
  $vocabulary: "data",
  $comment: "data",
  $defs: "{Schema}",

  allOf: "Schema[]",
  anyOf: "Schema[]",
  oneOf: "Schema[]",
  not: "Schema",
  if: "Schema",
  then: "Schema",
  else: "Schema",
  dependentSchemas: "{Schema}",
  prefixItems: "Schema[]",
  items: "Schema",
  contains: "Schema",
  properties: "{Schema}",
  patternProperties: "{Schema}",
  additionalProperties: "Schema",
  propertyNames: "Schema",
  unevaluatedItems: "Schema",
  unevaluatedProperties: "Schema",

  type: "data",
  enum: "data",
  const: "data",
  multipleOf: "data",
  maximum: "data",
  exclusiveMaximum: "data",
  minimum: "data",
  exclusiveMinimum: "data",
  maxLength: "data",
  minLength: "data",
  pattern: "data",
  maxItems: "data",
  minItems: "data",
  uniqueItems: "data",
  maxContains: "data",
  minContains: "data",
  maxProperties: "data",
  minProperties: "data",
  required: "data",
  dependentRequired: "data",

  title: "data",
  description: "data",
  default: "data",
  deprecated: "data",
  readOnly: "data",
  writeOnly: "data",
  examples: "data",
  format: "data",
  contentEncoding: "data",
  contentMediaType: "data",
  contentSchema: "Schema",

  definitions: "{Schema}",
  dependencies: "{Schema}",
  additionalItems: "Schema",

  discriminator: "Discriminator",
  xml: "XML",
  externalDocs: "ExternalDocumentation",
  example: "data",
} as const;

/**
 * Every object of OpenAPI 3.0, 3.1 and 3.2 with its fields: the place of a value decides what it is. Fields
 * that are not listed are data.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html | OpenAPI 3.2}
 */
const objects: Readonly<Record<ObjectKind, Fields>> = {
  OpenAPI: {
    openapi: "data",
    $self: "data",
    info: "Info",
    jsonSchemaDialect: "&Schema",
    servers: "Server[]",
    paths: "Paths",
    webhooks: "{PathItem}",
    components: "Components",
    security: "SecurityRequirement[]",
    tags: "Tag[]",
    externalDocs: "ExternalDocumentation",
  },
  Info: {
    title: "data",
    summary: "data",
    description: "data",
    termsOfService: "data",
    contact: "Contact",
    license: "License",
    version: "data",
  },
  Contact: { name: "data", url: "data", email: "data" },
  License: { name: "data", identifier: "data", url: "data" },
  Server: { url: "data", description: "data", name: "data", variables: "{ServerVariable}" },
  ServerVariable: { enum: "data", default: "data", description: "data" },
  Components: {
    schemas: "{Schema}",
    responses: "{Response}",
    parameters: "{Parameter}",
    examples: "{Example}",
    requestBodies: "{RequestBody}",
    headers: "{Header}",
    securitySchemes: "{SecurityScheme}",
    links: "{Link}",
    callbacks: "{Callback}",
    pathItems: "{PathItem}",
    mediaTypes: "{MediaType}",
  },
  Paths: { "*": "PathItem" },
  PathItem: {
    $ref: "&PathItem",
    summary: "data",
    description: "data",
    get: "Operation",
    put: "Operation",
    post: "Operation",
    delete: "Operation",
    options: "Operation",
    head: "Operation",
    patch: "Operation",
    trace: "Operation",
    query: "Operation",
    additionalOperations: "{Operation}",
    servers: "Server[]",
    parameters: "Parameter[]",
  },
  Operation: {
    tags: "data",
    summary: "data",
    description: "data",
    externalDocs: "ExternalDocumentation",
    operationId: "data",
    parameters: "Parameter[]",
    requestBody: "RequestBody",
    responses: "Responses",
    callbacks: "{Callback}",
    deprecated: "data",
    security: "SecurityRequirement[]",
    servers: "Server[]",
  },
  ExternalDocumentation: { description: "data", url: "data" },
  Parameter: {
    name: "data",
    in: "data",
    description: "data",
    required: "data",
    deprecated: "data",
    allowEmptyValue: "data",
    style: "data",
    explode: "data",
    allowReserved: "data",
    schema: "Schema",
    example: "data",
    examples: "{Example}",
    content: "{MediaType}",
  },
  RequestBody: { description: "data", content: "{MediaType}", required: "data" },
  MediaType: {
    schema: "Schema",
    itemSchema: "Schema",
    example: "data",
    examples: "{Example}",
    encoding: "{Encoding}",
    prefixEncoding: "Encoding[]",
    itemEncoding: "Encoding",
  },
  Encoding: {
    contentType: "data",
    headers: "{Header}",
    encoding: "{Encoding}",
    prefixEncoding: "Encoding[]",
    itemEncoding: "Encoding",
    style: "data",
    explode: "data",
    allowReserved: "data",
  },
  Responses: { "*": "Response" },
  Response: {
    summary: "data",
    description: "data",
    headers: "{Header}",
    content: "{MediaType}",
    links: "{Link}",
  },
  Callback: { "*": "PathItem" },
  Example: {
    summary: "data",
    description: "data",
    dataValue: "data",
    serializedValue: "data",
    value: "data",
    externalValue: "data",
  },
  Link: {
    operationRef: "data",
    operationId: "data",
    parameters: "data",
    requestBody: "data",
    description: "data",
    server: "Server",
  },
  Header: {
    description: "data",
    required: "data",
    deprecated: "data",
    style: "data",
    explode: "data",
    schema: "Schema",
    example: "data",
    examples: "{Example}",
    content: "{MediaType}",
  },
  Tag: {
    name: "data",
    summary: "data",
    description: "data",
    externalDocs: "ExternalDocumentation",
    parent: "data",
    kind: "data",
  },
  Schema: schemaFields,
  Discriminator: { propertyName: "data", mapping: "{&Schema}", defaultMapping: "&Schema" },
  XML: {
    nodeType: "data",
    name: "data",
    namespace: "data",
    prefix: "data",
    attribute: "data",
    wrapped: "data",
  },
  SecurityScheme: {
    type: "data",
    description: "data",
    name: "data",
    in: "data",
    scheme: "data",
    bearerFormat: "data",
    flows: "OAuthFlows",
    openIdConnectUrl: "data",
    oauth2MetadataUrl: "data",
    deprecated: "data",
  },
  OAuthFlows: {
    implicit: "OAuthFlow",
    password: "OAuthFlow",
    clientCredentials: "OAuthFlow",
    authorizationCode: "OAuthFlow",
    deviceAuthorization: "OAuthFlow",
  },
  OAuthFlow: {
    authorizationUrl: "data",
    deviceAuthorizationUrl: "data",
    tokenUrl: "data",
    refreshUrl: "data",
    scopes: "data",
  },
  SecurityRequirement: {},
};

/**
 * The objects that may be replaced by a Reference Object, in any version. A Path Item Object and a Schema
 * Object have a `$ref` of their own.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#reference-object | OpenAPI 3.2, Reference Object}
 */
const referable: ReadonlySet<ObjectKind> = new Set<ObjectKind>([
  "Parameter",
  "RequestBody",
  "MediaType",
  "Response",
  "Callback",
  "Example",
  "Link",
  "Header",
  "SecurityScheme",
]);

/** What a place holds: an object of a kind, or a list or a map of them. */
export interface Held {
  readonly kind: ObjectKind;
  readonly form: "one" | "list" | "map";
}

/** A parsed field type: the field holds objects, refers to them, or has data. */
export type Field =
  | ({ readonly is: "held" } & Held)
  | ({ readonly is: "reference" } & ReferenceTo)
  | { readonly is: "data" };

/** The kind that a field refers to, and whether it has one reference or a map of references. */
interface ReferenceTo {
  readonly kind: ObjectKind;
  readonly form: "one" | "map";
}

/** A field that refers to other objects. */
export interface ReferenceField extends ReferenceTo {
  readonly name: string;
}

const data: Field = { is: "data" };

/** The same table with parsed field types. */
const fields: ReadonlyMap<ObjectKind, ReadonlyMap<string, Field>> = new Map(
  // Object.entries types names as strings.
  (Object.entries(objects) as [ObjectKind, Fields][]).map(([kind, row]) => [
    kind,
    new Map(Object.entries(row).map(([name, type]) => [name, parseFieldType(type)])),
  ]),
);

const referenceFields: ReadonlyMap<ObjectKind, readonly ReferenceField[]> = new Map(
  [...fields].map(([kind, row]) => [
    kind,
    [...row].flatMap(([name, field]) =>
      field.is === "reference" ? [{ name, kind: field.kind, form: field.form }] : [],
    ),
  ]),
);

/**
 * Returns the type of a field of an object, or undefined if it has no such field. Extensions (`x-…`) are not
 * fields.
 */
export function fieldOf(kind: ObjectKind, name: string): Field | undefined {
  const row = fields.get(kind);
  const listed = row?.get(name);
  if (listed !== undefined || name === "$ref" || name.startsWith("x-")) return listed;
  return row?.get("*");
}

/** Returns the fields of an object in the order of the table; `*` is any other field. */
export function fieldsOf(kind: ObjectKind): ReadonlyMap<string, Field> {
  return fields.get(kind) ?? new Map();
}

/** Returns the fields of an object that refer to other objects. */
export function referenceFieldsOf(kind: ObjectKind): readonly ReferenceField[] {
  return referenceFields.get(kind) ?? [];
}

/** Returns whether an object lists a field by this name. */
export function isFieldOf(kind: ObjectKind, name: string): boolean {
  return fieldOf(kind, name) !== undefined;
}

/** Returns whether the value of a field may be a reference. */
export function mayBeReference({ kind, form }: Held): boolean {
  return form === "one" && (referable.has(kind) || isFieldOf(kind, "$ref"));
}

function parseFieldType(type: FieldType): Field {
  if (type === "data") return data;
  const [, isMap, isReference, name, isList] = /^(\{)?(&)?(\w+)(\[\])?\}?$/.exec(type) ?? [];
  // The type of the table has no other names.
  const kind = name as ObjectKind;
  if (isReference !== undefined) {
    return { is: "reference", kind, form: isMap === undefined ? "one" : "map" };
  }
  return {
    is: "held",
    kind,
    form: isMap !== undefined ? "map" : isList !== undefined ? "list" : "one",
  };
}
