import { withPlainLines } from "../mark.js";
import { hashOf } from "./hash.js";

/** The hash of a generated text, whatever line ends Git has given it. */
export function contentHash(content: Buffer | string): string {
  const isPlain = !content.includes("\r\n") && !content.includes("\ufeff");
  return hashOf(isPlain ? content : withPlainLines(content.toString()));
}
