import type { DiagnosticLog, Warning } from "../core/diagnostic.js";
import { isJsonArray, isJsonObject, ownMember, type Json } from "../core/json.js";
import { below, type Place } from "../core/place.js";
import type { ObjectKind } from "./objects.js";
import { referenceOf, type Node } from "./walk.js";

/** The type of an annotation: a field for readers, which does not affect validity. */
type Form = "text" | "texts" | "flag" | "object" | "objects" | "map";

const forms: Readonly<Record<Form, readonly [wanted: string, isWell: (value: Json) => boolean]>> = {
  text: ["a text", isText],
  texts: ["a list of texts", (value) => isJsonArray(value) && value.every(isText)],
  flag: ["true or false", (value) => typeof value === "boolean"],
  object: ["an object", isJsonObject],
  // References in place of items have a warning of their own.
  objects: [
    "a list of objects",
    (value) => (isJsonArray(value) && value.every(isJsonObject)) || isReference(value),
  ],
  map: ["objects by name", isJsonObject],
};

const proseFields = { summary: "text", description: "text" } as const;

/**
 * The annotations of every object, and their types. Those that the documentation of a schema shows are
 * keywords, and are checked by these.
 */
const annotationForms: Readonly<Partial<Record<ObjectKind, Readonly<Record<string, Form>>>>> = {
  OpenAPI: {
    info: "object",
    servers: "objects",
    tags: "objects",
    security: "objects",
    externalDocs: "object",
  },
  Info: {
    ...proseFields,
    title: "text",
    termsOfService: "text",
    contact: "object",
    license: "object",
    version: "text",
  },
  Contact: { name: "text", url: "text", email: "text" },
  License: { name: "text", identifier: "text", url: "text" },
  Server: { description: "text", url: "text", name: "text", variables: "map" },
  ServerVariable: { description: "text", default: "text", enum: "texts" },
  PathItem: { ...proseFields, servers: "objects" },
  Operation: {
    ...proseFields,
    tags: "texts",
    operationId: "text",
    deprecated: "flag",
    externalDocs: "object",
    security: "objects",
    servers: "objects",
  },
  ExternalDocumentation: { description: "text", url: "text" },
  Parameter: { description: "text", deprecated: "flag", examples: "map" },
  RequestBody: { description: "text" },
  MediaType: { examples: "map" },
  Response: { ...proseFields, links: "map" },
  Example: { ...proseFields, serializedValue: "text", externalValue: "text" },
  Link: { description: "text", operationId: "text", operationRef: "text", server: "object" },
  Header: { description: "text", deprecated: "flag", examples: "map" },
  Tag: {
    ...proseFields,
    name: "text",
    parent: "text",
    kind: "text",
    externalDocs: "object",
  },
  Schema: {
    $comment: "text",
    contentEncoding: "text",
    contentMediaType: "text",
    externalDocs: "object",
    xml: "object",
  },
  XML: {
    nodeType: "text",
    name: "text",
    namespace: "text",
    prefix: "text",
    attribute: "flag",
    wrapped: "flag",
  },
  SecurityScheme: { description: "text", bearerFormat: "text", deprecated: "flag" },
};

/** The same table with a list for each object. */
const annotations: ReadonlyMap<string, readonly (readonly [name: string, form: Form])[]> = new Map(
  Object.entries(annotationForms).map(([kind, row]) => [kind, Object.entries(row)]),
);

/** Warns about each annotation of an object with a wrong type. */
export function reportAnnotations({ kind, form, value, place }: Node, log: DiagnosticLog): void {
  const fields = form === "one" ? annotations.get(kind) : undefined;
  if (fields === undefined || !isJsonObject(value)) return;
  for (const [name, expected] of fields) {
    const annotation = ownMember(value, name);
    if (annotation === undefined) continue;
    const [wanted, isWell] = forms[expected];
    if (isWell(annotation)) continue;
    log.warning(malformedAnnotation(name, wanted, below(place, name)));
  }
}

/**
 * Returns the warning for an annotation with a wrong type.
 *
 * @param wanted - The type that it takes.
 * @param reading - What it is read as; undefined if it is ignored.
 */
export function malformedAnnotation(
  name: string,
  wanted: string,
  place: Place,
  reading?: string,
): Warning {
  return {
    code: "malformed-annotation",
    message: `\`${name}\` takes ${wanted}`,
    help:
      reading === undefined
        ? "correct the value, or remove it: it is ignored"
        : `correct the value: it is read as ${reading}`,
    place,
  };
}

function isText(value: Json): boolean {
  return typeof value === "string";
}

function isReference(value: Json): boolean {
  return referenceOf({ value }) !== undefined;
}
