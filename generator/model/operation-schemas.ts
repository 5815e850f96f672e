import { ownMember } from "../core/json.js";
import type { Document } from "../openapi/document.js";
import { below, keyOfPlace, type Place } from "../core/place.js";
import { pascalCase } from "./names.js";
import { memberOf, membersOf, rootOf, type Found } from "../openapi/navigate.js";
import { operationsOf } from "../openapi/operations.js";

/** A schema that an operation uses: in a body, a parameter or a header. */
export interface OperationSchema {
  readonly place: Place;
  /** What to call it where it has no name of its own. */
  readonly name: string;
  /** Whether it describes a whole body, which is worth a model whatever its type. */
  readonly isBody: boolean;
}

/**
 * The schemas that the operations of a document use, webhooks and callbacks among them.
 *
 * https://spec.openapis.org/oas/v3.1.1.html#operation-object
 */
export function operationSchemas(document: Document): readonly OperationSchema[] {
  const finder = new Finder(document);
  for (const group of ["paths", "webhooks"]) {
    for (const [path, item] of finder.members(rootOf(document), group)) finder.pathItem(path, item);
  }
  return finder.schemas;
}

class Finder {
  readonly schemas: OperationSchema[] = [];
  readonly #document: Document;
  readonly #seen = new Set<string>();

  constructor(document: Document) {
    this.#document = document;
  }

  pathItem(path: string, item: Found): void {
    for (const [index, parameter] of this.members(item, "parameters")) {
      this.#parameter(pascalCase(`${path} ${index}`), parameter);
    }
    for (const [method, operation] of operationsOf(this.#document, item)) {
      this.#operation(`${method.toLowerCase()} ${path}`, operation);
    }
  }

  #operation(fallback: string, operation: Found): void {
    if (!this.#enter(operation)) return;
    const { operationId } = operation.value;
    const name = pascalCase(typeof operationId === "string" ? operationId : fallback);
    for (const [, parameter] of this.members(operation, "parameters")) {
      this.#parameter(name, parameter);
    }
    const body = memberOf(this.#document, operation, "requestBody");
    if (body !== undefined) this.#content(body, named(body, `${name}Request`));
    const responses = this.members(operation, "responses");
    const isOnlySuccess = responses.filter(([status]) => status.startsWith("2")).length === 1;
    for (const [status, response] of responses) {
      const isMain = isOnlySuccess && status.startsWith("2");
      this.#response(response, `${name}Response${isMain ? "" : pascalCase(status)}`);
    }
    for (const [callback, paths] of this.members(operation, "callbacks")) {
      for (const [path, item] of this.members(paths)) {
        this.pathItem(`${name} ${callback} ${path}`, item);
      }
    }
  }

  #parameter(owner: string, parameter: Found): void {
    const { name } = parameter.value;
    const suggested = pascalCase(`${owner} ${typeof name === "string" ? name : ""}`);
    this.#schema(parameter, named(parameter, suggested));
    this.#content(parameter, named(parameter, suggested));
  }

  #response(response: Found, suggested: string): void {
    const name = named(response, suggested);
    this.#content(response, name);
    for (const [header, value] of this.members(response, "headers")) {
      this.#schema(value, named(value, pascalCase(`${name} ${header}`)));
    }
  }

  /** The schemas of a body by media type; the first keeps the name. */
  #content(around: Found, name: string): void {
    for (const [index, [type, media]] of this.members(around, "content").entries()) {
      const suggested = index === 0 ? name : pascalCase(`${name} ${type.split("/").at(-1) ?? ""}`);
      this.#schema(media, suggested, true);
      this.#schema(media, `${suggested}Item`, true, "itemSchema");
    }
  }

  #schema(around: Found, name: string, isBody = false, member = "schema"): void {
    if (ownMember(around.value, member) === undefined) return;
    const place = below(around.place, member);
    const key = keyOfPlace(place);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.schemas.push({ place, name, isBody });
  }

  members(around: Found, name?: string): readonly (readonly [string, Found])[] {
    return membersOf(this.#document, around, name);
  }

  /** Whether an operation has not been looked at: callbacks can lead back. */
  #enter({ place }: Found): boolean {
    const key = keyOfPlace(place);
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}

function named({ referredName }: Found, suggested: string): string {
  if (referredName === undefined) return suggested;
  const kind = /(Response|Request)/.exec(suggested)?.[1] ?? "";
  const name = pascalCase(referredName);
  return name.endsWith(kind) ? name : `${name}${kind}`;
}
