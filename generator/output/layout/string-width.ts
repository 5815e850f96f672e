import { util } from "prettier";

/** How many columns a text takes. */
export function stringWidth(text: string): number {
  for (let index = 0; index < text.length; index += 1) {
    // What is not ASCII may be wider or narrower.
    if (text.charCodeAt(index) > 0x7f) return util.getStringWidth(text);
  }
  return text.length;
}
