import { hash } from "node:crypto";

/** Returns the SHA-256 of bytes, or of a text as UTF-8, in hexadecimal. */
export function hashOf(content: Uint8Array | string): string {
  return hash("sha256", content, "hex");
}
