// How Node.js uses the proxies that environment variables name.
import { FetchError } from "./fetch-problem.js";
import { proxyFor, proxyVariables, type Proxy } from "./proxy.js";

/** Whether requests of this process use the proxies of the environment, by {@link useProxies}. */
let state: "not-asked" | "used" | "refused" = "not-asked";

/**
 * Makes all requests of the process use the proxies of the environment, if Node.js supports it: from 24.14
 * and 25.4 on. Only the command line calls it, because it affects the whole process.
 *
 * @see https://nodejs.org/api/http.html#httpsetglobalproxyfromenvproxyenv
 */
export async function useProxies(): Promise<void> {
  if (!proxyVariables.some((name) => process.env[name])) return;
  const set: unknown = Reflect.get(await import("node:http"), "setGlobalProxyFromEnv");
  if (typeof set !== "function") return;
  try {
    Reflect.apply(set, undefined, []);
    state = "used";
  } catch {
    // The message of the error has the value of the variable, perhaps with a password.
    state = "refused";
  }
}

/**
 * Returns the proxy that the environment names for a URL.
 *
 * @throws {FetchError} If Node.js uses no proxy because a value is invalid: without the proxy, the request
 *   could reach another server.
 */
export function nodeProxyFor(url: URL): Proxy | undefined {
  const named = proxyFor(url, (name) => process.env[name]);
  if (named === undefined) return undefined;
  if (state !== "refused") return { ...named, unused: whyUnused(named.variable) };
  const names = proxyVariables.filter((name) => process.env[name]).join(" or ");
  throw new FetchError(
    `the value of ${names} is not the URL of a proxy`,
    "write it as in http://proxy.example.com:8080, or unset the variable",
  );
}

function whyUnused(variable: string): string | undefined {
  if (state === "used" || isStartedWithProxies()) return undefined;
  const name = `Node.js ${process.versions.node.split(".", 1)[0] ?? ""}`;
  return process.allowedNodeEnvironmentFlags.has(flag)
    ? `${variable} is set, but ${name} only uses it with NODE_USE_ENV_PROXY=1`
    : `${variable} is set, but ${name} uses no proxy: use Node.js 24, or 22.21 with NODE_USE_ENV_PROXY=1`;
}

/** https://nodejs.org/api/cli.html#--use-env-proxy */
const flag = "--use-env-proxy";

function isStartedWithProxies(): boolean {
  const { NODE_USE_ENV_PROXY: asked, NODE_OPTIONS: options = "" } = process.env;
  if (!process.allowedNodeEnvironmentFlags.has(flag)) return false;
  return asked === "1" || [...process.execArgv, ...options.split(/\s+/)].includes(flag);
}
