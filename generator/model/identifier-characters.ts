import { createRequire } from "node:module";
import type * as TsMorph from "ts-morph";

// What an identifier can have depends on the version of Unicode. It is TypeScript's that counts,
// which is the same on every machine, and not the one that Node.js knows.

/** Whether an identifier can begin with a character. */
export function canStart(codePoint: number): boolean {
  if (codePoint < 0x80) return /[A-Za-z_$]/.test(String.fromCodePoint(codePoint));
  const ts = typescript();
  return ts.isIdentifierStart(codePoint, ts.ScriptTarget.ESNext) && isVisible(codePoint);
}

/** Whether an identifier can have a character after its first. */
export function canContinue(codePoint: number): boolean {
  if (codePoint < 0x80) return /[\w$]/.test(String.fromCodePoint(codePoint));
  const ts = typescript();
  return ts.isIdentifierPart(codePoint, ts.ScriptTarget.ESNext) && isVisible(codePoint);
}

function isVisible(codePoint: number): boolean {
  return !/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(String.fromCodePoint(codePoint));
}

let loaded: typeof TsMorph.ts | undefined;

/** Loaded for the first character beyond ASCII only: that takes longer than to read a document. */
function typescript(): typeof TsMorph.ts {
  // `require` has no types.
  loaded ??= (createRequire(import.meta.url)("ts-morph") as typeof TsMorph).ts;
  return loaded;
}
