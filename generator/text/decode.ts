import { inputError } from "../core/failure.js";

/**
 * Decodes a file.
 *
 * @param bytes The file: UTF-8, with or without a byte order mark.
 * @param name The file as the user knows it, for the error.
 * @returns The text, without the byte order mark.
 * @throws {InputError} If the bytes are not UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const help = startsAsUtf16(bytes)
      ? "it looks like UTF-16: save it as UTF-8"
      : "save it as UTF-8";
    throw inputError([{ code: "not-utf8", message: `${name} is not encoded in UTF-8`, help }]);
  }
}

/** Removes the byte order mark of a text that was decoded elsewhere. */
export function withoutByteOrderMark(text: string): string {
  return text.replace(/^\u{feff}/u, "");
}

/** Returns whether the first bytes are the byte order mark of UTF-16. */
function startsAsUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
