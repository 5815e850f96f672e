import { streamOf, writeConsumed, type ConsumedBody, type NodeStream } from "./node-body.js";

/**
 * A request of Node.js (`IncomingMessage`), or of a framework on top of it: Express adds `originalUrl` and
 * `body`.
 */
export interface NodeRequest extends NodeStream {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly socket?: object | undefined;
  /** Whether anybody has read from the stream. */
  readonly readableDidRead?: boolean | undefined;
}

/** A request of Fastify, which has that of Node.js inside. */
export interface WrappedRequest {
  readonly raw: NodeRequest;
  readonly body?: unknown;
}

/** Where a response is written: a `ServerResponse` of Node.js. */
export interface NodeResponse {
  statusCode: number;
  readonly destroyed: boolean;
  readonly writableFinished: boolean;
  readonly req?: { readonly method?: string | undefined } | undefined;
  readonly getHeader: (name: string) => string | number | readonly string[] | undefined;
  readonly setHeader: (name: string, value: string | readonly string[]) => unknown;
  readonly write: (chunk: Uint8Array) => boolean;
  readonly end: () => unknown;
  readonly destroy: () => unknown;
  readonly on: (event: string, listener: () => void) => unknown;
}

/** Options for making a `Request`. */
export interface NodeOptions {
  /** The response to the request: if its client goes away, the signal of the request aborts. */
  readonly response?: NodeResponse | undefined;
  /**
   * The bytes or the text of the body, if a framework has read and kept them. Default: the member `rawBody`
   * of the request.
   */
  readonly rawBody?: string | Uint8Array | undefined;
  /**
   * Whether the fields `X-Forwarded-Proto` and `X-Forwarded-Host` decide the origin of the URL. Only for
   * servers that nobody reaches but by a proxy that sets them. Default: false.
   */
  readonly trustProxy?: boolean | undefined;
}

/** What frameworks add to requests. */
interface FrameworkMembers {
  readonly originalUrl?: unknown;
  readonly body?: unknown;
  readonly rawBody?: unknown;
  readonly file?: unknown;
  readonly files?: unknown;
}

/**
 * Makes a `Request` of a request of Node.js, Express, Fastify or NestJS. The body is streamed; if a framework
 * has read it, it is made of `rawBody` or `body`. A parsed value is written as JSON again, never converted.
 *
 * The body of a GET or HEAD request is left out, since a `Request` cannot have one.
 *
 * @throws TypeError if the body was read and is not there any more, with what to do.
 */
export function toRequest(
  request: NodeRequest | WrappedRequest,
  options: NodeOptions = {},
): Request {
  const message = "raw" in request ? request.raw : request;
  // Any framework may have added any members.
  const members = request as FrameworkMembers;
  const { method = "GET" } = message;
  const body = bodyOf(message, members, options);
  const headers = headersOf(message);
  if (body !== null && !(body instanceof ReadableStream)) {
    // The fields describe the body as it was sent.
    for (const name of ["content-length", "content-encoding", "transfer-encoding"]) {
      headers.delete(name);
    }
    // The platform knows the boundary between the fields of a new form.
    if (body instanceof FormData) headers.delete("content-type");
  }
  // A `Request` does not allow these methods, but a server receives them.
  const isForbidden = /^(?:CONNECT|TRACE|TRACK)$/i.test(method);
  const init = {
    method: isForbidden ? "GET" : method,
    headers,
    body: isForbidden ? null : body,
    signal: options.response ? signalOf(options.response) : null,
    duplex: "half",
  };
  // Streams need `duplex`, which the types of some platforms lack.
  const made = new Request(
    urlOf(message, members, options.trustProxy === true),
    init as RequestInit,
  );
  return isForbidden ? Object.defineProperty(made, "method", { value: method }) : made;
}

/** The URL that a client has asked for. What is not a host is replaced, so that it cannot be a path. */
function urlOf(
  message: NodeRequest,
  { originalUrl }: FrameworkMembers,
  isTrusted: boolean,
): string {
  const { headers, socket, url = "/" } = message;
  const { host: named, ":authority": authority } = headers;
  const forwarded = (name: string): string | undefined =>
    isTrusted ? firstOf(headers[`x-forwarded-${name}`]) : undefined;
  const isEncrypted = socket !== undefined && "encrypted" in socket && socket.encrypted === true;
  const protocol = forwarded("proto") ?? (isEncrypted ? "https" : "http");
  const host = forwarded("host") ?? firstOf(authority ?? named) ?? "";
  const isOrigin =
    /^https?$/.test(protocol) &&
    /^(?:[\w.~%!$&'()*+;=-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host);
  const path = typeof originalUrl === "string" ? originalUrl : url;
  // The target may be a whole URL, or `*`.
  const target = path.replace(/^https?:\/\/[^/?#]*/i, "").replace(/^(?!\/)/, "/");
  return `${isOrigin ? `${protocol}://${host}` : "http://localhost"}${target}`;
}

/** The first value of a field that may have a list of them. */
function firstOf(field: string | readonly string[] | undefined): string | undefined {
  const text = typeof field === "string" ? field : field?.[0];
  return text?.split(",")[0]?.trim();
}

function headersOf({ headers }: NodeRequest): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    // The fields of HTTP/2 that begin with a colon are no headers.
    if (value === undefined || name.startsWith(":")) continue;
    for (const each of typeof value === "string" ? [value] : value) result.append(name, each);
  }
  return result;
}

function bodyOf(
  message: NodeRequest,
  { body, rawBody, file, files }: FrameworkMembers,
  options: NodeOptions,
): ReadableStream | ConsumedBody | null {
  const { headers, method, readableDidRead } = message;
  const { "content-length": length, "content-type": type = "" } = headers;
  const isHttp1 = headers[":path"] === undefined;
  const isEmpty = length === undefined ? isHttp1 && !headers["transfer-encoding"] : length === "0";
  if (isEmpty || method === "GET" || method === "HEAD") return null;
  const raw = options.rawBody ?? rawBody;
  if (typeof raw === "string" || raw instanceof Uint8Array) return raw;
  // Some frameworks set an empty body where no parser has read one.
  if (readableDidRead === false || (readableDidRead === undefined && body === undefined)) {
    return streamOf(message);
  }
  return writeConsumed(body, String(type), files ?? file);
}

/** A signal that aborts when the connection closes before the response is complete. */
function signalOf(response: NodeResponse): AbortSignal {
  const controller = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** A reply of Fastify, which has the response of Node.js inside. */
export interface WrappedResponse {
  readonly raw: NodeResponse;
  /** Leaves the response to others. */
  readonly hijack: () => unknown;
}

/**
 * Sends a `Response` as the response of Node.js, Express, Fastify or NestJS, as fast as the client reads it.
 * If the client goes away, the body is cancelled. Headers that are already set stay, unless the response
 * has them too; cookies are added.
 *
 * @throws What the body throws while it is read. The connection is closed then, since a part is sent.
 */
export async function sendResponse(
  { status, headers, body }: Response,
  response: NodeResponse | WrappedResponse,
): Promise<void> {
  if ("raw" in response) response.hijack();
  const target = "raw" in response ? response.raw : response;
  target.statusCode = status;
  headers.forEach((value, name) => {
    if (name !== "set-cookie") target.setHeader(name, value);
  });
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) {
    const known = target.getHeader("set-cookie") ?? [];
    target.setHeader("set-cookie", [known, cookies].flat().map(String));
  }
  if (body === null) {
    target.end();
    return;
  }
  await sendBody(body, target);
}

async function sendBody(body: ReadableStream<Uint8Array>, target: NodeResponse): Promise<void> {
  const reader = body.getReader();
  const isClosed = (): boolean => target.destroyed;
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  if (isClosed() || target.req?.method === "HEAD") {
    cancel();
    target.end();
    return;
  }
  let resume = (): void => undefined;
  target.on("drain", () => resume());
  target.on("close", () => {
    // Reading ends, too.
    cancel();
    resume();
  });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const drained = new Promise<void>((resolve) => (resume = resolve));
      if (!target.write(value) && !isClosed()) await drained;
    }
  } catch (error) {
    target.destroy();
    throw error;
  }
  target.end();
}
