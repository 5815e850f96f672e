import { invalid, unlikeAjv, valid, type FormatCase } from "./format-case.js";

const dots = "RFC 6570 has dots in names";
const apostrophe = "RFC 6570 has the apostrophe in literals, by its erratum 6937";
const control = "RFC 6570 has no control characters in literals";

/** Formats of JSON Schema for any language, and for templates and pointers. */
export const internationalCases: Readonly<Record<string, readonly FormatCase[]>> = {
  "idn-email": [
    ...valid("joe@example.com", "실례@실례.테스트", "δοκιμή@example.com", '"δοκιμή b"@example.com'),
    ...valid("joe@[IPv6:::1]", "用户@例子.测试", "e\u0301@e\u0301.com", "\u0085@example.com"),
    ...valid(`${"é".repeat(32)}@example.com`, "joe@xn--fsq.xn--0zwm56d"),
    ...invalid("", "2962", "@例子.测试", "用户@", "用户", "用户＠例子", "a b@例子", "例@例。子"),
    ...invalid(`${"é".repeat(33)}@example.com`, "joe@\u0301a.com", "joe@a\u200db", "joe@Ａ"),
  ],
  "idn-hostname": [
    ...valid("example.com", "例子.测试", "ελλάς", "faß.de", "ς"),
    ...valid("a。b．c｡d", "نامه\u200cای.com", "क्\u200dष", "l·l", "α͵β", "א׳ב", "・ァ"),
    ...valid("xn--fsq.xn--0zwm56d", "EXAMPLE.com", "a--b", "ひらがな", "אבג.דהו", "ا1"),
    ...invalid("", ".", "a..b", ".a", "a.", "-例", "例-", "例 子", "a_例", "例--", "aa--例"),
    ...invalid(
      "\u0301a",
      "ÉCOLE",
      "Ａ",
      "e\u0301",
      "ﬁn",
      "a\u00ad例",
      "例\u2028",
      "☃",
      "😀.com",
      "Σ",
    ),
    ...invalid("a·l", "α͵a", "a׳ב", "・a", "ब\u200cब", "क\u200dष", "ا٠۰", "\u0640", "ａ例"),
    ...invalid("אa", "1א", "a.1א", "א1٠", "xn--a-ecp.א", "xn--example-", "xn--ls8h", "xn---9uc"),
    ...invalid("é".repeat(64), `${"例.".repeat(63)}例`, "xn--zzzzzzzzzzzzzz"),
  ],
  iri: [
    ...valid(
      "https://例子.测试/路?问=答#部",
      "http://ƒøø.ßår",
      "urn:é",
      "http://é@è:80/",
      "a:\u{10300}",
    ),
    ...valid("http://[2001:db8::1]/é", "http://[v1.a:b]", "http://a/%C3%A9", "a:?\ue000\u{f0000}"),
    ...invalid("", "/é", "é", "é:a", "http://é:é/", "http://[é]", "http://[v1.é]", "http://[::é]"),
    ...invalid("a:é b", "a:\ue000", "a:#\ue000", "a:\ufdd0", "a:\u{1ffff}", "a:é\n", "a:\u0085"),
    ...invalid("http://2001:db8::1", "a:é|", "a:%zé", "\\\\é", "a:\u{e0001}"),
  ],
  "iri-reference": [
    ...valid(
      "",
      "é",
      "/é",
      "../é?é#é",
      "//例子.测试/路",
      "#部",
      "?é",
      "https://例子.测试",
      "é/a:b",
    ),
    ...invalid("é:b", "\\é", "#é#é", "é é", "//[é]", "//a:é", "<é>", "%é", "é\n", "#\ufffe"),
  ],
  "uri-template": [
    ...valid(
      "",
      "a/b",
      "{a}",
      "{a,b}",
      "{a:3}",
      "{a*}",
      "{+a}{#a}{.a}{/a}{;a}{?a}{&a}",
      "{=a}",
      "{,a}",
    ),
    ...valid("http://a/{b}?c={d:9999}", "é{%C3%A9}", "%41", "a\u{1f600}", "{_1}", "\ue000"),
    ...unlikeAjv(true, dots, "{a.b}", "{a.b.c*,d.e:1}"),
    ...unlikeAjv(true, apostrophe, "a'b"),
    ...unlikeAjv(false, control, "a\u007fb", "a\u0085b"),
    ...invalid(
      "{",
      "}",
      "{}",
      "{a",
      "a}",
      "{{a}}",
      "{a,}",

      "{a b}",
      "{é}",
      "{a:}",
      "{a:0}",
    ),
    ...invalid("{a:01}", "{a:10000}", "{a**}", "{a*:1}", "{a-b}", "{$a}", "{a..b}", "{.}", "{a.}"),
    ...invalid("a b", 'a"b', "<a>", "a|b", "a\\b", "a^b", "a`b", "%", "%4", "{%4}", "a\n"),
  ],
  "relative-json-pointer": [
    ...valid("0", "1", "10", "0#", "12#", "0/", "0/a/b", "1/~0~1", "120//", "0/é\n"),
    ...invalid("", "/a", "#", "-1", "+1", "01", "0##", "0a", "1#/a", "0/~", "0/~2", "1\n", "١/a"),
    ...invalid("0 ", " 0", "1.5", "0~0"),
  ],
};
