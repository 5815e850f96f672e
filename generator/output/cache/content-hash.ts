import { withPlainLines } from "../mark.js";
import { hashOf } from "./hash.js";

/** Returns the hash of a generated text. It is the same for all line ends, since Git may change them. */
export function contentHash(content: Buffer | string): string {
  return hashOf(content.includes("\r\n") ? withPlainLines(content.toString()) : content);
}
