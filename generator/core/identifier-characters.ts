import { isIdentifierChar, isIdentifierStart } from "@babel/helper-validator-identifier";

// What an identifier can have depends on the version of Unicode: not on the one that this machine
// knows, but on the one that TypeScript 5.9 does, so that names are the same everywhere and compile.

/** Whether an identifier can begin with a character. */
export function canStart(codePoint: number): boolean {
  return isIdentifierStart(codePoint) && isVisible(codePoint);
}

/** Whether an identifier can have a character after its first. */
export function canContinue(codePoint: number): boolean {
  return isIdentifierChar(codePoint) && isVisible(codePoint);
}

function isVisible(codePoint: number): boolean {
  return !/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(String.fromCodePoint(codePoint));
}
