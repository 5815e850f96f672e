import { isJsonObject, ownMember, type Json, type JsonObject } from "../../core/json.js";

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
