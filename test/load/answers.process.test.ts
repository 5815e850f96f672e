import { execFileSync } from "node:child_process";
import { createServer as createSecureServer } from "node:https";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { InputError } from "../../generator/core/failure.js";
import { nodeHost } from "../../generator/load/node-host.js";
import { readSource } from "../../generator/load/read.js";
import type { FetchLimits } from "../../generator/text/limits.js";
import { temporaryFolder } from "../write/temporary-folder.js";
import { redirectTo, serve, type Handler } from "./serve.js";

const limits: FetchLimits = { milliseconds: 5000, bytes: 100_000 };

/** Why a URL cannot be retrieved, and what to do, as one line each. */
async function problemOf(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  fetchLimits = limits,
): Promise<readonly [why: string, help: string]> {
  const host = { ...nodeHost("/"), variable: () => "some-token" };
  try {
    await readSource(url, { host, fetchLimits, headers: [{ url, headers }] });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [found] = error.diagnostics;
    const message = found?.message.replace(`cannot retrieve ${url}: `, "") ?? "";
    return [message, found?.help ?? ""];
  }
  return ["retrieved", ""];
}

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Handler =>
  (response) =>
    response.writeHead(code, "Words of the server", headers).end("a: 1");

const html = (text: string, type = "text/html; charset=utf-8"): Handler => {
  return (response) => response.writeHead(200, { "content-type": type }).end(text);
};

describe("an answer without the document", () => {
  test.each<[page: Handler, why: string, help: RegExp]>([
    [status(401), "the server requires credentials (401)", /spec: \{ url.*headers.*--header/],
    [
      status(403),
      "the server denies access, perhaps because of missing credentials (403)",
      /headers/,
    ],
    [status(404), "the server has no such file (404)", /check the URL; .*credentials/],
    [status(410), "the server has no such file (410)", /check the URL/],
    [
      status(407),
      "a proxy refuses the request, probably because it requires credentials (407)",
      /user:password@/,
    ],
    [status(429), "the server receives too many requests (429)", /^try again later$/],
    [status(429, { "retry-after": "7" }), "the server receives too many requests (429)", /in 7 s$/],
    [status(500), "the server has failed (500)", /later/],
    [status(503), "the server has failed (503)", /later/],
    [status(418), "the server answered with the status 418", /check the URL/],
    [status(304), "the server answered with the status 304", /check the URL/],
    [
      html("<!doctype html><title>Log in</title>"),
      "the answer is a web page (HTML), and not a document",
      /Raw.*login page.*headers/,
    ],
    [html("<form>"), "the answer is a web page (HTML), and not a document", /Raw/],
    [
      html("\n <!DOCTYPE HTML>", "text/plain"),
      "the answer is a web page (HTML), and not a document",
      /Raw/,
    ],
    [
      html("<html lang=en>", "application/octet-stream"),
      "the answer is a web page (HTML), and not a document",
      /Raw/,
    ],
    [html("openapi: 3.1.0"), "retrieved", /^$/],
    [(response) => response.end(), "is empty", /./],
    [redirectTo("http://["), "a redirect leads to an invalid URL", /check the URL/],
    [redirectTo("/"), "there are too many redirects", /check the URL/],
    [
      (response) => response.destroy(),
      "HOST has closed the connection (UND_ERR_SOCKET)",
      /network/,
    ],
    [(response) => response.write("a"), "it took more than 5 s", /network/],
    [(response) => response.end("a".repeat(100_001)), "the file is larger than 100000 bytes", /./],
    [
      (response) =>
        response
          .writeHead(200, { "content-encoding": "gzip" })
          .end(gzipSync("a".repeat(10_000_000))),
      "the file is larger than 100000 bytes",
      /./,
    ],
    [
      (response) => response.writeHead(200, { "content-encoding": "gzip" }).end("no gzip"),
      "its compressed content is damaged (Z_DATA_ERROR)",
      /./,
    ],
  ])("is named and explained: %#", async (page, why, help) => {
    const { origin } = await serve({ "/": page });
    const [found, advice] = await problemOf(`${origin}/`);
    expect(found.replace(origin.slice("http://".length), "HOST")).toMatch(
      why === "is empty" ? /is empty$/ : why,
    );
    expect(advice).toMatch(help);
    expect(found + advice).not.toContain("Words of the server");
  });

  test.each([
    [401, "the server does not accept the credentials (401)", "check the variable TOKEN"],
    [
      403,
      "the server denies access with the headers that were sent (403)",
      "check the variable TOKEN",
    ],
    [404, "the server has no such file (404)", "whether the credentials are for it"],
  ])("with the status %i says that headers were sent", async (code, why, help) => {
    const { origin } = await serve({ "/": status(code) });
    const [found, advice] = await problemOf(`${origin}/`, { "X-Key": "${TOKEN}" });
    expect(found).toBe(why);
    expect(advice).toContain(help);
    expect(found + advice).not.toContain("some-token");
  });

  test("says that no headers are sent where a redirect leads elsewhere", async () => {
    const other = await serve({ "/": status(401) });
    const { origin } = await serve({ "/": redirectTo(`${other.origin}/`) });
    const [, help] = await problemOf(`${origin}/`, { "X-Key": "${TOKEN}" });
    expect(help).toContain("a redirect leads to another origin, to which no headers are sent");
  });
});

describe("a server that cannot be reached", () => {
  test("is named, if nothing answers there", async () => {
    const { origin } = await serve({});
    const idle = createServer();
    await new Promise<void>((resolve) => idle.listen(0, "127.0.0.1", resolve));
    const address = idle.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    await new Promise((resolve) => idle.close(resolve));
    expect(origin).not.toContain(String(port));
    const [why] = await problemOf(`http://127.0.0.1:${port}/`);
    expect(why).toBe(`127.0.0.1:${port} refuses the connection (ECONNREFUSED)`);
  });

  test("is named, if its name leads nowhere", async () => {
    const [why] = await problemOf("http://guardsmith.invalid/a");
    expect(why).toMatch(
      /^(?:the host guardsmith\.invalid does not exist \(ENOTFOUND\)|the name guardsmith\.invalid cannot be resolved \(EAI_AGAIN\))$/,
    );
  });

  test("may be one that speaks no TLS", async () => {
    const { origin } = await serve({});
    const [why, help] = await problemOf(`${origin.replace("http:", "https:")}/`);
    expect(why).toMatch(/^no secure connection to 127\.0\.0\.1:\d+ can be established \(/);
    expect(help).toContain("http:");
  });

  test("may be one that speaks no HTTP", async () => {
    const server = createServer((socket) => socket.end("220 mail\r\n\r\n"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const [why] = await problemOf(`http://127.0.0.1:${port}/`);
    server.close();
    expect(why).toBe(`127.0.0.1:${port} does not answer with valid HTTP (HPE_INVALID_CONSTANT)`);
  });

  test.each([
    [
      "signed by itself",
      "127.0.0.1",
      "1",
      /^Node\.js does not trust the certificate of 127\.0\.0\.1 \(DEPTH_ZERO_SELF_SIGNED_CERT\)$/,
      /NODE_EXTRA_CA_CERTS/,
    ],
  ])("may have a certificate that is %s", async (_what, name, days, why, help) => {
    const folder = await temporaryFolder();
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    execFileSync(
      "openssl",
      [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        key,
        "-out",
        cert,
        "-days",
        days,
        "-subj",
        `/CN=${name}`,
        "-addext",
        `subjectAltName=IP:${name}`,
      ],
      { stdio: "ignore" },
    );
    const options = { key: await readFile(key), cert: await readFile(cert) };
    const server = createSecureServer(options, (_request, response) => response.end("a: 1"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const [found, advice] = await problemOf(`https://127.0.0.1:${port}/`);
    server.close();
    expect(found).toMatch(why);
    expect(advice).toMatch(help);
  });

  test("is not left behind by a redirect from https: to http:", async () => {
    const request: typeof fetch = () =>
      Promise.resolve(
        new Response("", { status: 302, headers: { location: "http://example.com/" } }),
      );
    const host = { fetch: (): Promise<Response> => request("") };
    const reading = readSource("https://example.com/a", { host, fetchLimits: limits });
    await expect(reading).rejects.toThrow("a redirect leads from https: to http:");
  });
});
