import { parseUrl } from "../core/uri.js";

/** A proxy that an environment variable names. */
export interface NamedProxy {
  /** The variable that names it. */
  readonly variable: string;
  /** Its host and port, without a password. Undefined if the value is not a URL. */
  readonly host: string | undefined;
}

/** A proxy, and whether requests use it. */
export interface Proxy extends NamedProxy {
  /** Why requests do not use it, and what to do; undefined if they use it. */
  readonly unused: string | undefined;
}

const httpNames = ["http_proxy", "HTTP_PROXY"];
/** Node.js uses the proxy for `http:` if there is none for `https:`. */
const httpsNames = ["https_proxy", "HTTPS_PROXY", ...httpNames];

/** The variables that name proxies. */
export const proxyVariables: readonly string[] = httpsNames;

/**
 * Returns the proxy of the environment for a URL, by the rules of Node.js.
 *
 * @param url An `http:` or `https:` URL.
 * @param variable Returns an environment variable.
 * @returns The proxy, or undefined if there is none, or `NO_PROXY` names the host.
 * @see https://nodejs.org/api/http.html#built-in-proxy-support
 */
export function proxyFor(
  url: URL,
  variable: (name: string) => string | undefined,
): NamedProxy | undefined {
  const isSet = (name: string): boolean => (variable(name) ?? "") !== "";
  const name = (url.protocol === "https:" ? httpsNames : httpNames).find(isSet);
  const exempt = ["no_proxy", "NO_PROXY"].find(isSet);
  if (name === undefined) return undefined;
  if (exempt !== undefined && isExempt(url, variable(exempt) ?? "")) return undefined;
  const value = variable(name) ?? "";
  const host = parseUrl(value)?.host ?? "";
  return { variable: name, host: host === "" ? undefined : host };
}

/** Returns whether a list has the host of a URL: `*`, a host, or a domain with all its hosts. */
function isExempt(url: URL, list: string): boolean {
  const host = url.hostname.toLowerCase();
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === "*") return true;
    const [, name = "", only = port] = /^\*?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    const bare = name.replace(/^\./, "");
    return bare !== "" && only === port && (host === bare || host.endsWith(`.${bare}`));
  });
}
