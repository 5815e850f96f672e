// Punycode of RFC 3492, whose names these are: a label as letters, digits and hyphens.

/** Encodes a label, without `xn--`. */
export function encodePunycode(label: string): string {
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0);
  const basic = label.replace(/[^\0-\x7f]/gu, "");
  let encoded = basic === "" ? "" : `${basic}-`;
  let [n, delta, bias, handled] = [128, 0, 72, basic.length];
  while (handled < points.length) {
    const next = Math.min(...points.filter((point) => point >= n));
    delta += (next - n) * (handled + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta += 1;
      if (point !== n) continue;
      let q = delta;
      for (let k = 36; ; k += 36) {
        const t = threshold(k, bias);
        if (q < t) break;
        encoded += digits.charAt(t + ((q - t) % (36 - t)));
        q = Math.floor((q - t) / (36 - t));
      }
      encoded += digits.charAt(q);
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    n += 1;
  }
  return encoded;
}

/** Decodes a label, without `xn--`; returns undefined if that is not possible. */
export function decodePunycode(text: string): string | undefined {
  const delimiter = text.lastIndexOf("-");
  const label = Array.from(text.slice(0, Math.max(delimiter, 0)));
  let [n, i, bias] = [128, 0, 72];
  for (let at = delimiter + 1; at < text.length; i += 1) {
    const before = i;
    for (let [w, k] = [1, 36]; ; k += 36, at += 1) {
      const digit = at < text.length ? digits.indexOf(text.charAt(at)) : -1;
      if (digit < 0) return undefined;
      i += digit * w;
      const t = threshold(k, bias);
      if (digit < t) break;
      w *= 36 - t;
    }
    at += 1;
    bias = adapt(i - before, label.length + 1, before === 0);
    n += Math.floor(i / (label.length + 1));
    if (n > 0x10ffff) return undefined;
    i %= label.length + 1;
    label.splice(i, 0, String.fromCodePoint(n));
  }
  return label.join("");
}

const digits = "abcdefghijklmnopqrstuvwxyz0123456789";

function threshold(k: number, bias: number): number {
  return Math.min(Math.max(k - bias, 1), 26);
}

function adapt(first: number, count: number, isFirst: boolean): number {
  let delta = Math.floor(first / (isFirst ? 700 : 2));
  delta += Math.floor(delta / count);
  let k = 0;
  for (; delta > 455; k += 36) delta = Math.floor(delta / 35);
  return k + Math.floor((36 * delta) / (delta + 38));
}
