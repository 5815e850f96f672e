import ts from "typescript";
import { expect, it } from "vitest";
import { canContinue, canStart } from "../../generator/core/identifier-characters.js";

/** What may never be in a name: it cannot be seen. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

it("knows the same characters of identifiers as TypeScript, whatever the version of Node.js", () => {
  const different: string[] = [];
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    const isVisible = !invisible.test(String.fromCodePoint(codePoint));
    const start = isVisible && ts.isIdentifierStart(codePoint, ts.ScriptTarget.ESNext);
    const part = isVisible && ts.isIdentifierPart(codePoint, ts.ScriptTarget.ESNext);
    if (canStart(codePoint) !== start || canContinue(codePoint) !== part) {
      different.push(codePoint.toString(16));
    }
  }
  expect(different).toEqual([]);
});
