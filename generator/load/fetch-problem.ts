import type { FetchLimits } from "../text/limits.js";
import type { Proxy } from "./proxy.js";
import type { SentHeaders } from "./request-headers.js";

/** Why a file cannot be had, in words. */
export interface FetchProblem {
  /** The end of a sentence that says that it cannot be retrieved. */
  readonly why: string;
  readonly help: string;
}

/** Thrown for what goes wrong with an answer. */
export class FetchError extends Error {
  override readonly name: string = "FetchError";
  readonly problem: FetchProblem;

  constructor(why: string, help: string = elsewhere) {
    super(why);
    this.problem = { why, help };
  }
}

/** What helps in general. */
export const elsewhere = "check the URL and the network, or download the file and give its path";

const nameHeaders =
  'name them in the config, as in `spec: { url: …, headers: { Authorization: "Bearer ${API_TOKEN}" } }`, or with `--header`';

/**
 * Says what the status of an answer means.
 *
 * @param response The answer.
 * @param sent The headers of the request.
 * @param isElsewhere Whether a redirect has led to another origin than that of the document.
 */
export function statusProblem(
  { status, headers }: Response,
  { headers: sent, variables }: SentHeaders,
  isElsewhere: boolean,
): FetchError {
  const hasSent = Object.keys(sent).length > 0;
  const check =
    variables.length > 0
      ? `check the ${variables.length === 1 ? "variable" : "variables"} ${variables.join(", ")}: a credential may be wrong, old, or for something else`
      : "check the values of the headers: a credential may be wrong, old, or for something else";
  const moved =
    "a redirect leads to another origin, where no headers are sent: name that URL instead";
  const credentials = hasSent ? check : isElsewhere ? moved : nameHeaders;
  switch (status) {
    case 401:
      return new FetchError(
        hasSent
          ? "the server does not accept the credentials (401)"
          : "the server asks for credentials (401)",
        credentials,
      );
    case 403:
      return new FetchError(
        hasSent
          ? "the server does not allow this with the headers that are sent (403)"
          : "the server does not allow this without credentials, or not at all (403)",
        credentials,
      );
    case 404:
    case 410:
      return new FetchError(
        `the server has no such file (${status})`,
        hasSent
          ? "check the URL, and whether the credentials are for it: some servers answer so instead of 403"
          : "check the URL; some servers answer so where credentials are missing (`spec.headers`, `--header`)",
      );
    case 407:
      return proxyCredentials;
    case 429: {
      const seconds = /^\d{1,6}$/.exec(headers.get("retry-after") ?? "")?.[0];
      const when = seconds === undefined ? "later" : `in ${seconds} s`;
      return new FetchError("the server gets too many requests (429)", `try again ${when}`);
    }
    default:
      if (status >= 500) {
        return new FetchError(`the server has failed (${status})`, "try again later");
      }
      return new FetchError(`the server answered with the status ${status}`);
  }
}

const proxyCredentials = new FetchError(
  "the proxy asks for credentials (407)",
  "put them into the variable that names the proxy, as in http://user:password@proxy.example.com:8080",
);

/** An answer is a page for people, such as one to log in. */
export const webPage: FetchError = new FetchError(
  "the answer is a web page (HTML), and not a document",
  `give the URL of the file itself, as behind "Raw" on code hosts; if it is a page to log in, ${nameHeaders}`,
);

/**
 * Says what an error of the network means.
 *
 * @param error What was thrown.
 * @param way The URL that was asked for, and the proxy that is named for it.
 * @param limits How long it may take.
 */
export function networkProblem(
  error: unknown,
  { at, proxy }: { readonly at: URL; readonly proxy?: Proxy | undefined },
  limits: FetchLimits,
): FetchProblem {
  if (error instanceof FetchError) return error.problem;
  if (proxy?.unused !== undefined) {
    return { ...networkProblem(error, { at }, limits), help: proxy.unused };
  }
  if (error instanceof Error && error.name === "TimeoutError") {
    return { why: `it took more than ${limits.milliseconds / 1000} s`, help: elsewhere };
  }
  const { code, message } = causeOf(error);
  const refused = /Proxy response \((\d+)\)/.exec(message)?.[1];
  if (refused === "407") return proxyCredentials.problem;
  if (refused !== undefined) {
    return { why: `the proxy answered with the status ${refused}`, help: proxyHelp };
  }
  // What `fetch` makes of the status 407, and says nothing about.
  if (code === undefined && message === "fetch failed") {
    return { ...proxyCredentials.problem, why: "a proxy refuses the request, as with 407" };
  }
  if (proxy?.host !== undefined && code !== undefined && connecting.has(code)) {
    const problem = networkProblem(error, { at: new URL(`http://${proxy.host}`) }, limits);
    const why = `the proxy of ${proxy.variable} cannot be reached: ${problem.why}`;
    return { why, help: proxyHelp };
  }
  const words = code === undefined ? undefined : (causes[code] ?? tlsCause(code));
  if (words === undefined) return { why: code ?? message, help: elsewhere };
  return { why: `${words(at)} (${code})`, help: helpFor(code) };
}

/** `fetch` itself only says "fetch failed"; what happened is in the cause. */
function causeOf(error: unknown): { readonly code: string | undefined; readonly message: string } {
  if (!(error instanceof Error)) return { code: undefined, message: String(error) };
  const { cause } = error;
  const own = "code" in error ? String(error.code) : undefined;
  if (!(cause instanceof Error)) return { code: own, message: error.message };
  const deeper = causeOf(cause);
  return { code: deeper.code ?? own, message: deeper.message || error.message };
}

/** What goes wrong before there is a connection: with a proxy, to that. */
const connecting: ReadonlySet<string> = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ETIMEDOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

const causes: Readonly<Partial<Record<string, (at: URL) => string>>> = {
  ENOTFOUND: ({ hostname }) => `there is no host ${hostname}`,
  EAI_AGAIN: ({ hostname }) => `the name ${hostname} cannot be looked up`,
  ECONNREFUSED: ({ host }) => `nothing answers at ${host}`,
  ECONNRESET: ({ host }) => `${host} has closed the connection`,
  EPIPE: ({ host }) => `${host} has closed the connection`,
  UND_ERR_SOCKET: ({ host }) => `${host} has closed the connection`,
  ETIMEDOUT: ({ host }) => `${host} does not answer`,
  UND_ERR_CONNECT_TIMEOUT: ({ host }) => `${host} does not answer`,
  EHOSTUNREACH: ({ host }) => `there is no way to ${host}`,
  ENETUNREACH: ({ host }) => `there is no way to ${host}`,
  Z_DATA_ERROR: () => "its compressed content is damaged",
  Z_BUF_ERROR: () => "its compressed content is not complete",
  CERT_HAS_EXPIRED: ({ hostname }) => `the certificate of ${hostname} has expired`,
  CERT_NOT_YET_VALID: ({ hostname }) => `the certificate of ${hostname} is not valid yet`,
  ERR_TLS_CERT_ALTNAME_INVALID: ({ hostname }) => `the certificate is not for ${hostname}`,
};

const untrusted: ReadonlySet<string> = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

function tlsCause(code: string): ((at: URL) => string) | undefined {
  if (untrusted.has(code)) {
    return ({ hostname }) => `Node.js does not know who has signed the certificate of ${hostname}`;
  }
  if (code.startsWith("ERR_SSL_") || code === "EPROTO") {
    return ({ host }) => `there is no secure connection to ${host}`;
  }
  return code.startsWith("HPE_") ? ({ host }) => `${host} does not answer as HTTP asks` : undefined;
}

const proxyHelp = "check the proxy that HTTPS_PROXY or HTTP_PROXY names, and NO_PROXY";

function helpFor(code = ""): string {
  if (untrusted.has(code)) {
    return "if you trust it, have NODE_EXTRA_CA_CERTS name a file with the certificate of its authority, in PEM";
  }
  if (code.startsWith("ERR_SSL_") || code === "EPROTO") {
    return "check the port, and whether the URL should begin with http:";
  }
  return elsewhere;
}
