import { matchesIpv4 } from "./format-ipv4.js";

/** Whether a string is an IPv6 address of RFC 4291: `2001:db8::1`, `::ffff:192.0.2.1`. */
export function matchesIpv6(text: string): boolean {
  if (text.length > longest) return false;
  const last = text.lastIndexOf(":") + 1;
  // An IPv4 address at the end stands for two groups.
  const groups = matchesIpv4(text.slice(last)) ? `${text.slice(0, last)}0:0` : text;
  const sides = groups.split("::").map((side) => (side === "" ? [] : side.split(":")));
  const all = sides.reduce<readonly string[]>((left, right) => [...left, ...right], []);
  const isWhole = sides.length === 1 ? all.length === 8 : sides.length === 2 && all.length <= 7;
  return isWhole && all.every((group) => /^[\da-f]{1,4}$/i.test(group));
}

/** How long an address can be: six groups of four digits, and an IPv4 address. */
const longest = 45;
