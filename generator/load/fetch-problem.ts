import type { FetchLimits } from "../text/limits.js";
import type { Proxy } from "./proxy.js";
import type { SentHeaders } from "./request-headers.js";

/** Why a file cannot be retrieved. */
export interface FetchProblem {
  /** The reason, to follow "cannot retrieve …: ". */
  readonly why: string;
  readonly help: string;
}

/** Thrown if an answer cannot be used. */
export class FetchError extends Error {
  override readonly name: string = "FetchError";
  readonly problem: FetchProblem;

  constructor(why: string, help: string = elsewhere) {
    super(why);
    this.problem = { why, help };
  }
}

/** The help for problems without a more specific one. */
export const elsewhere = "check the URL and the network, or download the file and give its path";

const nameHeaders =
  'add them to the config, as in `spec: { url: …, headers: { Authorization: "Bearer ${API_TOKEN}" } }`, or with `--header`';

/**
 * Returns the error for the status of an answer.
 *
 * @param response The answer.
 * @param sent The headers of the request.
 * @param isElsewhere Whether a redirect has led to another origin.
 */
export function statusProblem(
  { status, headers }: Response,
  { headers: sent, variables }: SentHeaders,
  isElsewhere: boolean,
): FetchError {
  const hasSent = Object.keys(sent).length > 0;
  const check =
    variables.length > 0
      ? `check the ${variables.length === 1 ? "variable" : "variables"} ${variables.join(", ")}: a credential may be wrong, expired, or for another resource`
      : "check the values of the headers: a credential may be wrong, expired, or for another resource";
  const moved =
    "a redirect leads to another origin, to which no headers are sent: use that URL instead";
  const credentials = hasSent ? check : isElsewhere ? moved : nameHeaders;
  switch (status) {
    case 401:
      return new FetchError(
        hasSent
          ? "the server does not accept the credentials (401)"
          : "the server requires credentials (401)",
        credentials,
      );
    case 403:
      return new FetchError(
        hasSent
          ? "the server denies access with the headers that were sent (403)"
          : "the server denies access, perhaps because of missing credentials (403)",
        credentials,
      );
    case 404:
    case 410:
      return new FetchError(
        `the server has no such file (${status})`,
        hasSent
          ? "check the URL, and whether the credentials are for it: some servers use this status instead of 403"
          : "check the URL; some servers use this status if credentials are missing (`spec.headers`, `--header`)",
      );
    case 407:
      return proxyCredentials;
    case 429: {
      const seconds = /^\d{1,6}$/.exec(headers.get("retry-after") ?? "")?.[0];
      const when = seconds === undefined ? "later" : `in ${seconds} s`;
      return new FetchError("the server receives too many requests (429)", `try again ${when}`);
    }
    default:
      if (status >= 500) {
        return new FetchError(`the server has failed (${status})`, "try again later");
      }
      return new FetchError(`the server answered with the status ${status}`);
  }
}

const proxyCredentials = new FetchError(
  "the proxy requires credentials (407)",
  "add them to the variable of the proxy, as in http://user:password@proxy.example.com:8080",
);

/** The answer is a web page, such as a login page. */
export const webPage: FetchError = new FetchError(
  "the answer is a web page (HTML), and not a document",
  `use the URL of the file itself, such as that of "Raw" on code hosts; if it is a login page, ${nameHeaders}`,
);

/**
 * Returns why a request failed.
 *
 * @param error The error.
 * @param way The requested URL, and its proxy.
 * @param limits The limits of the request.
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
  // `fetch` fails with the status 407 without mentioning it.
  if (code === undefined && message === "fetch failed") {
    return {
      ...proxyCredentials.problem,
      why: "a proxy refuses the request, probably because it requires credentials (407)",
    };
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

/** Returns the code and message of an error. Those of `fetch` are in the cause of the error. */
function causeOf(error: unknown): { readonly code: string | undefined; readonly message: string } {
  if (!(error instanceof Error)) return { code: undefined, message: String(error) };
  const { cause } = error;
  const own = "code" in error ? String(error.code) : undefined;
  if (!(cause instanceof Error)) return { code: own, message: error.message };
  const deeper = causeOf(cause);
  return { code: deeper.code ?? own, message: deeper.message || error.message };
}

/** The errors before there is a connection. With a proxy, it is the connection to the proxy. */
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
  ENOTFOUND: ({ hostname }) => `the host ${hostname} does not exist`,
  EAI_AGAIN: ({ hostname }) => `the name ${hostname} cannot be resolved`,
  ECONNREFUSED: ({ host }) => `${host} refuses the connection`,
  ECONNRESET: ({ host }) => `${host} has closed the connection`,
  EPIPE: ({ host }) => `${host} has closed the connection`,
  UND_ERR_SOCKET: ({ host }) => `${host} has closed the connection`,
  ETIMEDOUT: ({ host }) => `${host} does not answer`,
  UND_ERR_CONNECT_TIMEOUT: ({ host }) => `${host} does not answer`,
  EHOSTUNREACH: ({ host }) => `${host} cannot be reached`,
  ENETUNREACH: ({ host }) => `${host} cannot be reached`,
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
    return ({ hostname }) => `Node.js does not trust the certificate of ${hostname}`;
  }
  if (code.startsWith("ERR_SSL_") || code === "EPROTO") {
    return ({ host }) => `no secure connection to ${host} can be established`;
  }
  return code.startsWith("HPE_")
    ? ({ host }) => `${host} does not answer with valid HTTP`
    : undefined;
}

const proxyHelp = "check the proxy that HTTPS_PROXY or HTTP_PROXY names, and NO_PROXY";

function helpFor(code = ""): string {
  if (untrusted.has(code)) {
    return "if you trust it, set NODE_EXTRA_CA_CERTS to a PEM file with the certificate of its authority";
  }
  if (code.startsWith("ERR_SSL_") || code === "EPROTO") {
    return "check the port, and whether the URL should begin with http:";
  }
  return elsewhere;
}
