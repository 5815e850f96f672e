import { styleText } from "node:util";

/** A colour or a style of a terminal. */
export type Style = Parameters<typeof styleText>[0];

/** Gives a text a style. */
export type Paint = (style: Style, text: string) => string;

/**
 * Styles texts with ANSI escapes, or leaves them as they are.
 *
 * @param color Whether to style them.
 */
export function painter(color: boolean): Paint {
  // The caller has decided; Node.js must not look at standard output once more.
  if (color) return (style, text) => styleText(style, text, { validateStream: false });
  return (_style, text) => text;
}
