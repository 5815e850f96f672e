import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../core/json.js";
import { childOf, parsePointer } from "../core/pointer.js";
import { resolveUri, type Target } from "../core/uri.js";

/** What a URI without a fragment can lead to: the value of a file, or a schema with an `$id`. */
export interface Resource {
  readonly value: Json;
  /** The URI of the file, or of what is around the schema: an `$id` in the value is relative to it. */
  readonly around: string;
}

/** What a part of a file refers to, and what in it can be referred to, in the order of the text. */
export interface References {
  readonly targets: readonly Target[];
  /** The schemas with an `$id`, by the URI that it gives them. */
  readonly resources: ReadonlyMap<string, Resource>;
}

/** The members whose value, a string, is a reference. */
const referenceNames: ReadonlySet<string> = new Set([
  "$ref",
  "$dynamicRef",
  "$schema",
  "jsonSchemaDialect",
]);

/** The members whose value is data: a `$ref` in it is none. */
const dataNames: ReadonlySet<string> = new Set(["enum", "const", "default", "example", "examples"]);

/**
 * The members whose value is an object with names of the author's choice, be it `default` or
 * `x-request-id`.
 */
const mapNames: ReadonlySet<string> = new Set([
  // https://json-schema.org/draft/2020-12/json-schema-core
  "$defs",
  "definitions",
  "dependencies",
  "dependentSchemas",
  "patternProperties",
  "properties",
  // https://spec.openapis.org/oas/v3.1.1.html, where the Responses Object has a `default`
  "additionalOperations",
  "callbacks",
  "content",
  "encoding",
  "headers",
  "links",
  "mediaTypes",
  "parameters",
  "pathItems",
  "paths",
  "requestBodies",
  "responses",
  "schemas",
  "securitySchemes",
  "variables",
  "webhooks",
]);

/** The meta-schemas that everybody knows: those of JSON Schema, and those of OpenAPI. */
const knownDialect =
  /^https?:\/\/(?:json-schema\.org\/(?:draft[/-]|schema)|spec\.openapis\.org\/oas\/)/;

/**
 * Collects the references in the files of a document: `$ref`, `$dynamicRef`, `$schema` unless
 * everybody knows it, and what looks like one in the `mapping` of a `discriminator`. Data is left out:
 * `enum`, `const`, `default`, `example`, `examples` and extensions (`x-`).
 */
export class ReferenceCollector {
  /** The objects that are done, with what was relative to them. */
  readonly #done = new Map<JsonObject, string>();
  #targets: Target[] = [];
  #resources = new Map<string, Resource>();

  /**
   * Collects the references that were not collected before.
   *
   * @param resource Where to look.
   * @param pointer Where in it to begin: where a reference leads, there is no data, whatever the names
   *   on the way. Default: at the top.
   * @returns The references, resolved against the `$id` around them; none when the pointer leads
   *   nowhere.
   * @see {@link https://json-schema.org/draft/2020-12/json-schema-core#section-9.1.1 | JSON Schema, initial base URI}
   */
  collect(resource: Resource, pointer = ""): References {
    this.#targets = [];
    this.#resources = new Map();
    let value: Json | undefined = resource.value;
    let { around } = resource;
    for (const token of parsePointer(pointer)) {
      if (isJsonObject(value)) around = baseIn(value, around);
      value = value === undefined ? undefined : childOf(value, token);
    }
    if (value !== undefined) this.#walk(value, around);
    return { targets: this.#targets, resources: this.#resources };
  }

  #walk(value: Json, around: string, isMap = false): void {
    if (isJsonArray(value)) {
      for (const item of value) this.#walk(item, around);
    } else if (isJsonObject(value) && isMap) {
      this.#map(value, around);
    } else if (isJsonObject(value) && this.#done.get(value) !== around) {
      this.#done.set(value, around);
      this.#object(value, around);
    }
  }

  #map(object: JsonObject, base: string): void {
    for (const [name, value] of Object.entries(object)) {
      // The members of a map are objects: what is a string was meant as a reference there, too.
      if (typeof value === "string") this.#string(name, value, base);
      else this.#walk(value, base);
    }
  }

  #object(object: JsonObject, around: string): void {
    const base = this.#enter(object, around);
    for (const [name, value] of Object.entries(object)) {
      if (typeof value === "string") {
        this.#string(name, value, base);
      } else if (!isData(name)) {
        if (name === "discriminator") this.#discriminator(value, base);
        this.#walk(value, base, mapNames.has(name));
      }
    }
  }

  #string(name: string, value: string, base: string): void {
    if (!referenceNames.has(name)) return;
    const isDialect = name === "$schema" || name === "jsonSchemaDialect";
    if (isDialect && knownDialect.test(value)) return;
    this.#targets.push(resolveUri(value, base));
  }

  #enter(object: JsonObject, around: string): string {
    const base = baseIn(object, around);
    // The first one with a URI has it.
    if (base !== around && !this.#resources.has(base)) {
      this.#resources.set(base, { value: object, around });
    }
    return base;
  }

  /** https://spec.openapis.org/oas/v3.1.1.html#discriminator-object */
  #discriminator(value: Json, base: string): void {
    if (!isJsonObject(value) || !isJsonObject(value.mapping)) return;
    for (const reference of Object.values(value.mapping)) {
      if (typeof reference !== "string" || !looksLikeReference(reference)) continue;
      this.#targets.push(resolveUri(reference, base));
    }
  }
}

/** Whether a value of `mapping` is a URI reference rather than the name of a component. */
function looksLikeReference(text: string): boolean {
  return text.includes("/") || /\.(?:json|ya?ml)(?:#|$)/i.test(text);
}

function isData(name: string): boolean {
  return dataNames.has(name) || name.startsWith("x-");
}

/** What the references in an object are relative to. */
function baseIn(object: JsonObject, around: string): string {
  const id = idOf(object);
  return id === undefined ? around : resolveUri(id, around).uri;
}

/** The `$id` of a schema; in the OpenAPI Object it is not a keyword. */
function idOf(object: JsonObject): string | undefined {
  const { $id } = object;
  const isId = Object.hasOwn(object, "$id") && typeof $id === "string";
  return isId && !Object.hasOwn(object, "openapi") ? $id : undefined;
}
