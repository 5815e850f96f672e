import { createServer, type Server, type ServerResponse } from "node:http";

/** What the server answers. */
export interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
}

/** A server on the loopback interface that answers whatever a test has it answer. */
export interface TestServer {
  readonly url: string;
  /** Sets the answer to all requests from here on. */
  readonly answer: (answer: Answer | ((response: ServerResponse) => void)) => void;
  readonly close: () => Promise<void>;
}

/** Starts a server at a port that is free. */
export async function startServer(): Promise<TestServer> {
  let respond = (response: ServerResponse): void => void response.writeHead(500).end();
  const server = createServer((_request, response) => {
    respond(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    answer: (answer) => {
      respond =
        typeof answer === "function"
          ? answer
          : (response) => {
              const { status, type, body } = answer;
              response.writeHead(status, type === undefined ? {} : { "content-type": type });
              response.end(body);
            };
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

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  return address.port;
}
