import { createServer, type Server, type ServerResponse } from "node:http";

/** A batch as it is sent: whatever else it has, it is found by its ID. */
interface Served {
  readonly id: string;
}

/** What the server was asked for. */
export interface Call {
  /** The method and the path, with the query. */
  readonly route: string;
  /** The body, parsed; undefined if there was none. */
  readonly body: unknown;
}

/** A server of the Batch API, on this machine only. */
export interface BatchServer {
  /** The address of the API. */
  readonly baseURL: string;
  /** Everything that was asked so far. */
  readonly calls: readonly Call[];
  /** Ends it. */
  readonly close: () => Promise<void>;
}

const pageLength = 3;

/**
 * Starts a server that answers every route of the Batch API.
 *
 * @param batches - The batches that it has, as it sends them: the first one is what `POST /batches`
 *   answers, and the others are found by their `id`.
 */
export async function startBatchServer(batches: readonly Served[]): Promise<BatchServer> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    const { method = "GET", url = "/" } = request;
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString();
      const body: unknown = text === "" ? undefined : JSON.parse(text);
      calls.push({ route: `${method} ${url}`, body });
      answer(response, bodyFor(method, new URL(url, "http://localhost"), batches));
    });
  });
  const port = await listen(server);
  return {
    baseURL: `http://127.0.0.1:${port}/v1`,
    calls,
    close: () => close(server),
  };
}

/** What the API answers; undefined where it has nothing. */
function bodyFor(method: string, url: URL, batches: readonly Served[]): object | undefined {
  const route = /^\/v1\/batches(?:\/([^/]+)(\/cancel)?)?$/.exec(url.pathname);
  if (route === null) return undefined;
  const [, id, cancel] = route;
  if (id === undefined)
    return method === "POST" ? batches[0] : pageAfter(url.searchParams.get("after"), batches);
  if (method !== (cancel === undefined ? "GET" : "POST")) return undefined;
  return batches.find((batch) => batch.id === id);
}

function pageAfter(after: string | null, batches: readonly Served[]): object {
  const start = batches.findIndex(({ id }) => id === after) + 1;
  const data = batches.slice(start, start + pageLength);
  return {
    object: "list",
    data,
    has_more: start + pageLength < batches.length,
    first_id: data.at(0)?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
  };
}

function answer(response: ServerResponse, body: object | undefined): void {
  response.writeHead(body === undefined ? 404 : 200, {
    "content-type": "application/json",
    "x-request-id": "req_1",
  });
  response.end(JSON.stringify(body ?? { error: { message: "There is no such batch." } }));
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address !== null) resolve(address.port);
      else reject(new Error("the server has no port"));
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.closeAllConnections();
    server.close((error) => (error === undefined ? resolve() : reject(error)));
  });
}
