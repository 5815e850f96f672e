import { matchesIpv4 } from "./format-ipv4.js";
import { matchesIpv6 } from "./format-ipv6.js";

/** Whether a string is a mailbox of RFC 5321: `joe@example.com`, `"joe b"@[192.0.2.1]`. */
export function matchesEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  return isLocalPart(text.slice(0, Math.max(at, 0))) && isDomain(text.slice(at + 1));
}

function isLocalPart(text: string): boolean {
  if (text.length > 64) return false;
  return /^(?:[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*|"(?:[ !#-[\]-~]|\\[ -~])*")$/.test(
    text,
  );
}

function isDomain(text: string): boolean {
  if (text.length > 255) return false;
  const [, version, address] = /^\[(IPv6:)?(.*)\]$/i.exec(text) ?? [];
  if (address !== undefined) {
    return version === undefined ? matchesIpv4(address) : matchesIpv6(address);
  }
  return text.split(".").every((label) => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(label));
}
