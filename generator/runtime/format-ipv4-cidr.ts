import { matchesIpv4 } from "./format-ipv4.js";

/** Whether a string is a block of IPv4 addresses of RFC 4632: `192.0.2.0/24`. */
export function matchesIpv4Cidr(text: string): boolean {
  const [, address = "", length = ""] = /^([^/]*)\/(\d|[12]\d|3[0-2])$/.exec(text) ?? [];
  return length !== "" && matchesIpv4(address);
}
