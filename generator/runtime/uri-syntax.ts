import { matchesIpv6 } from "./format-ipv6.js";

/**
 * Whether a string is a reference of RFC 3986.
 *
 * https://www.rfc-editor.org/rfc/rfc3986#appendix-A
 */
export function isReference(text: string, needsScheme: boolean): boolean {
  const [, scheme, authority, path = "", query = "", fragment = ""] =
    /^(?:([^:/?#]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([^]*))?$/.exec(text) ?? [];
  // A colon in the first segment of a path ends a scheme, even an invalid one.
  const isBegun = scheme === undefined ? !needsScheme : /^[a-z][a-z\d+.-]*$/i.test(scheme);
  const rest = path + query + fragment;
  return (
    isBegun &&
    (authority === undefined || isAuthority(authority)) &&
    !/[^\w.~!$&'()*+,;=:@/?%-]/.test(rest) &&
    [path, query, fragment].every(isEncoded)
  );
}

/** Whether every `%` begins an encoded octet. */
function isEncoded(text: string): boolean {
  return !/%(?![\da-f]{2})/i.test(text);
}

/** https://www.rfc-editor.org/rfc/rfc3986#section-3.2 */
function isAuthority(text: string): boolean {
  const [, user = "", literal, name = ""] = /^(?:([^@]*)@)?(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(
    text,
  ) ?? [undefined, "@"];
  return (
    isEncoded(text) &&
    !/[^\w.~!$&'()*+,;=:%-]/.test(user) &&
    !/[^\w.~!$&'()*+,;=%-]/.test(name) &&
    (literal === undefined || isAddress(literal))
  );
}

function isAddress(text: string): boolean {
  return matchesIpv6(text) || /^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(text);
}
