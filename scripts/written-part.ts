/** The comments in a Markdown page between which a script writes. */
export interface Marks {
  readonly begin: string;
  readonly end: string;
}

/**
 * A page with another text between two marks.
 *
 * @throws If a mark is missing, or not alone on its line.
 */
export function withPart(page: string, { begin, end }: Marks, text: string): string {
  const [before, rest] = page.split(`${begin}\n`);
  const after = rest?.split(`\n${end}\n`)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`the page needs the lines ${begin} and ${end}`);
  }
  return `${before}${begin}\n\n${text}\n\n${end}\n${after}`;
}
