import type { DiagnosticLog } from "../../core/diagnostic.js";
import type { Document } from "../../openapi/document.js";
import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../core/json.js";
import { isPointer, joinPointer, resolvePointer } from "../../core/pointer.js";
import { below, keyOfPlace, type Place } from "../../core/place.js";
import { resolveUri } from "../../core/uri.js";
import type { Models } from "../../model/model.js";
import { encodeComment } from "../../code/encode.js";

/**
 * One document that needs no other file, for a tool that would look for them by itself: schemas in
 * other files become the components that they are, or components under the names of their models;
 * everything else stands in place of the reference to it. Examples and extensions are left out.
 *
 * @param log - Takes an error for each reference that leads nowhere.
 */
export function bundleDocument(document: Document, models: Models, log: DiagnosticLog): JsonObject {
  const bundler = new Bundler(document, models, log);
  const root = bundler.object(document.root, { uri: document.uri, pointer: "" });
  const components = isJsonObject(root.components) ? root.components : {};
  const schemas = isJsonObject(components.schemas) ? components.schemas : {};
  return {
    ...root,
    openapi: `${document.version}.0`,
    ...(root.paths === undefined && document.version === "3.0" && { paths: {} }),
    components: { ...components, schemas: { ...schemas, ...bundler.schemas() } },
  };
}

/** Members whose text becomes a comment. */
const prose: ReadonlySet<string> = new Set(["description", "summary", "title", "format"]);

/** Members that hold values, in which nothing is a reference. */
const data: ReadonlySet<string> = new Set(["const", "default", "enum"]);

/** Members whose own members have names from the document, whatever these look like. */
const maps: ReadonlySet<string> = new Set([
  "$defs",
  "callbacks",
  "content",
  "definitions",
  "dependentSchemas",
  "headers",
  "parameters",
  "pathItems",
  "patternProperties",
  "properties",
  "requestBodies",
  "responses",
  "schemas",
]);

class Bundler {
  readonly #document: Document;
  readonly #log: DiagnosticLog;
  readonly #names: ReadonlyMap<string, string>;
  readonly #added = new Map<string, Json>();
  readonly #trail: string[] = [];

  constructor(document: Document, { all }: Models, log: DiagnosticLog) {
    this.#document = document;
    this.#log = log;
    // Where several models stand at one place, the first is the whole of it.
    this.#names = new Map(
      all
        .toReversed()
        .map(({ name, component = name, schema }) => [keyOfPlace(schema.place), component]),
    );
  }

  /** The schemas of other files, by the names of their components or models. */
  schemas(): JsonObject {
    return Object.fromEntries(this.#added);
  }

  /** An object with its references to other files replaced. */
  object(value: JsonObject, place: Place): JsonObject {
    const isMap = maps.has(place.pointer.slice(place.pointer.lastIndexOf("/") + 1));
    const members = Object.entries(value).flatMap(([name, member]): (readonly [string, Json])[] => {
      if (isMap) return [[name, this.#value(member, below(place, name))]];
      if (name.startsWith("x-") || name === "example" || name === "examples") return [];
      if (data.has(name)) return [[name, member]];
      const isProse = prose.has(name) && typeof member === "string";
      return [[name, isProse ? encodeComment(member) : this.#value(member, below(place, name))]];
    });
    return Object.fromEntries(members);
  }

  #value(value: Json, place: Place): Json {
    if (isJsonArray(value)) {
      return value.map((item, index) => this.#value(item, below(place, String(index))));
    }
    if (!isJsonObject(value)) return value;
    const { $ref, ...others } = value;
    // `properties` may describe one that is named `$ref`.
    if (typeof $ref !== "string") return this.object(value, place);
    const target = this.#target($ref, below(place, "$ref"));
    return isJsonObject(target) ? { ...target, ...this.object(others, place) } : target;
  }

  /** What stands in place of a reference. */
  #target(reference: string, from: Place): Json {
    const { uri: named, fragment } = resolveUri(reference, from.uri);
    const uri = this.#document.aliases.get(named) ?? named;
    const place: Place = { uri, pointer: fragment };
    const key = keyOfPlace(place);
    const source = this.#document.sources.get(uri);
    const value =
      source && isPointer(fragment) ? resolvePointer(source.value, fragment) : undefined;
    if (value === undefined) return this.#unresolvable(reference, named, from);
    if (/^\/components\/\w+\/[^/]+$/.test(fragment) && uri === this.#document.uri) {
      return { $ref: `#${encodeURI(fragment)}` };
    }
    const name = this.#names.get(key);
    if (name !== undefined) {
      if (!this.#added.has(name)) {
        // A schema that contains itself finds its name taken.
        this.#added.set(name, {});
        this.#added.set(name, this.#value(value, place));
      }
      return { $ref: `#${joinPointer("/components/schemas", name)}` };
    }
    // What leads back to itself without a schema on the way describes nothing.
    if (this.#trail.includes(key)) return {};
    this.#trail.push(key);
    const bundled = this.#value(value, place);
    this.#trail.pop();
    return bundled;
  }

  #unresolvable(reference: string, uri: string, from: Place): Json {
    // An anchor, which openapi-typescript does not know, or a schema that was reported already.
    const isKnown =
      (this.#document.sources.has(uri) && !reference.includes("#/")) ||
      this.#log.all.some(
        ({ place }) => place !== undefined && keyOfPlace(place) === keyOfPlace(from),
      );
    if (isKnown) return {};
    const failure = this.#document.failures.get(uri);
    this.#log.error({
      code: failure?.code ?? "unresolvable-reference",
      message: `cannot resolve the reference ${JSON.stringify(reference)}${failure === undefined ? "" : `: ${failure.message}`}`,
      help: failure?.help ?? "define what it points to, or correct it",
      place: from,
    });
    return {};
  }
}
