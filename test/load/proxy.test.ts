import { expect, test } from "vitest";
import { fetchBytes } from "../../generator/load/fetch.js";
import type { Proxy } from "../../generator/load/proxy.js";
import { proxyFor } from "../../generator/load/proxy.js";

const proxy = "http://user:hunter2@proxy.test:3128";

test.each<[url: string, environment: Readonly<Record<string, string>>, variable?: string]>([
  ["http://a.test/", {}],
  ["http://a.test/", { HTTP_PROXY: proxy }, "HTTP_PROXY"],
  ["http://a.test/", { http_proxy: proxy, HTTP_PROXY: "http://other" }, "http_proxy"],
  ["http://a.test/", { http_proxy: "", HTTP_PROXY: proxy }, "HTTP_PROXY"],
  ["http://a.test/", { HTTPS_PROXY: proxy, ALL_PROXY: proxy }],
  ["https://a.test/", { HTTPS_PROXY: proxy, HTTP_PROXY: "http://other" }, "HTTPS_PROXY"],
  ["https://a.test/", { https_proxy: proxy }, "https_proxy"],
  ["https://a.test/", { HTTP_PROXY: proxy }, "HTTP_PROXY"],
  ["http://a.test/", { HTTP_PROXY: proxy, NO_PROXY: "*" }],
  ["http://a.test/", { HTTP_PROXY: proxy, NO_PROXY: "b.test, A.test" }],
  ["http://a.test/", { HTTP_PROXY: proxy, no_proxy: "b.test a.test" }],
  ["http://a.test/", { HTTP_PROXY: proxy, no_proxy: "b.test", NO_PROXY: "*" }, "HTTP_PROXY"],
  ["http://x.a.test/", { HTTP_PROXY: proxy, NO_PROXY: "a.test" }],
  ["http://x.a.test/", { HTTP_PROXY: proxy, NO_PROXY: ".a.test" }],
  ["http://x.a.test/", { HTTP_PROXY: proxy, NO_PROXY: "*.a.test" }],
  ["http://xa.test/", { HTTP_PROXY: proxy, NO_PROXY: "a.test" }, "HTTP_PROXY"],
  ["http://a.test/", { HTTP_PROXY: proxy, NO_PROXY: "a.test:80" }],
  ["https://a.test/", { HTTP_PROXY: proxy, NO_PROXY: "a.test:80" }, "HTTP_PROXY"],
  ["http://a.test:8080/", { HTTP_PROXY: proxy, NO_PROXY: "a.test:80" }, "HTTP_PROXY"],
  ["http://a.test/", { HTTP_PROXY: proxy, NO_PROXY: " , " }, "HTTP_PROXY"],
])("the proxy for %s with %o is that of %s", (url, environment, variable) => {
  expect(proxyFor(new URL(url), (name) => environment[name])).toEqual(
    variable === undefined ? undefined : { variable, host: "proxy.test:3128" },
  );
});

test.each(["proxy.test:3128", "::", "http://user:hunter2@["])(
  "%s is not the URL of a proxy",
  (value) => {
    const found = proxyFor(new URL("http://a.test/"), (name) =>
      name === "http_proxy" ? value : undefined,
    );
    expect(found).toEqual({ variable: "http_proxy", host: undefined });
  },
);

/** Why a request fails with a code of the system, and what to do. */
async function failureOf(code: string, named: Proxy | undefined): Promise<string> {
  const error = new TypeError("fetch failed", { cause: Object.assign(new Error("no"), { code }) });
  const host = { fetch: () => Promise.reject(error), proxyFor: () => named };
  try {
    await fetchBytes(new URL("http://a.test/"), { host, limits: { milliseconds: 9, bytes: 9 } });
  } catch (failure) {
    return String(failure);
  }
  return "";
}

const used: Proxy = { variable: "HTTP_PROXY", host: "proxy.test:3128", unused: undefined };

test.each([
  [
    "ENOTFOUND",
    used,
    "the proxy of HTTP_PROXY cannot be reached: the host proxy.test does not exist",
  ],
  [
    "ECONNREFUSED",
    used,
    "cannot be reached: proxy.test:3128 refuses the connection (ECONNREFUSED)",
  ],
  ["ETIMEDOUT", used, "cannot be reached: proxy.test:3128 does not answer"],
  ["CERT_HAS_EXPIRED", used, "retrieve http://a.test/: the certificate of a.test has expired"],
  ["ECONNREFUSED", undefined, "retrieve http://a.test/: a.test refuses the connection"],
  [
    "ECONNREFUSED",
    { ...used, unused: "?" },
    "retrieve http://a.test/: a.test refuses the connection",
  ],
])("a failure %s names the proxy where it is that of the proxy", async (code, named, message) => {
  expect(await failureOf(code, named)).toContain(message);
});
