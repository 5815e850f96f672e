import { describe, expect, test } from "vitest";
import { createClient, send } from "../../generator/runtime/client.js";
import {
  credentials,
  type Credential,
  type CredentialContext,
  type CredentialSources,
} from "../../generator/runtime/credentials.js";
import type {
  Operation,
  SecurityRequirement,
  SecurityScheme,
} from "../../generator/runtime/operation.js";
import { binary, operationOf } from "./described.js";

const bearer: SecurityScheme = { name: "bearer", type: "http", scheme: "bearer" };
const basic: SecurityScheme = { name: "basic", type: "http", scheme: "Basic" };
const token: SecurityScheme = { name: "token", type: "http", scheme: "Token" };
const oauth: SecurityScheme = { name: "oauth", type: "oauth2" };
const openId: SecurityScheme = { name: "openId", type: "openIdConnect" };
const mutual: SecurityScheme = { name: "mutual", type: "mutualTLS" };
const query: SecurityScheme = { name: "query", type: "apiKey", in: "query", parameter: "api key" };
const header: SecurityScheme = { name: "header", type: "apiKey", in: "header", parameter: "X-Key" };
const cookie: SecurityScheme = { name: "cookie", type: "apiKey", in: "cookie", parameter: "sid" };

const all = { bearer, basic, token, oauth, openId, mutual, query, header, cookie };

/** A requirement of the schemes with some names. */
function requires(...names: readonly (keyof typeof all)[]): SecurityRequirement {
  return names.map((name) => ({ scheme: all[name] }));
}

/** The parts of a request that can have credentials, or the message of the error. */
async function sentWith(
  security: Operation["security"],
  sources?: CredentialSources,
): Promise<unknown> {
  const sent: string[] = [];
  const client = createClient({
    baseUrl: "https://h",
    auth: sources && credentials(sources),
    fetch: ({ url, headers }) => {
      const { search } = new URL(url);
      const fields = [...headers].filter(([name]) => name !== "accept");
      sent.push(...(search === "" ? [] : [search]), ...fields.map((each) => each.join(": ")));
      return Promise.resolve(new Response(null, { status: 204 }));
    },
  });
  try {
    await send(operationOf(security && { security }), {}, client);
    return sent;
  } catch (error) {
    return error instanceof TypeError ? error.message : String(error);
  }
}

describe("a credential is sent as its scheme says", () => {
  test.each<[name: keyof typeof all, credential: Credential, sent: readonly string[]]>([
    ["bearer", "sk-1", ["authorization: Bearer sk-1"]],
    [
      "basic",
      { username: "Aladdin", password: "open:sesame" },
      ["authorization: Basic QWxhZGRpbjpvcGVuOnNlc2FtZQ=="],
    ],
    ["basic", { username: "ä", password: "" }, ["authorization: Basic w6Q6"]],
    ["basic", "QTpC", ["authorization: Basic QTpC"]],
    ["token", "t", ["authorization: Token t"]],
    ["oauth", "o", ["authorization: Bearer o"]],
    ["openId", "i", ["authorization: Bearer i"]],
    ["mutual", null, []],
    ["query", "a&b c", ["?api%20key=a%26b%20c"]],
    ["header", "k", ["x-key: k"]],
    ["cookie", "a/b==", ["cookie: sid=a/b=="]],
    ["bearer", null, []],
  ])("%s: %o", async (name, credential, sent) => {
    expect(await sentWith([requires(name)], { [name]: credential })).toEqual(sent);
    const ask = (): Promise<Credential> => Promise.resolve(credential);
    expect(await sentWith([requires(name)], { [name]: ask })).toEqual(sent);
  });

  test("two of them together", async () => {
    const auth = { cookie: "c", header: "h" };
    expect(await sentWith([requires("cookie", "header")], auth)).toEqual([
      "cookie: sid=c",
      "x-key: h",
    ]);
  });
});

describe("which credentials are sent", () => {
  const [b, h, bh] = [requires("bearer"), requires("header"), requires("bearer", "header")];
  test.each<
    [
      what: string,
      security: Operation["security"],
      sources: CredentialSources | undefined,
      sent: unknown,
    ]
  >([
    ["none, if there is no requirement", undefined, { bearer: "b" }, []],
    ["none, if no requirement is a way", [], { bearer: "b" }, []],
    ["the first", [b, h], { bearer: "b", header: "h" }, ["authorization: Bearer b"]],
    ["the first of which there is a credential", [b, h], { header: "h" }, ["x-key: h"]],
    ["the first of which there are all", [bh, h], { header: "h" }, ["x-key: h"]],
    ["some, although none are needed", [[], b], { bearer: "b" }, ["authorization: Bearer b"]],
    ["none, if none are there or needed", [b, []], {}, []],
    ["what a function gives", [b, h], { bearer: () => undefined, header: () => "h" }, ["x-key: h"]],
    ["a certificate of the platform", [requires("mutual")], {}, []],
    [
      "none are there",
      [b, bh],
      {},
      "getItem needs credentials: pass those of bearer, or bearer and header to credentials().",
    ],
    [
      "none are there, and the client has no credentials at all",
      [b, bh],
      undefined,
      "getItem needs credentials: pass auth to createClient.",
    ],
    [
      "a certificate of the platform, without any credentials",
      [requires("mutual"), b],
      undefined,
      [],
    ],
    ["none, if none are needed or given", [b, []], undefined, []],
    [
      "none with an inherited name",
      [[{ scheme: { ...bearer, name: "toString" } }]],
      {},
      "getItem needs credentials: pass those of toString to credentials().",
    ],
  ])("%s", async (_what, security, sources, sent) => {
    expect(await sentWith(security, sources)).toEqual(sent);
  });
});

describe("an error does not show the credential", () => {
  test.each<[name: keyof typeof all, credential: unknown, message: string]>([
    ["bearer", "secret\r\nX: 1", "visible ASCII"],
    ["header", "secrét", "visible ASCII"],
    ["header", { username: "secret", password: "secret" }, "visible ASCII"],
    ["basic", { username: "secret:", password: "" }, "a username has no colon"],
    ["basic", "secret\n", "a username has no colon"],
    ["query", 12, "visible ASCII"],
    ["cookie", "secret;", "visible ASCII"],
    ["cookie", "secret secret", "visible ASCII"],
  ])("%s: %o", async (name, credential, message) => {
    const sent = String(await sentWith([requires(name)], { [name]: credential as Credential }));
    expect(sent).toContain(`The credential of ${name} `);
    expect(sent).toContain(message);
    expect(sent).not.toMatch(/secr|12/);
  });
});

describe("after 401", () => {
  /** A client whose server accepts some tokens. */
  function clientOf(
    accepted: ReadonlySet<string>,
    sources: CredentialSources,
    delay: () => Promise<void>,
  ) {
    const sent: (string | null)[] = [];
    const client = createClient({
      baseUrl: "https://h",
      auth: credentials(sources),
      fetch: async ({ headers }) => {
        const field = headers.get("authorization");
        sent.push(field);
        await delay();
        const isAccepted = accepted.has(field?.replace("Bearer ", "") ?? "");
        return new Response(null, { status: isAccepted ? 204 : 401 });
      },
    });
    return { sent, client };
  }

  const atOnce = (): Promise<void> => Promise.resolve();
  const operation = operationOf({
    security: [[{ scheme: oauth, scopes: ["read", "write"] }]],
  });

  test("a function is asked again once, and the request is sent again", async () => {
    const asked: [scopes: readonly string[], context: CredentialContext][] = [];
    const ask = (scopes: readonly string[], context: CredentialContext): string => {
      asked.push([scopes, context]);
      return `t${asked.length}`;
    };
    const { sent, client } = clientOf(new Set(["t2"]), { oauth: ask }, atOnce);
    expect((await send(operation, {}, client)).status).toBe(204);
    expect(sent).toEqual(["Bearer t1", "Bearer t2"]);
    expect(asked).toEqual([
      [["read", "write"], { operation: "getItem" }],
      [["read", "write"], { operation: "getItem", rejected: "t1" }],
    ]);
    expect((await send(operation, {}, client)).status).toBe(401);
    expect(sent.slice(2)).toEqual(["Bearer t3", "Bearer t4"]);
  });

  test.each<[what: string, credential: CredentialSources[string]]>([
    ["is a text", "t0"],
    ["is the same again", () => "t0"],
    ["is none", (_scopes, { rejected }) => (rejected === undefined ? "t0" : undefined)],
  ])("nothing is sent again if the credential %s", async (_what, credential) => {
    const { sent, client } = clientOf(new Set(), { oauth: credential }, atOnce);
    expect((await send(operation, {}, client)).status).toBe(401);
    expect(sent).toEqual(["Bearer t0"]);
  });

  test("parallel requests share the new credential", async () => {
    let current = "t0";
    let renewals = 0;
    const ask = async (
      _scopes: readonly string[],
      { rejected }: CredentialContext,
    ): Promise<string> => {
      if (rejected === undefined) return current;
      renewals += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return (current = `t${renewals}`);
    };
    const accepted = new Set(["t1"]);
    let delayed = 0;
    // Some answers arrive when the credential is already renewed.
    const delay = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 4 * delayed++));
    const { sent, client } = clientOf(accepted, { oauth: ask }, delay);
    const all = Array.from({ length: 6 }, () => send(operation, {}, client));
    expect((await Promise.all(all)).map(({ status }) => status)).toEqual(Array(6).fill(204));
    expect(renewals).toBe(1);
    expect(sent.filter((each) => each === "Bearer t0")).toHaveLength(6);
    // A later refusal is another one.
    accepted.delete("t1");
    accepted.add("t2");
    expect((await send(operation, {}, client)).status).toBe(204);
    expect(renewals).toBe(2);
  });

  test("an error of the function is that of the request, and the next request asks again", async () => {
    let asked = 0;
    const ask = (_scopes: readonly string[], { rejected }: CredentialContext): string => {
      asked += 1;
      if (rejected !== undefined && asked === 2) throw new Error("no session");
      return `t${asked}`;
    };
    const { client } = clientOf(new Set(["t4"]), { oauth: ask }, atOnce);
    await expect(send(operation, {}, client)).rejects.toThrow("no session");
    expect((await send(operation, {}, client)).status).toBe(204);
  });

  test("a stream cannot be sent again", async () => {
    const ask = (_scopes: readonly string[], { rejected }: CredentialContext): string =>
      rejected === undefined ? "t0" : "t1";
    const { sent, client } = clientOf(new Set(["t1"]), { oauth: ask }, atOnce);
    const upload: typeof operation = { ...operation, method: "POST", body: { content: [binary] } };
    const stream = new Blob(["abc"]).stream();
    expect((await send(upload, { body: stream }, client)).status).toBe(401);
    expect(sent).toEqual(["Bearer t0"]);
    expect((await send(upload, { body: "abc" }, client)).status).toBe(204);
    expect(sent).toEqual(["Bearer t0", "Bearer t0", "Bearer t1"]);
  });
});
