import { withPlainLines } from "../mark.js";
import { hashOf } from "./hash.js";

/** The hash of a generated text, whatever line ends Git has given it. */
export function contentHash(content: Buffer | string): string {
  return hashOf(content.includes("\r\n") ? withPlainLines(content.toString()) : content);
}
