import { matchesIpv6 } from "./format-ipv6.js";

/** Whether a string is a block of IPv6 addresses of RFC 4291: `2001:db8::/32`. */
export function matchesIpv6Cidr(text: string): boolean {
  const [, address = "", length = ""] = /^([^/]*)\/(\d|[1-9]\d|1[01]\d|12[0-8])$/.exec(text) ?? [];
  return length !== "" && matchesIpv6(address);
}
