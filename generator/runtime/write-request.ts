import type { WrittenBody } from "./body.js";
import { bodyCodecFor, checkCall } from "./check-call.js";
import type { Client, CredentialTarget, HeaderFields, SendOptions } from "./client-options.js";
import type { Operation, Server, ServerVariable } from "./operation.js";
import { isObject, own } from "./values.js";
import { bodyOptions, handleViolation } from "./violations.js";
import { writeParameters, type WrittenParameters } from "./write-parameters.js";

/** A request without its server and its credentials. */
export interface WrittenCall extends WrittenParameters, WrittenBody {}

/**
 * Checks a call as the client does, and writes its parameters and its body.
 *
 * @throws {@link ValidationError} in the mode `throw`, if the call is not valid.
 * @throws TypeError if it cannot be written.
 */
export function writeCall(operation: Operation, call: unknown, client: Client): WrittenCall {
  const { id, method, path, parameters = [], body: { content } = { content: [] } } = operation;
  const where = `request of ${method} ${path}`;
  const violation = { operation: id, direction: "request" } as const;
  const mode = client.request;
  if (mode !== "off") {
    const issues = checkCall(operation, call, client.options);
    if (issues.length > 0) handleViolation(client, mode, where, { ...violation, issues });
  }
  const parts = isObject(call) ? call : {};
  const written = writeParameters(path, parameters, parts);
  const { body: value, mediaType } = parts;
  if (value === undefined) return { ...written, body: null };
  const codec = bodyCodecFor(content, mediaType);
  if (!codec) {
    const types = content.map((each) => each.mediaType).join(", ") || "no body";
    throw new TypeError(`${id} takes ${types}: change mediaType or body of the call.`);
  }
  const { body, contentType } = codec.write(value, bodyOptions(client, mode, where, violation));
  // A range of media types is not the media type of this body.
  const isRange = codec.mediaType.endsWith("*") && typeof mediaType === "string";
  return { ...written, body, contentType: isRange ? mediaType : contentType };
}

/**
 * Makes the request for a call.
 *
 * @param addTo - Adds credentials.
 * @throws TypeError if there is no server, or a header or a credential cannot be sent.
 */
export function requestFor(
  operation: Operation,
  call: WrittenCall,
  addTo: (target: CredentialTarget) => void,
  { options }: Client,
  { signal, headers: ownHeaders, accept, server }: SendOptions,
): Request {
  const headers = new Headers();
  const setHeader = (name: string, value: string): void => {
    // What the platform throws would show the value.
    if (/[^\t -~\x80-\xff]/.test(value)) {
      throw new TypeError(`The header ${name} has characters that no header can have.`);
    }
    headers.set(name, value);
  };
  const setAll = (fields: HeaderFields = {}): void => {
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined) headers.delete(name);
      else setHeader(name, value);
    }
  };
  const query = [call.query];
  const cookies = [call.cookie];
  const accepted = accept ?? mediaTypesOf(operation);
  if (accepted !== "") setHeader("Accept", accepted);
  setAll(options.headers);
  if (call.contentType !== undefined) setHeader("Content-Type", call.contentType);
  for (const [name, value] of call.headers) setHeader(name, value);
  setAll(ownHeaders);
  addTo({ query, cookies, setHeader });
  const cookie = cookies.filter(Boolean).join("; ");
  if (cookie !== "") setHeader("Cookie", cookie);

  const url = baseOf(operation, options.baseUrl, server);
  url.pathname = url.pathname.replace(/\/$/, "") + call.path;
  url.search = [url.search.slice(1), ...query].filter(Boolean).join("&");
  // Streams need the option `duplex`, which the types of some platforms lack.
  const init = {
    method: operation.method,
    headers,
    body: call.body,
    signal: signal ?? null,
    duplex: "half",
  };
  const request = new Request(url, init as RequestInit);
  if (cookie !== "" && !request.headers.has("Cookie")) {
    throw new TypeError(
      "Browsers do not let programs set cookies: leave them out of the call, and pass null in auth for their scheme.",
    );
  }
  return request;
}

/** The media types of all responses, in the order of the document. */
function mediaTypesOf({ responses }: Operation): string {
  const types = Object.values(responses).flatMap(({ content = [] }) =>
    content.map(({ mediaType }) => mediaType),
  );
  return [...new Set(types)].join(", ");
}

/**
 * The URL before the path of an operation.
 *
 * @throws TypeError if it is not absolute, or has parts that are not sent.
 */
function baseOf(
  { id, servers: [first = { url: "/" }] = [] }: Operation,
  base: string | URL | undefined,
  server: string | URL | undefined,
): URL {
  let url: URL | undefined;
  try {
    if (base !== undefined)
      url = new URL(base, /^(?:[./]|$)/.test(String(base)) ? pageUrl() : undefined);
    if (server !== undefined || !url) url = new URL(server ?? defaultUrl(first), url);
  } catch {
    // What the platform throws would show the URL, which may have a password.
  }
  // The platform refuses credentials, with a message that shows them, and does not send a fragment.
  if (!url || !/^https?:/.test(url.href) || url.username + url.password + url.hash !== "") {
    throw new TypeError(
      `${id} has no URL: pass an absolute baseUrl to createClient, without credentials and a fragment, such as "https://api.example.com/v1".`,
    );
  }
  return url;
}

/** The URL of a server with the defaults of its variables. */
function defaultUrl({ url, variables = {} }: Server): string {
  return url.replace(/\{([^{}]*)\}/g, (_braces, name: string) => {
    const variable = own(variables, name) as ServerVariable | undefined; // as all members
    // A space makes the URL of a variable that is not described no URL.
    return variable?.default ?? " ";
  });
}

/** The URL of the page, in browsers. */
function pageUrl(): string | undefined {
  return (globalThis as { readonly location?: { readonly href: string } }).location?.href;
}
