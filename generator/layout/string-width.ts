import { util } from "prettier";

/** How many columns a text takes. */
export function stringWidth(text: string): number {
  // eslint-disable-next-line no-control-regex -- what is not ASCII may be wider or narrower.
  return /[^\x00-\x7f]/.test(text) ? util.getStringWidth(text) : text.length;
}
