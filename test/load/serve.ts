import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterTest } from "../support/cleanup.js";

/** Answers a request. */
export type Handler = (response: ServerResponse, request: IncomingMessage) => unknown;

/** A server of this machine. */
export interface Served {
  /** Its origin, such as `http://127.0.0.1:1234`. */
  readonly origin: string;
  /** What it was asked for, in this order. */
  readonly requests: IncomingMessage[];
  /** The answers by path; a text is a body with the status 200. What is not here is not found. */
  readonly pages: Map<string, Handler | string>;
}

/** Starts a server that is ended after the test. */
export async function serve(pages: Readonly<Record<string, Handler | string>>): Promise<Served> {
  const requests: IncomingMessage[] = [];
  const known = new Map(Object.entries(pages));
  const server = createServer((request, response) => {
    requests.push(request);
    const page = known.get(request.url ?? "");
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === "string") response.end(page);
    else page(response, request);
  });
  afterTest(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  return { origin: `http://127.0.0.1:${address.port}`, requests, pages: known };
}

/** The URLs that a server was asked for. */
export function pathsOf({ requests }: Served): readonly (string | undefined)[] {
  return requests.map(({ url }) => url);
}

/** Redirects to another URL. */
export function redirectTo(location: string, status = 302): Handler {
  return (response) => response.writeHead(status, { location }).end();
}
