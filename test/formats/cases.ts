/** A value and what the guards say about it. */
export interface FormatCase {
  readonly value: string | number;
  readonly valid: boolean;
  /** Why ajv-formats says the opposite, where it does. */
  readonly unlikeAjv?: string;
  /** Why the specification of the format says the opposite, where guards and ajv-formats agree. */
  readonly unlikeSpecification?: string;
}

const rfc3339 = "RFC 3339 has no such offset: it is Z or hours and minutes with a colon";
const space = "RFC 3339 separates the date from the time by T; its note on spaces is for readers";
const range = "RFC 3339 has hours to 23 and minutes to 59, in a leap second too";
const flagU = "with the flag u, which JSON Schema asks for, it is a syntax error";
const emptyPath = "RFC 3986 allows an empty path after the scheme";
const int64 = "the number is beyond 64 bits; ajv-formats takes every integer";
const authority = "the pattern takes what is no authority for a path that begins with //";
const colon = "RFC 3986 has no colon in the first segment of a relative path";
const quote = "RFC 3986 has no quotation mark in a URI";
const mailbox = "RFC 5321 has quoted local parts, address literals and domains of one label";
const skipped = "RFC 3339 has no duration that skips a unit";
const urn = "RFC 4122 has the prefix in the URN of a UUID, not in the UUID";
const wholeText = "ajv-formats looks at lines: one that is base64 is enough";

/** The formats that guards know, each with values that are valid and values that are not. */
export const formatCases: Readonly<Record<string, readonly FormatCase[]>> = {
  "date-time": [
    ...valid(
      "2026-02-28T12:00:00Z",
      "2026-02-28t12:00:00z",
      "2024-02-29T00:00:00.123456789Z",
      "2026-02-28T12:00:00+14:00",
      "2026-02-28T12:00:00-00:00",
      "1998-12-31T23:59:60Z",
      "1998-12-31T15:59:60.5-08:00",
      "0000-01-01T00:00:00Z",
    ),
    ...invalid(
      "",
      "2026-02-28",
      "12:00:00Z",
      "2026-02-28T12:00:00",
      "2026-02-29T12:00:00Z",
      "2026-02-28T24:00:00Z",
      "1998-12-31T22:59:60Z",
      "1998-12-31T23:59:61Z",
      "2026-02-28T12:00:00ZT",
      "2026-02-28T12:00:00Z\n",
      "2026-02-28T12:00:00.Z",
      "2026-02-28T12:00Z",
      "2026-2-28T12:00:00Z",
      "２０２６-02-28T12:00:00Z",
    ),
    ...unlikeAjv(false, space, "2026-02-28 12:00:00Z", "2026-02-28\n12:00:00Z"),
    ...unlikeAjv(false, rfc3339, "2026-02-28T12:00:00+01", "2026-02-28T12:00:00+0100"),
  ],
  date: [
    ...valid("2026-02-28", "2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31"),
    ...invalid(
      "",
      "2026-02-29",
      "1900-02-29",
      "2026-02-30",
      "2026-04-31",
      "2026-00-01",
      "2026-13-01",
      "2026-01-00",
      "2026-01-32",
      "2026-1-1",
      "20260101",
      "2026-W01-1",
      "02026-01-01",
      " 2026-01-01",
      "2026-01-01\n",
      "২026-01-01",
    ),
  ],
  time: [
    ...valid(
      "00:00:00Z",
      "12:00:00z",
      "12:00:00.000001Z",
      "12:00:00+23:59",
      "12:00:00-23:59",
      "23:59:60Z",
      "23:59:60.9Z",
      "00:59:60+01:00",
      "00:29:60+00:30",
      "22:59:60-01:00",
      "08:59:60+09:00",
      "01:29:60+01:30",
    ),
    ...invalid(
      "",
      "12:00:00",
      "12:00Z",
      "24:00:00Z",
      "12:60:00Z",
      "12:00:61Z",
      "12:00:60Z",
      "23:59:60+01:00",
      "22:59:60Z",
      "12:00:00+24:00",
      "12:00:00+00:60",
      "12:00:00,5Z",
      "1:00:00Z",
      "12:00:00 Z",
      "12:00:00ZZ",
    ),
    ...unlikeAjv(false, rfc3339, "12:00:00+01", "12:00:00+0100"),
    ...unlikeAjv(false, range, "24:59:60+01:00", "23:60:60+00:01"),
  ],
  duration: [
    ...unlikeSpecification(true, skipped, "P1Y2D", "PT1H2S"),
    ...valid("P1Y", "P1Y2M3D", "P1Y2M3DT4H5M6S", "PT1M", "PT36H", "P4W", "P0D", "P1DT12H"),
    ...invalid("", "P", "PT", "P1", "1Y", "p1y", "P1D2H", "P1Y2W", "P2D1Y", "P1YT", "PT1D", "-P1D"),
    ...invalid("P0.5Y", "PT0.5S", "P১Y", "P1Y\n"),
  ],
  email: [
    ...unlikeSpecification(
      false,
      mailbox,
      '"joe bloggs"@example.com',
      "joe@[127.0.0.1]",
      "joe@example",
    ),
    ...valid("joe@example.com", "joe.bloggs+tag@mail.example.com", "te~st@example.com"),
    ...valid("~@example.com", "JOE@EXAMPLE.COM", "a@1.2"),
    ...invalid("", "joe", "@example.com", "joe@", ".joe@example.com", "joe.@example.com"),
    ...invalid("j..oe@example.com", "joe@-example.com", "joe bloggs@example.com"),
    ...invalid("joe@example.com, ann@example.com"),
    ...invalid("jöe@example.com", "joe@example.com\n"),
  ],
  hostname: [
    ...valid("example.com", "localhost", "xn--4gbwdl.xn--wgbh1c", "1host", "a-b.c", "example.com."),
    ...valid("a".repeat(63), `${"a".repeat(63)}.com`, `${"a.".repeat(126)}a`),
    ...invalid("", ".", "-a.com", "a-.com", "a..b", ".a", "a_b.com", "exämple.com", "a b", "a:80"),
    ...invalid("a".repeat(64), `${"a.".repeat(127)}a`, "example.com\n"),
  ],
  ipv4: [
    ...valid("0.0.0.0", "127.0.0.1", "255.255.255.255", "192.168.10.200"),
    ...invalid("", "256.0.0.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "0x7f.0.0.1", "1.2.3.4/24"),
    ...invalid("2130706433", "1.2.3.-4", "1.2.3.4\n", " 1.2.3.4", "1২.0.0.1"),
  ],
  ipv6: [
    ...valid("::", "::1", "1::", "2001:db8::1", "2001:DB8::A", "1:2:3:4:5:6:7:8"),
    ...valid("1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1::3:4:5:6:7:8", "::ffff:192.0.2.1"),
    ...valid("1:2:3:4:5:6:1.2.3.4", "::1.2.3.4", "64:ff9b::192.0.2.33", "1::d6:192.168.0.1"),
    ...invalid("", ":", ":::", "1", "12345::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9"),
    ...invalid("1:2:3:4:5:6:7:8::", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "::g", "::ffff:256.0.0.1"),
    ...invalid("1:2:3:4:5:6:7:1.2.3.4", "1.2.3.4::", "::1.2.3", "fe80::1%eth0", "[::1]", "::1/64"),
    ...invalid("::1\n", " ::1"),
  ],
  uri: [
    ...unlikeSpecification(true, authority, "http://a:port/"),
    ...invalid('http://a/"b"', 'http://a"b/', 'http://a/?"', 'http://a/#"'),
    ...valid("https://example.com", "https://example.com/a/b?c=d#e", "urn:isbn:0451450523"),
    ...valid("mailto:joe@example.com", "tel:+1-816-555-1212", "file:///etc/hosts", "a:b"),
    ...valid("http://user:pw@example.com:8080/", "http://[2001:db8::7]/c", "http://1.2.3.4"),
    ...valid("http://example.com/%20", "HTTP://EXAMPLE.COM", "data:text/plain,a", "http://"),
    ...invalid("", "/a", "//example.com/a", "a/b", "?a", "#a", "example.com", "1http://a", ":a"),
    ...invalid("http://a b", "http://a/%zz", "http://a/{b}", "http://a\\b", "http://exämple.com"),
    ...invalid("http://[::1", "http://[1::2::3]/", "http://a#b#c"),
    ...invalid("http://a\n", "bar,baz:foo", "http://a/<b>", "http://a/`"),
    ...unlikeAjv(true, emptyPath, "urn:", "mailto:?subject=a", "a:#b"),
  ],
  "uri-reference": [
    ...unlikeSpecification(true, colon, "1a:b"),
    ...unlikeSpecification(true, quote, 'a"b'),
    ...valid("", "https://example.com/a?b#c", "//example.com/a", "/a/b", "a/b", "../a", "./a"),
    ...valid("?a=b", "#a", "a", "/", "urn:isbn:0451450523", "a%20b", "#/components/schemas/A~1B"),
    ...invalid(
      "a b",
      "\\\\server\\share",
      "#a#b",
      "%zz",
      "a/{b}",
      "ä",
      "http://[::1",
      "<a>",
      "a\n",
    ),
  ],
  uuid: [
    ...unlikeSpecification(true, urn, "urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380"),
    ...valid("2eb8aa08-aa98-11ea-b4aa-73b441d16380", "2EB8AA08-AA98-11EA-B4AA-73B441D16380"),
    ...valid("00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"),
    ...invalid("", "2eb8aa08aa9811eab4aa73b441d16380", "2eb8aa08-aa98-11ea-b4aa-73b441d1638"),
    ...invalid("2eb8aa08-aa98-11ea-b4aa-73b441d163800", "2eb8aa08-aa98-11ea-b4aa-73b441d1638g"),
    ...invalid("{2eb8aa08-aa98-11ea-b4aa-73b441d16380}", "2eb8-aa08-aa98-11ea-b4aa73b441d16380"),
    ...invalid("2eb8aa08-aa98-11ea-b4aa-73b441d16380\n"),
  ],
  "json-pointer": [
    ...valid(
      "",
      "/",
      "/a",
      "/a/b",
      "//",
      "/a~0b~1c",
      "/0",
      "/ä",
      "/a b",
      "/%25",
      "/a\nb",
      "/\u0000",
    ),
    ...invalid("a", "#", "#/a", "/~", "/~2", "/a~", "0/a", "~0", " /a"),
  ],
  regex: [
    ...valid("", "^a+$", "[a-z]", "(?:a|b)*", "(?<=a)b", "(?<name>a)\\k<name>", "\\p{Letter}"),
    ...valid("\\u{1F600}", "a{2,3}", "\\d\\D\\w\\s", "😀", "\\/"),
    ...invalid("(", "a)", "[", "*", "a**", "(?<n>a)(?<n>b)", "a{3,2}", "[b-a]", "\\", "a\\Z"),
    ...unlikeAjv(false, flagU, "\\a", "{", "a{", "]", "\\-", "\\p{Nope}", "\\u{110000}", "[\\d-a]"),
  ],
  int32: [
    ...valid(0, -0, 1, -1, 2147483647, -2147483648, "a", "1.5"),
    ...invalid(2147483648, -2147483649, 1.5, -0.1, 1e300, 5e-324),
  ],
  int64: [
    ...valid(0, -1, 2147483648, Number.MAX_SAFE_INTEGER, 2 ** 62, -(2 ** 63), "a", "1.5"),
    ...invalid(1.5, -0.1, 5e-324),
    ...unlikeAjv(false, int64, 1e19, -1e19, 1e300),
  ],
  byte: [
    ...valid("", "AAAA", "aGVsbG8=", "aGVsbA==", "+/+/", "AAAAAAAAAAA="),
    ...invalid("A", "AA", "AAA", "A===", "AA=", "AAAA=", "====", "aGVs bG8=", "_-_-", "AAA=AAAA"),
    ...invalid("ä"),
    ...unlikeAjv(false, wholeText, "AAAA\n", "AAAA\nAAAA", "!\nAAAA", "\n"),
  ],
};

function valid(...values: readonly FormatCase["value"][]): readonly FormatCase[] {
  return values.map((value) => ({ value, valid: true }));
}

function invalid(...values: readonly FormatCase["value"][]): readonly FormatCase[] {
  return values.map((value) => ({ value, valid: false }));
}

function unlikeAjv(
  valid: boolean,
  reason: string,
  ...values: readonly FormatCase["value"][]
): readonly FormatCase[] {
  return values.map((value) => ({ value, valid, unlikeAjv: reason }));
}

function unlikeSpecification(
  valid: boolean,
  reason: string,
  ...values: readonly FormatCase["value"][]
): readonly FormatCase[] {
  return values.map((value) => ({ value, valid, unlikeSpecification: reason }));
}
