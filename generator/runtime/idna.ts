import { endsWithVirama, joinsNext, joinsPrevious } from "./idna-joining.js";
import { decodePunycode, encodePunycode } from "./punycode.js";

// Internationalized domain names (IDNA2008). The characters that labels allow follow from
// properties of Unicode that every engine knows.

/** Whether labels make up a domain name: of ASCII, of Unicode, or as `xn--…`. */
export function areLabels(labels: readonly string[]): boolean {
  // Limits come first, because the tests that follow read a label several times.
  if (labels.length > 127 || labels.some((label) => label.length > 126)) return false;
  const texts = labels.map(textOf);
  const length = labels.reduce((sum, label) => sum + encodedLength(label) + 1, -1);
  if (length > 253 || texts.includes(undefined)) return false;
  const classes = texts.map((text = "") => Array.from(text, bidiClass).join(""));
  return !classes.some((each) => /[RA]/.test(each)) || classes.every(isInOneDirection);
}

/** The Unicode form of a label, or undefined if it is not a label. */
function textOf(label: string): string | undefined {
  if (!isAscii(label)) return isUnicodeLabel(label) ? label : undefined;
  if (!/^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(label)) return undefined;
  if (!/^xn--/i.test(label)) return label;
  const code = label.slice(4).toLowerCase();
  const text = decodePunycode(code);
  const isLabel = text !== undefined && isUnicodeLabel(text) && encodePunycode(text) === code;
  return isLabel ? text : undefined;
}

function isAscii(label: string): boolean {
  return !/[^\0-\x7f]/.test(label);
}

function encodedLength(label: string): number {
  return isAscii(label) ? label.length : encodePunycode(label).length + 4;
}

/** https://www.rfc-editor.org/rfc/rfc5891#section-5.4 */
function isUnicodeLabel(text: string): boolean {
  return (
    !isAscii(text) &&
    encodedLength(text) <= 63 &&
    text.normalize() === text &&
    !/^-|-$|^..--|^\p{M}/u.test(text) &&
    Array.from(text).every(
      (character, index, all) =>
        isValid(character) ||
        isValidBetween(all.slice(0, index).join(""), character, all.slice(index + 1).join("")),
    )
  );
}

/** https://www.rfc-editor.org/rfc/rfc5892#section-3 */
function isValid(character: string): boolean {
  if (/[\xdfς\u06fd\u06fe\u0f0b〇]/.test(character)) return true;
  return (
    /[a-z\d\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}-]/u.test(character) &&
    !/[\p{Changes_When_NFKC_Casefolded}\p{Default_Ignorable_Code_Point}]/u.test(character) &&
    // Exceptions, old Hangul, and marks of symbols and of music; digits that depend on others.
    !/[\u0640\u07fa\u302e\u302f\u3031-\u3035\u303b\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb\u20d0-\u20ff\u{1d100}-\u{1d24f}\u0660-\u0669\u06f0-\u06f9]/u.test(
      character,
    )
  );
}

/** https://www.rfc-editor.org/rfc/rfc5892#appendix-A */
function isValidBetween(before: string, character: string, after: string): boolean {
  const others = before + after;
  switch (character) {
    case "\u200c":
      return endsWithVirama(before) || (joinsNext(before) && joinsPrevious(after));
    case "\u200d":
      return endsWithVirama(before);
    case "\xb7":
      return before.endsWith("l") && after.startsWith("l");
    case "\u0375":
      return /^\p{Script=Greek}/u.test(after);
    case "\u05f3":
    case "\u05f4":
      return /\p{Script=Hebrew}$/u.test(before);
    case "\u30fb":
      return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(others);
    default:
      // The two kinds of Arabic digits must not be mixed.
      return /[\u0660-\u0669]/.test(character)
        ? !/[\u06f0-\u06f9]/.test(others)
        : /[\u06f0-\u06f9]/.test(character) && !/[\u0660-\u0669]/.test(others);
  }
}

/**
 * The class of a character in the Bidi rule: right-to-left, a mark, a digit of either kind,
 * neutral, or left-to-right.
 */
function bidiClass(character: string): "R" | "M" | "E" | "A" | "N" | "L" {
  if (/\p{Mn}/u.test(character)) return "M";
  if (/[\d\u06f0-\u06f9]/.test(character)) return "E";
  if (/[\u0660-\u0669\u{10d30}-\u{10d39}]/u.test(character)) return "A";
  if (
    /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(
      character,
    )
  ) {
    return "R";
  }
  return /[-\xb7\u02b9\u02ba\u02c6-\u02cf\u02ec\u0375\u200c\u200d\u2e2f\u30fb\ua67f\ua717-\ua71f\ua788]/.test(
    character,
  )
    ? "N"
    : "L";
}

/** https://www.rfc-editor.org/rfc/rfc5893#section-2 */
function isInOneDirection(classes: string): boolean {
  return /^L(?:[LENM]*[LE])?M*$/.test(classes) || /^R(?:[RANM]*[RA]|[RENM]*[RE])?M*$/.test(classes);
}
