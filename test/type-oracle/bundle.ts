import type { DiagnosticLog } from "../../generator/core/diagnostic.js";
import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
} from "../../generator/core/json.js";
import { below, keyOfPlace, type Place } from "../../generator/core/place.js";
import { joinPointer } from "../../generator/core/pointer.js";
import { encodeComment } from "../../generator/code/encode.js";
import type { Models } from "../../generator/model/model.js";
import { componentAt } from "../../generator/openapi/components.js";
import { reportMissing, valueAt, type Document } from "../../generator/openapi/document.js";
import { fieldOf } from "../../generator/openapi/objects.js";
import { looksLikeReference } from "../../generator/openapi/references.js";
import { nodeIn, referenceOf, rootNode, type Node } from "../../generator/openapi/walk.js";

/** A document that needs no other file. */
export interface Bundle {
  readonly root: JsonObject;
  /** The reference to the schema at a place; undefined, if it is not among the components. */
  readonly referenceTo: (schema: Place) => string | undefined;
}

/**
 * Makes one document that needs no other file, for a tool that would look for them by itself: schemas
 * that references lead to become the components that they are, or components under the names of their
 * models; everything else replaces the reference to it. Examples and extensions are left out.
 *
 * @param log - Takes an error for each reference that leads nowhere.
 */
export function bundleDocument(document: Document, models: Models, log: DiagnosticLog): Bundle {
  const bundler = new Bundler(document, models, log);
  const root = bundler.root();
  const components = isJsonObject(root.components) ? root.components : {};
  const schemas = isJsonObject(components.schemas) ? components.schemas : {};
  return {
    root: {
      ...root,
      openapi: `${document.version}.0`,
      ...(root.paths === undefined && document.version === "3.0" && { paths: {} }),
      components: { ...components, schemas: { ...schemas, ...bundler.addedSchemas() } },
    },
    referenceTo: (place) => bundler.referenceTo(place),
  };
}

/** Fields whose text becomes a comment. */
const prose: ReadonlySet<string> = new Set(["description", "summary", "title", "format"]);

/** How deeply the objects that replace references may be nested. */
const maxInlined = 200;

/** A schema that is a component of the bundle. */
interface NamedPlace {
  readonly name: string;
  readonly place: Place;
}

class Bundler {
  readonly #document: Document;
  readonly #log: DiagnosticLog;
  /** The names of models by the places of their schemas. */
  readonly #modelNames: ReadonlyMap<string, string>;
  /** The names of the schemas that are components of the bundle alone, by their places. */
  readonly #added = new Map<string, string>();
  /** The schemas that were referred to since the last one was begun. */
  #referred: NamedPlace[] = [];
  /** The objects that contain the one that is copied, and replace references. */
  readonly #trail: string[] = [];

  constructor(document: Document, { all }: Models, log: DiagnosticLog) {
    this.#document = document;
    this.#log = log;
    // If several models have one place, the first is the whole model.
    this.#modelNames = new Map(
      all
        .toReversed()
        .map(({ name, component = name, schema }) => [keyOfPlace(schema.place), component]),
    );
  }

  root(): JsonObject {
    const { root, uri } = this.#document;
    return this.#object(rootNode(root, uri), root);
  }

  /**
   * The schemas that references lead to and that are no components of the document: each before those
   * that it refers to.
   */
  addedSchemas(): JsonObject {
    const schemas = new Map<string, Json>();
    const pending: NamedPlace[] = [];
    for (;;) {
      // One by one: there may be more of them than a call takes arguments.
      for (const referred of this.#referred.reverse()) pending.push(referred);
      this.#referred = [];
      const next = pending.pop();
      if (next === undefined) return Object.fromEntries(schemas);
      if (schemas.has(next.name)) continue;
      const { name, place } = next;
      const value = valueAt(place, this.#document) ?? {};
      schemas.set(name, this.#copy({ kind: "Schema", form: "one", place, value }));
    }
  }

  referenceTo(place: Place): string | undefined {
    const component = componentAt(place, this.#document);
    const name =
      component?.section === "schemas" ? component.name : this.#added.get(keyOfPlace(place));
    return name === undefined ? undefined : `#${joinPointer("/components/schemas", name)}`;
  }

  #copy(node: Node): Json {
    const { value } = node;
    const reference = referenceOf(node);
    if (isJsonObject(value) && reference !== undefined) {
      const target = this.#target(reference, node);
      return isJsonObject(target) ? { ...target, ...this.#object(node, value) } : target;
    }
    if (isJsonObject(value)) return this.#object(node, value);
    if (!isJsonArray(value)) return value;
    return value.map((item, index) => this.#inside(node, String(index), item));
  }

  /** Copies the members of an object or of a map, but for a reference in its place. */
  #object(node: Node, members: JsonObject): JsonObject {
    const copied = Object.entries(members).flatMap(([name, member]): [string, Json][] => {
      if (name === "$ref" && typeof member === "string") return [];
      if (node.form !== "one") return [[name, this.#inside(node, name, member)]];
      const field = fieldOf(node.kind, name);
      if (field?.is !== "held") {
        if (name.startsWith("x-") || name === "example" || name === "examples") return [];
        // Only a text becomes a comment.
        if (prose.has(name)) {
          return typeof member === "string" ? [[name, encodeComment(member)]] : [];
        }
      } else if (field.kind === "Example") {
        return [];
      }
      return [[name, this.#inside(node, name, member)]];
    });
    return Object.fromEntries(copied);
  }

  #inside(node: Node, name: string, value: Json): Json {
    const inside = nodeIn(node, name);
    if (inside !== undefined) return this.#copy(inside);
    const field = node.form === "one" ? fieldOf(node.kind, name) : undefined;
    return node.kind === "Discriminator" && field?.is === "reference"
      ? this.#mapping(value, below(node.place, name))
      : value;
  }

  /** The values of a `mapping`: names of components, or references. */
  #mapping(value: Json, from: Place): Json {
    if (isJsonObject(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([name, member]) => [name, this.#mapping(member, from)]),
      );
    }
    if (typeof value !== "string" || !looksLikeReference(value)) return value;
    const resolved = this.#document.resolve(value, from);
    return resolved.kind === "missing" ? value : (this.#bundledReference(resolved.place) ?? value);
  }

  /** What replaces a reference. */
  #target(reference: string, { kind, form, place }: Node): Json {
    const from = below(place, "$ref");
    const resolved = this.#document.resolve(reference, from);
    if (resolved.kind === "missing") {
      const isReported = this.#log.all.some(
        ({ place: other }) => other !== undefined && keyOfPlace(other) === keyOfPlace(from),
      );
      if (!isReported) reportMissing(resolved, reference, from, this.#log);
      return {};
    }
    const target = resolved.place;
    const name = this.#bundledReference(target);
    if (name !== undefined) return { $ref: name };
    return this.#inline({
      kind,
      form,
      place: target,
      value: valueAt(target, this.#document) ?? {},
    });
  }

  /** The reference to a component of the document, or to a model; undefined for anything else. */
  #bundledReference(place: Place): string | undefined {
    if (componentAt(place, this.#document) !== undefined) return `#${encodeURI(place.pointer)}`;
    const name = this.#modelNames.get(keyOfPlace(place));
    if (name === undefined) return undefined;
    this.#added.set(keyOfPlace(place), name);
    this.#referred.push({ name, place });
    return `#${joinPointer("/components/schemas", name)}`;
  }

  #inline(node: Node): Json {
    const key = keyOfPlace(node.place);
    // What leads back to itself without a schema on the way describes nothing.
    if (this.#trail.includes(key)) return {};
    if (this.#trail.length === maxInlined) {
      this.#log.error({
        code: "nested-too-deeply",
        message: `the references on the way here lead through more than ${maxInlined} objects, one inside the other`,
        help: "move what lies deep to `components`",
        place: node.place,
      });
      return {};
    }
    this.#trail.push(key);
    const copied = this.#copy(node);
    this.#trail.pop();
    return copied;
  }
}
