import type { JsonObject } from "../../core/json.js";
import type {
  astToString,
  GlobalContext,
  OpenAPI3,
  resolveRef,
  scanDiscriminators,
  transformSchema,
} from "openapi-typescript";
import type { TypeNode } from "typescript";
import { encodeForeignCode } from "../../code/encode.js";

/** What openapi-typescript is asked for. */
export interface TypesRequest {
  /** A document that needs no other file, and was checked to be one of OpenAPI. */
  readonly bundle: JsonObject;
  /** The schemas that a module of the package stands for. */
  readonly models: readonly ImportedModel[];
  /** What ends the names of imported files. */
  readonly importExtension: string;
}

/** A model that is imported in place of a schema. */
export interface ImportedModel {
  /** Where the bundle has the schema. */
  readonly pointer: string;
  readonly name: string;
  /** The name of the module, without folder and extension. */
  readonly module: string;
}

/** What came of it: the code, or why there is none. */
export type TypesReply =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "failure"; readonly message: string };

/** Prints the types of a document. */
export type PrintTypes = (request: TypesRequest) => Promise<TypesReply>;

/** Asks openapi-typescript in this thread. The bundle is changed on the way. */
export async function answerTypes(request: TypesRequest): Promise<TypesReply> {
  try {
    return { kind: "code", code: encodeForeignCode(await printTypes(request)) };
  } catch (error) {
    return { kind: "failure", message: error instanceof Error ? error.message : String(error) };
  }
}

/** The part of openapi-typescript that makes types. */
interface Transformer {
  readonly astToString: typeof astToString;
  readonly resolveRef: typeof resolveRef;
  readonly scanDiscriminators: typeof scanDiscriminators;
  readonly transformSchema: typeof transformSchema;
}

/**
 * Imports the part of openapi-typescript that makes types: the part before it looks for files and
 * origins by itself, whatever the config allows.
 */
export async function importTransformer(): Promise<Transformer> {
  return import("openapi-typescript");
}

async function printTypes({ bundle, models, importExtension }: TypesRequest): Promise<string> {
  const [{ astToString, resolveRef, scanDiscriminators, transformSchema }, { default: ts }] =
    await Promise.all([importTransformer(), import("typescript")]);
  // The bundle was checked to be an OpenAPI document.
  const schema = bundle as unknown as OpenAPI3;
  const byPointer = new Map(models.map((model) => [model.pointer, model]));
  const transform = (_schema: unknown, { path = "" }: { path?: string }): TypeNode | undefined => {
    const model = byPointer.get(path);
    if (model === undefined) return undefined;
    const specifier = ts.factory.createStringLiteral(`./models/${model.module}${importExtension}`);
    return ts.factory.createImportTypeNode(
      ts.factory.createLiteralTypeNode(specifier),
      undefined,
      ts.factory.createIdentifier(model.name),
    );
  };
  const options = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: true,
    emptyObjectsUnknown: false,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
  };
  const context = {
    ...options,
    discriminators: scanDiscriminators(schema, options),
    inject: undefined,
    postTransform: undefined,
    transform,
    transformProperty: undefined,
    resolve: ($ref: string) => resolveRef(schema, $ref, { silent: true }),
    // Redocly's configuration is for the part that is left out.
  } as unknown as GlobalContext;
  return astToString(transformSchema(schema, context));
}
