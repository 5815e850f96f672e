import { isJsonObject, ownMember, type Json, type JsonObject } from "../../core/json.js";
import { valueAt, type Document } from "../../openapi/document.js";
import { memberOf, membersOf, rootOf, type Found } from "../../openapi/navigate.js";
import { nodeAt } from "../../openapi/walk.js";

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

/**
 * Returns whether credentials for a scheme of the caller are accepted under a scheme of the receiver. Names of
 * schemes do not matter: they are not sent.
 *
 * @see {@link https://spec.openapis.org/oas/v3.2.0.html#security-scheme-object | OpenAPI 3.2, Security Scheme Object}
 */
export function acceptsScheme(caller: JsonObject, receiver: JsonObject): boolean {
  if (caller.type !== receiver.type) return false;
  switch (caller.type) {
    case "apiKey":
      return (
        caller.in === receiver.in &&
        (caller.in === "header"
          ? lowerCase(caller.name) === lowerCase(receiver.name)
          : caller.name === receiver.name)
      );
    case "http":
      return lowerCase(caller.scheme) === lowerCase(receiver.scheme);
    case "oauth2":
      return acceptsFlows(objectIn(caller, "flows"), objectIn(receiver, "flows"));
    case "openIdConnect":
      return caller.openIdConnectUrl === receiver.openIdConnectUrl;
    default:
      return true;
  }
}

/** The URLs at which a client obtains its tokens. */
const urlFields = ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl"];

/** Callers may use any of the flows that their document describes. */
function acceptsFlows(caller: JsonObject, receiver: JsonObject): boolean {
  return Object.keys(caller).every((name) => {
    if (name.startsWith("x-")) return true;
    const used = objectIn(caller, name);
    const flow = ownMember(receiver, name);
    return (
      isJsonObject(flow) &&
      urlFields.every((field) => used[field] === undefined || used[field] === flow[field])
    );
  });
}

function objectIn(object: JsonObject, name: string): JsonObject {
  const member = ownMember(object, name);
  return isJsonObject(member) ? member : {};
}

function lowerCase(value: Json | undefined): Json | undefined {
  return typeof value === "string" ? value.toLowerCase() : value;
}
