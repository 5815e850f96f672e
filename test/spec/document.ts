import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A Schema Object, as far as the tests of the specification look into it. */
export interface SchemaObject {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaObject>>;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
}

/** A Reference Object. */
export interface ReferenceObject {
  readonly $ref: string;
}

/** An Example Object whose example is in the document itself. */
export interface ExampleObject {
  readonly value: unknown;
}

/** A Media Type Object. */
export interface MediaTypeObject {
  readonly schema: SchemaObject;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, ExampleObject | ReferenceObject>>;
}

/** A Request Body Object or a Response Object: what has media types. */
export interface ContentObject {
  readonly content?: Readonly<Record<string, MediaTypeObject>>;
}

/** An Operation Object. */
export interface OperationObject {
  readonly operationId: string;
  readonly requestBody?: ContentObject;
  readonly responses: Readonly<Record<string, ContentObject>>;
}

/** An OpenAPI document, as far as the tests of the specification look into it. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, SchemaObject>>;
    readonly examples: Readonly<Record<string, ExampleObject>>;
  };
}

/**
 * Reads `spec/openapi.yaml`.
 *
 * @returns the parsed document, a fresh value at each call
 * @throws when the file cannot be read or is not YAML
 */
export function readSpec(): OpenApiDocument {
  const file = new URL("../../spec/openapi.yaml", import.meta.url);
  // The shape is the OpenAPI Specification's; Ajv and the tests check what they rely on.
  return parse(readFileSync(file, "utf8")) as OpenApiDocument;
}
