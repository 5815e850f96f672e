import { isIdentifierChar, isIdentifierStart } from "@babel/helper-validator-identifier";

// The characters of identifiers depend on the version of Unicode. This uses the version of TypeScript 5.9, not
// that of the current Node.js, so that names compile and are the same everywhere.

/** Returns whether an identifier can begin with a character. */
export function canStart(codePoint: number): boolean {
  return isIdentifierStart(codePoint) && isVisible(codePoint);
}

/** Returns whether an identifier can have a character after its first. */
export function canContinue(codePoint: number): boolean {
  return isIdentifierChar(codePoint) && isVisible(codePoint);
}

function isVisible(codePoint: number): boolean {
  return !/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(String.fromCodePoint(codePoint));
}
