import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import * as http from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../write/temporary-folder.js";
import type { Finished } from "../support/finished.js";
import { runProcess } from "../support/run-process.js";

const document =
  "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: {}\ncomponents: { schemas: { Pet: { type: string } } }\n";

/** What this Node.js can do with a proxy: by itself, if it is started with a variable, or not at all. */
const ability =
  "setGlobalProxyFromEnv" in http
    ? "alone"
    : process.allowedNodeEnvironmentFlags.has("--use-env-proxy")
      ? "asked"
      : "none";

/** What makes requests take a proxy, where anything does. */
const asked: Readonly<Record<string, string>> =
  ability === "asked" ? { NODE_USE_ENV_PROXY: "1" } : {};

const servers: http.Server[] = [];
/** What the proxy and the server were asked for. */
const [seen, direct]: [string[], string[]] = [[], []];
let [folder, proxy, origin, certificate] = ["", "", "", ""];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guardsmith-test-"));
  certificate = join(folder, "cert.pem");
  const key = join(folder, "key.pem");
  const request = "req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=api.test".split(" ");
  const name = ["-addext", "subjectAltName=DNS:api.test", "-keyout", key, "-out", certificate];
  execFileSync("openssl", [...request, ...name], { stdio: "ignore" });
  const answer: http.RequestListener = ({ url = "" }, response) => {
    direct.push(url);
    response.end(document);
  };
  const plain = http.createServer(answer);
  const secure = createSecureServer(
    { key: await readFile(key), cert: await readFile(certificate) },
    answer,
  );
  const [plainPort, securePort] = [await listen(plain), await listen(secure)];
  // It leads all names to this machine.
  const between = http.createServer(({ method = "", url = "", headers }, response) => {
    seen.push(`${method} ${url} ${credentials(headers)}`);
    response.end(document);
  });
  between.on("connect", ({ url = "", headers }: http.IncomingMessage, socket) => {
    seen.push(`CONNECT ${url} ${credentials(headers)}`);
    if (url.startsWith("closed.test:")) {
      socket.end("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    const target = connect(url.endsWith(":443") ? securePort : plainPort, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      socket.pipe(target).pipe(socket);
    });
    for (const end of [socket, target]) end.on("error", () => undefined);
  });
  proxy = `http://user:hunter2@127.0.0.1:${await listen(between)}`;
  origin = `http://127.0.0.1:${plainPort}`;
  servers.push(plain, secure, between);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

beforeEach(() => {
  seen.length = direct.length = 0;
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  return address.port;
}

/** What a client tells a proxy about its user. */
function credentials(headers: http.IncomingHttpHeaders): string {
  const [, value = ""] = (headers["proxy-authorization"] ?? "").split(" ");
  return Buffer.from(value, "base64").toString();
}

/** Generates from a URL, with variables in the environment. */
async function generateFrom(
  url: string,
  env: Readonly<Record<string, string>>,
): Promise<Finished & { readonly shown: string }> {
  const cwd = await temporaryFolder();
  const own = { NODE_EXTRA_CA_CERTS: certificate, NODE_NO_WARNINGS: "1", ...asked, ...env };
  const args = ["generate", url, "--out", "out", "--no-format"];
  const finished = await runProcess(args, { cwd, env: own });
  const shown = finished.stdout + finished.stderr;
  // The password of a proxy is printed nowhere.
  expect(shown).not.toContain("hunter2");
  return { ...finished, shown };
}

describe.skipIf(ability === "none")("a request", () => {
  test.each([
    [
      "http://api.test/a.yaml",
      "HTTP_PROXY",
      /^(?:GET http:\/\/api\.test\/a\.yaml|CONNECT api\.test:80) user:hunter2$/,
    ],
    ["http://api.test/a.yaml", "http_proxy", /user:hunter2$/],
    ["https://api.test/a.yaml", "HTTPS_PROXY", /^CONNECT api\.test:443 user:hunter2$/],
    ["https://api.test/a.yaml", "https_proxy", /^CONNECT api\.test:443 user:hunter2$/],
  ])("for %s takes the proxy of %s", async (url, variable, request) => {
    const { code, shown } = await generateFrom(url, { [variable]: proxy });
    expect([code, shown]).toEqual([0, expect.stringContaining("generated 1 model ")]);
    expect(seen).toEqual([expect.stringMatching(request)]);
  });

  test.each(["NO_PROXY", "no_proxy"])("takes none for a host that %s names", async (variable) => {
    const env = { HTTP_PROXY: proxy, [variable]: "127.0.0.1" };
    const { code } = await generateFrom(`${origin}/a.yaml`, env);
    expect([code, seen, direct]).toEqual([0, [], ["/a.yaml"]]);
  });

  test("fails with the words of the proxy", async () => {
    const { code, shown } = await generateFrom("https://closed.test/", { HTTPS_PROXY: proxy });
    expect([code, shown]).toEqual([2, expect.stringContaining("requires credentials (407)")]);
  });

  test("fails where the proxy is not there", async () => {
    const env = { HTTPS_PROXY: "http://user:hunter2@127.0.0.1:1" };
    const { code, shown } = await generateFrom("https://api.test/", env);
    const message =
      "the proxy of HTTPS_PROXY cannot be reached: 127.0.0.1:1 refuses the connection";
    expect([code, shown]).toEqual([2, expect.stringContaining(message)]);
  });
});

test.skipIf(ability !== "alone").each(["http://user:hunter2@[", "user:hunter2@proxy.test"])(
  "a value that is not a URL of a proxy ends the run: %s",
  async (value) => {
    const { code, shown } = await generateFrom(`${origin}/a.yaml`, { HTTP_PROXY: value });
    const message = "the value of HTTP_PROXY is not the URL of a proxy";
    expect([code, shown, direct]).toEqual([2, expect.stringContaining(message), []]);
    // What needs no network is not concerned.
    const cwd = await temporaryFolder();
    const { code: helped } = await runProcess(["--help"], { cwd, env: { HTTP_PROXY: value } });
    expect(helped).toBe(0);
  },
);

test.skipIf(ability === "alone")("a proxy that Node.js does not use is reported", async () => {
  const env = { HTTPS_PROXY: proxy, NODE_USE_ENV_PROXY: "" };
  const { code, shown } = await generateFrom("https://api.test/", env);
  const [major] = process.versions.node.split(".");
  expect([code, shown]).toEqual([
    2,
    expect.stringContaining(
      ability === "asked"
        ? `HTTPS_PROXY is set, but Node.js ${major} only uses it with NODE_USE_ENV_PROXY=1`
        : `HTTPS_PROXY is set, but Node.js ${major} uses no proxy: use Node.js 24`,
    ),
  ]);
  expect(seen).toEqual([]);
});
