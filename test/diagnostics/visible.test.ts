import { expect, test } from "vitest";
import { visible } from "../../generator/text/visible.js";

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
])("%j is shown as %s", (given, want) => {
  expect(visible(given)).toBe(want);
});
