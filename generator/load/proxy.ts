import { parseUrl } from "../core/uri.js";

/** A proxy that the environment names. */
export interface NamedProxy {
  /** The variable that names it. */
  readonly variable: string;
  /** Its host and port: the value of the variable may hold a password. Undefined where it is no URL. */
  readonly host: string | undefined;
}

/** A proxy, and whether requests take it. */
export interface Proxy extends NamedProxy {
  /** Why they do not, and what to do; undefined where they do. */
  readonly unused: string | undefined;
}

const httpNames = ["http_proxy", "HTTP_PROXY"];
/** Node.js takes the proxy for `http:` where there is none for `https:`. */
const httpsNames = ["https_proxy", "HTTPS_PROXY", ...httpNames];

/** The variables that name proxies. */
export const proxyVariables: readonly string[] = httpsNames;

/**
 * Finds the proxy that the environment names for a URL, as Node.js does.
 *
 * @param url An `http:` or `https:` URL.
 * @param variable Returns an environment variable.
 * @returns Undefined where there is none, and where `NO_PROXY` names the host.
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

/** Whether a list names the host of a URL: `*`, a host, or a domain with all its hosts. */
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
