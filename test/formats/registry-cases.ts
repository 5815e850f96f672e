import { invalid, unlikeAjv, valid, type FormatCase } from "./format-case.js";

const int64 = "the number is beyond 64 bits; ajv-formats takes every integer";
const digits = "the registry has int64 for strings, too; ajv-formats looks at numbers only";
const single = "the number is beyond single precision; ajv-formats takes every number";
const wholeText = "ajv-formats looks at lines: one that is base64 is enough";
const most = 2 ** 128 - 2 ** 103;

/** The formats that only the registry of OpenAPI has. */
export const registryCases: Readonly<Record<string, readonly FormatCase[]>> = {
  int8: [...valid(0, -128, 127), ...invalid(-129, 128, 0.5)],
  int16: [...valid(0, -32768, 32767), ...invalid(-32769, 32768, 0.5)],
  int32: [
    ...valid(0, -0, 1, -1, 2147483647, -2147483648),
    ...invalid(2147483648, -2147483649, 1.5, -0.1, 1e300, 5e-324),
  ],
  int64: [
    ...valid(0, -1, 2147483648, Number.MAX_SAFE_INTEGER, 2 ** 62, -(2 ** 63)),
    ...invalid(1.5, -0.1, 5e-324),
    ...unlikeAjv(false, int64, 1e19, -1e19, 1e300),
    ...valid("0", "-1", "9223372036854775807", "-9223372036854775808", "123"),
    ...unlikeAjv(false, digits, "", "a", "1.5", "01", "+1", "1e3", " 1", "1\n", "-"),
    ...unlikeAjv(
      false,
      digits,
      "9223372036854775808",
      "-9223372036854775809",
      "99999999999999999999",
    ),
  ],
  uint8: [...valid(0, -0, 255), ...invalid(-1, 256, 0.5)],
  uint16: [...valid(0, 65535), ...invalid(-1, 65536, 0.5)],
  uint32: [...valid(0, 4294967295), ...invalid(-1, 4294967296, 0.5)],
  uint64: [
    ...valid(0, 2 ** 53, 2 ** 63, "0", "18446744073709551615", "-0"),
    ...invalid(-1, 0.5, 1e20, "18446744073709551616", "-1", "1.5", "a", "00", "", "0x1"),
  ],
  "double-int": [
    ...valid(0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
    ...invalid(2 ** 53, -(2 ** 53), 0.5, 1e300),
  ],
  float: [
    ...valid(0, 1.5, 0.1, 3.4028235e38, -3.4028234663852886e38, 1e-300),
    ...unlikeAjv(false, single, most, -most, 3.5e38, 1e300),
  ],
  double: valid(0, 1.5, 1e300, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324),
  decimal: [
    ...valid(0, 1.5, 1e300, "0", "1.5", "-0.10", "007", "123456789012345678901234567890.5"),
    ...invalid("", "a", "1e5", "1.", ".5", "+1", "1,5", "NaN", "1.5\n", "1 000", "--1"),
  ],
  decimal128: [
    ...valid(0, 1.5, 1e300, "0", "-1.5E+3", "1e6144", "1e-6176", "NaN", "INF", "-INF", "0e99999"),
    ...valid(
      "9".repeat(34),
      `${"9".repeat(34)}000`,
      `0.${"0".repeat(50)}1`,
      `9.${"9".repeat(33)}e6144`,
    ),
    ...invalid("", "a", "nan", "Infinity", "+INF", "1e6145", "1e-6177", "1e", "1.e5", ".5", "1\n"),
    ...invalid("9".repeat(35), `1.${"0".repeat(33)}1`, "1.5e-6176"),
  ],
  unixtime: [
    ...valid(0, -1, 1700000000, 2 ** 40, "0", "-1", "1700000000"),
    ...invalid(0.5, "", "1.5", "2026-02-28", "1e9", "now", "1\n"),
  ],
  "sf-integer": [...valid(0, 999999999999999, -999999999999999), ...invalid(1e15, -1e15, 0.5)],
  "sf-decimal": [
    ...valid(0, 0.001, -1.5, 999999999999.999, 12),
    ...invalid(0.0001, 1e12, -1e12, 1.2345),
  ],
  byte: [
    ...valid("", "AAAA", "aGVsbG8=", "aGVsbA==", "+/+/", "AAAAAAAAAAA="),
    ...invalid("A", "AA", "AAA", "A===", "AA=", "AAAA=", "====", "aGVs bG8=", "_-_-", "AAA=AAAA"),
    ...invalid("ä", "AAAA===="),
    ...unlikeAjv(false, wholeText, "AAAA\n", "AAAA\nAAAA", "!\nAAAA", "\n"),
  ],
  base64url: [
    ...valid("", "AAAA", "_-8=", "_-8", "aGVsbA==", "aGVsbA", "____"),
    ...invalid("A", "A===", "AAAAA", "+/+/", "AA=", "AAAA=", "=", "==", "_-8\n", "AA A", "AA=A"),
  ],
  char: [...valid("a", "é", "😀", "\n", " "), ...invalid("", "ab", "😀😀", "e\u0301")],
  "date-time-local": [
    ...valid("2026-02-28T12:00:00", "2026-02-28t23:59:60.5", "2024-02-29T00:00:00.123"),
    ...invalid("", "2026-02-28T12:00:00Z", "2026-02-29T12:00:00", "2026-02-28 12:00:00"),
    ...invalid(
      "2026-02-28T12:00",
      "2026-02-28T24:00:00",
      "2026-02-28",
      "2026-02-28T12:00:00+01:00",
    ),
  ],
  "time-local": [
    ...valid("00:00:00", "23:59:59.999", "23:59:60"),
    ...invalid(
      "",
      "12:00",
      "24:00:00",
      "12:60:00",
      "12:00:61",
      "12:00:00Z",
      "12:00:00.",
      "1:00:00",
    ),
  ],
  "http-date": [
    ...valid("Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT"),
    ...valid(
      "Sun Nov  6 08:49:37 1994",
      "Thu, 29 Feb 2024 23:59:60 GMT",
      "Tuesday, 29-Feb-00 00:00:00 GMT",
    ),
    ...invalid("", "1994-11-06", "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 UTC"),
    ...invalid(
      "Sun, 31 Feb 2024 08:49:37 GMT",
      "Sun, 06 Foo 1994 08:49:37 GMT",
      "Sun Nov 6 08:49:37 1994",
    ),
    ...invalid(
      "sun, 06 nov 1994 08:49:37 gmt",
      "Sun, 06 Nov 1994 24:49:37 GMT",
      "Sun, 00 Nov 1994 08:49:37 GMT",
    ),
  ],
  "ipv4-cidr": [
    ...valid("10.0.0.0/8", "192.168.1.0/24", "0.0.0.0/0", "1.2.3.4/32"),
    ...invalid(
      "",
      "10.0.0.0",
      "10.0.0.0/",
      "10.0.0.0/33",
      "10.0.0.0/08",
      "10.0.0/8",
      "::/0",
      "1.2.3.4/8/8",
    ),
  ],
  "ipv6-cidr": [
    ...valid("2001:db8::/32", "::1/128", "::/0", "::ffff:1.2.3.4/96"),
    ...invalid("", "::1", "::1/", "::1/129", "::1/01", "10.0.0.0/8", "::g/8", "::1/1280", "::/0\n"),
  ],
  language: [
    ...valid("de", "de-DE", "zh-Hant-TW", "sr-Latn", "es-419", "sl-rozaj-biske", "de-1996", "x-a"),
    ...valid("en-u-hc-h23", "de-x-ours", "i-klingon", "zh-min-nan", "EN-us", "en-a-bbb-x-a", "qaa"),
    ...invalid(
      "",
      "d",
      "de_DE",
      "de-",
      "-de",
      "de--DE",
      "german-DE-abcdefghi",
      "de-u",
      "x",
      "de-x",
    ),
    ...invalid(
      "1a",
      "de-u-x-a",
      "en-a-b-cc",
      "i-nothing",
      "de-DE-DE",
      "dé",
      "de-12",
      "toolonglang",
    ),
  ],
  "media-range": [
    ...valid("*/*", "text/*", "application/json", "text/plain; charset=utf-8", "a/b ; c=d;e=f"),
    ...valid('a/b;c="d;e \\" f"', "application/vnd.api+json", "a/b;", "a/b; ", "a/b\t;c=d"),
    ...invalid(
      "",
      "*",
      "a",
      "a/",
      "/b",
      "a/b/c",
      "a b/c",
      "a/b;c",
      "a/b;c=",
      'a/b;c="d',
      "a/b, c/d",
    ),
    ...invalid("a/b ", "a/b;c=d ", 'a/b;c="d"e', "a/b;c=d e", 'a/b;c="\n"', "a/b\\;c", "é/b"),
  ],
  "sf-binary": [
    ...valid("::", ":aGVsbG8=:", ":a:"),
    ...invalid("", ":", "a", ":_:", ":a:b:", ": :"),
  ],
  "sf-boolean": [...valid("?0", "?1"), ...invalid("", "0", "true", "?2", "?", "?10", "?1\n")],
  "sf-string": [
    ...valid('""', '"a b"', '"a \\"b\\" \\\\"'),
    ...invalid("", "a", '"', '"a', '"a"b"', '"\\a"', '"é"', '"\n"', '"a\\"', '"a"\n'),
  ],
  "sf-token": [
    ...valid("a", "*", "a/b:c", "foo123", "A!#$%&'*+-.^_`|~"),
    ...invalid("", "1a", "a b", '"a"', "é", "a=b", "a\n", ":a"),
  ],
  binary: valid("", "\u0000", "anything"),
  commonmark: valid("", "# a", "<b>"),
  html: valid("", "<b>", "a"),
  password: valid("", "secret"),
};
