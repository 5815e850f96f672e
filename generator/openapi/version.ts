import type { SourceDocument } from "../core/source-text.js";
import type { DiagnosticLog } from "../core/diagnostic.js";
import { inputError, type Problem } from "../core/failure.js";
import type { OpenApiVersion } from "./document.js";
import { isJsonObject, type Json, type JsonObject } from "../core/json.js";

/**
 * Returns the OpenAPI Object of an entry file.
 *
 * @param source The entry file.
 * @returns Its value: an object with an `openapi` member.
 * @throws {InputError} If it is Swagger 2.0, or not an OpenAPI description.
 * @see {@link https://spec.openapis.org/oas/v3.1.1.html#openapi-object | OpenAPI 3.1, OpenAPI Object}
 */
export function openApiRoot(source: SourceDocument): JsonObject {
  const { value, uri } = source;
  if (!isJsonObject(value)) {
    throw inputError([notOpenApi(uri, "the file is not an object")], source);
  }
  if (Object.hasOwn(value, "openapi")) return value;
  if (Object.hasOwn(value, "swagger")) throw inputError([swagger2(uri)], source);
  throw inputError([notOpenApi(uri, 'the object has no "openapi" member', helpFor(value))], source);
}

/**
 * Returns the OpenAPI version of an entry file.
 *
 * @param source The entry file.
 * @param log Receives a warning if the version is recognisable, but not written as the specification
 *   requires, such as the number `3.1`.
 * @returns The minor version; patch versions do not matter.
 * @throws {InputError} If it is not an OpenAPI description of a supported version.
 * @see {@link https://spec.openapis.org/oas/v3.1.1.html#versions | OpenAPI 3.1, Versions}
 */
export function openApiVersion(source: SourceDocument, log: DiagnosticLog): OpenApiVersion {
  const { openapi = null } = openApiRoot(source);
  const place = { uri: source.uri, pointer: "/openapi" };
  const [, minor, patch] = /^(3\.\d+)(\.\d+(?:-.+)?)?$/.exec(versionText(openapi)) ?? [];
  const version = versions.find((known) => known === minor);
  if (version === undefined) {
    const known = versions.join(", ");
    const message = `the OpenAPI version is ${JSON.stringify(openapi)}; Guardsmith reads ${known}`;
    const help = 'write the version that the document follows, such as "3.1.0"';
    throw inputError([{ code: "unsupported-version", message, help, place }], source);
  }
  if (typeof openapi === "number" || patch === undefined) {
    log.warning({
      code: "malformed-version",
      message: `the OpenAPI version must be a string of three numbers, not ${JSON.stringify(openapi)}`,
      help: `write "${version}.0"`,
      place,
    });
  }
  return version;
}

const versions: readonly OpenApiVersion[] = ["3.0", "3.1", "3.2"];

function versionText(openapi: Json): string {
  // YAML reads an unquoted 3.0 as the number 3.
  if (openapi === 3) return "3.0";
  return typeof openapi === "string" || typeof openapi === "number" ? String(openapi) : "";
}

const startsWithVersion =
  'the entry file of an OpenAPI description starts with its version, as in openapi: "3.1.0"';

/** Returns the help for an object of another kind, by its members. */
function helpFor(value: JsonObject): string {
  const has = (...names: readonly string[]): boolean =>
    names.some((name) => Object.hasOwn(value, name));
  if (has("asyncapi")) return "AsyncAPI is not read: describe the messages in an OpenAPI document";
  if (has("paths", "webhooks", "components", "info")) {
    return `name the file that refers to this one, or add the version: ${startsWithVersion}`;
  }
  if (
    has("$schema", "$id", "$defs", "definitions", "type", "properties", "allOf", "anyOf", "oneOf")
  ) {
    return 'this is a JSON Schema: name a document whose components.schemas refers to it, as in Pet: { $ref: "./pet.json" }';
  }
  return startsWithVersion;
}

function notOpenApi(uri: string, message: string, help = startsWithVersion): Problem {
  return {
    code: "not-openapi",
    message: `${message}, so it is not an OpenAPI description`,
    help,
    place: { uri, pointer: "" },
  };
}

function swagger2(uri: string): Problem {
  return {
    code: "swagger-2",
    message: "this is a Swagger 2.0 description, and Guardsmith reads OpenAPI 3",
    help: "convert it first, with swagger2openapi or with Swagger Converter (https://converter.swagger.io)",
    place: { uri, pointer: "/swagger", part: "key" },
  };
}
