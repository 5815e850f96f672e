import type { Authenticate, CredentialTarget } from "./client-options.js";
import type { Operation, SecurityRequirement } from "./operation.js";

/**
 * What a security scheme needs: a token or a key; the name and the password of a user for the HTTP scheme
 * `basic`; null, if something else sends it, such as a browser its cookies, or a proxy.
 */
export type Credential = string | { readonly username: string; readonly password: string } | null;

/** A credential, or a function that is asked for it before each request; undefined, if there is none. */
export type CredentialSource =
  | Credential
  | undefined
  | ((
      scopes: readonly string[],
      context: CredentialContext,
    ) => Credential | undefined | Promise<Credential | undefined>);

/** For what a credential is asked. */
export interface CredentialContext {
  /** The `operationId`: `listBatches`. */
  readonly operation: string;
  /** The credential that the server has refused with 401, if another one is asked for. */
  readonly rejected?: Credential;
}

/** Credentials by the names of the security schemes. */
export type CredentialSources = Readonly<Record<string, CredentialSource>>;

/** A credential of a request. */
interface UsedCredential {
  readonly scheme: SecurityRequirement[number]["scheme"];
  readonly value: Credential;
  /** Asks for another one after it was refused; undefined, if it is fixed. */
  readonly renew?: (() => Promise<Credential | undefined>) | undefined;
}

/** The last credentials that were asked for again, by scheme and scopes. */
type Renewals = Map<string, Promise<Credential | undefined>>;

/**
 * Makes what adds credentials to the requests of a client: `createClient({ auth: credentials({ … }) })`.
 *
 * A request has those of the first security requirement for which all are there. After 401, functions are
 * asked again, and the request is sent once more with what they return.
 *
 * @param sources - Credentials by the names of the security schemes in the document: `{ bearerAuth: token }`.
 *   A client throws a TypeError if those that an operation needs are missing, or cannot be sent.
 */
export function credentials(sources: CredentialSources): Authenticate {
  const renewals: Renewals = new Map();
  return async (operation, attempt, isRepeatable) => {
    const used = await findCredentials(operation, sources, renewals);
    const sendWith = (each: readonly UsedCredential[]): Promise<Response> =>
      attempt((target) => applyCredentials(each, target));
    const response = await sendWith(used);
    const renewed =
      response.status === 401 && isRepeatable ? await renewCredentials(used) : undefined;
    if (!renewed) return response;
    await response.body?.cancel();
    return sendWith(renewed);
  };
}

/**
 * Returns the credentials of the first security requirement for which all are there.
 *
 * @throws TypeError if there is none, and the operation does not allow requests without credentials.
 */
async function findCredentials(
  { id, security = [] }: Operation,
  sources: CredentialSources,
  renewals: Renewals,
): Promise<readonly UsedCredential[]> {
  for (const requirement of security) {
    const used: UsedCredential[] = [];
    for (const each of requirement) {
      const credential = await ask(id, each, sources, renewals);
      if (credential) used.push(credential);
    }
    if (used.length > 0 && used.length === requirement.length) return used;
  }
  if (security.length > 0 && security.every((each) => each.length > 0)) {
    const names = security.map((each) => each.map(({ scheme }) => scheme.name).join(" and "));
    throw new TypeError(
      `${id} needs credentials: pass those of ${names.join(", or ")} to credentials().`,
    );
  }
  return [];
}

/** Asks for the credential of a scheme; undefined, if there is none. */
async function ask(
  operation: string,
  { scheme, scopes = [] }: SecurityRequirement[number],
  sources: CredentialSources,
  renewals: Renewals,
): Promise<UsedCredential | undefined> {
  const { name, type } = scheme;
  const source = Object.keys(sources).includes(name) ? sources[name] : undefined;
  // The platform sends the certificate of a client.
  if (source === undefined && type === "mutualTLS") return { scheme, value: null };
  if (typeof source !== "function")
    return source === undefined ? source : { scheme, value: source };
  const key = [name, ...scopes].join(" ");
  const known = renewals.get(key);
  const value = await source(scopes, { operation });
  if (value === undefined) return undefined;
  const renew = (): Promise<Credential | undefined> => {
    let renewal = renewals.get(key);
    // Another request may have asked again while this one was on its way.
    if (!renewal || renewal === known) {
      renewal = (async () => source(scopes, { operation, rejected: value }))();
      renewals.set(key, renewal);
    }
    return renewal;
  };
  return { scheme, value, renew };
}

/**
 * Asks again for the credentials that a server has refused, of which functions are asked.
 *
 * @returns The new credentials; undefined, if they are the same as before.
 */
async function renewCredentials(
  credentials: readonly UsedCredential[],
): Promise<readonly UsedCredential[] | undefined> {
  let isNew = false;
  const renewed: UsedCredential[] = [];
  for (const { scheme, value, renew } of credentials) {
    const other = (await renew?.()) ?? value;
    if (other !== value) isNew = true;
    renewed.push({ scheme, value: other });
  }
  return isNew ? renewed : undefined;
}

/**
 * Puts credentials into a request.
 *
 * @throws TypeError if one has not the form that its scheme needs. The message does not show it.
 */
function applyCredentials(
  credentials: readonly UsedCredential[],
  { query, cookies, setHeader }: CredentialTarget,
): void {
  for (const { scheme, value } of credentials) {
    if (value === null) continue;
    const { type } = scheme;
    // The case does not matter, except to some servers.
    const word = (type === "http" ? scheme.scheme : "bearer").replace(/^[bB](?=earer$|asic$)/, "B");
    const text = word === "Basic" && typeof value === "object" ? encodeUser(value) : value;
    const isCookie = type === "apiKey" && scheme.in === "cookie";
    if (typeof text !== "string" || (isCookie ? /[^!#-+\--:<-[\]-~]/ : /[^\t -~]/).test(text)) {
      throw new TypeError(
        `The credential of ${scheme.name} cannot be sent: it takes visible ASCII characters; a username has no colon.`,
      );
    }
    if (type !== "apiKey") setHeader("Authorization", `${word} ${text}`);
    else if (scheme.in === "header") setHeader(scheme.parameter, text);
    else if (isCookie) cookies.push(`${scheme.parameter}=${text}`);
    else query.push(`${encodeURIComponent(scheme.parameter)}=${encodeURIComponent(text)}`);
  }
}

/**
 * Encodes the name and the password of a user; undefined, if the name has a colon, which would end it.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc7617#section-2 | RFC 7617, section 2}
 */
function encodeUser({
  username,
  password,
}: Exclude<Credential, string | null>): string | undefined {
  if (username.includes(":")) return undefined;
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return btoa(String.fromCharCode(...bytes));
}
