/**
 * How far the further lines of a value have to be indented in a YAML text: more than the block
 * collection that it stands in.
 *
 * @param offset - Where the value begins.
 * @see {@link https://yaml.org/spec/1.2.2/#742-flow-mappings | YAML 1.2.2, flow mappings}
 */
export function requiredIndent(text: string, offset: number): number {
  let start = lineStart(text, offset);
  const [dashes = "", rest = ""] = partsOf(text.slice(start, offset));
  if (rest !== "") return dashes.length + 1;
  if (dashes.trim() !== "") return dashes.trimEnd().length;
  // A value on a line of its own belongs to a line before that is indented less.
  const own = dashes.length;
  while (start > 0) {
    const end = start - 1;
    start = lineStart(text, end);
    const [around = "", key = ""] = partsOf(text.slice(start, end));
    if (key !== "" && !key.startsWith("#") && around.length <= own) return around.length + 1;
  }
  return 0;
}

/** Where the line begins that an offset is on. */
function lineStart(text: string, offset: number): number {
  // A negative position would count as the first one.
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Whether nothing but blanks stands between an offset and the end of its line. */
export function isEmptyLine(text: string, offset: number): boolean {
  let at = offset;
  while (text[at] === " " || text[at] === "\t" || text[at] === "\r") at += 1;
  return text[at] === undefined || text[at] === "\n";
}

/** What a line begins with: blanks and the dashes of sequences, and the rest. */
function partsOf(line: string): readonly string[] {
  const [dashes = ""] = /^ *(?:- +)*/.exec(line) ?? [];
  return [dashes, line.slice(dashes.length).trimEnd()];
}

/** The number of the line that an offset is on. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
