/**
 * The codes that begin and end a style on a terminal.
 *
 * @see {@link https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ | ECMA-48, SGR}
 */
const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

/** Returns the source of a regular expression for these codes. */
export function codePattern(): string {
  return String.raw`\u001b\[(?:${Object.values(codes).flat().join("|")})m`;
}

/** A colour or a style of a terminal. */
export type Style = keyof typeof codes;

/** Gives a text one style, or several. */
export type Paint = (style: Style | readonly Style[], text: string) => string;

/**
 * Styles texts with ANSI escapes, or leaves them as they are.
 *
 * @param color Whether to style them.
 */
export function painter(color: boolean): Paint {
  return (style, text) => (color ? styled([style].flat(), text) : text);
}

function styled(styles: readonly Style[], text: string): string {
  return styles.reduceRight((inner, style) => {
    const [begin, end] = codes[style];
    return `\u001b[${begin}m${inner}\u001b[${end}m`;
  }, text);
}
