import ts from "typescript";
import { expect, it } from "vitest";
import { printHeader } from "../../generator/code/header.js";
import { defaultHeader } from "../../generator/config/config.js";

it.each<[text: string | false, printed: string]>([
  [false, ""],
  ["", ""],
  [" \n", ""],
  ["Made by a tool.", "// Made by a tool.\n\n"],
  ["a\nb\r\nc", "// a\n// b\n// c\n\n"],
  ["a\n\nb\n", "// a\n//\n// b\n\n"],
  ["// a", "// a\n\n"],
  ["  /* eslint-disable */ // b", "/* eslint-disable */ // b\n\n"],
  ["/* a */ /* b */", "/* a */ /* b */\n\n"],
  [defaultHeader, `${defaultHeader}\n\n`],

  ["/* a", "// /* a\n\n"],
  ["/*\n a\n */", "// /*\n// a\n// */\n\n"],
  ["/* a */ globalThis.x = 1", "// /* a */ globalThis.x = 1\n\n"],
  ["*/ globalThis.x = 1 /*", "// */ globalThis.x = 1 /*\n\n"],
  ["a\u2028globalThis.x = 1", "// a\n// globalThis.x = 1\n\n"],
  ["a\rglobalThis.x = 1", "// a\n// globalThis.x = 1\n\n"],
  ["/* a\u2029globalThis.x = 1 */", "// /* a\n// globalThis.x = 1 */\n\n"],
])("the header %j is %j, which is nothing but comments", (text, printed) => {
  expect(printHeader(text)).toBe(printed);
  const file = ts.createSourceFile("a.ts", printHeader(text), ts.ScriptTarget.Latest);
  expect(file.statements).toHaveLength(0);
});
