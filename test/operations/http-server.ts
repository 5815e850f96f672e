import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

/** A request as a server received it. */
export interface ReceivedRequest {
  readonly method: string | undefined;
  /** The path and the query. */
  readonly url: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What a server answers. */
export interface Answer {
  /** Default: 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text, or a value that is sent as JSON with its media type, unless `headers` have another. */
  readonly body?: unknown;
}

/** What a server does with a request: the answer, or whatever it does with the response itself. */
export type Handler = (
  request: ReceivedRequest,
  response: ServerResponse,
) => Answer | undefined | Promise<Answer | undefined>;

/** A server on the loopback interface. */
export interface HttpServer {
  readonly url: string;
  /** All requests that it received. */
  readonly received: ReceivedRequest[];
  /** Sets what it does from here on, and forgets the requests. */
  readonly answer: (handler: Handler | Answer) => void;
  readonly close: () => Promise<void>;
}

/** Starts a server at a free port. */
export async function startHttpServer(): Promise<HttpServer> {
  let handler: Handler = () => ({ status: 500 });
  const received: ReceivedRequest[] = [];
  const server = createServer((message, response) => {
    void (async () => {
      const { method, url, headers } = message;
      const request = { method, url, headers, body: await text(message) };
      received.push(request);
      const answer = await handler(request, response);
      if (answer) writeAnswer(answer, response);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    received,
    answer: (next) => {
      received.length = 0;
      handler = typeof next === "function" ? next : () => next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function writeAnswer({ status = 200, headers, body }: Answer, response: ServerResponse): void {
  const isText = typeof body === "string" || body === undefined;
  response.writeHead(status, {
    ...(!isText && { "content-type": "application/json" }),
    ...headers,
  });
  response.end(isText ? body : JSON.stringify(body));
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  return address.port;
}
