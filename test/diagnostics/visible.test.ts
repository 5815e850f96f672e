import { expect, test } from "vitest";
import { visible, visibly } from "../../generator/text/visible.js";

test.each([
  ["plain text", "plain text"],
  ["Grüße, 世界, 👩‍👩‍👧", "Grüße, 世界, 👩‍👩‍👧"],
  ["\u001b[31mred", "\\u001b[31mred"],
  ["\u009b31m", "\\u009b31m"],
  ["a\tb\r\nc", "a\\tb\\r\\nc"],
  ["\u0000\u0007\u0008\u007f", "\\u0000\\u0007\\u0008\\u007f"],
  ["\u2028\u2029", "\\u2028\\u2029"],
  ["\u202eabc\u2066\u200f", "\\u202eabc\\u2066\\u200f"],
  ["\ufeff", "\\ufeff"],
  ["\ud83d alone", "\\ud83d alone"],
  ["##[error] ###[a] ##vso[b]", "#\\u0023[error] ##\\u0023[a] #\\u0023vso[b]"],
  ["# a ## b [c]", "# a ## b [c]"],
])("%j is shown as %s", (given, want) => {
  expect(visible(given)).toBe(want);
});

test("what is put into a template is made visible, and the template is not", () => {
  expect(visibly`${"a\nb"}\n${2} ${"\u001b"}`).toBe("a\\nb\n2 \\u001b");
});
