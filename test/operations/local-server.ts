import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sendResponse, toRequest } from "../../generator/runtime/server-node.js";

/** Answers requests, as `serve` does. */
export type Handle = (request: Request) => Response | Promise<Response>;

/** A server on this machine. */
export interface LocalServer {
  /** Its address, without a path: `http://127.0.0.1:1234`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Has a server listen on a free port. */
export async function listen(server: Server): Promise<LocalServer> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

/** Starts a server of Node.js, without a framework. Errors are passed to `onError`. */
export function startNode(
  handle: Handle,
  onError: (error: unknown) => void = () => undefined,
): Promise<LocalServer> {
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> =>
      sendResponse(await handle(toRequest(request, { response })), response);
    answer().catch((error: unknown) => {
      onError(error);
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
  return listen(server);
}
