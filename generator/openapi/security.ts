import { isJsonArray, isJsonObject, ownMember, type Json } from "../core/json.js";
import { valueAt, type Document } from "./document.js";
import { memberOf, membersOf, rootOf, type Found } from "./navigate.js";
import { nodeAt } from "./walk.js";

/** The security requirements of an operation. */
export interface Security {
  /** Whether the operation has a list of its own, even an empty one. */
  readonly isOwn: boolean;
  /** One of these is enough. There is always one: without requirements, it is empty. */
  readonly alternatives: readonly Alternative[];
}

/** The scopes of the schemes that a request has to satisfy together; none for an anonymous request. */
export type Alternative = ReadonlyMap<string, readonly Json[]>;

/**
 * Returns the security requirements of an operation: its own, or otherwise those of an object around it.
 *
 * @param around The object whose requirements the operation inherits; undefined, if it inherits none.
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#operation-object | OpenAPI 3.2, Operation Object}
 */
export function securityOf(operation: Found, around: Found | undefined): Security {
  const isOwn = Object.hasOwn(operation.value, "security");
  const list = ownMember((isOwn ? operation : (around ?? operation)).value, "security");
  const alternatives = isJsonArray(list) ? list.map(alternativeOf) : [];
  return { isOwn, alternatives: alternatives.length === 0 ? [new Map()] : alternatives };
}

function alternativeOf(value: Json): Alternative {
  if (!isJsonObject(value)) return new Map();
  return new Map(
    Object.entries(value).map(([name, scopes]) => [name, isJsonArray(scopes) ? scopes : []]),
  );
}

const known = new WeakMap<Document, ReadonlyMap<string, Found>>();

/**
 * Returns the security scheme that a requirement names: a component, or since version 3.2 the target of a URI.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#security-requirement-object | OpenAPI 3.2, Security Requirement Object}
 */
export function schemeNamed(document: Document, name: string): Found | undefined {
  const schemes = known.get(document) ?? schemesOf(document);
  known.set(document, schemes);
  const named = schemes.get(name);
  if (named !== undefined || document.version !== "3.2") return named;
  const target = document.resolve(name, rootOf(document).place);
  const value = target.kind === "found" ? valueAt(target.place, document) : undefined;
  if (target.kind === "missing" || !isJsonObject(value)) return undefined;
  return { ...nodeAt("SecurityScheme", value, target.place), value };
}

function schemesOf(document: Document): ReadonlyMap<string, Found> {
  const components = memberOf(document, rootOf(document), "components");
  if (components === undefined) return new Map();
  return new Map(membersOf(document, components, "securitySchemes"));
}
