import type { Place } from "../diagnostics/diagnostic.js";
import type { Document, Json, JsonObject } from "../load/document.js";
import { isJsonArray, isJsonObject } from "../load/json.js";
import { joinPointer, resolvePointer } from "../load/pointer.js";
import { resolveUri } from "../load/uri.js";
import type { Model, Models } from "../model/model.js";

/**
 * One document of the files of another: schemas in other files become components under the names
 * of their models, everything else stands in place of the reference to it.
 */
export function bundleDocument(document: Document, models: Models): JsonObject {
  if (document.sources.size === 1) return document.root;
  const bundler = new Bundler(document, models);
  const root = bundler.bundle(document.root, document.uri);
  const { components } = isJsonObject(root) ? root : {};
  const { schemas } = isJsonObject(components) ? components : {};
  return {
    ...(isJsonObject(root) ? root : {}),
    components: {
      ...(isJsonObject(components) ? components : {}),
      schemas: { ...(isJsonObject(schemas) ? schemas : {}), ...bundler.schemas() },
    },
  };
}

class Bundler {
  readonly #document: Document;
  readonly #models: ReadonlyMap<string, Model>;
  readonly #added = new Map<string, Json>();
  readonly #trail: string[] = [];

  constructor(document: Document, { all }: Models) {
    this.#document = document;
    this.#models = new Map(
      all.map((model) => [`${model.schema.place.uri}#${model.schema.place.pointer}`, model]),
    );
  }

  /** The schemas of other files, by the names of their models. */
  schemas(): JsonObject {
    return Object.fromEntries(this.#added);
  }

  /** A value of a file, with its references to other files replaced. */
  bundle(value: Json, uri: string): Json {
    if (isJsonArray(value)) return value.map((item) => this.bundle(item, uri));
    if (!isJsonObject(value)) return value;
    const { $ref } = value;
    const members = Object.entries(value)
      .filter(([name]) => !name.startsWith("x-") && !/^(\$ref|examples?)$/.test(name))
      .map(([name, member]): [string, Json] => [name, this.bundle(member, uri)]);
    const others = Object.fromEntries(members);
    // `properties` may describe a property named `$ref`.
    if (typeof $ref !== "string") {
      return $ref === undefined ? others : { ...others, $ref: this.bundle($ref, uri) };
    }
    const target = this.#follow($ref, uri);
    return isJsonObject(target) ? { ...target, ...others } : target;
  }

  /** What stands in place of a reference. */
  #follow(reference: string, from: string): Json {
    const { uri: named, fragment } = resolveUri(reference, from);
    const uri = this.#document.aliases.get(named) ?? named;
    if (uri === this.#document.uri) return { $ref: `#${encodeURI(fragment)}` };
    const place: Place = { uri, pointer: fragment };
    const key = `${uri}#${fragment}`;
    const model = this.#models.get(key);
    const value = resolvePointer(this.#document.sources.get(uri)?.value ?? null, place.pointer);
    if (model !== undefined) {
      if (!this.#added.has(model.name)) {
        this.#added.set(model.name, {});
        this.#added.set(model.name, this.bundle(value ?? {}, uri));
      }
      return { $ref: `#${joinPointer("/components/schemas", model.name)}` };
    }
    // What leads back to itself without a schema on the way describes nothing.
    if (value === undefined || this.#trail.includes(key)) return {};
    this.#trail.push(key);
    const bundled = this.bundle(value, uri);
    this.#trail.pop();
    return bundled;
  }
}
