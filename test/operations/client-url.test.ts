import { describe, expect, test } from "vitest";
import { createClient, send } from "../../generator/runtime/client.js";
import type { SendOptions } from "../../generator/runtime/client-options.js";
import type { Server } from "../../generator/runtime/operation.js";
import { form } from "../../generator/runtime/parameter-form.js";
import { asText } from "../../generator/runtime/parameter-shapes.js";
import { serverUrl } from "../../generator/runtime/server-url.js";
import { operationOf, Text } from "./described.js";

const search = operationOf({
  parameters: [{ name: "q", in: "query", codec: form(asText), schema: Text }],
});

/** The URL that a client requests, or the message of its error. */
async function urlOf(
  baseUrl: string | undefined,
  servers?: readonly Server[],
  options?: SendOptions,
  call: object = {},
): Promise<string> {
  let url = "nothing";
  const client = createClient({
    baseUrl,
    fetch: (request) => {
      ({ url } = request);
      return Promise.resolve(new Response(null, { status: 204 }));
    },
  });
  try {
    await send({ ...search, ...(servers && { servers }) }, call, client, options);
    return url;
  } catch (error) {
    return error instanceof TypeError ? error.message : String(error);
  }
}

describe("the URL of a request", () => {
  test.each<[base: string, call: object, url: string]>([
    ["https://h", {}, "https://h/items"],
    ["https://h/", {}, "https://h/items"],
    ["https://h/v1", {}, "https://h/v1/items"],
    ["https://h/v1/", {}, "https://h/v1/items"],
    ["https://h/a%2Fb", {}, "https://h/a%2Fb/items"],
    ["https://h:8080/v1", { query: { q: "ä" } }, "https://h:8080/v1/items?q=%C3%A4"],
    ["https://h/v1?key=1", {}, "https://h/v1/items?key=1"],
    ["https://h/v1?key=1", { query: { q: "a&b" } }, "https://h/v1/items?key=1&q=a%26b"],
  ])("begins with %s, with the call %o", async (base, call, url) => {
    expect(await urlOf(base, undefined, undefined, call)).toBe(url);
  });

  test.each<[what: string, servers: readonly Server[], url: string]>([
    [
      "the first server",
      [{ url: "https://one/v1" }, { url: "https://two" }],
      "https://one/v1/items",
    ],
    [
      "the defaults of variables",
      [
        {
          url: "https://{region}.h/{base}",
          variables: { region: { default: "eu" }, base: { default: "v2" } },
        },
      ],
      "https://eu.h/v2/items",
    ],
  ])("is that of %s without a base", async (_what, servers, url) => {
    expect(await urlOf(undefined, servers)).toBe(url);
  });

  test("is that of the server in the options", async () => {
    const servers = [{ url: "https://one" }];
    expect(await urlOf("https://base/v1", servers, { server: "https://two/v3" })).toBe(
      "https://two/v3/items",
    );
    expect(await urlOf("https://base/v1", servers, { server: "/v3" })).toBe(
      "https://base/v3/items",
    );
    expect(await urlOf("https://base/v1", servers)).toBe("https://base/v1/items");
  });

  const absolute =
    'getItem has no URL: pass an absolute baseUrl to createClient, without credentials and a fragment, such as "https://api.example.com/v1".';
  test.each<[what: string, base: string | undefined, servers: readonly Server[] | undefined]>([
    ["no server", undefined, undefined],
    ["a relative server", undefined, [{ url: "/v1" }]],
    ["a variable that is not described", undefined, [{ url: "https://{host}/v1" }]],
    ["a relative base", "/v1", [{ url: "https://one" }]],
    ["a base without a scheme", "localhost:3000/v1", undefined],
    ["a base that is not a URL", "https://user:secret@", undefined],
    ["an empty base", "", undefined],
  ])("needs an absolute URL, not %s", async (_what, base, servers) => {
    expect(await urlOf(base, servers)).toBe(absolute);
  });

  test.each(["https://user@h", "https://:secret@h", "https://h/#/v1"])(
    "is not made from %s",
    async (base) => {
      const message = await urlOf(base);
      expect(message).toBe(absolute);
      expect(message).not.toContain("secret");
    },
  );

  test("is relative to the page in browsers", async () => {
    Object.defineProperty(globalThis, "location", {
      value: { href: "https://page/a/b" },
      configurable: true,
    });
    try {
      expect(await urlOf("/v1")).toBe("https://page/v1/items");
      expect(await urlOf(undefined, [{ url: "/v1" }])).toBe(absolute);
    } finally {
      Reflect.deleteProperty(globalThis, "location");
    }
  });
});

describe("the URL of a server", () => {
  const server = {
    url: "{scheme}://{region}.h/v1",
    variables: {
      scheme: { default: "https" },
      region: { default: "eu", enum: ["eu", "us"] },
    },
  };

  test.each<[values: Readonly<Record<string, string>> | undefined, url: string]>([
    [undefined, "https://eu.h/v1"],
    [{ region: "us" }, "https://us.h/v1"],
    [{ scheme: "http", region: "eu" }, "http://eu.h/v1"],
  ])("with the values %o", (values, url) => {
    expect(serverUrl(server, values)).toBe(url);
  });

  test.each<[server: Server, values: Readonly<Record<string, string>>, message: string]>([
    [
      server,
      { region: "mars" },
      `The variable region of the server ${server.url} is one of eu, us.`,
    ],
    [server, { host: "h" }, `The server ${server.url} has no variable host, but scheme, region.`],
    [
      server,
      { toString: "h" },
      `The server ${server.url} has no variable toString, but scheme, region.`,
    ],
    [{ url: "https://h" }, { host: "h" }, "The server https://h has no variable host, but none."],
  ])("of %o with the values %o is an error", (given, values, message) => {
    expect(() => serverUrl(given, values)).toThrow(new TypeError(message));
  });
});
