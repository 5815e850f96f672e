/** Whether a string is an IPv4 address of RFC 2673: `192.0.2.1`. */
export function matchesIpv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);
}
