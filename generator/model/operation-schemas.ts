import { ownMember } from "../core/json.js";
import type { Document } from "../openapi/document.js";
import { below, keyOfPlace, placesAround, type Place } from "../core/place.js";
import type { Direction } from "../core/direction.js";
import { directionAt } from "../openapi/direction.js";
import { joinNames, pascalCase } from "./names.js";
import { memberOf, membersOf, rootOf, type Found } from "../openapi/navigate.js";
import { operationsOf } from "../openapi/operations.js";

/** A schema that an operation uses: in a body, a parameter or a header. */
export interface OperationSchema {
  readonly place: Place;
  /** The direction in which its values are sent; undefined, if operations use it in both. */
  readonly direction: Direction | undefined;
  /** Names for it if it has none of its own, best first. */
  readonly names: readonly string[];
  /** Whether it describes a whole body, which becomes a model whatever its type. */
  readonly isBody: boolean;
}

const known = new WeakMap<Document, readonly OperationSchema[]>();

/**
 * The schemas that the operations of a document use, webhooks and callbacks among them.
 *
 * https://spec.openapis.org/oas/v3.1.1.html#operation-object
 */
export function operationSchemas(document: Document): readonly OperationSchema[] {
  const found = known.get(document) ?? findOperationSchemas(document);
  known.set(document, found);
  return found;
}

function findOperationSchemas(document: Document): readonly OperationSchema[] {
  const finder = new Finder(document);
  for (const group of ["paths", "webhooks"]) {
    for (const [path, item] of finder.members(rootOf(document), group)) finder.pathItem(path, item);
  }
  return finder.schemas;
}

/**
 * Returns a function that finds the direction in which the values of a schema inside an operation
 * are sent. The direction is undefined for a schema elsewhere, or one that operations use in both
 * directions.
 */
export function findDirections(document: Document): (place: Place) => Direction | undefined {
  const known = new Map(
    operationSchemas(document).map(({ place, direction }) => [keyOfPlace(place), direction]),
  );
  return (place) => {
    for (const around of placesAround(place)) {
      const key = keyOfPlace(around);
      if (known.has(key)) return known.get(key);
    }
    return directionAt(place, document);
  };
}

class Finder {
  readonly #schemas = new Map<string, OperationSchema>();
  readonly #document: Document;
  readonly #seen = new Set<string>();

  constructor(document: Document) {
    this.#document = document;
  }

  get schemas(): readonly OperationSchema[] {
    return [...this.#schemas.values()];
  }

  pathItem(path: string, item: Found): void {
    for (const [index, parameter] of this.members(item, "parameters")) {
      this.#parameter(pascalCase(`${path} ${index}`), parameter);
    }
    for (const [method, operation] of operationsOf(this.#document, item)) {
      this.#operation(pascalCase(`${method.toLowerCase()} ${path}`), operation);
    }
  }

  #operation(fallback: string, operation: Found): void {
    if (!this.#enter(operation)) return;
    const { operationId } = operation.value;
    const name = typeof operationId === "string" ? pascalCase(operationId) : fallback;
    for (const [, parameter] of this.members(operation, "parameters")) {
      this.#parameter(name, parameter);
    }
    const body = memberOf(this.#document, operation, "requestBody");
    if (body !== undefined) this.#content(body, bodyNames(body, name, "Request"), "request");
    const responses = this.members(operation, "responses");
    const isOnlySuccess = responses.filter(([status]) => status.startsWith("2")).length === 1;
    for (const [status, response] of responses) {
      const isMain = isOnlySuccess && status.startsWith("2");
      this.#response(response, bodyNames(response, name, "Response", isMain ? "" : status));
    }
    for (const [callback, paths] of this.members(operation, "callbacks")) {
      this.#callback(joinNames(name, pascalCase(callback)), paths);
    }
  }

  /** The operations of a callback. If there are several, their names have more words. */
  #callback(name: string, paths: Found): void {
    const items = this.members(paths);
    for (const [path, item] of items) {
      // An expression such as `{$request.body#/url}` says where the callback is sent, so it gives
      // no name.
      const words = pascalCase(path.replace(/\{\$[^}]*\}/g, " "));
      const own = items.length === 1 ? name : joinNames(name, words);
      const operations = operationsOf(this.#document, item);
      for (const [index, parameter] of this.members(item, "parameters")) {
        this.#parameter(`${own}${index}`, parameter);
      }
      for (const [method, operation] of operations) {
        const verb = operations.length === 1 ? "" : pascalCase(method.toLowerCase());
        this.#operation(`${own}${verb}`, operation);
      }
    }
  }

  #parameter(owner: string, parameter: Found): void {
    const { referredName, value } = parameter;
    const name = pascalCase(referredName ?? (typeof value.name === "string" ? value.name : ""));
    const names =
      referredName === undefined ? joined(owner, name) : [name, joinNames(name, "Parameter")];
    this.#schema(parameter, names, "request");
    this.#content(parameter, names, "request");
  }

  #response(response: Found, names: readonly string[]): void {
    this.#content(response, names, "response");
    for (const [header, value] of this.members(response, "headers")) {
      const { referredName } = value;
      this.#schema(
        value,
        referredName === undefined
          ? names.flatMap((name) => joined(name, pascalCase(header)))
          : [joinNames(pascalCase(referredName), "Header")],
        "response",
      );
    }
  }

  /** Adds the schemas of a body, by media type. The first one keeps the names. */
  #content(around: Found, names: readonly string[], direction: Direction): void {
    for (const [index, [type, media]] of this.members(around, "content").entries()) {
      const subtype = pascalCase(type.split("/").at(-1) ?? "");
      const own = index === 0 ? names : names.flatMap((name) => joined(name, subtype));
      this.#schema(media, own, direction, { isBody: true });
      const items = own.map((name) => `${name}Item`);
      this.#schema(media, items, direction, { isBody: true, member: "itemSchema" });
    }
  }

  #schema(
    around: Found,
    names: readonly string[],
    direction: Direction,
    { isBody = false, member = "schema" } = {},
  ): void {
    if (ownMember(around.value, member) === undefined) return;
    const place = below(around.place, member);
    const key = keyOfPlace(place);
    const known = this.#schemas.get(key);
    if (known === undefined) this.#schemas.set(key, { place, direction, names, isBody });
    else if (known.direction !== direction) {
      this.#schemas.set(key, { ...known, direction: undefined });
    }
  }

  members(around: Found, name?: string): readonly (readonly [string, Found])[] {
    return membersOf(this.#document, around, name);
  }

  /** Whether an operation has not been visited: callbacks can be circular. */
  #enter({ place }: Found): boolean {
    const key = keyOfPlace(place);
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}

/** Names for a body: of the component that it is, or of its operation. */
function bodyNames(
  { referredName }: Found,
  operation: string,
  kind: "Request" | "Response",
  status = "",
): readonly string[] {
  if (referredName === undefined)
    return joined(operation, `${kind}${pascalCase(`${kind} ${status}`).slice(kind.length)}`);
  const name = pascalCase(referredName);
  return [name.endsWith(kind) ? name : `${name}${kind}`];
}

/** Joins two names, without repeated words if possible. */
function joined(first: string, second: string): readonly string[] {
  return [...new Set([joinNames(first, second), `${first}${second}`])];
}
